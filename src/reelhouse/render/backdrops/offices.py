"""Offices: by the window, behind glass, in a brick loft, high above the town."""

from random import Random

from reelhouse.render.backdrops.furnishing import (
    LEAVES,
    NIGHTFALL,
    PAPER,
    WOODS,
    Hour,
    bricks,
    hanging_plant,
    jungle,
    ledge,
    picture,
    window,
)
from reelhouse.render.backdrops.view import View, pendant, plant, shelf, shining, wall
from reelhouse.render.presenter.ink import box, darker, ellipse, glow, mix

WALLS = (
    (("#ded8d0"), "#a89d93"),
    ("#d3dbe0", "#93a0aa"),
    ("#dfe3d6", "#a3aa94"),
    ("#e6d9cb", "#b39c86"),
    ("#c9c5d6", "#8f8aa3"),
)


def by_the_window(half: float, accent: str, rng: Random, hour: Hour) -> View:
    """Light from the left, shelves on the right."""
    glass = min(half * rng.uniform(0.72, 0.9), 470)
    left = -half - 20
    wood = rng.choice(WOODS)
    right = half - min(half * 0.72, 400)
    wide = half - right + 30
    heights = rng.choice(((-250, -110, 30, 170), (-290, -150, -10, 130), (-210, -60, 90)))
    rack = box(right - 14, -400, 14, 800, darker(wood, 0.3)) + shelf(rng, right, wide, heights, wood, PAPER)
    far = (
        wall(half, *rng.choice(WALLS))
        + window(rng, hour, left, -480, glass, 670, rng.choice(("#56616b", "#e9e4dc", "#3b3f46")))
        + rack
    )
    near = _desk(half, accent, rng) + plant(
        rng, left + 110, 320, rng.uniform(170, 230), rng.choice(LEAVES), ("#e3ded6")
    )
    lights = glow(left + glass * 0.4, -150, 560, 620, hour.light, hour.strength)
    return View(far, near, lights + shining(half * 0.5, -430, 22, "#ffd9a0", hour.lamps))


def behind_glass(half: float, accent: str, rng: Random, hour: Hour) -> View:
    """A meeting room: strips of light, a board full of notes, colleagues' desks behind glass."""
    far = wall(half, *rng.choice(WALLS))
    far += window(rng, hour, -half * 0.2, -330, half * 1.4, 330, "#4a535c")
    for x in range(int(-half), int(half), 150):
        tone = mix(accent, "#5d6670", rng.uniform(0.5, 0.95))
        far += box(x, 70 + rng.uniform(0, 30), 110, 130, darker(tone, 0.2), round_=8)
        far += ellipse(x + 55, 50, 30, 34, mix("#8a6a58", "#3a2c28", rng.random()))
    board_x = -half + rng.uniform(10, 50)
    board = box(board_x - 8, -338, min(half * 0.86, 340) + 16, 266, "#8d949c")
    board += box(board_x, -330, min(half * 0.86, 340), 250, "#f4f6f7")
    notes = (accent, "#ffd84f", "#8fd3a8", "#f59a86", "#9cc3f0")
    for column in range(5):
        for row in range(3):
            if rng.random() > 0.25:  # noqa: PLR2004 - a fourth of the places is empty
                note = board_x + 16 + column * min(half * 0.16, 62), -312 + row * 74
                board += box(*note, 42, 42, rng.choice(notes))
    frames = "".join(box(x, -540, 9, 1100, "#3a4149") for x in (-half * 0.24, half * 0.42))
    strips = "".join(box(x, -486, 230, 16, "#ffffff", round_=8) for x in (-half * 0.8, half * 0.12))
    near = ledge(half, 300, darker(rng.choice(WOODS), 0.1))
    near += "".join(box(x, 200, 150, 220, "#2f353d", round_=34) for x in (-half - 20, half - 120))
    lights = "".join(glow(x + 115, -470, 360, 190, "#eef5ff", 0.6) for x in (-half * 0.8, half * 0.12))
    return View(
        far + board,
        frames + strips + near,
        lights + glow(half * 0.5, -150, 420, 420, hour.light, hour.strength),
    )


def in_the_loft(half: float, accent: str, rng: Random, hour: Hour) -> View:
    """Brick, tall windows, lamps on long cords."""
    far = bricks(half, rng.choice(("#a8664e", "#8f5a4a", "#b9b2aa", "#9a7a64")), rng)
    span = min(half * 0.66, 330)
    for x in (-half + 10, half - span - 10):
        far += window(rng, hour, x, -420, span, 520, "#2b2d31")
    lamps = [(-half * 0.55, rng.uniform(120, 170)), (half * 0.1, 110), (half * 0.62, rng.uniform(130, 190))]
    near = "".join(pendant(x, drop, 48, rng.choice(("#26292e", accent, "#c9a15a"))) for x, drop in lamps)
    near += hanging_plant(rng, -half * 0.84, 190, rng.choice(LEAVES)) + _desk(half, accent, rng)
    lights = "".join(shining(x, -500 + drop + 8, 32, "#ffc070", hour.lamps) for x, drop in lamps)
    return View(far, near, lights + glow(-half * 0.6, -140, 460, 560, hour.light, hour.strength))


def above_the_town(half: float, accent: str, rng: Random, hour: Hour) -> View:
    """A corner office with glass all around."""
    far = window(rng, hour, -half - 60, -500, 2 * half + 120, 720, "#2f353d")
    credenza = rng.choice(WOODS)
    near = ledge(half, 222, credenza)
    near += plant(rng, half - 90, 216, rng.uniform(130, 190), rng.choice(LEAVES), "#3f4650")
    near += picture(rng, -half + 60, 90, 100, 116, (accent, "#d9a466", "#7fa08f"))
    near += box(-half + 200, 168, 70, 46, mix(accent, "#3a3f48", 0.4)) + jungle(
        rng, half, rng.choice((-1, 1, 1))
    )
    lamp = half * 0.5
    near += box(lamp - 4, 130, 8, 86, "#2c2a2e") + ellipse(lamp, 124, 44, 20, "#f3e3c7")
    lights = glow(0, -180, half + 300, 620, hour.light, hour.strength * 0.8)
    lights += shining(lamp, 124, 34, "#ffd08a", max(hour.lamps, 0.3))
    if hour.lamps > NIGHTFALL:
        lights += glow(half * 0.6, 60, 360, 300, accent, 0.3)
    return View(far, near, lights)


def _desk(half: float, accent: str, rng: Random) -> str:
    wood = rng.choice(WOODS)
    desk = ledge(half, 330, wood)
    wide = rng.uniform(190, 250)
    screen = box(half - wide + 20, 130, wide, 170, "#22272e", round_=10)
    return (
        desk
        + screen
        + box(half - wide + 30, 140, wide - 20, 150, mix(accent, ("#20242c"), rng.uniform(0.2, 0.5)))
    )
