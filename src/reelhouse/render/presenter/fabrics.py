"""Patterns that are printed on, or woven into, what presenters wear."""

from collections.abc import Callable
from random import Random

from reelhouse.media.appearance import Pattern
from reelhouse.render.presenter.ink import brightness, clipped, darker, ellipse, lighter, line, mix
from reelhouse.render.presenter.palette import Palette
from reelhouse.render.presenter.torso import Build, draw_fabric, torso

PALE = 0.55
TOP, BOTTOM, SIDE = 330, 1100, 470


def weave(build: Build, palette: Palette) -> str:
    """The fabric over shoulders and arms, with its pattern."""
    return draw_fabric(build, palette) + draw_pattern(palette, torso(build))


def draw_pattern(palette: Palette, outline: str) -> str:
    """The pattern of the clothes within `outline`; nothing when they are plain."""
    if palette.pattern is Pattern.PLAIN:
        return ""
    cloth = palette.cloth
    tone = darker(cloth, 0.4) if brightness(cloth) > PALE else lighter(cloth, 0.5)
    drawn = PATTERNS[palette.pattern](Random("fabric"), tone, palette.accent)
    return clipped(drawn, outline, "fabric")


def _stripes(_rng: Random, tone: str, _accent: str) -> str:
    rows = " ".join(f"M{-SIDE},{y + 18} Q0,{y - 24} {SIDE},{y + 18}" for y in range(TOP, BOTTOM, 46))
    return line(rows, tone, 15, 0.75)


def _pinstripes(_rng: Random, tone: str, _accent: str) -> str:
    rows = " ".join(f"M{x},{TOP} L{x * 1.04:g},{BOTTOM}" for x in range(-SIDE, SIDE + 1, 30))
    return line(rows, tone, 2.4, 0.5)


def _checks(_rng: Random, tone: str, accent: str) -> str:
    down = " ".join(f"M{x},{TOP} L{x * 1.04:g},{BOTTOM}" for x in range(-SIDE, SIDE + 1, 74))
    across = " ".join(f"M{-SIDE},{y + 12} Q0,{y - 14} {SIDE},{y + 12}" for y in range(TOP, BOTTOM, 74))
    fine = mix(accent, tone, 0.3)
    thin_down = " ".join(f"M{x},{TOP} L{x * 1.04:g},{BOTTOM}" for x in range(-SIDE + 37, SIDE + 1, 74))
    thin_across = " ".join(
        f"M{-SIDE},{y + 12} Q0,{y - 14} {SIDE},{y + 12}" for y in range(TOP + 37, BOTTOM, 74)
    )
    return (
        line(down, tone, 26, 0.34)
        + line(across, tone, 26, 0.34)
        + line(f"{thin_down} {thin_across}", fine, 3, 0.7)
    )


def _dots(_rng: Random, tone: str, _accent: str) -> str:
    return "".join(
        ellipse(x + (24 if row % 2 else 0), y, 7.5, 7.5, tone, 0.8)
        for row, y in enumerate(range(TOP, BOTTOM, 42))
        for x in range(-SIDE, SIDE, 48)
    )


def _flowers(rng: Random, tone: str, accent: str) -> str:
    parts = ""
    for row, y in enumerate(range(TOP + 10, BOTTOM, 62)):
        for x in range(-440, 441, 74):
            cx, cy = x + (37 if row % 2 else 0) + rng.uniform(-9, 9), y + rng.uniform(-9, 9)
            petal = accent if rng.random() < 0.5 else tone  # noqa: PLR2004 - a coin
            parts += "".join(
                ellipse(cx + dx, cy + dy, 8, 8, petal, 0.85)
                for dx, dy in ((0, -10), (9.5, -3), (6, 8), (-6, 8), (-9.5, -3))
            ) + ellipse(cx, cy, 5, 5, "#f6e3b0")
    return parts


def _zigzag(_rng: Random, tone: str, accent: str) -> str:
    rows = ""
    for number, y in enumerate((440, 500, 560)):
        teeth = " ".join(
            f"L{x},{y + (22 if step % 2 else 0)}" for step, x in enumerate(range(-SIDE, SIDE, 30))
        )
        rows += line("M" + teeth[1:], accent if number == 1 else tone, 9, 0.85)
    return rows


PATTERNS: dict[Pattern, Callable[[Random, str, str], str]] = {
    Pattern.STRIPES: _stripes,
    Pattern.PINSTRIPES: _pinstripes,
    Pattern.CHECKS: _checks,
    Pattern.DOTS: _dots,
    Pattern.FLOWERS: _flowers,
    Pattern.ZIGZAG: _zigzag,
}
