"""Where a presenter stands on a canvas."""

from dataclasses import dataclass

from reelhouse.media.composition import Canvas

WIDE = 1.25


@dataclass(frozen=True, slots=True)
class Standing:
    """The point between the eyes (even pixels), and how many pixels a head unit takes."""

    x: int
    y: int
    scale: float


def stand_on(canvas: Canvas) -> Standing:
    """Upright pictures fill their width with the shoulders, wide ones their height with head and chest."""
    shape = canvas.width / canvas.height
    if shape > WIDE:
        scale, height = canvas.height / 1080 * 0.94, 0.42
    elif shape > 1 / WIDE:
        scale, height = canvas.height / 1080 * 0.9, 0.42
    else:
        scale, height = canvas.width / 1080 * 1.06, 0.375
    return Standing(2 * (canvas.width // 4), 2 * round(canvas.height * height / 2), scale)


BUST_UNITS = 800
"""How many head units the picture of a bust is wide."""


def bust_on(canvas: Canvas) -> Standing:
    """Head and shoulders that fill a small picture."""
    scale = min(canvas.width, canvas.height) / BUST_UNITS
    return Standing(2 * (canvas.width // 4), 2 * round(canvas.height * 0.41 / 2), scale)
