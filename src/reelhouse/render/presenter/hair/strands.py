"""What every kind of hair is made of: a silhouette, strands on it, and curls."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import cos, hypot, pi, sin
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


def paints(palette: Palette, side: int = 1) -> str:
    """The gradients `hair` (lit from the upper left), `hairback` (in shadow) and `curl`.

    `side` is -1 for a drawing that will be mirrored, so that it is still lit from the left.
    """
    return (
        glowing(
            "hair",
            -80 * side,
            -250,
            430,
            (0, palette.hair_light, 1),
            (0.42, palette.hair, 1),
            (1, palette.hair_dark, 1),
        )
        + glowing(
            "hairback",
            -60 * side,
            -220,
            620,
            (0, palette.hair, 1),
            (0.5, palette.hair_dark, 1),
            (1, palette.hair_dark, 1),
        )
        + f'<radialGradient id="curl" cx="{0.5 - 0.14 * side:g}" cy=".3" r=".75"><stop offset="0" '
        f'stop-color="{palette.hair_light}"/>'
        f'<stop offset=".5" stop-color="{palette.hair}"/><stop offset="1" '
        f'stop-color="{palette.hair_dark}"/></radialGradient>'
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
        (palette.hair_dark, 0.42, 3.2),
        (palette.hair_light, 0.36, 2.6),
        (palette.hair_dark, 0.26, 5.0),
        (palette.hair_shine, 0.24, 1.8),
        (palette.hair_dark, 0.34, 2.0),
        (palette.hair_light, 0.24, 4.2),
    )
    paths: list[list[str]] = [[] for _ in tones]
    for number in range(count):
        share = (number + rng.random()) / count
        x1, y1 = along(roots, share)
        x2, y2 = along(middles, share + rng.uniform(-0.03, 0.03))
        x3, y3 = along(tips, share + rng.uniform(-0.05, 0.05))
        swing = waves * rng.uniform(0.7, 1.2)
        if waves:
            bend = f"Q{x2 + swing:.1f},{y2:.1f} {(x2 + x3) / 2 - swing * 0.2:.1f},{(y2 + y3) / 2:.1f} T"
        else:
            bend = f"Q{x2:.1f},{y2:.1f} "
        paths[number % len(tones)].append(f"M{x1:.1f},{y1:.1f} {bend}{x3:.1f},{y3:.1f}")
    return "".join(
        line(" ".join(path), tone, width, opacity)
        for path, (tone, opacity, width) in zip(paths, tones, strict=True)
    )


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


def ribbon(points: Sequence[Point], width: float) -> str:
    """The outline of a lock along `points`: narrow at its root, widest early, tapering to its tip."""
    left, right = [], []
    last = len(points) - 1
    for number, (x, y) in enumerate(points):
        (x1, y1), (x2, y2) = points[max(number - 1, 0)], points[min(number + 1, last)]
        length = hypot(x2 - x1, y2 - y1) or 1.0
        share = number / last
        half = width * min(1.0, 0.3 + share * 1.6) * (1 - share**3) ** 0.8
        dx, dy = -(y2 - y1) / length * half, (x2 - x1) / length * half
        left.append((x + dx, y + dy))
        right.append((x - dx, y - dy))
    return smooth(left) + smooth(right[::-1]).replace("M", " L", 1) + " Z"


def smooth(points: Sequence[Point]) -> str:
    """A path that rounds the corners between `points`: half as many are needed for the same bend."""
    (x, y), (x2, y2) = points[0], points[-1]
    bends = " ".join(
        f"Q{x1:.1f},{y1:.1f} {(x1 + xn) / 2:.1f},{(y1 + yn) / 2:.1f}"
        for (x1, y1), (xn, yn) in pairwise(points[1:])
    )
    return f"M{x:.1f},{y:.1f} {bends} L{x2:.1f},{y2:.1f}"


def hanging(root: Point, bend: Point, temple: Point, end: Point, swing: float, phase: float) -> list[Point]:
    """The path of a lock: from the parting around the head to the temple, then down in waves.

    The waves swing sideways by `swing`, more and more on their way down.
    """
    crown, fall = 5, 11
    (x1, y1), (xb, yb), (x2, y2), (x3, y3) = root, bend, temple, end
    points = [
        (
            x1 * (1 - share) ** 2 + 2 * xb * share * (1 - share) + x2 * share**2,
            y1 * (1 - share) ** 2 + 2 * yb * share * (1 - share) + y2 * share**2,
        )
        for share in (number / crown for number in range(crown))
    ]
    points += [
        (
            x2 + (x3 - x2) * share + swing * share**0.6 * sin(phase + 3.7 * pi * share),
            y2 + (y3 - y2) * share,
        )
        for share in (number / fall for number in range(fall + 1))
    ]
    return points


def cascade(rng: Random, palette: Palette, part: float, swing: float, lengths: Point) -> str:
    """The locks that hang on the left of a parting at `part`, from the outermost to that at the face."""
    count, locks = 7, []
    for number in range(count):
        share = number / (count - 1)
        root = (part - 4 * share, -300 + 74 * share)
        bend = (-206 + 66 * share, -316 + 116 * share)
        temple = (-206 + 44 * share, -96 + 56 * share)
        end = (
            -226 + 84 * share + rng.uniform(-8, 8),
            lengths[0] + (lengths[1] - lengths[0]) * share + rng.uniform(-22, 22),
        )
        path = hanging(root, bend, temple, end, swing * rng.uniform(0.8, 1.2), rng.uniform(-0.5, 0.5))
        locks.append(wavy_lock(palette, path, 31 - 4 * share))
    return "".join(locks)


def wavy_lock(palette: Palette, path: Sequence[Point], width: float) -> str:
    """One lock with its own light: dark edge, bright middle, fine strands."""
    outline = ribbon(path, width)
    tip = len(path) - 1
    strokes: list[list[str]] = [[], []]
    for number in range(6):
        aside = (number - 2.5) / 3.3 * width
        points = [
            (
                x + aside * min(1, 0.3 + place / len(path) * 1.6) * (1 - (place / len(path)) ** 3),
                y + aside * 0.3,
            )
            for place, (x, y) in enumerate(path[:tip])
        ]
        strokes[number % 2].append(smooth(points))
    return (
        fill(outline, "url(#curl)")
        + line(outline, palette.hair_dark, 2.2, 0.6)
        + line(" ".join(strokes[0]), palette.hair_dark, 2.2, 0.38)
        + line(" ".join(strokes[1]), palette.hair_shine, 2.0, 0.3)
    )
