"""From a prompt's words to a direction: how the camera moves, and what is in the air."""

import re
from dataclasses import dataclass
from functools import lru_cache

from reelhouse.engines.video.filming.vocabulary import ELEMENTS, IDLE, MOVES, NEGATIONS, SPEEDS, TIMES, WORLDS

WORD = re.compile(r"[^\W_]+(?:[-'’][^\W_]+)*")
MOST_LETTERS, MOST_WORDS, LONGEST_PHRASE = 20_000, 400, 4
REACH_OF_NEGATION = 2
MOST_NAMED = 12
"""So many words that were not understood are told; more help nobody."""


@dataclass(frozen=True, slots=True)
class Direction:
    """What a prompt asks for. `speed` is 1 unless words say otherwise."""

    moves: tuple[str, ...] = ()
    speed: float = 1.0
    elements: tuple[str, ...] = ()
    understood: tuple[str, ...] = ()
    unknown: tuple[str, ...] = ()
    left_out: tuple[str, ...] = ()
    worlds: tuple[str, ...] = ()
    time: str = ""


def read(prompt: str) -> Direction:
    """Every known phrase counts, the longest first; what follows a "no" is left out."""
    words = [match.group().replace("’", "'").casefold() for match in WORD.finditer(prompt[:MOST_LETTERS])]
    words = words[:MOST_WORDS]
    found: dict[str, list[str]] = {}
    understood, unknown, left_out = [], [], []
    place, denied_until = 0, 0
    while place < len(words):
        length, meanings = _meaning(words, place)
        text = " ".join(words[place : place + length])
        if text in NEGATIONS:
            denied_until = place + length + REACH_OF_NEGATION
        elif meanings and place < denied_until:
            left_out.append(text)
        elif meanings:
            understood.append(text)
            for kind, name in meanings:
                found.setdefault(kind, []).append(name)
        elif text not in IDLE and not text.isdigit():
            unknown.append(text)
        place += length
    speeds = [float(speed) for speed in found.get("speed", ())]
    return Direction(
        moves=tuple(dict.fromkeys(found.get("move", ()))),
        speed=speeds[0] if speeds else 1.0,
        elements=tuple(dict.fromkeys(found.get("element", ()))),
        understood=tuple(dict.fromkeys(understood)),
        unknown=tuple(dict.fromkeys(unknown))[:MOST_NAMED],
        left_out=tuple(dict.fromkeys(left_out)),
        worlds=tuple(dict.fromkeys(found.get("world", ()))),
        time=found.get("time", [""])[0],
    )


def _meaning(words: list[str], place: int) -> tuple[int, tuple[tuple[str, str], ...]]:
    lexicon = _lexicon()
    for length in range(min(LONGEST_PHRASE, len(words) - place), 0, -1):
        phrase = " ".join(words[place : place + length])
        if phrase in lexicon:
            return length, lexicon[phrase]
    return 1, ()


@lru_cache(maxsize=1)
def _lexicon() -> dict[str, tuple[tuple[str, str], ...]]:
    """Every phrase with its meanings; some say how to move and how fast."""
    lexicon: dict[str, tuple[tuple[str, str], ...]] = {}
    speeds = {str(speed): words for speed, words in SPEEDS.items()}
    tables = (("move", MOVES), ("speed", speeds), ("element", ELEMENTS), ("world", WORLDS), ("time", TIMES))
    for kind, table in tables:
        for name, words in table.items():
            for word in words.split(", "):
                lexicon[word] = (*lexicon.get(word, ()), (kind, name))
    return lexicon
