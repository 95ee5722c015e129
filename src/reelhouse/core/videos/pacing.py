"""How long a script takes, and which duration is charged for it.

Speech is reckoned at 2.5 words a second, so 5, 10 and 15 seconds hold 12, 25 and 37 words.
"""

from fractions import Fraction

from reelhouse.core.videos.errors import ScriptTooLong
from reelhouse.core.videos.types import Pacing

WORDS_PER_SECOND = Fraction(5, 2)
DURATIONS = (5, 10, 15)


def max_words_in(seconds: int) -> int:
    return int(seconds * WORDS_PER_SECOND)


LONGEST_SCRIPT_WORDS = max_words_in(DURATIONS[-1])


def pace_script(script: str, target_seconds: int | None, voice_speed: float = 1.0) -> Pacing:
    """Choose the duration of a video from its script; a target that is too short moves up.

    Raises `ScriptTooLong` past the longest duration.
    """
    words = len(script.split())
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
