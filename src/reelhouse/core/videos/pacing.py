"""How long a script takes, and which duration is charged for it.

Speech is reckoned at 2.5 words a second, so 5, 10 and 15 seconds hold 12, 25 and 37 words. A word is what
stands between spaces; where people write without spaces, it is as many characters as a word has there.
"""

import math
import re
from fractions import Fraction

from reelhouse.core.videos.errors import ScriptTooLong
from reelhouse.core.videos.types import Pacing

WORDS_PER_SECOND = Fraction(5, 2)
DURATIONS = (5, 10, 15)

CHARACTERS_OF_A_WORD = {
    re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]"): 2,  # Chinese, Japanese
    re.compile(r"[\u0e01-\u0eff\u1000-\u109f\u1780-\u17ff]"): 4,  # Thai, Lao, Burmese, Khmer
}


def count_words(text: str) -> int:
    words = Fraction(0)
    for character, in_a_word in CHARACTERS_OF_A_WORD.items():
        text, found = character.subn(" ", text)
        words += Fraction(found, in_a_word)
    if not words:
        return len(text.split())
    return sum(any(map(str.isalnum, token)) for token in text.split()) + math.ceil(words)


def max_words_in(seconds: int) -> int:
    return int(seconds * WORDS_PER_SECOND)


LONGEST_SCRIPT_WORDS = max_words_in(DURATIONS[-1])


def pace_script(script: str, target_seconds: int | None, voice_speed: float = 1.0) -> Pacing:
    """Choose the duration of a video from its script; a target that is too short moves up.

    Raises `ScriptTooLong` past the longest duration.
    """
    words = count_words(script)
    if words > LONGEST_SCRIPT_WORDS:
        raise ScriptTooLong(words, LONGEST_SCRIPT_WORDS)
    needed = next(seconds for seconds in DURATIONS if words <= max_words_in(seconds))
    seconds = max(needed, target_seconds or needed)
    return Pacing(
        words, seconds, max_words_in(seconds), _warning(words, target_seconds, seconds, voice_speed)
    )


def _warning(words: int, target: int | None, seconds: int, voice_speed: float) -> str | None:
    if target is not None and target < seconds:
        return (
            f"The script has {words} words and {target} s hold {max_words_in(target)}; "
            f"the duration was raised to {seconds} s."
        )
    spoken = words / float(WORDS_PER_SECOND) / voice_speed
    if spoken > seconds:
        return (
            f"At {voice_speed:g}x the script takes {spoken:.1f} s; "
            f"it is spoken just fast enough to fit into {seconds} s."
        )
    return None
