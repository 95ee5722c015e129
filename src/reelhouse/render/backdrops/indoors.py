"""Rooms: an office, a home, a café."""

from random import Random

from reelhouse.render.backdrops.view import View, bokeh, pendant, plant, shelf, shining, vignette, wall
from reelhouse.render.presenter.ink import box, darker, ellipse, falling, fill, glow, lighter, line, mix

PAPER = ("#c8b8a0", "#8b5e4a", "#3f5d74", "#d8cfc0", "#6d7f6a", "#a8473c", "#2f3a4a", "#e2c58a")


def draw_office(half: float, accent: str, rng: Random) -> View:
    """Daylight from a window on the left, shelves on the right."""
    glass = min(half * 0.86, 470)
    left = -half - 20
    sky = falling("sky", -470, 190, (0, "#bfe0f5", 1), (0.6, "#eef6f7", 1), (1, "#f7efe0", 1))
    towers = "".join(
        box(x, 190 - tall, 50, tall, mix("#9db6c6", "#dbe6ea", rng.random()))
        for x, tall in ((left + step * 46, rng.uniform(120, 430)) for step in range(int(glass / 46) + 1))
    )
    frames = "".join(box(left + glass * share, -480, 12, 680, "#56616b") for share in (0.33, 0.66, 1.0))
    sill = box(left, 186, glass + 30, 22, "#e9e4dc") + box(left, -250, glass, 8, "#56616b")
    right = half - min(half * 0.72, 400)
    wide = half - right + 30
    rack = box(right - 14, -400, 14, 800, "#5e4a3c") + shelf(
        rng, right, wide, (-250, -110, 30, 170), "#7a604c", PAPER
    )
    far = (
        wall(half, "#ded8d0", "#a89d93")
        + sky
        + box(left, -480, glass, 680, "url(#sky)")
        + towers
        + frames
        + sill
        + rack
    )
    desk = box(-half - 40, 330, 2 * half + 80, 260, "#6a5342") + box(
        -half - 40, 330, 2 * half + 80, 12, "#8c7059"
    )
    screen = box(half - 210, 130, 230, 170, "#22272e", round_=10) + box(
        half - 200, 140, 210, 150, mix(accent, "#20242c", 0.35)
    )
    near = desk + screen + plant(rng, left + 110, 320, 210, "#3f7a55", "#e3ded6") + vignette(half)
    lights = glow(left + glass * 0.4, -150, 560, 620, "#fff1d6", 0.4) + shining(
        half * 0.5, -430, 22, "#ffd9a0", 0.8
    )
    return View(far, near, lights)


def draw_home(half: float, accent: str, rng: Random) -> View:
    """A warm living room with a lamp, pictures and a sofa."""
    left = -half
    art = ""
    for x, y, width, height, tone in (
        (left + 50, -330, 130, 170, mix(accent, "#f6e9d8", 0.35)),
        (left + 204, -290, 96, 120, "#7fa08f"),
        (left + 70, -130, 104, 104, "#d9a466"),
    ):
        art += box(x - 9, y - 9, width + 18, height + 18, "#5d4534") + box(x, y, width, height, "#f7f0e4")
        art += box(x + 14, y + 14, width - 28, height - 28, tone)
        art += ellipse(x + width * 0.42, y + height * 0.56, width * 0.2, width * 0.2, lighter(tone, 0.5), 0.9)
    ledge = max(half - 250, 40)
    far = wall(half, "#ecd9c2", "#c39f80") + art + shelf(rng, ledge, 300, (-250, -70), "#8a6547", PAPER)
    far += plant(rng, ledge + 70, -300, 84, "#4f8a5d", "#f2e6d6")
    sofa = mix(accent, "#6f6a74", 0.62)
    couch = box(-half - 60, 190, 2 * half + 120, 400, darker(sofa, 0.12), round_=60)
    couch += "".join(box(x, 230, 300, 320, sofa, round_=46) for x in (-half - 30, -150, half - 270))
    cushions = box(-half + 120, 200, 170, 170, accent, round_=30) + box(
        half - 190, 200, 160, 160, "#f3e3c7", round_=30
    )
    stand = line(f"M{half - 92:g},-40 L{half - 92:g},420", "#4b3a2d", 9)
    shade = fill(
        f"M{half - 150:g},-40 L{half - 34:g},-40 L{half - 62:g},-150 L{half - 122:g},-150 Z", "#ffe9bd"
    )
    near = (
        couch
        + cushions
        + stand
        + shade
        + plant(rng, left + 56, 170, 190, "#417a52", "#b5694a")
        + vignette(half)
    )
    lights = glow(half - 92, -90, 420, 420, "#ffc878", 0.62) + glow(
        left + 40, -420, 520, 420, "#fff0d8", 0.34
    )
    lights += glow(half - 92, -90, 90, 80, "#fff3d6", 0.9)
    return View(far, near, lights)


def draw_cafe(half: float, accent: str, rng: Random) -> View:
    """Evening in a café: shelves with bottles, lamps, and little lights everywhere."""
    bottles = ("#3f6f5a", "#a85f3a", "#d8a54f", "#6f3f4f", "#c9d4cf", "#2f4f66")
    far = wall(half, "#3a2a26", "#221a1c") + box(-half - 20, -500, 2 * half + 40, 110, "#2a1f1d")
    for y in (-190, -60, 70):
        far += box(-half - 20, y, half * 0.9, 14, "#7d553a") + box(half * 0.16, y, half, 14, "#7d553a")
        for start, width in ((-half, half * 0.84), (half * 0.2, half * 0.84)):
            at = start
            while at < start + width:
                tall, thick = rng.uniform(44, 98), rng.uniform(15, 30)
                far += box(at, y - tall, thick, tall, rng.choice(bottles), round_=6)
                at += thick + rng.uniform(6, 22)
    board = box(-half + 34, -400, 190, 140, "#6d4a34") + box(-half + 42, -392, 174, 124, "#23302c")
    board += "".join(
        line(f"M{-half + 64:g},{y} h{rng.uniform(60, 120):.0f}", "#dfe7dc", 5, 0.8)
        for y in (-364, -338, -312, -288)
    )
    counter = box(-half - 40, 240, 2 * half + 80, 340, "#5a3d2c") + box(
        -half - 40, 232, 2 * half + 80, 24, "#a87850"
    )
    machine = box(half - 250, 100, 210, 140, "#b9bfc4", round_=18) + box(
        half - 230, 122, 170, 40, "#5d666d", round_=8
    )
    cups = "".join(box(-half + 60 + step * 44, 196, 34, 36, "#f2ebe0", round_=8) for step in range(4))
    lamps = [(-half * 0.78, 190), (-half * 0.3, 130), (half * 0.3, 150), (half * 0.8, 210)]
    near = counter + machine + cups + "".join(pendant(x, drop, 52, darker(accent, 0.2)) for x, drop in lamps)
    near += vignette(half)
    lights = "".join(shining(x, -500 + drop + 8, 40, "#ffb45e") for x, drop in lamps)
    lights += "".join(
        bokeh(
            rng,
            rng.uniform(-half, half),
            rng.uniform(-440, 130),
            22,
            rng.choice(("#ffc36b", "#ff9a4f", accent)),
            rng.uniform(0.12, 0.4),
        )
        for _ in range(int(20 + half * 0.03))
    )
    return View(far + board, near, lights)
