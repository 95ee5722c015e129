"""Hands: each shape as an SVG in head units, the wrist at the origin and the fingers upwards.

Drawn for the arm on the right of the picture; the other one is its mirror image. Seen from the palm the
thumb points to the left, seen from the back to the right.
"""

from collections.abc import Callable, Sequence
from math import cos, hypot, pi, sin

from reelhouse.render.presenter.ink import brightness, clipped, ellipse, fill, line, mix, soft_line
from reelhouse.render.presenter.palette import Palette
from reelhouse.render.presenter.types import Hand

Point = tuple[float, float]

EDGE = 3.4
DARK = 0.42
"""Skin darker than this has a palm that is clearly lighter."""

PALM = (
    "M-36,14 C-44,-6 -58,-34 -61,-72 C-63,-108 -58,-132 -46,-140 C-20,-152 34,-150 52,-134 "
    "C62,-124 60,-84 54,-50 C48,-22 42,-2 37,14 Z"
)
BACK = (
    "M37,14 C45,-6 57,-34 60,-70 C62,-106 58,-134 46,-142 C20,-154 -34,-152 -52,-136 "
    "C-62,-124 -60,-84 -54,-50 C-48,-22 -42,-2 -37,14 Z"
)
KNUCKLES: tuple[Point, ...] = ((-42, -126), (-14, -138), (15, -136), (42, -120))
"""Where index, middle, ring and little finger begin, seen from the palm."""

REACHES = (106, 120, 110, 84)
WIDTHS = (33, 34, 32, 27)


def draw_hand(hand: Hand, palette: Palette) -> str:
    return HANDS[hand](_Skin(palette))


class _Skin:
    """How skin is painted on each part of a hand."""

    def __init__(self, palette: Palette) -> None:
        dark = brightness(palette.skin) < DARK
        self.back = palette.skin
        self.palm = mix(palette.skin, "#eab796", 0.27) if dark else mix(palette.skin, palette.blush, 0.1)
        self.light = palette.light
        self.edge = mix(palette.deep, palette.line, 0.45)
        self.shade = palette.deep
        self.nail = mix(palette.light, palette.blush, 0.3)

    def part(self, path: str, tone: str) -> str:
        return fill(path, tone)

    def rim(self, *paths: str) -> str:
        """The outline around everything that lies on top of it."""
        return "".join(line(path, self.edge, 2 * EDGE, 0.85) for path in paths)


def finger(points: Sequence[Point], width: float, tip: float = 0.8) -> str:
    """The outline of a finger along three points, round at both ends and narrower at the second."""
    (x0, y0), (x1, y1), (x2, y2) = points
    halves = (width / 2, width * (1 + tip) / 4, width * tip / 2)
    sides = []
    for (x, y), (dx, dy), half in zip(
        points, ((x1 - x0, y1 - y0), (x2 - x0, y2 - y0), (x2 - x1, y2 - y1)), halves, strict=True
    ):
        long = hypot(dx, dy) or 1
        sides.append(
            ((x + dy / long * half, y - dx / long * half), (x - dy / long * half, y + dx / long * half))
        )
    (right0, left0), (right1, left1), (right2, left2) = sides
    return (
        f"M{_at(left0)} Q{_at(left1)} {_at(left2)} A{halves[2]:.1f},{halves[2]:.1f} 0 0 0 {_at(right2)} "
        f"Q{_at(right1)} {_at(right0)} A{halves[0]:.1f},{halves[0]:.1f} 0 0 0 {_at(left0)} Z"
    )


def _at(point: Point) -> str:
    return f"{point[0]:.1f},{point[1]:.1f}"


def _straight(number: int, lean: float, reach: float = 1, bend: float = 0) -> list[Point]:
    """A stretched finger; `lean` in degrees to the right, `bend` more of it towards the tip."""
    x, y = KNUCKLES[number]
    points, angle = [(x, y + 18)], lean
    for share in (0.48, 0.52):
        length = REACHES[number] * reach * share
        x, y = x + length * sin(angle * pi / 180), y - length * cos(angle * pi / 180)
        points.append((x, y))
        angle += bend
    return points


