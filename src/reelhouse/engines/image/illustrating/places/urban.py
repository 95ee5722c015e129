"""Streets, skylines, roads and bridges."""
# ruff: noqa: E501, PLR2004 - outlines are strings, measures no constants, signatures alike

from random import Random

from reelhouse.engines.image.illustrating import paths
from reelhouse.engines.image.illustrating.colours import darker, lighter, mix
from reelhouse.engines.image.illustrating.pen import Pen
from reelhouse.engines.image.illustrating.places.nature import draw_field, draw_hills
from reelhouse.engines.image.illustrating.places.world import (
    GRASS,
    World,
    ground,
    planted,
    ridge,
    sky,
    tufts,
    water,
)
from reelhouse.engines.image.illustrating.things.living import draw_tree
from reelhouse.engines.image.illustrating.things.moving import draw_house

LIT = ("#ffd98a", "#ffc765", "#fff0c2", "#ffb457")
FRONTS = ("#c9846a", "#d9b48a", "#8fa3a8", "#b8a0b4", "#d0c2ae", "#7f95b5")


def tower(
    world: World, pen: Pen, x: float, y: float, width: float, height: float, tone: str, rng: Random
) -> None:
    """A high-rise whose upper left corner is (`x`, `y`)."""
    pen.box(x, y, width, height, lighter(tone, 0.1), darker(tone, 0.18), along="right")
    if rng.random() < 0.4:
        pen.line(f"M{x + width / 2:.0f},{y:.0f} v{-rng.uniform(24, 70):.0f}", tone, 3)
    columns, step = max(2, int(width / 19)), 24
    gap = width / columns
    lit = world.light.lamps
    for row in range(int((height - 20) / step)):
        for column in range(columns):
            chance = rng.random()
            wx, wy = x + column * gap + gap * 0.2, y + 14 + row * step
            if lit and chance < 0.42:
                pen.shining().box(
                    round(wx, 1),
                    round(wy, 1),
                    round(gap * 0.58, 1),
                    13,
                    mix(rng.choice(LIT), world.light.haze, pen.depth * 0.5),
                )
            elif not lit and chance < 0.7:
                pen.box(round(wx, 1), round(wy, 1), round(gap * 0.58, 1), 13, lighter(tone, 0.34))


def skyline(world: World, base: float, tallest: float, depth: float, tone: str) -> None:
    rng, x = Random(world.rng.random()), -40.0
    pen = world.far(depth)
    while x < world.width + 20:
        width = rng.uniform(60, 130) * (1.15 - depth * 0.4)
        centre = 1 - abs((x + width / 2) / world.width - 0.5) * 0.9
        height = tallest * centre * rng.uniform(0.45, 1.0)
        shade = mix(tone, rng.choice(("#6a7fa5", "#8a7fa0", "#5f7390")), rng.random() * 0.6)
        tower(world, pen, x, base - height, width, height + 40, shade, rng)
        x += width + rng.uniform(-6, 14)


def draw_city(world: World) -> None:
    y = world.height * (0.66 if world.tall else 0.70)
    tall = min(world.height * 0.5, 760)
    sky(world, y + 20)
    for depth, share, tone in ((0.85, 1.0, "#5c7196"), (0.52, 0.82, "#4a5e84"), (0.2, 0.58, "#3d4c70")):
        skyline(world, y + 20, tall * share, depth, tone)
        if world.light.lamps:
            world.pen.glow(world.width * 0.5, y, world.width * 0.6, world.light.haze, 0.16, flat=0.4)
    _row(world, y + 22)
    water(world, y + 22, world.height + 4, "#2a4a72")
    if world.light.lamps:
        _reflections(world, y + 26)


def _row(world: World, y: float) -> None:
    rng = Random(world.rng.random())
    pen = world.far(0.1)
    for x in range(-10, int(world.width) + 40, 34):
        size = rng.uniform(16, 30)
        pen.fill(paths.ellipse(x, round(y - 8), round(size), round(size * 0.8)), darker("#4a7a5a", 0.25))
    pen.box(-10, y - 6, world.width + 20, 10, "#4a4a5a")


def _reflections(world: World, y: float) -> None:
    rng = Random(world.rng.random())
    pen = world.pen.shining()
    for _ in range(int(world.width / 16)):
        x, length = rng.uniform(0, world.width), rng.uniform(30, 200)
        tone = rng.choice((*LIT, world.colour))
        for step in range(6):
            pen.fill(
                paths.ellipse(
                    round(x + rng.uniform(-5, 5)), round(y + step * length / 6), rng.randint(4, 12), 2
                ),
                tone,
                opacity=0.5 * (1 - step / 6),
            )


