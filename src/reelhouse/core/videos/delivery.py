"""How a tone is spoken and worn: pace, pitch and face."""

from dataclasses import dataclass

from reelhouse.engines.text.types import Tone
from reelhouse.media.composition import Expression


@dataclass(frozen=True, slots=True)
class Delivery:
    """`speed` multiplies the pace; the shifts are added to a voice's pitch and pitch range (0–100)."""

    expression: Expression
    speed: float = 1.0
    pitch_shift: int = 0
    pitch_range_shift: int = 0


DELIVERIES: dict[Tone | None, Delivery] = {
    None: Delivery(Expression.FRIENDLY),
    Tone.ENERGETIC: Delivery(Expression.ENERGETIC, speed=1.08, pitch_shift=5, pitch_range_shift=18),
    Tone.CALM: Delivery(Expression.CALM, speed=0.93, pitch_shift=-4, pitch_range_shift=-14),
    Tone.CONFIDENT: Delivery(Expression.CONFIDENT, pitch_shift=-4, pitch_range_shift=4),
    Tone.DRAMATIC: Delivery(Expression.DRAMATIC, speed=0.95, pitch_shift=-6, pitch_range_shift=20),
}