def _stretched(skin: _Skin, numbers: Sequence[int], leans: Sequence[float]) -> tuple[list[str], str]:
    """Outlines of stretched fingers seen from the palm, and the creases on them."""
    outlines, creases = [], ""
    for number, lean in zip(numbers, leans, strict=True):
        points = _straight(number, lean)
        outlines.append(finger(points, WIDTHS[number]))
        (x0, y0), (x1, y1), (x2, y2) = points
        half = WIDTHS[number] * 0.32
        for share, weight in ((0.3, 0.34), (0.98, 0.3)):
            x, y = x0 + (x1 - x0) * share, y0 + (y1 - y0) * share
            across = (y1 - y0) / (hypot(x1 - x0, y1 - y0) or 1), (x1 - x0) / (hypot(x1 - x0, y1 - y0) or 1)
            creases += line(
                f"M{x - across[0] * half:.1f},{y + across[1] * half:.1f} q{across[0] * half:.1f},5 "
                f"{across[0] * half * 2:.1f},{-across[1] * half * 2:.1f}",
                skin.shade,
                2.2,
                weight,
            )
        creases += soft_line(
            f"M{x0 + half:.1f},{y0:.1f} Q{x1 + half:.1f},{y1:.1f} {x2 + half * 0.8:.1f},{y2:.1f}",
            skin.shade,
            9,
            0.22,
        )
    return outlines, creases


def _palm_lines(skin: _Skin) -> str:
    return (
        soft_line("M30,-120 C52,-90 44,-40 30,10", skin.shade, 34, 0.3)
        + soft_line("M-36,-92 C-40,-60 -30,-20 -24,10", skin.light, 26, 0.28)
        + line("M-52,-84 C-20,-92 0,-64 -8,-8", skin.shade, 2.6, 0.42)
        + line("M-54,-92 C-24,-90 12,-80 36,-56", skin.shade, 2.4, 0.3)
        + line("M50,-104 C22,-92 -6,-100 -22,-124", skin.shade, 2.4, 0.32)
    )


def _thumb(points: Sequence[Point], width: float = 38) -> str:
    return finger(points, width, 0.78)


def _open(skin: _Skin) -> str:
    """The palm, its fingers spread."""
    outlines, creases = _stretched(skin, (0, 1, 2, 3), (-13, -3, 7, 19))
    thumb = _thumb([(-30, -40), (-84, -74), (-112, -116)], 42)
    parts = [*outlines, thumb, PALM]
    return (
        skin.rim(*parts) + "".join(skin.part(part, skin.palm) for part in parts) + creases + _palm_lines(skin)
    )


def _counting(skin: _Skin, numbers: Sequence[int], leans: Sequence[float]) -> str:
    """Some fingers stretched; the others lie in the palm, and the thumb over them."""
    outlines, creases = _stretched(skin, numbers, leans)
    drawn = skin.rim(*outlines, PALM) + "".join(skin.part(part, skin.palm) for part in [*outlines, PALM])
    drawn += creases + soft_line("M30,-120 C52,-90 44,-40 30,10", skin.shade, 34, 0.3)
    for number in [number for number in (3, 2, 1, 0) if number not in numbers]:
        x, y = KNUCKLES[number]
        folded = finger([(x, y + 2), (x - 2, y + 24), (x - 6, y + 48)], WIDTHS[number] + 1, 0.92)
        drawn += skin.rim(folded) + skin.part(folded, skin.back)
        drawn += soft_line(f"M{x - 8},{y + 4} L{x - 10},{y + 34}", skin.light, 10, 0.4)
    thumb = _thumb([(-46, -28), (-40, -72), (4 if len(numbers) < 3 else 14, -84)], 37)  # noqa: PLR2004
    return (
        drawn
        + skin.rim(thumb)
        + skin.part(thumb, skin.palm)
        + soft_line("M-44,-40 Q-36,-66 -4,-78", skin.light, 12, 0.4)
    )


def _nail(skin: _Skin, x: float, y: float, size: float) -> str:
    return ellipse(x, y, size, size * 1.1, skin.nail, 0.8)


def _point(skin: _Skin) -> str:
    return _counting(skin, (0,), (-3,))


def _two(skin: _Skin) -> str:
    return _counting(skin, (0, 1), (-14, 6))


def _three(skin: _Skin) -> str:
    return _counting(skin, (0, 1, 2), (-15, 0, 15))


