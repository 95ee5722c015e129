"""How long a voice takes to say something, known from the text alone.

Syllables, words, stresses and pauses are counted, and weighed by what the builtin voices were measured to
take for them (`tests/core/pitches/directing/test_pace.py` measures again). Other voices come near: all are
asked for the same natural rate of 2.5 words a second.
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

PER_SYLLABLE, PER_WORD, PER_LETTER, PER_COMMA, PER_SENTENCE, ONCE = (
    0.0947,
    0.0735,
    0.0222,
    0.406,
    0.707,
    0.424,
)


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
    syllables, words, letters, commas, ends = counts(text)
    if not words:
        return 0.0
    return (
        PER_SYLLABLE * syllables
        + PER_WORD * words
        + PER_LETTER * letters
        + PER_COMMA * commas
        + PER_SENTENCE * ends
        + ONCE
    )


def counts(text: str) -> tuple[int, int, int, int, int]:
    """Syllables, words, letters, and pauses within: small ones, and those between sentences."""
    tokens = TOKEN.findall(text)
    spoken = [_said(token) for token in tokens]
    inner = text.strip().rstrip(".!?:… ")
    return (
        sum(syllables for syllables, _ in spoken),
        sum(words for _, words in spoken),
        sum(len(token) for token in tokens),
        len(COMMA.findall(inner)),
        len(SENTENCE_END.findall(inner)),
    )


def _said(token: str) -> tuple[int, int]:
    """Syllables and words of one token as it is read out."""
    if token[0].isdigit() or token[0] in "$€£":
        return _number_said(token)
    if token.isupper() and 1 < len(token) <= len("ABCDE"):
        return sum(3 if letter == "W" else 1 for letter in token), 1
    return syllables_of(token), 1


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


def _number_said(token: str) -> tuple[int, int]:
    syllables, words = 0, 0
    if token[0] in "$€£":
        syllables, words, token = 2, 1, token[1:]
    if token.endswith("%"):
        syllables, words, token = syllables + 2, words + 1, token[:-1]
    whole, _, decimals = token.partition(".")
    number = int(whole.replace(",", "") or 0)
    if "," not in whole and number in YEARS and not decimals:
        more = (_below_hundred(number // 100), _below_hundred(number % 100))
        return syllables + sum(one for one, _ in more), words + sum(two for _, two in more)
    more_syllables, more_words = _integer_said(number)
    return (
        syllables + more_syllables + sum(ONES[int(digit)] for digit in decimals) + bool(decimals),
        words + more_words + len(decimals) + bool(decimals),
    )


def _integer_said(number: int) -> tuple[int, int]:
    syllables, words = 0, 0
    for size, length in ((10**9, 2), (10**6, 2), (1000, 2), (100, 2)):
        if number >= size:
            inner_syllables, inner_words = _integer_said(min(number // size, size))
            syllables, words, number = (
                syllables + inner_syllables + length,
                words + inner_words + 1,
                number % size,
            )
    if number or not words:
        last_syllables, last_words = _below_hundred(number)
        return syllables + last_syllables, words + last_words
    return syllables, words


def _below_hundred(number: int) -> tuple[int, int]:
    if number < len(ONES):
        return ONES[number], 1
    ten, one = divmod(number, 10)
    return TENS[ten] + (ONES[one] if one else 0), 1 + bool(one)
