"""What every kind of hair is made of: a silhouette, strands on it, and curls."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import cos, pi, sin
from random import Random

from reelhouse.render.presenter.ink import clipped, fill, glowing, line, soft_line
from reelhouse.render.presenter.palette import Palette

Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Hair:
    """The layers of a hair style, as SVG in head units.

    `behind` lies behind head and neck. `front` lies on the forehead and the ears. `curtain` hangs on
    both sides of the face and over the shoulders; its lower part belongs to the body, so that the head
    may move without it.
    """

    behind: str = ""
    front: str = ""
    curtain: str = ""


def paints(palette: Palette) -> str:
    """The gradients `hair` (lit from the upper left), `hairback` (in shadow) and `curl`."""
    return (
        glowing(
            "hair",
            -80,
            -250,
            430,
            (0, palette.hair_light, 1),
            (0.42, palette.hair, 1),
            (1, palette.hair_dark, 1),
        )
        + glowing(
            "hairback",
            -60,
            -220,
            620,
            (0, palette.hair, 1),
            (0.5, palette.hair_dark, 1),
            (1, palette.hair_dark, 1),
        )
        + f'<radialGradient id="curl" cx=".36" cy=".3" r=".75"><stop offset="0" stop-color="{palette.hair_light}"/>'
        f'<stop offset=".5" stop-color="{palette.hair}"/><stop offset="1" stop-color="{palette.hair_dark}"/></radialGradient>'
    )


def along(points: Sequence[Point], share: float) -> Point:
    """The point at `share` (0-1) of a line through equally weighted `points`."""
    at = min(max(share, 0.0), 1.0) * (len(points) - 1)
    index = min(int(at), len(points) - 2)
    rest = at - index
    (x1, y1), (x2, y2) = points[index], points[index + 1]
    return x1 + (x2 - x1) * rest, y1 + (y2 - y1) * rest


def strands(
    rng: Random,
    palette: Palette,
    roots: Sequence[Point],
    middles: Sequence[Point],
    tips: Sequence[Point],
    count: int,
    *,
    waves: float = 0,
) -> str:
    """Fine strands from a line of roots by way of `middles` to a line of tips, light and dark in turn.

    `waves` swings them sideways by so many units.
    """
    tones = (
        (palette.hair_dark, 0.42, 3.4),
        (palette.hair_light, 0.4, 2.6),
        (palette.hair_dark, 0.3, 5.0),
        (palette.hair_shine, 0.26, 1.8),
    )
    parts = []
    for number in range(count):
        share = (number + rng.random()) / count
        x1, y1 = along(roots, share)
        x2, y2 = along(middles, share + rng.uniform(-0.03, 0.03))
        x3, y3 = along(tips, share + rng.uniform(-0.05, 0.05))
        tone, opacity, width = tones[number % len(tones)]
        swing = waves * rng.uniform(0.7, 1.2)
        path = (
            f"M{x1:.1f},{y1:.1f} Q{x2 + swing:.1f},{y2:.1f} {(x2 + x3) / 2 - swing * 0.2:.1f},{(y2 + y3) / 2:.1f} "
            f"T{x3:.1f},{y3:.1f}"
            if waves
            else f"M{x1:.1f},{y1:.1f} Q{x2:.1f},{y2:.1f} {x3:.1f},{y3:.1f}"
        )
        parts.append(line(path, tone, width * rng.uniform(0.6, 1.25), opacity * rng.uniform(0.5, 1.1)))
    return "".join(parts)


def lock(silhouette: str, inner: str, name: str, paint: str = "url(#hair)") -> str:
    """A silhouette with its strands inside of it."""
    return fill(silhouette, paint) + clipped(inner, silhouette, name)


def shine(palette: Palette, path: str, width: float, opacity: float = 0.34) -> str:
    """A band of light along a bend of the hair."""
    return soft_line(path, palette.hair_shine, width + 14, opacity)


def curls(rng: Random, palette: Palette, places: Sequence[tuple[float, float, float]]) -> str:
    """Round curls; a place is x, y and radius. Later ones lie on top."""
    parts = []
    for x, y, radius in places:
        turn = rng.uniform(0, 2 * pi)
        parts.append(f'<circle cx="{x:.1f}" cy="{y:.1f}" r="{radius:.1f}" fill="url(#curl)"/>')
        for ring, tone, opacity in ((0.68, palette.hair_dark, 0.55), (0.36, palette.hair_light, 0.5)):
            inner = radius * ring
            x1, y1 = x + inner * cos(turn), y + inner * sin(turn)
            x2, y2 = x + inner * cos(turn + 3.9), y + inner * sin(turn + 3.9)
            arc = f"M{x1:.1f},{y1:.1f} A{inner:.1f},{inner:.1f} 0 1 1 {x2:.1f},{y2:.1f}"
            parts.append(line(arc, tone, radius * 0.12, opacity))
    return "".join(parts)