def _pinch(skin: _Skin) -> str:
    """The tips of thumb and index meet, the others stand in a fan."""
    outlines, creases = _stretched(skin, (1, 2, 3), (6, 18, 32))
    index = finger([(-38, -122), (-74, -182), (-104, -132)], 32, 0.82)
    thumb = _thumb([(-32, -40), (-92, -62), (-106, -118)], 40)
    parts = [*outlines, PALM]
    ring = (
        skin.rim(*parts) + "".join(skin.part(part, skin.palm) for part in parts) + creases + _palm_lines(skin)
    )
    ring += skin.rim(thumb) + skin.part(thumb, skin.palm) + skin.rim(index) + skin.part(index, skin.palm)
    root = "M-52,-96 C-50,-118 -44,-122 -24,-122 L-22,-96 Z"
    return ring + skin.part(root, skin.palm) + skin.part("M-42,-14 L-46,-54 L-18,-64 L-12,-14 Z", skin.palm)


def _thumb_up(skin: _Skin) -> str:
    """A fist from the side of its fingers; the thumb stands."""
    fist = (
        "M-36,14 C-44,0 -58,-20 -60,-52 C-62,-92 -52,-126 -30,-130 "
        "C10,-138 48,-126 58,-104 C64,-64 52,-20 36,14 Z"
    )
    thumb = _thumb([(-26, -96), (-30, -160), (-16, -214)], 42)
    drawn = skin.rim(fist, thumb) + skin.part(fist, skin.back) + skin.part(thumb, skin.back)
    drawn += soft_line("M-42,-110 C-46,-150 -42,-190 -28,-214", skin.light, 14, 0.45)
    drawn += line("M-36,-168 q12,5 26,0 M-36,-176 q12,5 24,0", skin.shade, 2, 0.35)
    for number, (y, reach) in enumerate(((-104, 0), (-74, 4), (-45, 2), (-19, -6))):
        folded = finger([(56 - number * 3, y), (20, y - 2), (-22 - reach, y + 2)], 32 - number * 1.4, 0.94)
        drawn += skin.rim(folded) + skin.part(folded, skin.back)
        drawn += soft_line(f"M44,{y - 7} L-20,{y - 7}", skin.light, 9, 0.4)
    return drawn + soft_line("M56,-96 C60,-60 48,-20 38,16", skin.shade, 28, 0.34)


def _relaxed(skin: _Skin) -> str:
    """The back of a hand at rest, its fingers together and a little bent."""
    drawn, fingers = "", []
    for number, lean in ((3, 7), (2, 4), (1, 1), (0, -3)):
        points = [(-a, b) for a, b in _straight(number, lean, 0.86, bend=9)]
        fingers.append((number, finger(points, WIDTHS[number] + 2), points))
    thumb = _thumb([(32, -34), (76, -82), (66, -140)], 40)
    drawn = skin.rim(BACK, thumb, *(outline for _, outline, _ in fingers))
    drawn += skin.part(BACK, skin.back)
    for number, outline, points in fingers:
        drawn += line(outline, skin.edge, 2.4, 0.5) + skin.part(outline, skin.back)
        (x0, y0), (x1, y1), (x2, y2) = points
        drawn += soft_line(f"M{x0 + 6:.0f},{y0:.0f} L{x1 + 5:.0f},{y1:.0f}", skin.light, 13, 0.4)
        drawn += line(f"M{x1 - 8:.0f},{y1 + 2:.0f} q8,-5 16,0", skin.shade, 2, 0.4)
        drawn += _nail(skin, x2, y2 - 3, WIDTHS[number] * 0.24)
    drawn += clipped(
        soft_line("M-40,-110 C-46,-70 -40,-20 -30,20", skin.shade, 40, 0.34)
        + soft_line("M34,-100 C30,-60 24,-20 20,10", skin.light, 34, 0.3)
        + "".join(soft_line(f"M{-x:.0f},-116 L{-x * 0.7:.0f},-62", skin.shade, 9, 0.2) for x, _ in KNUCKLES)
        + "".join(ellipse(-x, y + 14, 13, 9, skin.light, 0.3) for x, y in KNUCKLES),
        BACK,
        "back",
    )
    drawn += skin.part(thumb, skin.back) + soft_line("M44,-56 Q76,-90 68,-136", skin.light, 14, 0.4)
    return drawn + line("M50,-92 q10,-6 22,0", skin.shade, 2, 0.35) + _nail(skin, 66, -145, 9)


HANDS: dict[Hand, Callable[[_Skin], str]] = {
    Hand.RELAXED: _relaxed,
    Hand.OPEN: _open,
    Hand.POINT: _point,
    Hand.TWO: _two,
    Hand.THREE: _three,
    Hand.PINCH: _pinch,
    Hand.THUMB: _thumb_up,
}
