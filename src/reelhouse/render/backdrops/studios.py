"""Studios: neon on dark panels, a roll of paper, a podcast's corner, a maker's room."""

from random import Random

from reelhouse.render.backdrops.furnishing import PAPER, WOODS, Hour, ledge, picture, planks, window
from reelhouse.render.backdrops.view import View, pendant, shelf, shining
from reelhouse.render.presenter.ink import (
    box,
    darker,
    ellipse,
    falling,
    fill,
    glow,
    glowing,
    lighter,
    line,
    mix,
    soft_line,
)

COLD = ("#2b50ff", "#00b8d8", "#7a2bff", "#ff2b8a")


def neon(half: float, accent: str, rng: Random, _hour: Hour) -> View:
    """Dark panels, a sign of light, colour from both sides."""
    cool = mix(accent, rng.choice(COLD), 0.6)
    far = _panels(half, rng, rng.choice((92, 112, 138)))
    goods = _goods(half, rng)
    x, y = -half * 0.52, -210
    sign = _sign(rng, x, y, min(half * 0.5, 250) * 0.62, lighter(accent, 0.2))
    bar = f"M{half * 0.5:g},-400 L{half * rng.uniform(0.7, 0.92):g},{rng.uniform(-220, -120):g}"
    tube = line(bar, lighter(cool, 0.45), 10) + soft_line(bar, cool, 70, 0.6)
    lights = glow(x, y, 460, 460, accent, 0.62) + glow(half * 0.74, -260, 460, 520, cool, 0.7) + sign + tube
    return View(
        far, goods, lights + glow(-half, 330, 420, 380, cool, 0.34) + glow(half, 380, 420, 380, accent, 0.4)
    )


def paper_roll(half: float, accent: str, rng: Random, _hour: Hour) -> View:
    """Seamless paper in one colour, lamps at its sides, light that falls off to the corners."""
    tone = mix(accent, rng.choice(("#f3ede4", "#8a94a8", "#2f3548", "#d8c8b4")), rng.uniform(0.35, 0.7))
    far = glowing(
        ("paper"),
        -60,
        -120,
        half + 560,
        (0, lighter(tone, 0.28), 1),
        (0.55, tone, 1),
        (1, darker(tone, 0.5), 1),
    )
    far += box(-half - 40, -540, 2 * half + 80, 1080, "url(#paper)")
    floor = falling("floor", 240, 520, (0, darker(tone, 0.3), 0), (1, darker(tone, 0.3), 0.8))
    far += floor + box(-half - 40, 240, 2 * half + 80, 300, "url(#floor)")
    softbox = fill(
        (f"M{-half - 30:g},-460 L{-half + 120:g},-420 L{-half + 104:g},-190 L{-half - 30:g},-150 Z"),
        "#fffaf0",
    )
    softbox += line(f"M{-half + 60:g},-180 L{-half + 60:g},520", "#22242a", 9)
    stool = box(half - 170, 300, 130, 18, darker(tone, 0.6), round_=9)
    stool += ("").join(
        line(f"M{half - 150 + step:g},312 L{half - 170 + step * 1.4:g},540", darker(tone, 0.6), 8)
        for step in (0, 90)
    )
    circle = ellipse(half * 0.3, -160, min(half, 300) * 0.8, min(half, 300) * 0.8, lighter(tone, 0.16), 0.6)
    rim = mix(accent, rng.choice(COLD), 0.5)
    lights = glow(-half, -300, 520, 620, "#fff6e6", 0.4) + glow(half, 100, 420, 640, rim, 0.34)
    return View(far + (circle if rng.random() < 0.6 else ""), softbox + stool, lights)  # noqa: PLR2004


def podcast(half: float, accent: str, rng: Random, _hour: Hour) -> View:
    """Foam on the wall, a shelf with a warm lamp, a microphone's arm."""
    tone = rng.choice(("#3a3f4a", "#4a3a3f", "#2f4444", "#44405a"))
    far = box(-half - 40, -540, 2 * half + 80, 1080, tone)
    tile = 74
    for row in range(15):
        for column in range(int(2 * half / tile) + 2):
            x, y = -half - 30 + column * tile, -530 + row * tile
            slope = darker(tone, 0.32) if (row + column) % 2 else lighter(tone, 0.07)
            far += fill(
                (f"M{x:g},{y:g} h{tile - 4} l-{(tile - 4) / 2:g},{(tile - 4) / 2:g} Z"), lighter(tone, 0.1)
            )
            far += fill(
                (
                    f"M{x:g},{y:g} l{(tile - 4) / 2:g},{(tile - 4) / 2:g} "
                    f"l-{(tile - 4) / 2:g},{(tile - 4) / 2:g} Z"
                ),
                slope,
            )
            far += fill(
                (f"M{x:g},{y + tile - 4:g} h{tile - 4} l-{(tile - 4) / 2:g},-{(tile - 4) / 2:g} Z"),
                darker(tone, 0.4),
            )
    wood = rng.choice(WOODS)
    rack = shelf(rng, half - 300, 330, (-150, 20, 190), wood, (*PAPER, accent))
    lamp = half - 90
    arm = line(f"M{-half - 20:g},460 L{-half + 120:g},140 L{-half + 260:g},230", "#16181d", 15)
    arm += box(-half + 230, 214, 66, 100, "#22252b", round_=26)
    screen = picture(rng, -half + 50, -330, 160, 160, (accent, mix(accent, "#20242c", 0.4)))
    lights = shining(lamp, -196, 30, "#ffb45e", 0.9) + glow(-half, -200, 420, 620, accent, 0.5)
    lights += glow(half, 300, 380, 420, mix(accent, rng.choice(COLD), 0.7), 0.5)
    return View(far + rack + screen, arm + box(lamp - 20, -170, 40, 22, "#6a5a50"), lights)


