"""Homes: a living room, a kitchen, a wall of books, a room full of plants, a bedroom."""

from random import Random

from reelhouse.render.backdrops.furnishing import (
    LEAVES,
    PAPER,
    WOODS,
    Hour,
    curtain,
    floor_lamp,
    hanging_plant,
    jungle,
    picture,
    planks,
    string_lights,
    tiles,
    window,
)
from reelhouse.render.backdrops.view import View, pendant, plant, shelf, shining, wall
from reelhouse.render.presenter.ink import box, darker, ellipse, glow, lighter, mix

WALLS = (
    ("#ecd9c2", "#c39f80"),
    ("#d6ddd0", "#98a68f"),
    ("#cfdbe4", "#8ea2b2"),
    ("#ecd2cb", "#bf9186"),
    ("#e9e3d6", "#b8ab94"),
    ("#8fa79b", "#56706a"),
    ("#5f6f8c", "#3b4763"),
)
ARTS = ("#7fa08f", "#d9a466", "#c77b62", "#6f86a8", "#b98aa0", "#e0c36f")


def living_room(half: float, accent: str, rng: Random, hour: Hour) -> View:
    """Pictures, a ledge of books, a sofa with cushions and a lamp."""
    left = -half
    far = wall(half, *rng.choice(WALLS))
    x = left + rng.uniform(30, 60)
    for width, height, y in ((130, 170, -330), (96, 120, -290), (110, 110, -120)):
        far += picture(rng, x, y + rng.uniform(-14, 14), width, height, (mix(accent, "#f6e9d8", 0.35), *ARTS))
        x += width + 28 if y != -290 else -96  # noqa: PLR2004 - the third hangs below the first two
    ledge = max(half - 250, 40)
    far += shelf(rng, ledge, 300, (-250, -70), rng.choice(WOODS), PAPER)
    far += plant(rng, ledge + 70, -300, 84, rng.choice(LEAVES), "#f2e6d6")
    sofa = mix(accent, rng.choice(("#6f6a74", "#4f5a6a", "#8a7a66", "#5d6f64")), rng.uniform(0.55, 0.9))
    couch = box(-half - 60, 190, 2 * half + 120, 400, darker(sofa, 0.12), round_=60)
    couch += "".join(box(at, 230, 300, 320, sofa, round_=46) for at in (-half - 30, -150, half - 270))
    cushions = box(-half + 120, 200, 170, 170, accent, round_=30)
    cushions += box(half - 190, 200, 160, 160, rng.choice(("#f3e3c7", *ARTS)), round_=30)
    lamp, light = floor_lamp(half - 92, -40, "#ffe9bd")
    near = couch + cushions + lamp + plant(rng, left + 56, 170, 190, rng.choice(LEAVES), "#b5694a")
    return View(far, near, light + glow(left + 40, -420, 520, 420, hour.light, hour.strength))


def kitchen(half: float, accent: str, rng: Random, hour: Hour) -> View:
    """Tiles, open shelves with jars, cupboards, a window over the sink."""
    cupboard = rng.choice(("#5f7a70", "#3f5570", "#e6ddd0", "#8a6547", "#a8564a", "#d9b95f"))
    far = wall(half, *rng.choice(WALLS)) + tiles(
        half, -120, 240, rng.choice((("#f2efe8"), "#d6e4e0", "#e8d8c8", "#cfd6e2"))
    )
    far += window(rng, hour, -half * 0.95, -440, min(half * 0.9, 330), 400, "#f2eee6")
    for y in (-270, -130):
        far += box(half * 0.16, y, half, 13, rng.choice(WOODS))
        at = half * 0.2
        while at < half:
            tall, thick = rng.uniform(46, 92), rng.uniform(30, 52)
            far += box(
                at,
                y - tall,
                thick,
                tall,
                rng.choice((("#d8cbb8"), "#9cb5a8", "#c98a5f", "#e9e2d4", accent)),
                round_=9,
            )
            at += thick + rng.uniform(10, 26)
    near = box(-half - 40, 236, 2 * half + 80, 20, ("#efe9df")) + box(
        -half - 40, 256, 2 * half + 80, 330, cupboard
    )
    near += "".join(box(x, 276, 6, 280, darker(cupboard, 0.3)) for x in range(int(-half), int(half), 150))
    near += box(half - 180, 130, 90, 106, accent, round_=26) + ellipse(-half + 110, 220, 66, 22, "#c98f5f")
    near += ("").join(
        ellipse(-half + 80 + step * 26, 204, 19, 19, tone)
        for step, tone in enumerate(("#d9663f", "#e0b33f", "#7f9f4f"))
    )
    near += pendant(half * 0.46, 150, 54, rng.choice((accent, "#2c2a2e", "#e9e2d4")))
    lights = shining(half * 0.46, -342, 36, ("#ffcf8f"), hour.lamps) + glow(
        -half * 0.6, -240, 480, 500, hour.light, hour.strength
    )
    return View(far, near + plant(rng, -half + 40, 226, 100, rng.choice(LEAVES), "#b5694a"), lights)


