"""What a place is made of, and the things that stand in several of them.

Drawings are SVG in thousandths of the picture's height; the origin is its middle, so that a picture
reaches from -500 to 500 downwards and from -`half` to `half` across.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from random import Random

from reelhouse.render.presenter.ink import box, darker, falling, fill, glow, lighter, line

GAPS = 0.1
"""How often a book is missing from its row."""


@dataclass(frozen=True, slots=True)
class View:
    """Three layers: what is far away, what is nearer, and light that is added to both."""

    far: str
    near: str
    lights: str


def wall(half: float, top: str, bottom: str) -> str:
    paint = falling("wall", -500, 500, (0, top, 1), (1, bottom, 1))
    return paint + box(-half - 40, -540, 2 * half + 80, 1080, "url(#wall)")


def vignette(half: float) -> str:
    """Darker corners."""
    name = "vignette"
    reach = (half * half + 250000) ** 0.5
    return (
        f'<radialGradient id="{name}" gradientUnits="userSpaceOnUse" cx="0" cy="-60" r="{reach:g}">'
        '<stop offset="0.3" stop-color="#07040c" stop-opacity="0"/>'
        '<stop offset="0.6" stop-color="#07040c" stop-opacity="0.07"/>'
        '<stop offset="0.8" stop-color="#07040c" stop-opacity="0.22"/>'
        '<stop offset="1" stop-color="#07040c" stop-opacity="0.48"/></radialGradient>'
        + box(-half - 40, -540, 2 * half + 80, 1080, f"url(#{name})")
    )


def plant(rng: Random, x: float, y: float, size: float, leaf: str, pot: str) -> str:
    """Broad leaves that fan out of a pot whose rim is at (`x`, `y`)."""
    leaves = ""
    for number in range(15):
        lean = (number / 14 - 0.5) * 2.3 + rng.uniform(-0.15, 0.15)
        reach = size * rng.uniform(0.7, 1.15)
        tip_x, tip_y = x + reach * lean * 0.72, y - reach * (1.25 - abs(lean) * 0.55)
        bulge = size * 0.17
        tone = rng.choice((leaf, lighter(leaf, 0.16), darker(leaf, 0.25), darker(leaf, 0.4)))
        leaves += fill(
            f"M{x:.0f},{y:.0f} Q{(x + tip_x) / 2 - bulge:.0f},{(y + tip_y) / 2 - bulge:.0f} "
            f"{tip_x:.0f},{tip_y:.0f} "
            f"Q{(x + tip_x) / 2 + bulge:.0f},{(y + tip_y) / 2 + bulge * 0.6:.0f} {x:.0f},{y:.0f} Z",
            tone,
        )
    width = size * 0.34
    vessel = (
        f"M{x - width:.0f},{y - 8:.0f} L{x + width:.0f},{y - 8:.0f} "
        f"L{x + width * 0.72:.0f},{y + size * 0.62:.0f} "
        f"L{x - width * 0.72:.0f},{y + size * 0.62:.0f} Z"
    )
    shade = (
        f"M{x + width * 0.2:.0f},{y - 8:.0f} L{x + width:.0f},{y - 8:.0f} "
        f"L{x + width * 0.72:.0f},{y + size * 0.62:.0f} "
        f"L{x + width * 0.1:.0f},{y + size * 0.62:.0f} Z"
    )
    return leaves + fill(vessel, pot) + fill(shade, darker(pot, 0.35), 0.6)


def books(rng: Random, x: float, y: float, width: float, height: float, tones: Sequence[str]) -> str:
    """A row of books that stands on `y`."""
    parts, at = "", x
    while at < x + width - 8:
        thick = rng.uniform(9, 20)
        tall = height * rng.uniform(0.62, 0.96)
        parts += box(at, y - tall, thick - 1.5, tall, rng.choice(tones))
        at += thick
        if rng.random() < GAPS:
            at += rng.uniform(14, 34)
    return parts


def shelf(
    rng: Random, x: float, width: float, heights: Sequence[float], wood: str, tones: Sequence[str]
) -> str:
    parts = ""
    for y in heights:
        parts += books(rng, x + 10, y, width * rng.uniform(0.55, 0.9), 96, tones) + box(x, y, width, 13, wood)
    return parts


def pendant(x: float, length: float, radius: float, shade: str) -> str:
    """A lamp that hangs from the ceiling; its light belongs to another layer."""
    y = -500 + length
    bell = (
        f"M{x - radius:g},{y:g} C{x - radius:g},{y - radius * 1.1:g} "
        f"{x + radius:g},{y - radius * 1.1:g} {x + radius:g},{y:g} Z"
    )
    return line(f"M{x:g},-520 L{x:g},{y - radius * 0.7:g}", darker(shade, 0.4), 3) + fill(bell, shade)


def shining(x: float, y: float, radius: float, tone: str, strength: float = 1) -> str:
    """A bright core in a wide glow."""
    return glow(x, y, radius * 5, radius * 5, tone, 0.5 * strength) + glow(
        x, y, radius * 1.5, radius * 1.2, "#fff6e0", strength
    )


def bokeh(rng: Random, x: float, y: float, radius: float, tone: str, opacity: float) -> str:
    """A light far out of focus: a disc with a brighter rim."""
    size = radius * rng.uniform(0.75, 1.25)
    disc = f'<circle cx="{x:.0f}" cy="{y:.0f}" r="{size:.1f}" fill="{tone}" fill-opacity="{opacity:.2f}" '
    return disc + (
        f'stroke="{lighter(tone, 0.4)}" stroke-opacity="{opacity * 0.7:.2f}" '
        f'stroke-width="{size * 0.09:.1f}"/>'
    )
