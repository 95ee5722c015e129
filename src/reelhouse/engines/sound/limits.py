"""What every sound engine refuses before it does anything."""

from fractions import Fraction

from reelhouse.engines.errors import EngineRefused
from reelhouse.engines.sound.types import SoundRequest

SHORTEST, LONGEST = Fraction(1), Fraction(30)


def check(engine: str, request: SoundRequest) -> None:
    """Raises `EngineRefused` for a duration or a number out of bounds, or a prompt without a word."""
    if not SHORTEST <= request.duration <= LONGEST:
        raise EngineRefused(
            engine, f"a sound lasts {SHORTEST} to {LONGEST} seconds, not {float(request.duration):g}"
        )
    for name, number in (("variety", request.variety), ("number of tokens", request.most_tokens)):
        if number is not None and number < 0:
            raise EngineRefused(engine, f"a {name} of {number} is less than nothing")
    if not any(letter.isalnum() for letter in request.prompt):
        raise EngineRefused(engine, "there is nothing in the prompt that can be heard")
