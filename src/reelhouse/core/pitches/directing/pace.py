"""How long a voice takes to say something, known from the text alone.

Syllables, long vowels, kinds of consonants and pauses are counted, and weighed by what the builtin voices
take for them: least squares over 68 sentences by six voices (`tests/core/pitches/directing/test_pace.py`
measures again). Other voices come near: all are asked for the same natural rate of 2.5 words a second.
"""

import re
from dataclasses import dataclass
from functools import lru_cache

from reelhouse.core.actors.library import LIBRARY
from reelhouse.core.pitches.plan import VoiceChoice
from reelhouse.core.videos.delivery import DELIVERIES
from reelhouse.engines.text.types import Tone

FPS = 30
TOKEN = re.compile(r"[$€£]?\d[\d,]*(?:\.\d+)?%?|[^\W\d_]+(?:['’][^\W\d_]+)*")
VOWELS = re.compile(r"[aeiouy]+", re.IGNORECASE)
SENTENCE_END = re.compile(r"[.!?:…]+(?=\s|$)")
COMMA = re.compile(r"[,;–—](?=\s|$)|\s-\s")
PACES = {actor.slug: actor.voice.pace for actor in LIBRARY}
ONES = (1, 1, 1, 1, 1, 1, 1, 2, 1, 1, 1, 3, 1, 2, 2, 2, 2, 3, 2, 2)  # syllables of zero to nineteen
TENS = (0, 0, 2, 2, 2, 2, 2, 3, 2, 2)
YEARS = range(1100, 2100)

RUBBED = re.compile(r"[fsvzx]|th|sh|ch|c(?=[eiy])")
STRUCK = re.compile(r"[ptkbdgqj]|c(?![eiyh])")
SUNG = re.compile(r"[mnlrwh]")
LONG = re.compile(
    r"ai|ay|ea|ee|oa|oo|ou|ow|igh|oi|oy|ey|ie|[aeiou][bcdfgklmnprstvz]e\b|o\b|y\b",
)
ONCE, PER_SYLLABLE, PER_NUMBER_SYLLABLE, PER_COMMA, PER_SENTENCE = 0.3836, 0.0732, 0.2693, 0.3806, 0.5869
PER_RUBBED, PER_STRUCK, PER_SUNG, PER_LONG = 0.0921, 0.0844, 0.0266, 0.1017
"""Seconds."""


@dataclass(frozen=True, slots=True)
class Pace:
    """`rate` multiplies the natural rate: of the voice, of its speed, and of the tone it speaks in."""

    rate: float = 1.0

    def seconds_of(self, text: str) -> float:
        """Seconds that it takes to say `text`; 0 for nothing."""
        return _natural(" ".join(text.split())) / self.rate

    def frames_of(self, text: str) -> int:
        """The same in frames, a started one counted."""
        return -int(-self.seconds_of(text) * FPS // 1)


NATURAL = Pace()


def pace_of(voice: VoiceChoice, tone: Tone | None) -> Pace:
    """As `voicing` speaks; a voice that is not of the library is taken for an average one."""
    return Pace(voice.speed * PACES.get(voice.actor, 1.0) * DELIVERIES[tone].speed)


@lru_cache(maxsize=20_000)
def _natural(text: str) -> float:
    tokens = TOKEN.findall(text)
    if not tokens:
        return 0.0
    numbers = [token for token in tokens if not token[0].isalpha()]
    words = [token for token in tokens if token[0].isalpha()]
    letters = " ".join(words).lower()
    inner = text.strip().rstrip(".!?:… ")
    return (
        ONCE
        + PER_SYLLABLE * sum(_word_said(word) for word in words)
        + PER_NUMBER_SYLLABLE * sum(_number_said(number) for number in numbers)
        + PER_COMMA * len(COMMA.findall(inner))
        + PER_SENTENCE * len(SENTENCE_END.findall(inner))
        + PER_RUBBED * len(RUBBED.findall(letters))
        + PER_STRUCK * len(STRUCK.findall(letters))
        + PER_SUNG * len(SUNG.findall(letters))
        + PER_LONG * len(LONG.findall(letters))
    )


def _word_said(word: str) -> int:
    """Its syllables; an acronym is spelled out."""
    if word.isupper() and 1 < len(word) <= len("ABCDE"):
        return sum(3 if letter == "W" else 1 for letter in word)
    return syllables_of(word)


def syllables_of(word: str) -> int:
    low = word.lower().replace("’", "'")
    if not low.isascii():
        return max(len(low) // 2, 1)
    bare = low.replace("'", "")
    found = len(VOWELS.findall(bare))
    if bare.endswith("e") and not bare.endswith(("le", "ee", "ye", "ie")) and found > 1:
        found -= 1
    if bare.endswith("es") and not bare.endswith(
        ("ses", "ces", "ges", "xes", "zes", "ches", "shes", "les", "ies")
    ):
        found -= found > 1
    if bare.endswith("ed") and not bare.endswith(("ted", "ded", "eed")):
        found -= found > 1
    found += len(re.findall(r"(?:ia|io|eo|ua|ying|iu)(?!u?s$|n$)", bare))
    return max(found, 1)


def _number_said(token: str) -> int:
    """The syllables of an amount, a year, a share or a number as it is read out."""
    syllables = 0
    if token[0] in "$€£":
        syllables, token = 2, token[1:]
    if token.endswith("%"):
        syllables, token = syllables + 2, token[:-1]
    whole, _, decimals = token.partition(".")
    number = int(whole.replace(",", "") or 0)
    if "," not in whole and number in YEARS and not decimals:
        return syllables + _below_hundred(number // 100) + _below_hundred(number % 100)
    fraction = sum(ONES[int(digit)] for digit in decimals) + bool(decimals)
    return syllables + _integer_said(number) + fraction


def _integer_said(number: int) -> int:
    syllables = 0
    for size in (10**9, 10**6, 1000, 100):
        if number >= size:
            syllables += _integer_said(min(number // size, size)) + len(("hun", "dred"))
            number %= size
    return syllables + (_below_hundred(number) if number or not syllables else 0)


def _below_hundred(number: int) -> int:
    if number < len(ONES):
        return ONES[number]
    ten, one = divmod(number, 10)
    return TENS[ten] + (ONES[one] if one else 0)
