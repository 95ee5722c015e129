"""Where there is neither ground nor wall: space, under water, a photographer's set."""
# ruff: noqa: E501, PLR2004 - outlines are strings, measures no constants, signatures alike

from random import Random

from reelhouse.engines.image.illustrating import paths
from reelhouse.engines.image.illustrating.colours import brightness, darker, lighter, mix, turned
from reelhouse.engines.image.illustrating.places.world import World
from reelhouse.engines.image.illustrating.things.living import draw_fish, draw_plant

DIM = 0.3
"""A sky or a colour that is darker than this asks for a dark set."""


def draw_space(world: World) -> None:
    w, h, pen = world.width, world.height, world.pen.shining()
    rng = Random(world.rng.random())
    pen.box(-10, -10, w + 20, h + 20, "#05061c", "#1a0f3c", along="slant")
    for tone in (world.colour, world.second, "#4a5cff", world.colour):
        pen.glow(
            rng.uniform(0.1, 0.9) * w,
            rng.uniform(0.1, 0.9) * h,
            rng.uniform(280, 560),
            tone,
            0.34,
            flat=rng.uniform(0.4, 0.9),
        )
    for _ in range(int(w * h / 4200)):
        size = rng.choice((0.9, 1.2, 1.2, 1.9, 2.6))
        x, y = rng.uniform(0, w), rng.uniform(0, h)
        pen.disc(x, y, size, rng.choice(("#ffffff", "#cfe0ff", "#ffe6c9")), opacity=rng.uniform(0.4, 1))
        if size > 2:
            pen.glow(x, y, 18, "#ffffff", 0.45)
    x, y, size = w * rng.choice((0.2, 0.8)), h * 0.24, min(w, h) * 0.15
    tone = world.colour
    pen.glow(x, y, size * 1.8, tone, 0.4)
    pen.disc(x, y, size, lighter(tone, 0.4), darker(tone, 0.5))
    for band in range(4):
        pen.fill(
            paths.ellipse(
                round(x - 6),
                round(y - size * 0.5 + band * size * 0.3),
                round(size * 0.84),
                round(size * 0.06),
            ),
            lighter(tone, 0.5),
            opacity=0.28,
        )
    pen.at(x, y, turn=-18).line(
        paths.ellipse(0, 0, round(size * 1.7), round(size * 0.36)),
        lighter(world.second, 0.4),
        7,
        opacity=0.85,
        closed=True,
    )
    pen.at(x, y, turn=-18).fill(
        f"M{-size:.0f},-6 C{-size * 0.9:.0f},{-size * 1.2:.0f} {size * 0.9:.0f},{-size * 1.2:.0f} {size:.0f},-6 Q0,{size * 0.26:.0f} {-size:.0f},-6 Z",
        lighter(tone, 0.25),
        tone,
    )
    low = h * 1.12
    pen.disc(w * 0.5, low + w * 0.5, w * 0.86, "#6f6a8f", "#26223f")
    for _ in range(9):
        cx = rng.uniform(0.05, 0.95) * w
        pen.fill(
            paths.ellipse(
                round(cx), round(h * rng.uniform(0.90, 0.99)), rng.randint(20, 60), rng.randint(5, 12)
            ),
            "#332e52",
            opacity=0.6,
        )


def draw_underwater(world: World) -> None:
    w, h, pen = world.width, world.height, world.pen.shining()
    rng = Random(world.rng.random())
    pen.box(-10, -10, w + 20, h + 20, "#5fd0e0", "#0a2f66")
    for step in range(7):
        x = w * (0.04 + step * 0.15) + rng.uniform(-20, 20)
        pen.light(
            paths.polygon([(x, -10), (x + 46, -10), (x + 150 + step * 20, h), (x - 30 + step * 20, h)]),
            "#d9fff6",
            0.11,
        )
    for depth, y in ((0.6, 0.80), (0.3, 0.87)):
        tone = mix("#0f3f72", "#c9b88a", 0.2 + (0.6 - depth))
        pen.fill(
            f"M-10,{h * y:.0f} C{w * 0.3:.0f},{h * (y - 0.06):.0f} {w * 0.6:.0f},{h * (y + 0.05):.0f} {w + 10:.0f},{h * (y - 0.02):.0f} L{w + 10:.0f},{h + 10:.0f} L-10,{h + 10:.0f} Z",
            lighter(tone, 0.15),
            darker(tone, 0.2),
        )
    for _ in range(int(w / 60)):
        x, tall = rng.uniform(0, w), rng.uniform(80, 230)
        base = h * rng.uniform(0.88, 1.0)
        if rng.random() < 0.5:
            tone = rng.choice(("#2f9f7f", "#1f7f6a", "#57b96a"))
            pen.line(
                f"M{x:.0f},{base:.0f} c-30,{-tall * 0.3:.0f} 30,{-tall * 0.6:.0f} 0,{-tall:.0f}",
                tone,
                rng.uniform(8, 16),
            )
        else:
            tone = rng.choice(("#ff7f7a", "#ffb25c", "#c77fe0", world.colour))
            for turn in (-42, -20, 0, 22, 44):
                pen.at(x, base, turn=turn).line(f"M0,0 V{-tall * 0.45:.0f}", tone, 11)
    for _ in range(6 if world.busy else 10):
        x, y = rng.uniform(0, w), h * rng.uniform(0.12, 0.78)
        if not world.busy or abs(x / w - 0.5) > 0.26:
            tone = rng.choice(("#ff9a4d", "#ffd75c", "#ff7fa0", "#7fe0ff"))
            draw_fish(
                pen.at(x, y, rng.uniform(0.35, 0.8), flip=rng.random() < 0.5), world.style("fish", tone)
            )
    for _ in range(34):
        x, y, size = rng.uniform(0, w), rng.uniform(0, h), rng.uniform(3, 13)
        pen.ring(x, y, size, "#e6fffb", 1.6, opacity=0.6)
        pen.disc(x - size * 0.3, y - size * 0.3, size * 0.25, "#ffffff", opacity=0.8)


