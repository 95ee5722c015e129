"""Cafés: in the evening, tiled and bright, at the window."""

from random import Random

from reelhouse.render.backdrops.furnishing import (
    LEAVES,
    WOODS,
    Hour,
    bricks,
    hanging_plant,
    ledge,
    string_lights,
    tiles,
    window,
)
from reelhouse.render.backdrops.view import View, bokeh, pendant, plant, shining, wall
from reelhouse.render.presenter.ink import box, darker, ellipse, glow, lighter, line, mix

BOTTLES = ("#3f6f5a", "#a85f3a", "#d8a54f", "#6f3f4f", "#c9d4cf", "#2f4f66")


def evening_bar(half: float, accent: str, rng: Random, hour: Hour) -> View:
    """Shelves with bottles, lamps, and little lights everywhere."""
    top, bottom = rng.choice(
        ((("#3a2a26"), "#221a1c"), ("#26332f", "#161e1d"), ("#2c2a3c", "#191824"), ("#43302a", "#261a18"))
    )
    far = wall(half, top, bottom) + box(-half - 20, -500, 2 * half + 40, 110, darker(top, 0.3))
    for y in (-190, -60, 70):
        far += box(-half - 20, y, half * 0.9, 14, "#7d553a") + box(half * 0.16, y, half, 14, "#7d553a")
        for start in (-half, half * 0.2):
            far += _bottles(rng, start, y, half * 0.84)
    lamps = [(-half * 0.78, 190), (-half * 0.3, 130), (half * 0.3, 150), (half * 0.8, 210)]
    shade = rng.choice((accent, "#c9a15a", "#2c2a2e"))
    near = _counter(half, rng) + ("").join(
        pendant(x, drop + rng.uniform(-20, 30), 52, darker(shade, 0.2)) for x, drop in lamps
    )
    lights = "".join(shining(x, -500 + drop + 8, 40, "#ffb45e") for x, drop in lamps)
    return View(
        far + _board(rng, -half + 34, -400),
        near,
        lights + _sparkle(half, accent, rng, 0.4 * hour.lamps + 0.1),
    )


def bright_tiles(half: float, accent: str, rng: Random, hour: Hour) -> View:
    """White tiles, pale wood, a menu, green from the ceiling."""
    tone = rng.choice(("#f2f0ea", "#dfe9e4", "#f0e0d6", "#dde4ee"))
    far = wall(half, lighter(tone, 0.2), darker(tone, 0.2)) + tiles(half, -330, 250, tone)
    far += window(rng, hour, half * 0.3, -450, half * 0.8, 440, "#3a3d42")
    for y in (-150, 10):
        far += box(-half - 20, y, half * 0.9, 14, "#c99f6f") + _bottles(rng, -half, y, half * 0.8)
    near = _counter(half, rng) + ("").join(
        hanging_plant(rng, x, rng.uniform(90, 150), rng.choice(LEAVES)) for x in (-half * 0.8, half * 0.2)
    )
    lamps = [(-half * 0.36, 150), (half * 0.56, 170)]
    near += "".join(pendant(x, drop, 46, rng.choice((accent, "#e9c46a", "#f3ede4"))) for x, drop in lamps)
    lights = "".join(shining(x, -500 + drop + 8, 30, "#ffe0b0", hour.lamps) for x, drop in lamps)
    return View(
        far + _board(rng, -half + 40, -420),
        near,
        lights + glow(half * 0.7, -240, 520, 560, hour.light, hour.strength),
    )


def at_the_window(half: float, accent: str, rng: Random, hour: Hour) -> View:
    """Old brick, a long window, bulbs on a wire."""
    far = bricks(half, rng.choice(("#8f5a4a", "#a8664e", "#7a6a5f", "#c2b8aa")), rng)
    far += window(rng, hour, -half * 0.9, -380, half * 1.5, 520, "#3a2c26")
    far += box(half * 0.66, -320, 180, 250, ("#2c2320")) + box(
        half * 0.69, -306, 150, 222, mix(accent, "#f3e3c7", 0.5)
    )
    wire, bulbs = string_lights(rng, half, -450)
    wood = rng.choice(WOODS)
    near = ledge(half, 250, wood, 18)
    near += ("").join(
        box(x, 120, 130, 320, mix(accent, "#5a4238", 0.6), round_=40) for x in (-half - 30, half - 110)
    )
    near += box(-half + 150, 206, 40, 40, ("#f2ebe0"), round_=8) + plant(
        rng, half - 190, 230, 110, rng.choice(LEAVES), "#e3ded6"
    )
    lights = bulbs + glow(-half * 0.3, -120, half + 160, 460, hour.light, hour.strength)
    return View(far + wire, near, lights + _sparkle(half, accent, rng, 0.25 * hour.lamps))


def _bottles(rng: Random, start: float, y: float, width: float) -> str:
    parts, at = "", start
    while at < start + width:
        tall, thick = rng.uniform(44, 98), rng.uniform(15, 30)
        parts += box(at, y - tall, thick, tall, rng.choice(BOTTLES), round_=6)
        at += thick + rng.uniform(6, 22)
    return parts


def _board(rng: Random, x: float, y: float) -> str:
    chalk = ("").join(
        line(f"M{x + 30:g},{y + 36 + step * 26:g} h{rng.uniform(60, 120):.0f}", "#dfe7dc", 5, 0.8)
        for step in range(4)
    )
    return box(x, y, 190, 140, "#6d4a34") + box(x + 8, y + 8, 174, 124, "#23302c") + chalk


def _counter(half: float, rng: Random) -> str:
    wood = rng.choice(("#5a3d2c", "#7a5a42", "#3f4a4a", "#8a6f58"))
    counter = ledge(half, 240, wood, 24)
    machine = box(half - 250, 100, 210, 140, ("#b9bfc4"), round_=18) + box(
        half - 230, 122, 170, 40, "#5d666d", round_=8
    )
    cake = ellipse(-half + 260, 222, 70, 22, "#e9dcc8") + box(-half + 210, 176, 100, 44, "#b5694a", round_=14)
    cups = ("").join(
        box(-half + 60 + step * 44, 196, 34, 36, "#f2ebe0", round_=8) for step in range(rng.randrange(2, 5))
    )
    return counter + machine + cups + (cake if rng.random() < 0.5 else "")  # noqa: PLR2004 - a coin


def _sparkle(half: float, accent: str, rng: Random, strength: float) -> str:
    return "".join(
        bokeh(
            rng,
            rng.uniform(-half, half),
            rng.uniform(-440, 130),
            22,
            rng.choice(("#ffc36b", "#ff9a4f", accent)),
            rng.uniform(0.2, 0.8) * strength,
        )
        for _ in range(int(16 + half * 0.03))
    )
