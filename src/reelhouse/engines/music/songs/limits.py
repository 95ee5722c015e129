"""What every song engine refuses."""

from fractions import Fraction

from reelhouse.engines.errors import EngineRefused
from reelhouse.engines.music.types import SongRequest

SHORTEST, LONGEST = Fraction(15), Fraction(240)
MOST_TAGS, MOST_LYRICS = 4_000, 20_000


def check(engine: str, request: SongRequest) -> None:
    """Raises `EngineRefused` for durations out of bounds, and for texts too long for tags or lyrics."""
    if not SHORTEST <= request.duration <= LONGEST:
        raise EngineRefused(
            engine, f"it composes {SHORTEST} to {LONGEST} seconds, not {float(request.duration):g}"
        )
    if len(request.tags) > MOST_TAGS:
        raise EngineRefused(engine, f"the tags have {len(request.tags)} characters, over {MOST_TAGS}")
    if len(request.lyrics) > MOST_LYRICS:
        raise EngineRefused(engine, f"the lyrics have {len(request.lyrics)} characters, over {MOST_LYRICS}")
