"""Where there are no walls: a street at dusk, and a studio whose walls are lost in the dark."""

from random import Random

from reelhouse.render.backdrops.view import View, bokeh, shining, vignette
from reelhouse.render.presenter.ink import (
    box,
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


def draw_street(half: float, accent: str, rng: Random) -> View:
    """A street at dusk: lit windows on both sides, lights far out of focus."""
    sky = falling(
        "dusk", -500, 300, (0, "#34477f", 1), (0.45, "#8d6f9c", 1), (0.72, "#f0a07c", 1), (1, "#ffd59a", 1)
    )
    far = (
        sky
        + box(-half - 40, -540, 2 * half + 80, 1080, "url(#dusk)")
        + glow(0, 130, 420, 260, "#ffdca6", 0.8)
    )
    far += "".join(
        box(x, 160 - tall, 64, tall, mix("#5a5378", "#a97f8c", rng.random() * 0.5))
        for x, tall in (
            (-half * 0.6 + step * 58, rng.uniform(60, 220)) for step in range(int(half * 1.2 / 58))
        )
    )
    for side in (-1, 1):
        far += _houses(rng, half, side)
    road = falling("road", 180, 520, (0, "#6d5f78", 1), (1, "#2b2838", 1))
    far += road + fill(
        f"M{-half - 40:g},330 L-60,170 L60,170 L{half + 40:g},330 L{half + 40:g},560 L{-half - 40:g},560 Z",
        "url(#road)",
    )
    awning = ""
    for step in range(5):
        x = half - 300 + step * 66
        awning += fill(f"M{x:g},-120 h66 l14,92 h-66 Z", accent if step % 2 == 0 else "#f5ece0")
    tree = line(f"M{-half + 70:g},420 L{-half + 86:g},-60", "#3a2c30", 26)
    crown = "".join(
        ellipse(
            -half + 80 + rng.gauss(0, 70),
            -150 + rng.gauss(0, 70),
            54,
            46,
            rng.choice(("#2f4a45", "#3d5d4e", "#4f6f52")),
        )
        for _ in range(26)
    )
    lights = "".join(
        bokeh(
            rng,
            rng.choice((-1, 1)) * half * rng.uniform(0.12, 1.05),
            rng.uniform(-260, 280),
            27,
            rng.choice(("#ffcf7a", "#ff8f5e", "#ffe6b0", "#ff5d5d", accent)),
            rng.uniform(0.16, 0.5),
        )
        for _ in range(int(26 + half * 0.04))
    )
    lights += shining(-half * 0.55, -250, 20, "#ffdf9e") + shining(half * 0.62, -190, 17, "#ffdf9e")
    return View(far, awning + tree + crown + vignette(half), lights)


def _houses(rng: Random, half: float, side: int) -> str:
    """Houses that get smaller towards the middle, their windows lit here and there."""
    parts = ""
    outer = half + 30
    for number, tone in enumerate(("#6a4a55", "#57456a", "#7b5a62")):
        width = (half * 0.42) * (1 - number * 0.26)
        tall = 640 - number * 130 + rng.uniform(-40, 40)
        x = side * outer if side < 0 else outer - width
        parts += box(x, 230 - tall, width, tall + 60, tone)
        columns = max(2, int(width / 46))
        for column in range(columns):
            for row in range(int(tall / 84)):
                tint = rng.choice(("#ffd48a", "#ffbf70", "#4b3f58", "#4b3f58", "#8f88a6"))
                step = width / columns
                parts += box(
                    x + step * (column + 0.24), 250 - tall + row * 84, step * 0.52, 50, tint, round_=3
                )
        outer -= width * 0.9
    return parts


def draw_studio(half: float, accent: str, rng: Random) -> View:
    """A creator's studio: dark panels, a neon ring, colour from both sides."""
    cool = mix(accent, "#2b50ff", 0.6)
    far = glowing("room", 0, -80, half + 620, (0, "#3a3550", 1), (0.6, "#1c1a2b", 1), (1, "#0d0c15", 1))
    far += box(-half - 40, -540, 2 * half + 80, 1080, "url(#room)")
    tile = 112
    for row in range(7):
        for column in range(int(half / tile) + 2):
            for side in (-1, 1):
                x = side * (half - column * tile) - (tile if side > 0 else 0)
                if abs(x + tile / 2) < half * 0.2:
                    continue
                tone = mix("#2c2940", "#191726", rng.random())
                far += box(x + 4, -480 + row * tile, tile - 8, tile - 8, tone, round_=12)
                far += fill(
                    f"M{x + 10:g},{-476 + row * tile} h{tile - 20} l-14,22 h{-tile + 48} Z", "#4a4566", 0.5
                )
    shelf_y = 150
    goods = box(half - 280, shelf_y, 300, 12, "#6a5a50") + box(-half - 20, shelf_y + 40, 280, 12, "#6a5a50")
    goods += box(half - 240, shelf_y - 110, 60, 110, "#b8b2c4", round_=10) + ellipse(
        half - 110, shelf_y - 46, 44, 46, "#d8c2a2"
    )
    goods += box(-half + 30, shelf_y - 50, 120, 90, "#3d3a52", round_=8) + ellipse(
        -half + 90, shelf_y - 6, 30, 30, "#12111b"
    )
    ring = ""
    radius = min(half * 0.5, 250)
    x, y = -half * 0.52, -210
    for width, opacity in ((34, 0.16), (20, 0.3), (10, 0.9)):
        ring += (
            f'<circle cx="{x:g}" cy="{y:g}" r="{radius * 0.62:g}" fill="none" '
            f'stroke="{lighter(accent, 0.2)}" stroke-width="{width}" stroke-opacity="{opacity}"/>'
        )
    tube = line(f"M{half * 0.5:g},-400 L{half * 0.86:g},-160", lighter(cool, 0.45), 10)
    tube += soft_line(f"M{half * 0.5:g},-400 L{half * 0.86:g},-160", cool, 70, 0.6)
    lights = glow(x, y, 460, 460, accent, 0.62) + glow(half * 0.74, -260, 460, 520, cool, 0.7) + ring + tube
    lights += glow(-half, 330, 420, 380, cool, 0.34) + glow(half, 380, 420, 380, accent, 0.4)
    return View(far, goods + vignette(half), lights)
