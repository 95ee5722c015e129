"""How a tone is cut: how often the camera moves in, and how pictures come and go."""

from dataclasses import dataclass
from fractions import Fraction

from reelhouse.engines.text.types import Tone
from reelhouse.media.composition import Framing, TransitionKind


@dataclass(frozen=True, slots=True)
class Rhythm:
    """`fewest_words` are said before the camera moves; `framings` take turns.

    `at_phrases` lets it move within a sentence. `to_picture` and `to_presenter` are how either takes over
    (None is a hard cut), `seconds` how long that lasts, and `zoom` how far the camera goes into a picture.
    """

    framings: tuple[Framing, ...]
    fewest_words: int
    at_phrases: bool = False
    between: TransitionKind | None = None
    to_picture: TransitionKind | None = None
    to_presenter: TransitionKind | None = None
    seconds: Fraction = Fraction(3, 10)
    zoom: float = 1.12


RHYTHMS: dict[Tone | None, Rhythm] = {
    None: Rhythm((Framing.MEDIUM, Framing.CLOSE), fewest_words=5),
    Tone.ENERGETIC: Rhythm(
        (Framing.MEDIUM, Framing.CLOSE),
        fewest_words=3,
        at_phrases=True,
        to_picture=TransitionKind.ZOOM,
        seconds=Fraction(1, 5),
        zoom=1.16,
    ),
    Tone.CALM: Rhythm(
        (Framing.MEDIUM, Framing.CLOSE),
        fewest_words=12,
        between=TransitionKind.DISSOLVE,
        to_picture=TransitionKind.DISSOLVE,
        to_presenter=TransitionKind.DISSOLVE,
        seconds=Fraction(3, 5),
        zoom=1.07,
    ),
    Tone.CONFIDENT: Rhythm((Framing.MEDIUM,), fewest_words=8, zoom=1.1),
    Tone.DRAMATIC: Rhythm(
        (Framing.CLOSE, Framing.MEDIUM),
        fewest_words=10,
        to_picture=TransitionKind.DISSOLVE,
        seconds=Fraction(1, 2),
        zoom=1.2,
    ),
}
