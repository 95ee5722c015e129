"""Figures within tags: tempo, key and metre."""

import re
from dataclasses import dataclass

SLOWEST, FASTEST = 40.0, 240.0
TEMPO = re.compile(r"(?<![\d.])(\d{2,3}(?:\.\d+)?)\s*-?\s*(?:bpm|beats (?:per|a) minute)\b", re.IGNORECASE)
MODE_WORDS = {
    "major": "major", "maj": "major", "minor": "minor", "min": "minor", "dorian": "dorian",
    "phrygian": "phrygian",
    "lydian": "lydian", "mixolydian": "mixolydian", "aeolian": "minor", "ionian": "major",
}  # fmt: skip
KEY = re.compile(
    rf"\b(?:in |key of |key: ?)*([A-G])(?:[ -]?(sharp|flat)|([#♯b♭]))?[ -]?({'|'.join(MODE_WORDS)})\b",
    re.IGNORECASE,
)
BARE_KEY = re.compile(r"\bkey of ([A-G])(?:[ -]?(sharp|flat)|([#♯b♭]))?(m)?(?![\w#♯♭])", re.IGNORECASE)
SHORT_KEY = re.compile(r"^([A-G])()([#♯b♭])?(m)?$")
METRE = re.compile(r"(?<!\d)(2|3|4|5|6|7|9|12)\s*/\s*(2|4|8)(?!\d)")
NATURAL = {"c": 0, "d": 2, "e": 4, "f": 5, "g": 7, "a": 9, "b": 11}
NAMES = ("C", "C#", "D", "Eb", "E", "F", "F#", "G", "Ab", "A", "Bb", "B")


@dataclass(frozen=True, slots=True)
class Figures:
    """What was found, what of the text told it, and the text without it."""

    tempo: float | None
    tonic: int | None
    mode: str | None
    beats: int | None
    told: tuple[str, ...]
    rest: str
    notes: tuple[str, ...] = ()


def figures_of(tags: str) -> Figures:
    """The first tempo, key and metre in `tags`; a tempo that nobody plays is bounded, and told."""
    told: list[str] = []
    notes: list[str] = []
    rest, tempo = _tempo(tags, told, notes)
    rest, tonic, mode = _key(rest, told)
    rest, beats = _metre(rest, told, notes)
    return Figures(tempo, tonic, mode, beats, tuple(told), rest, tuple(notes))


def _tempo(tags: str, told: list[str], notes: list[str]) -> tuple[str, float | None]:
    found = TEMPO.search(tags)
    if found is None:
        return tags, None
    asked = float(found[1])
    tempo = min(max(asked, SLOWEST), FASTEST)
    if tempo != asked:
        notes.append(f"{asked:g} bpm is outside of {SLOWEST:g} to {FASTEST:g}; it plays {tempo:g}.")
    told.append(f"{asked:g} bpm")
    return TEMPO.sub(" ", tags), tempo


def _key(tags: str, told: list[str]) -> tuple[str, int | None, str | None]:
    if found := KEY.search(tags):
        tonic, mode = _tonic(found), MODE_WORDS[found[4].lower()]
    elif found := BARE_KEY.search(tags):
        tonic, mode = _tonic(found), "minor" if found[4] else "major"
    else:
        found = next((short for tag in tags.split(",") if (short := SHORT_KEY.match(tag.strip()))), None)
        if found is None:
            return tags, None, None
        tonic, mode = _tonic(found), "minor" if found[4] else "major"
        told.append(f"{NAMES[tonic]} {mode}")
        return ",".join(tag for tag in tags.split(",") if tag.strip() != found[0]), tonic, mode
    told.append(f"{NAMES[tonic]} {mode}")
    return tags[: found.start()] + " " + tags[found.end() :], tonic, mode


def _tonic(found: re.Match[str]) -> int:
    sign = (found[2] or found[3] or "").lower()
    shift = {"sharp": 1, "#": 1, "♯": 1, "flat": -1, "b": -1, "♭": -1}.get(sign, 0)
    return (NATURAL[found[1].lower()] + shift) % 12


def _metre(tags: str, told: list[str], notes: list[str]) -> tuple[str, int | None]:
    found = METRE.search(tags)
    if found is None:
        return tags, None
    above, below = int(found[1]), int(found[2])
    beats = {(2, 4): 4, (2, 2): 4, (4, 2): 4, (6, 8): 3, (3, 8): 3, (9, 8): 3, (12, 8): 4}.get(
        (above, below), above
    )
    if (above, below) in {(9, 8), (12, 8), (7, 8), (5, 8), (4, 8), (2, 2), (4, 2), (2, 4)}:
        notes.append(f"{found[0]} is played as {beats}/4.")
    beats = beats if beats in {3, 4, 5, 7} else 4
    told.append(found[0])
    return METRE.sub(" ", tags), beats
