"""From a prompt's words to a scene."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from random import Random

from reelhouse.engines.image.illustrating.bestiary import ROLES, STYLES, WORN
from reelhouse.engines.image.illustrating.dressing import joined
from reelhouse.engines.image.illustrating.scene import Reading, Scene, Subject
from reelhouse.engines.image.illustrating.vocabulary import (
    COLOURS,
    IMPLIED_PLACES,
    IMPLIED_TIMES,
    METAPHORS,
    MOOD_PLACES,
    MOOD_TIMES,
    MOODS,
    NEGATIONS,
    PLACES,
    SEASONS,
    SMALL_WORDS,
    THINGS,
    TIMES,
    WEATHERS,
)

WORD = re.compile(r"[^\W_]+(?:[-'’.][^\W_]+)*")
MOST_WORDS = 400
"""More words than this are not read: nobody can see them in one picture."""

LONGEST_PHRASE = 4
MOST_SUBJECTS = 3
REACH_OF_COLOUR, REACH_OF_NEGATION = 2, 3
"""For how many words a colour waits for its thing, and a "no" for what it denies."""

MOST_LETTERS = 20_000
ALL_AROUND = frozenset({"underwater", "space"})
DOING = frozenset(
    {
        "runner",
        "dancer",
        "astronaut",
        "yoga",
        "chef",
        "doctor",
        "speaker person",
        "worker",
        "sleeper",
        "couple",
        "family",
        "team",
        *ROLES,
    }
)
LINKING = frozenset({"dressed", "suited"})
"""Words that join others, though they look like forms of a known one."""

GENERAL = {
    "person": DOING,
    "team": frozenset({"family", "couple"}),
    "bottle": frozenset({"perfume", "dropper", "wine", "drink", "tube", "jar"}),
    "growth": frozenset({"decline"}),
    "book": frozenset({"books"}),
    "money": frozenset({"shopping bag", "piggy bank"}),
    "email": frozenset({"inbox"}),
    "document": frozenset({"checklist"}),
    "light bulb": frozenset({"candle"}),
}
"""Things that are too general to be shown beside the particular ones."""

Meaning = tuple[tuple[str, str], ...]
"""Kinds and names: what a word or phrase brings into the scene."""


@dataclass(slots=True)
class _Notes:
    """What was found so far, in the order of the words."""

    found: dict[str, list[str]] = field(default_factory=dict)
    subjects: list[Subject] = field(default_factory=list)
    colours: list[str] = field(default_factory=list)
    known: list[tuple[str, Meaning]] = field(default_factory=list)
    unknown: list[str] = field(default_factory=list)
    left_out: list[str] = field(default_factory=list)
    bridge: list[str] = field(default_factory=list)
    """The words since the last thing; a dot for one that brought something else."""

    def first(self, kind: str) -> str:
        return self.found.get(kind, [""])[0]


def read(prompt: str, seed: int) -> Reading | None:
    """The scene that `prompt` describes; None when no word of it is known."""
    notes = _noted(prompt)
    if not (notes.found or notes.subjects or notes.colours):
        return None
    rng = Random(f"scene {seed}")
    subjects = _shown(notes.subjects)
    place = _place(notes) or _implied_place(notes, subjects)
    mood = notes.first("mood")
    hours = (IMPLIED_TIMES[subject.name] for subject in subjects if subject.name in IMPLIED_TIMES)
    time = notes.first("time") or next(hours, "") or MOOD_TIMES.get(mood, "noon")
    weather = frozenset(notes.found.get("weather", ()))
    season = notes.first("season") or (
        "winter" if "snow" in weather else rng.choice(("spring", "summer", "summer"))
    )
    scene = Scene(place, time, season, weather, mood, subjects, tuple(notes.colours), notes.first("style"))
    shown = _contents(scene)
    return Reading(
        scene,
        tuple(dict.fromkeys(word for word, meaning in notes.known if shown & set(meaning))),
        tuple(dict.fromkeys(notes.unknown)),
        tuple(dict.fromkeys(word for word, meaning in notes.known if not shown & set(meaning))),
        tuple(dict.fromkeys(notes.left_out)),
    )


def _contents(scene: Scene) -> set[tuple[str, str]]:
    """Everything that is in a scene, as kinds and names; the general is in it with the particular."""
    subjects = {subject.name for subject in scene.subjects}
    general = {name for name, specific in GENERAL.items() if subjects & specific}
    worn = {name for subject in scene.subjects for name in subject.wears}
    single = {
        ("place", scene.place), ("time", scene.time), ("season", scene.season), ("mood", scene.mood),
        ("style", scene.style),
    }  # fmt: skip
    return (
        single
        | {("thing", name) for name in subjects | general | worn}
        | {("wear", name) for name in worn}
        | {("weather", name) for name in scene.weather}
        | {("colour", tone) for tone in scene.colours}
    )


def _noted(prompt: str) -> _Notes:
    words = [match.group().replace("’", "'") for match in WORD.finditer(prompt[:MOST_LETTERS])][:MOST_WORDS]
    notes, place = _Notes(), 0
    colour, colour_until = "", 0
    denied_until = 0
    while place < len(words):
        length, meaning = _meaning(words, place)
        text = " ".join(words[place : place + length])
        if text.casefold() in NEGATIONS:
            denied_until = place + length + REACH_OF_NEGATION
        elif meaning and place < denied_until:
            notes.left_out.append(text)
            denied_until = 0
        elif meaning and meaning[0][0] == "colour":
            colour, colour_until = meaning[0][1], place + length + REACH_OF_COLOUR
            notes.colours.append(colour)
            notes.known.append((text, meaning))
        elif meaning and _note(notes, meaning, colour if place < colour_until else None):
            notes.known.append((text, meaning))
            colour_until = 0
        elif text.casefold() not in SMALL_WORDS and not text.isdigit():
            notes.unknown.append(text)
        if not meaning:
            notes.bridge.append(text.casefold())
        place += length
    return notes


def _note(notes: _Notes, meaning: Meaning, colour: str | None) -> bool:
    """Whether anything came of it: what is only worn needs somebody who wears it."""
    for kind, name in meaning:
        if kind not in {"thing", "wear"}:
            notes.found.setdefault(kind, []).append(name)
            notes.bridge.append("." if kind != "style" else "")
            continue
        dressed = joined(notes.subjects[-1], name, colour, notes.bridge) if notes.subjects else None
        if dressed is not None:
            notes.subjects[-1] = dressed
        elif kind == "wear":
            return False
        elif all(subject.name != name for subject in notes.subjects):
            notes.subjects.append(Subject(name, colour))
        notes.bridge.clear()
    return True


def _place(notes: _Notes) -> str:
    """The last place named is where it is (a mountain road, a desk in a café), but for what surrounds all."""
    places = notes.found.get("place", [""])
    return next((place for place in places if place in ALL_AROUND), places[-1])


def _shown(subjects: list[Subject]) -> tuple[Subject, ...]:
    """Without what only says again, in general, what another one shows: a woman running is one runner."""
    names = {subject.name for subject in subjects}
    kept = [subject for subject in subjects if not names & GENERAL.get(subject.name, frozenset())]
    return tuple(kept[:MOST_SUBJECTS])


def _implied_place(notes: _Notes, subjects: tuple[Subject, ...]) -> str:
    for subject in subjects:
        for name in (*subject.wears, subject.name):
            if name in IMPLIED_PLACES:
                return IMPLIED_PLACES[name]
    if subjects:
        return "set"
    mood = notes.first("mood")
    if mood:
        return MOOD_PLACES[mood]
    return "hills" if notes.found else "set"


def _meaning(words: list[str], place: int) -> tuple[int, Meaning]:
    """How many words from `place` belong together, and what they mean."""
    lexicon = _lexicon()
    for length in range(min(LONGEST_PHRASE, len(words) - place), 0, -1):
        phrase = " ".join(words[place : place + length]).casefold()
        for form in _forms(phrase):
            if form in lexicon and phrase not in LINKING:
                return length, lexicon[form]
    return 1, ()


def _forms(phrase: str) -> Iterator[str]:
    """The phrase, and what its last word may be an inflection of."""
    yield phrase
    phrase = phrase.removesuffix("'s")
    yield phrase
    if phrase.endswith("ies"):
        yield phrase[:-3] + "y"
    if phrase.endswith("ves"):
        yield phrase[:-3] + "f"
    if phrase.endswith("es"):
        yield phrase[:-2]
    if phrase.endswith("s"):
        yield phrase[:-1]
    for ending in ("ing", "ed", "er", "ly"):
        if phrase.endswith(ending) and len(phrase) > len(ending) + 2:
            stem = phrase[: -len(ending)]
            yield stem
            yield stem + "e"
            if stem[-1] == stem[-2]:
                yield stem[:-1]


@lru_cache(maxsize=1)
def _lexicon() -> dict[str, Meaning]:
    """Every word and phrase with its meaning; what comes later wins."""
    lexicon: dict[str, Meaning] = {}
    tables = (
        ("mood", MOODS),
        ("place", PLACES),
        ("time", TIMES),
        ("season", SEASONS),
        ("weather", WEATHERS),
        ("wear", WORN),
        ("thing", THINGS),
        ("style", STYLES),
    )
    for kind, table in tables:
        for name, words in table.items():
            for word in words.split(", "):
                lexicon[word] = ((kind, name),)
    lexicon |= {word: (("colour", tone),) for word, tone in COLOURS.items()}
    for phrase, meanings in METAPHORS.items():
        parts = [meaning.split(":") for meaning in meanings.split(", ")]
        lexicon[phrase] = tuple((kind, name) for kind, name in parts)
    return lexicon
