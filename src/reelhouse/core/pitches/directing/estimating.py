"""What a plan will cost, and how long it lasts."""

from fractions import Fraction

from reelhouse.core.pitches.plan import ArtifactType, Estimate, PlannedScene
from reelhouse.core.pitches.settings import PitchSettings
from reelhouse.kit.money import MICROS_PER_CENT, MicroDollars


def estimate_of(
    artifact: ArtifactType, scenes: tuple[PlannedScene, ...], prices: PitchSettings, *, is_spoken: bool
) -> Estimate:
    """Seconds or slides at their price, a started cent counted whole."""
    seconds = sum((scene.seconds for scene in scenes), Fraction(0))
    if artifact is ArtifactType.CAROUSEL:
        exact = Fraction(prices.slide * len(scenes))
    else:
        exact = prices.second * seconds
    return Estimate(
        seconds=seconds,
        price=MicroDollars(-int(-exact // MICROS_PER_CENT) * MICROS_PER_CENT),
        scenes=len(scenes),
        spoken_characters=sum(len(scene.narration) for scene in scenes) if is_spoken else 0,
    )