def workshop(half: float, accent: str, rng: Random, hour: Hour) -> View:
    """A maker's room: tools on a board, canvases, a bench under the window."""
    far = planks(half, rng.choice(("#c9b59a", "#b9aea0", "#a8b0ac", "#d6cabb")), rng)
    far += window(rng, hour, -half * 0.98, -450, min(half * 0.8, 340), 470, "#4a4038")
    pegs = half - min(half * 0.9, 380)
    far += box(pegs, -400, half - pegs + 40, 360, rng.choice(("#8a7358", "#5f6f74", "#d8c8a8")))
    for _ in range(11):
        x, y, long = rng.uniform(pegs + 24, half - 20), rng.uniform(-370, -170), rng.uniform(60, 120)
        far += line(f"M{x:g},{y:g} v{long:g}", rng.choice(("#c98f4f", "#a8473c", "#3f5d74", accent)), 13)
        far += box(x - 15, y - 12, 30, 26, "#8d949c", round_=5)
    bench = rng.choice(WOODS)
    near = ledge(half, 254, bench, 26)
    for step in range(5):
        x = -half + 50 + step * 62
        near += box(
            x, 190, 44, 60, rng.choice((accent, ("#d9663f"), "#e0b33f", "#5f8fae", "#f2ebe0")), round_=7
        )
    near += ("").join(
        line(f"M{half - 150 + step * 11},250 L{half - 170 + step * 17},{130 + step * 9}", tone, 6)
        for step, tone in enumerate(("#c98f4f", "#3a3f44", accent, "#8a5a3a"))
    )
    near += box(half - 166, 180, 66, 72, "#9fb3c8", round_=8)
    near += pendant(half * 0.3, 140, 56, rng.choice(("#2c2a2e", accent, "#5f7a70")))
    lights = shining(half * 0.3, -352, 36, ("#ffcf8f"), max(hour.lamps, 0.5)) + glow(
        -half * 0.7, -220, 520, 560, hour.light, hour.strength
    )
    return View(far, near, lights)


def _panels(half: float, rng: Random, tile: int) -> str:
    far = glowing("room", 0, -80, half + 620, (0, "#3a3550", 1), (0.6, "#1c1a2b", 1), (1, "#0d0c15", 1))
    far += box(-half - 40, -540, 2 * half + 80, 1080, "url(#room)")
    for row in range(int(800 / tile)):
        for column in range(int(half / tile) + 2):
            for side in (-1, 1):
                x = side * (half - column * tile) - (tile if side > 0 else 0)
                if abs(x + tile / 2) < half * 0.2:
                    continue
                y = -480 + row * tile
                far += box(x + 4, y, tile - 8, tile - 8, mix("#2c2940", "#191726", rng.random()), round_=12)
                far += fill(f"M{x + 10:g},{y + 4} h{tile - 20} l-14,22 h{-tile + 48} Z", "#4a4566", 0.5)
    return far


def _goods(half: float, rng: Random) -> str:
    y = 150 + rng.uniform(-20, 20)
    goods = box(half - 280, y, 300, 12, "#6a5a50") + box(-half - 20, y + 40, 280, 12, "#6a5a50")
    goods += box(half - 240, y - 110, 60, 110, rng.choice(("#b8b2c4", "#d8c2a2", "#8aa0b4")), round_=10)
    goods += ellipse(half - 110, y - 46, 44, 46, rng.choice(("#d8c2a2", "#b8b2c4", "#c98a6a")))
    return (
        goods
        + box(-half + 30, y - 50, 120, 90, ("#3d3a52"), round_=8)
        + ellipse(-half + 90, y - 6, 30, 30, "#12111b")
    )


def _sign(rng: Random, x: float, y: float, radius: float, tone: str) -> str:
    """A ring, a triangle, a bolt or a wave of neon."""
    r = radius
    shape = rng.choice(
        (
            f"M{x - r:g},{y:g} a{r:g},{r:g} 0 1 0 {2 * r:g},0 a{r:g},{r:g} 0 1 0 {-2 * r:g},0",
            f"M{x:g},{y - r:g} L{x + r:g},{y + r * 0.8:g} L{x - r:g},{y + r * 0.8:g} Z",
            (
                f"M{x + r * 0.2:g},{y - r:g} L{x - r * 0.5:g},{y + r * 0.1:g} "
                f"L{x:g},{y + r * 0.1:g} L{x - r * 0.2:g},{y + r:g} "
                f"L{x + r * 0.6:g},{y - r * 0.2:g} L{x + r * 0.1:g},{y - r * 0.2:g} Z"
            ),
            (
                f"M{x - r:g},{y:g} q{r * 0.25:g},{-r * 0.9:g} {r * 0.5:g},0 t{r * 0.5:g},0 "
                f"t{r * 0.5:g},0 t{r * 0.5:g},0"
            ),
        )
    )
    return line(shape, tone, 34, 0.16) + line(shape, tone, 20, 0.3) + line(shape, tone, 10, 0.9)