def draw_set(world: World) -> None:
    """A photographer's set in the picture's own colours: a sweep, a shape behind, a podium."""
    w, h, rng = world.width, world.height, Random(world.rng.random())
    pen, floor = world.pen, h * 0.70
    back = turned(world.colour, rng.uniform(-30, 30), rich=0.7)
    dark = brightness(world.light.sky[1]) < DIM or brightness(world.colour) < DIM * 0.6
    back = mix(back, "#141026", 0.55) if dark else mix(back, "#ffffff", 0.62)
    side = rng.choice((-1, 1))
    pen.box(-10, -10, w + 20, floor + 20, lighter(back, 0.30), back, along="slant")
    pen.box(-10, floor, w + 20, h - floor + 20, lighter(back, 0.22), darker(back, 0.08))
    pen.shadow(paths.box(-40, floor - 16, w + 80, 20), 26, 0.14, darker(back, 0.5))
    accent = mix(world.second if dark else world.colour, back, 0.42)
    size = min(w, h) * (1.15 if world.tall else 1.0)
    shape = rng.randrange(4)
    cx, cy = w * 0.5, floor - size * 0.26
    if shape == 0:
        pen.disc(cx, cy, size * 0.36, lighter(accent, 0.25), accent)
    elif shape == 1:
        pen.box(
            cx - size * 0.31,
            cy - size * 0.38,
            size * 0.62,
            floor - cy + size * 0.38,
            lighter(accent, 0.25),
            accent,
            radius=size * 0.31,
        )
        pen.box(cx - size * 0.31, floor - size * 0.3, size * 0.62, size * 0.3, accent)
    elif shape == 2:
        for number in range(3):
            pen.disc(
                cx,
                floor,
                size * (0.56 - number * 0.13),
                mix(back, accent, 0.3 + number * 0.3),
                mix(back, accent, 0.4 + number * 0.3),
            )
        pen.box(-10, floor, w + 20, h - floor + 20, lighter(back, 0.22), darker(back, 0.08))
    else:
        pen.disc(cx + side * size * 0.14, cy - size * 0.05, size * 0.29, lighter(accent, 0.3), accent)
        pen.disc(
            cx - side * size * 0.2,
            cy + size * 0.1,
            size * 0.17,
            lighter(world.second, 0.45),
            mix(world.second, back, 0.25),
        )
    _blocks(world, floor, back, side, rng)
    light = paths.polygon(
        [
            (w * 0.5 - side * w * 0.6, -10),
            (w * 0.5 - side * w * 0.2, -10),
            (w * 0.5 + side * w * 0.34, floor),
            (w * 0.5 - side * w * 0.16, floor),
        ]
    )
    pen.light(light, "#fff6e0", 0.13)


def _blocks(world: World, floor: float, back: str, side: int, rng: Random) -> None:
    """Balls, blocks and leaves at the sides, as on a stylist's table."""
    w, size, pen = world.width, min(world.width, world.height), world.pen
    for number, x in enumerate((0.5 + side * 0.40, 0.5 - side * 0.42)):
        tone = (world.second, world.colour)[number]
        at, radius = w * x, size * rng.uniform(0.05, 0.085)
        base = floor + size * (0.04 + number * 0.05)
        pen.shadow(
            paths.ellipse(round(at + side * 12), round(base), round(radius * 1.1), round(radius * 0.2)),
            10,
            0.35,
        )
        kind = rng.randrange(5 if number else 2)
        if kind > 2:
            draw_plant(pen.at(at, base, size / 1000 * 1.7), world.style("plant", lighter(back, 0.35)))
        elif kind == 1:
            pen.disc(at, base - radius, radius, lighter(tone, 0.4), darker(tone, 0.15))
        else:
            pen.box(
                at - radius,
                base - radius * 2.4,
                radius * 2,
                radius * 2.4,
                lighter(tone, 0.3),
                darker(tone, 0.12),
                along="right",
                radius=6,
            )
            pen.ellipse(at, base - radius * 2.4, radius, radius * 0.24, lighter(tone, 0.45))


BEYOND = {
    "space": draw_space,
    "underwater": draw_underwater,
    "set": draw_set,
}
