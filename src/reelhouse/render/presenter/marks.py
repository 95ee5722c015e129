"""What life and birth have written on a face: freckles, moles, pale patches, jewels and wrinkles."""

from collections.abc import Callable
from math import cos, pi, sin
from random import Random

from reelhouse.media.appearance import Appearance, Mark
from reelhouse.render.presenter.ink import both, ellipse, fill, glow, line, mix, soft, soft_line
from reelhouse.render.presenter.palette import Palette

FRECKLES = 64

LATER = 0.3
LATE = 0.6
"""Degrees of age from which brow and eyes show it, and from which cheeks and chin do."""


def draw_marks(appearance: Appearance, palette: Palette) -> str:
    """What belongs into the skin, beneath its light and shadow."""
    rng = Random(f"marks {appearance.seed}")
    parts = _freckles(appearance, palette) if appearance.freckles else ""
    for mark in appearance.marks:
        if mark in MARKS:
            parts += MARKS[mark](rng, palette)
    return parts


def draw_jewels(appearance: Appearance) -> str:
    """What lies on the skin, beneath glasses only."""
    nose = appearance.features
    drop = 8 * nose.nose_length
    wing = (30 if appearance.lashes else 35) + 11 * nose.nose_width
    parts = ""
    if Mark.NOSE_STUD in appearance.marks:
        parts += ellipse(wing - 2, 80 + drop, 4.6, 4.6, "#d8b25c") + ellipse(
            wing - 3.4, 78.4 + drop, 1.6, 1.6, "#ffffff", 0.9
        )
    if Mark.NOSE_RING in appearance.marks:
        ring = (
            f"M{wing - 4},{82 + drop:g} C{wing + 9},{82 + drop:g} {wing + 8},{102 + drop:g} "
            f"{wing - 7},{101 + drop:g}"
        )
        parts += line(ring, "#c99a3f", 3.4) + line(ring, "#f7e2a4", 1.1, 0.8)
    if Mark.BINDI in appearance.marks:
        parts += ellipse(0, -76, 7.5, 8.5, mix(appearance.lips, "#a01828", 0.6)) + ellipse(
            -2, -79, 2, 2, "#ffffff", 0.4
        )
    return parts


def draw_wrinkles(degree: float, palette: Palette) -> str:
    """From the first folds beside the nose (0.2) to a face that has laughed for seventy years (1)."""
    if not degree:
        return ""
    fold = "M-40,88 C-62,104 -72,126 -72,148"
    parts = both(soft_line(fold, palette.deep, 12, 0.2 + 0.3 * degree))
    parts += both(line(fold, palette.line, 2.4, 0.12 + 0.26 * degree))
    if degree > LATER:
        feet = "M-132,-8 Q-146,-14 -156,-22 M-134,2 Q-148,2 -160,-2 M-132,11 Q-144,16 -154,20"
        brow = "M-88,-132 Q0,-144 86,-132 M-72,-112 Q0,-122 70,-112"
        bags = "M-112,34 Q-82,48 -50,36"
        parts += both(
            line(feet, palette.line, 2.2, 0.4 * degree) + line(bags, palette.line, 2.2, 0.3 * degree)
        )
        parts += line(brow, palette.line, 2.2, 0.28 * degree)
    if degree > LATE:
        late = (degree - LATE) / (1 - LATE)
        corner = "M-66,164 C-74,180 -74,192 -68,206"
        jowl = "M-132,150 C-118,186 -98,206 -70,216"
        frown = "M-9,-70 Q-13,-56 -10,-44"
        parts += both(
            line(corner, palette.line, 2.2, 0.34 * late)
            + soft_line(jowl, palette.deep, 26, 0.3 * late)
            + line(frown, palette.line, 2, 0.3 * late)
        )
        parts += line("M-58,-152 Q0,-160 60,-152", palette.line, 2, 0.24 * late)
        parts += both(glow(-84, 40, 34, 14, palette.deep, 0.24 * late))
    return parts


def _freckles(appearance: Appearance, palette: Palette) -> str:
    rng = Random(f"freckles {appearance.seed}")
    dots = ""
    for _ in range(round(FRECKLES * appearance.freckles)):
        side = rng.choice((-1, 1))
        x = side * (14 + abs(rng.gauss(0, 1)) * 46)
        y = 52 + rng.gauss(0, 15) + abs(x) * 0.08
        dots += ellipse(
            x, y, rng.uniform(1.5, 3.1), rng.uniform(1.4, 2.7), palette.deep, rng.uniform(0.3, 0.6)
        )
    return dots


def _mole(rng: Random, palette: Palette) -> str:
    x, y = rng.choice(((-92, 96), (104, 88), (-118, 60), (70, 182), (-66, 178), (112, 118)))
    return _spot(x, y, 4.4, palette)


def _beauty_spot(rng: Random, palette: Palette) -> str:
    return _spot(rng.choice((-1, 1)) * rng.uniform(52, 64), rng.uniform(116, 126), 3.6, palette)


def _spot(x: float, y: float, size: float, palette: Palette) -> str:
    tone = mix(palette.line, "#2a1210", 0.5)
    return ellipse(x, y, size, size * 0.92, tone, 0.85) + ellipse(
        x - size * 0.3, y - size * 0.35, size * 0.3, size * 0.25, palette.light, 0.4
    )


def _dimples(_rng: Random, palette: Palette) -> str:
    dent = "M-88,126 Q-98,140 -90,156"
    return both(soft_line(dent, palette.deep, 11, 0.42) + line(dent, palette.line, 2, 0.22))


def _cleft_chin(_rng: Random, palette: Palette) -> str:
    return soft_line("M0,206 Q-2,216 0,228", palette.deep, 10, 0.6)


def _vitiligo(rng: Random, palette: Palette) -> str:
    """Pale patches around one eye, at the mouth and on the brow, with frayed edges."""
    pale = mix(palette.skin, "#f3d3bd", 0.6)
    side = rng.choice((-1, 1))
    places = (
        (side * 104, 14, 48, 40),
        (side * -70, 168, 44, 30),
        (side * 40, 196, 36, 26),
        (side * -84, -126, 50, 26),
        (side * 146, 92, 24, 40),
    )
    return soft("".join(fill(_patch(rng, *place), pale, 0.74) for place in places), 4)


def _patch(rng: Random, x: float, y: float, rx: float, ry: float) -> str:
    """A closed, wavy outline."""
    count = 14
    points = []
    for number in range(count):
        turn, reach = 2 * pi * number / count, rng.uniform(0.72, 1.14)
        points.append((x + rx * reach * cos(turn), y + ry * reach * sin(turn)))
    middles = [
        ((x1 + x2) / 2, (y1 + y2) / 2)
        for (x1, y1), (x2, y2) in zip(points, points[1:] + points[:1], strict=True)
    ]
    bends = " ".join(
        f"Q{x1:.1f},{y1:.1f} {x2:.1f},{y2:.1f}" for (x1, y1), (x2, y2) in zip(points, middles, strict=True)
    )
    return f"M{middles[-1][0]:.1f},{middles[-1][1]:.1f} {bends} Z"


MARKS: dict[Mark, Callable[[Random, Palette], str]] = {
    Mark.MOLE: _mole,
    Mark.BEAUTY_SPOT: _beauty_spot,
    Mark.DIMPLES: _dimples,
    Mark.CLEFT_CHIN: _cleft_chin,
    Mark.VITILIGO: _vitiligo,
}
