"""How a tone is spoken, worn and accompanied: pace, pitch, face and music."""

from dataclasses import dataclass

from reelhouse.engines.music.types import Feel
from reelhouse.engines.text.types import Tone
from reelhouse.media.composition import Expression


@dataclass(frozen=True, slots=True)
class Delivery:
    """`speed` multiplies the pace; the shifts are added to a voice's pitch and pitch range (0–100).

    The caller chooses the mood of the music; `music` is how that is played.
    """

    expression: Expression
    speed: float = 1.0
    pitch_shift: int = 0
    pitch_range_shift: int = 0
    music: Feel = Feel.PLAIN


DELIVERIES: dict[Tone | None, Delivery] = {
    None: Delivery(Expression.FRIENDLY),
    Tone.ENERGETIC: Delivery(
        Expression.ENERGETIC, speed=1.08, pitch_shift=5, pitch_range_shift=18, music=Feel.DRIVING
    ),
    Tone.CALM: Delivery(
        Expression.CALM, speed=0.93, pitch_shift=-4, pitch_range_shift=-14, music=Feel.GENTLE
    ),
    Tone.CONFIDENT: Delivery(Expression.CONFIDENT, pitch_shift=-4, pitch_range_shift=4, music=Feel.STEADY),
    Tone.DRAMATIC: Delivery(
        Expression.DRAMATIC, speed=0.95, pitch_shift=-6, pitch_range_shift=20, music=Feel.TENSE
    ),
}