def wall_of_books(half: float, accent: str, rng: Random, hour: Hour) -> View:
    """Shelves from floor to ceiling, an armchair, a reading lamp."""
    wood = rng.choice(WOODS)
    far = box(-half - 40, -540, 2 * half + 80, 1080, darker(wood, 0.55))
    for number, x in enumerate(range(int(-half - 20), int(half + 20), 240)):
        far += shelf(rng, x, 240, tuple(range(-370, 420, 132)), wood, (*PAPER, mix(accent, "#3a3030", 0.35)))
        far += box(x - 8, -540, 16, 1080, lighter(wood, 0.05 * (number % 2)))
    chair = mix(accent, rng.choice(("#4a3a34", "#3f4a44", "#4a4458")), 0.5)
    near = box(-half - 50, 120, 250, 460, chair, round_=80) + box(
        -half - 50, 290, 330, 300, darker(chair, 0.2), round_=60
    )
    lamp, light = floor_lamp(half - 70, -70, rng.choice(("#ffe9bd", "#f3c98a")))
    return View(far, near + lamp, light + glow(-half, -300, 500, 500, hour.light, hour.strength * 0.7))


def among_plants(half: float, accent: str, rng: Random, hour: Hour) -> View:
    """A balcony door behind light curtains, and green on both sides."""
    far = wall(half, *rng.choice(WALLS)) + window(rng, hour, -half * 0.62, -470, half * 1.24, 760, "#f4f0e8")
    cloth = rng.choice(("#f6efe2", "#dfe6ea", mix(accent, "#f6efe2", 0.6)))
    far += curtain(-half * 0.95, -500, half * 0.4, 900, cloth) + curtain(
        half * 0.55, -500, half * 0.4, 900, cloth
    )
    near = hanging_plant(rng, -half * 0.5, rng.uniform(120, 190), rng.choice(LEAVES)) + jungle(rng, half, 1)
    near += hanging_plant(rng, half * 0.66, rng.uniform(150, 220), rng.choice(LEAVES))
    near += plant(rng, -half + 70, 260, 240, rng.choice(LEAVES), rng.choice(("#b5694a", accent, "#e3ded6")))
    return View(far, near, glow(0, -160, half + 200, 620, hour.light, hour.strength))


def bedroom(half: float, accent: str, rng: Random, hour: Hour) -> View:
    """A headboard, pillows, fairy lights on the wall."""
    far = planks(half, rng.choice(("#cdb79f", "#9fb0ac", "#b8a8b8", "#8a94a8", "#d8c8b4")), rng)
    far += picture(rng, -half + 70, -250, 140, 180, (mix(accent, "#f6e9d8", 0.3), *ARTS))
    far += picture(rng, half - 190, -220, 110, 140, ARTS)
    wire, bulbs = string_lights(rng, half, rng.uniform(-440, -390))
    board = mix(accent, rng.choice(("#5d5560", "#7a6a58", "#4f5f6a")), 0.7)
    near = box(-half * 0.95, 110, half * 1.9, 340, board, round_=50)
    near += ("").join(
        box(-half * 0.95 + half * 0.38 * part, 120, half * 0.36, 320, lighter(board, 0.06), round_=40)
        for part in range(5)
    )
    near += ("").join(
        box(x, 250, 260, 190, tone, round_=60)
        for x, tone in ((-half * 0.9, "#f3ede4"), (half * 0.9 - 260, accent))
    )
    table = rng.choice(WOODS)
    near += box(half - 40, 220, 140, 240, table) + ellipse(half + 10, 190, 50, 40, "#ffe9bd")
    lights = bulbs + glow(half, 190, 300, 280, "#ffc878", 0.6 * max(hour.lamps, 0.4))
    return View(far + wire, near, lights + glow(-half, -200, 480, 500, hour.light, hour.strength * 0.8))