def draw_street(world: World) -> None:
    w, h = world.width, world.height
    y = world.horizon * 0.98
    sky(world, y)
    skyline(world, y + 10, h * 0.24, 0.8, "#5c7196")
    ground(world, y + 14, "#b3b1b4", "#8f8d94", 0.5)
    rng = Random(world.rng.random())
    for side in (-1, 1):
        for number in range(5):
            near = (number + 1) / 5
            x0 = w * (0.5 + side * (0.04 + 0.52 * (number / 5) ** 1.25))
            x1 = w * (0.5 + side * (0.04 + 0.52 * near**1.25)) + side * 2
            _front(world, x0, x1, y, number, side, rng)
    pen = world.pen
    pen.fill(
        paths.polygon([(w * 0.47, y + 14), (w * 0.53, y + 14), (w * 1.0, h), (0, h)]), "#6a6c7c", "#3c3e4c"
    )
    for side in (-1, 1):
        edge = [
            (w * (0.5 + side * 0.032), y + 14),
            (w * (0.5 + side * 0.06), y + 14),
            (w * (0.5 + side * 0.85), h),
            (w * (0.5 + side * 0.5), h),
        ]
        pen.fill(paths.polygon(edge), "#b3b1b4", "#8f8d94")
    for step in range(7):
        a, b = (step / 7) ** 2, ((step + 0.5) / 7) ** 2
        ya, yb = y + 14 + (h - y) * a, y + 14 + (h - y) * b
        pen.fill(
            paths.polygon(
                [
                    (w * 0.5 - 2 - 12 * a, ya),
                    (w * 0.5 + 2 + 12 * a, ya),
                    (w * 0.5 + 2 + 12 * b, yb),
                    (w * 0.5 - 2 - 12 * b, yb),
                ]
            ),
            "#f4ead0",
            opacity=0.85,
        )
    for number in range(3):
        for side in (-1, 1):
            near = (number + 1) / 3
            _lamp(
                world,
                w * (0.5 + side * (0.08 + 0.34 * near)),
                y + 14 + (h - y) * 0.42 * near**1.6,
                130 + 260 * near,
            )


def _front(world: World, x0: float, x1: float, y: float, number: int, side: int, rng: Random) -> None:
    """One house of a street, larger the nearer it is."""
    near = (number + 1) / 5
    pen = world.far(0.75 - 0.7 * near)
    top0, top1 = y - world.height * (0.10 + 0.42 * (number / 5)), y - world.height * (0.10 + 0.42 * near)
    low0, low1 = _kerb(world, x0, y), _kerb(world, x1, y)
    tone = rng.choice(FRONTS)
    pen.fill(
        paths.polygon([(x0, top0), (x1, top1 - rng.uniform(0, 30)), (x1, low1), (x0, low0)]),
        lighter(tone, 0.08) if side > 0 else darker(tone, 0.15),
        darker(tone, 0.2),
    )
    rows, columns = 5, 3
    for row in range(rows):
        for column in range(columns):
            u0, u1 = (column + 0.22) / columns, (column + 0.78) / columns
            v0, v1 = (row + 0.3) / rows, (row + 0.75) / rows
            corners = [
                (x0 + (x1 - x0) * u, (top0 + (top1 - top0) * u) * (1 - v) + (low0 + (low1 - low0) * u) * v)
                for u, v in ((u0, v0), (u1, v0), (u1, v1), (u0, v1))
            ]
            lit = world.light.lamps and rng.random() < 0.6
            shop = row == rows - 1
            (pen.shining() if lit else pen).fill(
                paths.polygon(corners), rng.choice(LIT) if lit else ("#6f8fa8" if shop else "#9db9cc")
            )
    if number > 1:
        awning = world.colour if rng.random() < 0.5 else world.second
        v = 0.78
        ya, yb = top0 * (1 - v) + low0 * v, top1 * (1 - v) + low1 * v
        out = -side * 22 * near
        pen.fill(
            paths.polygon([(x0, ya), (x1, yb), (x1 + out, yb + 40 * near), (x0 + out, ya + 40 * near)]),
            awning,
            darker(awning, 0.2),
        )


def _kerb(world: World, x: float, y: float) -> float:
    """Where the houses of a street stand on the pavement."""
    away = max(0.0, abs(x / world.width - 0.5) - 0.06) / 0.79
    return y + 14 + (world.height - y - 14) * away


def _lamp(world: World, x: float, y: float, height: float) -> None:
    pen = world.far(0.1)
    pen.line(f"M{x:.0f},{y:.0f} v{-height:.0f}", "#2f3342", max(3.0, height * 0.018))
    pen.box(x - height * 0.04, y - height * 1.04, height * 0.08, height * 0.08, "#3a3f50", radius=4)
    if world.light.lamps:
        world.pen.glow(x, y - height, height * 0.5, "#ffcf80", 0.75)
        world.pen.shining().disc(x, y - height, height * 0.032, "#fff4d6")


