"""What falls from the sky and lies in the air, in front of everything."""
# ruff: noqa: PLR2004 - a drawing's measures are not constants

from random import Random

from reelhouse.engines.image.illustrating import paths
from reelhouse.engines.image.illustrating.colours import mix
from reelhouse.engines.image.illustrating.places.world import World

BOW = ("#ff5a5a", "#ff9f45", "#ffe14d", "#5fd36a", "#4aa8ff", "#7a5cff")
AUTUMN = ("#e2873a", "#c9512f", "#e8b23c", "#a8632c")


def fall(world: World, weather: frozenset[str], season: str) -> None:
    """Rain, snow, fog, lightning, or the leaves of an autumn wind."""
    if "storm" in weather:
        _lightning(world)
    if weather & {"rain", "storm"}:
        _rain(world)
    if "snow" in weather:
        _snow(world)
    if "fog" in weather:
        _fog(world)
    if "wind" in weather or (season == "autumn" and not weather):
        _leaves(world, 46 if "wind" in weather else 16)


def rainbow(world: World) -> None:
    x, y = world.width * (1 - world.sun_x), world.horizon * 1.05
    reach = min(world.width * 0.62, world.horizon * 0.86)
    for number, tone in enumerate(BOW):
        radius = reach * (1 - number * 0.032)
        ring = [
            (x + radius * point[0], min(y, y + radius * point[1]))
            for point in paths.ellipse(0, 0, 1, 1)[0].tolist()
        ]
        inner = radius * 0.965
        hole = [
            (x + inner * point[0], min(y, y + inner * point[1]))
            for point in paths.ellipse(0, 0, 1, 1)[0].tolist()
        ]
        world.pen.light((paths.polygon(ring)[0], paths.polygon(hole)[0]), tone, 0.42)


def _rain(world: World) -> None:
    rng, pen = Random(world.rng.random()), world.pen.shining()
    lean = 0.34 if "wind" in world.weather else 0.14
    for near, count, opacity in ((0.5, 170, 0.22), (0.8, 120, 0.32), (1.3, 50, 0.42)):
        for _ in range(int(count * world.width * world.height / 1_000_000)):
            x, y, length = (
                rng.uniform(-0.1, 1.1) * world.width,
                rng.uniform(-0.05, 1) * world.height,
                46 * near * rng.uniform(0.7, 1.4),
            )
            pen.line(
                f"M{x:.0f},{y:.0f} l{-length * lean:.1f},{length:.1f}", "#e3eef8", 1.7 * near, opacity=opacity
            )
    for _ in range(int(world.width / 26)):
        x, y = rng.uniform(0, world.width), world.height * rng.uniform(0.82, 0.99)
        pen.line(
            paths.ellipse(round(x), round(y), rng.randint(8, 20), 3), "#e3eef8", 1.4, opacity=0.4, closed=True
        )


def _snow(world: World) -> None:
    rng, pen = Random(world.rng.random()), world.pen.shining()
    for size, count, opacity in ((2.6, 240, 0.8), (4.6, 100, 0.9)):
        for _ in range(int(count * world.width * world.height / 1_000_000)):
            pen.disc(
                rng.uniform(0, world.width),
                rng.uniform(0, world.height),
                size * rng.uniform(0.7, 1.3),
                "#ffffff",
                opacity=opacity,
            )
    for _ in range(26):
        pen.glow(
            rng.uniform(0, world.width), rng.uniform(0, world.height), rng.uniform(12, 26), "#ffffff", 0.7
        )


def _fog(world: World) -> None:
    rng, pen = Random(world.rng.random()), world.pen.shining()
    for step in range(7):
        y = world.horizon + (step - 3) * world.height * 0.07
        tone = mix(world.light.haze, "#ffffff", 0.3)
        pen.shadow(
            paths.ellipse(
                round(rng.uniform(0.1, 0.9) * world.width),
                round(y),
                round(world.width * rng.uniform(0.4, 0.7)),
                rng.randint(46, 110),
            ),
            40,
            0.72,
            tone,
        )


def _lightning(world: World) -> None:
    rng, pen = Random(world.rng.random()), world.pen.shining()
    x, y = world.width * (1 - world.sun_x), -10.0
    points = [(x, y)]
    while y < world.horizon * 0.86:
        x, y = x + rng.uniform(-52, 52), y + rng.uniform(36, 84)
        points.append((x, y))
        if rng.random() < 0.3:
            fork = [(x, y), (x + rng.uniform(-90, 90), y + 70), (x + rng.uniform(-120, 120), y + 140)]
            pen.line(paths.polygon(fork), "#dfe6ff", 2.2, opacity=0.8)
    middle = points[len(points) // 2]
    pen.glow(*middle, 520, "#9fb4ff", 0.5)
    pen.line(paths.polygon(points), "#b9c8ff", 9, opacity=0.35)
    pen.line(paths.polygon(points), "#ffffff", 4)


def _leaves(world: World, count: int) -> None:
    rng = Random(world.rng.random())
    for _ in range(count):
        leaf = world.pen.at(
            rng.uniform(0, world.width),
            rng.uniform(0.1, 0.98) * world.height,
            rng.uniform(0.5, 1.2),
            turn=rng.uniform(0, 360),
        )
        leaf.fill(
            "M-14,0 Q0,-13 16,0 Q0,11 -14,0 Z",
            rng.choice(AUTUMN if world.season == "autumn" else ("#8fbf5f", "#6fa84f", "#b9c95c")),
            opacity=0.92,
        )
