"""What a prompt asks to hear: sounds in order, how many, how large, how far, and where."""

import re
from dataclasses import dataclass

from reelhouse.engines.sound.synthesis.recipes import BY_WORDS, Recipe

NUMBERS = {
    "single": 1, "one": 1, "two": 2, "double": 2, "three": 3, "triple": 3, "four": 4, "five": 5, "six": 6,
    "seven": 7, "eight": 8, "nine": 9, "ten": 10, "several": 4, "few": 3, "many": 8,
}  # fmt: skip
SPACES = {
    "canyon": "canyon", "valley": "canyon", "mountains": "canyon", "cave": "cave", "tunnel": "cave",
    "hall": "hall", "cathedral": "hall", "church": "hall", "warehouse": "hall", "echo": "canyon",
    "echoing": "canyon", "reverb": "hall", "room": "room", "corridor": "hall", "bathroom": "room",
}  # fmt: skip
SIZES = {
    "big": 0.75, "huge": 0.6, "deep": 0.65, "heavy": 0.75, "large": 0.8, "low": 0.75, "giant": 0.6,
    "small": 1.3, "tiny": 1.6, "light": 1.2, "high": 1.35, "sharp": 1.1, "little": 1.3,
}  # fmt: skip
FAR = frozenset({"distant", "far", "faraway", "muffled", "faint"})
THEN = frozenset({"then", "followed", "after", "before", "finally"})
IDLE = frozenset(
    {"a", "an", "the", "of", "in", "on", "with", "and", "to", "at", "by", "from", "quick", "short", "dry"}
    | {
        "long",
        "tail",
        "sound",
        "effect",
        "sounds",
        "loud",
        "soft",
        "slow",
        "fast",
        "into",
        "as",
        "is",
        "very",
    }
)
WORD = re.compile(r"[a-z0-9']+")
LONGEST_PHRASE = 4


@dataclass(frozen=True, slots=True)
class Cue:
    """One sound of the prompt. `speed` plays it higher or lower; `turn` is which comes after which."""

    recipe: Recipe
    times: int
    speed: float
    far: bool
    turn: int


@dataclass(frozen=True, slots=True)
class Scene:
    cues: tuple[Cue, ...]
    space: str
    unknown: tuple[str, ...]


def read_prompt(prompt: str) -> Scene:
    """The longest phrases win; a number, a size or a distance belongs to the next sound."""
    words = WORD.findall(prompt.lower())
    cues: list[Cue] = []
    unknown: list[str] = []
    space, turn = "", 0
    times, speed, far = 0, 1.0, False
    place = 0
    while place < len(words):
        phrase, recipe = _longest(words, place)
        if recipe is not None:
            if not any(cue.recipe is recipe and cue.turn == turn for cue in cues):
                cues.append(Cue(recipe, times, speed, far, turn))
            times, speed, far = 0, 1.0, False
            place += phrase
            continue
        word = words[place]
        place += 1
        if word in NUMBERS or word.isdecimal():
            times = NUMBERS.get(word) or min(int(word[:4]), 40)
        elif word in SPACES:
            space = space or SPACES[word]
        elif word in SIZES:
            speed *= SIZES[word]
        elif word in FAR:
            far = True
        elif word in THEN:
            turn += 1 if cues else 0
        elif word not in IDLE and word not in unknown:
            unknown.append(word)
    return Scene(tuple(cues), space, tuple(unknown))


def _longest(words: list[str], place: int) -> tuple[int, Recipe | None]:
    for length in range(min(LONGEST_PHRASE, len(words) - place), 0, -1):
        recipe = BY_WORDS.get(" ".join(words[place : place + length]))
        if recipe is not None:
            return length, recipe
    return 0, None