def draw_road(world: World) -> None:
    draw_hills(world)
    y, w, h, pen = world.horizon + 96, world.width, world.height, world.pen
    tone = GRASS[world.season]
    ground(world, y + 30, tone, darker(tone, 0.25), 0.2)
    if world.busy:
        pen.box(-10, h * 0.70, w + 20, h * 0.4, "#63656f", "#3c3e49")
        pen.box(-10, h * 0.70 - 7, w + 20, 9, "#d8d3c4")
        for x in range(-20, int(w) + 100, 130):
            pen.box(x, h * 0.885, 74, 9, "#f4ead0", radius=2, opacity=0.9)
        tufts(world, h * 0.95, tone, 30)
        return
    pen.fill(
        f"M{w * 0.52:.0f},{y + 10:.0f} C{w * 0.62:.0f},{y + 70:.0f} {w * 0.3:.0f},{y + 120:.0f} {w * 0.12:.0f},{h + 10:.0f} L{w * 0.88:.0f},{h + 10:.0f} C{w * 0.56:.0f},{y + 150:.0f} {w * 0.7:.0f},{y + 70:.0f} {w * 0.54:.0f},{y + 10:.0f} Z",
        "#74767f",
        "#3c3e49",
    )
    pen.fill(
        f"M{w * 0.529:.0f},{y + 12:.0f} C{w * 0.66:.0f},{y + 70:.0f} {w * 0.43:.0f},{y + 130:.0f} {w * 0.485:.0f},{h + 10:.0f} L{w * 0.515:.0f},{h + 10:.0f} C{w * 0.45:.0f},{y + 130:.0f} {w * 0.67:.0f},{y + 70:.0f} {w * 0.531:.0f},{y + 12:.0f} Z",
        "#f4ead0",
        opacity=0.9,
    )
    tufts(world, y + 60, tone, 40)


def draw_park(world: World) -> None:
    y, tone, w = world.horizon, GRASS[world.season], world.width
    sky(world, y)
    skyline(world, y + 20, world.height * 0.24, 0.9, "#6a7fa5")
    ridge(world, y + 40, 40, mix(tone, "#3f7d5a", 0.4), 0.5, rough=0.3)
    ground(world, y + 50, tone, darker(tone, 0.25), 0.25)
    rng = Random(world.rng.random())
    for x in (0.06, 0.26, 0.74, 0.95) if world.busy else (0.08, 0.34, 0.62, 0.92):
        planted(world, draw_tree, w * x, y + rng.uniform(70, 110), rng.uniform(240, 340), 0.15)
    h, pen = world.height, world.pen
    pen.fill(
        f"M{w * 0.9:.0f},{y + 60:.0f} C{w * 0.4:.0f},{y + 90:.0f} {w * 0.3:.0f},{y + 160:.0f} {w * 0.2:.0f},{h + 10:.0f} L{w * 0.8:.0f},{h + 10:.0f} C{w * 0.6:.0f},{y + 200:.0f} {w * 0.56:.0f},{y + 100:.0f} {w * 0.96:.0f},{y + 60:.0f} Z",
        "#e0cba6",
        "#d0b78c",
    )
    bench = pen.at(w * 0.14, y + 190, 1.3)
    for row in range(3):
        bench.box(-60, -46 + row * 9, 120, 6, "#a9703f")
    bench.box(-60, -18, 120, 7, "#b97d48")
    bench.line("M-48,-46 L-48,2 M48,-46 L48,2", "#3a3f4c", 5)
    _lamp(world, w * 0.86, y + 170, 260)
    tufts(world, y + 120, tone, 70)


def draw_bridge(world: World) -> None:
    y, w, h = world.horizon, world.width, world.height
    sky(world, y)
    ridge(world, y + 4, 120, "#5f7a90", 0.75, rough=0.4)
    water(world, y, h + 4)
    pen, deck, top = world.far(0.08), y - h * 0.02, y - h * 0.34
    red = mix("#c9503c", world.colour, 0.25)
    for x in (w * 0.24, w * 0.76):
        for shift in (-16, 10):
            pen.box(x + shift, top, 13, y - top + 70, lighter(red, 0.1), darker(red, 0.25), along="right")
        for level in (0.06, 0.3, 0.55):
            pen.box(x - 16, top + (deck - top) * level, 39, 12, red)
    for x0, x1 in ((w * -0.28, w * 0.24), (w * 0.24, w * 0.76), (w * 0.76, w * 1.28)):
        middle = (x0 + x1) / 2
        pen.line(f"M{x0:.0f},{top:.0f} Q{middle:.0f},{2 * (deck - 14) - top:.0f} {x1:.0f},{top:.0f}", red, 6)
        for step in range(1, 16):
            t = step / 16
            sag = top + (deck - 14 - top) * 4 * t * (1 - t)
            pen.line(f"M{x0 + (x1 - x0) * t:.0f},{sag:.0f} V{deck:.0f}", red, 2, opacity=0.8)
    pen.box(-20, deck, w + 40, 20, lighter(red, 0.06), darker(red, 0.35))


def draw_village(world: World) -> None:
    draw_field(world)
    rng = Random(world.rng.random())
    for x in (0.14, 0.42, 0.68, 0.9):
        size = rng.uniform(1.0, 1.5)
        draw_house(
            world.far(0.16).at(world.width * x, world.horizon + 70 + size * 30, size), world.style("house")
        )


URBAN = {
    "city": draw_city,
    "street": draw_street,
    "road": draw_road,
    "park": draw_park,
    "bridge": draw_bridge,
    "village": draw_village,
}
