"""Streets: at dusk, under trees, in the old town, in the rain at night."""

from random import Random

from reelhouse.render.backdrops.furnishing import LEAVES, NIGHTFALL, Hour, sky
from reelhouse.render.backdrops.view import View, bokeh, shining
from reelhouse.render.presenter.ink import box, darker, ellipse, falling, fill, glow, lighter, line, mix

PASTELS = ("#e8b98a", "#d98f7a", "#e9d3a0", "#a8bfa0", "#9fb3c8", "#d8a8a8", "#c9b8d0")
LAMPS = ("#ffcf7a", "#ff8f5e", "#ffe6b0", "#ff5d5d")


def avenue(half: float, accent: str, rng: Random, hour: Hour) -> View:
    """Tall houses on both sides, their windows lit here and there, an awning, a tree."""
    far = _sky(half, hour) + glow(0, 130, 420, 260, hour.light, 0.8)
    stone = mix("#8a8aa0", hour.sky[2], 0.35)
    far += "".join(
        box(x, 160 - tall, 64, tall, mix(stone, hour.sky[1], rng.random() * 0.5))
        for x, tall in (
            (-half * 0.6 + step * 58, rng.uniform(60, 220)) for step in range(int(half * 1.2 / 58))
        )
    )
    for side in (-1, 1):
        far += _houses(rng, half, side, hour)
    near = _awning(half, accent) + _tree(rng, -half + 80, -150, 1.0, hour)
    return View(far + _road(half, hour), near, _lamps(half, accent, rng, hour))


def under_trees(half: float, accent: str, rng: Random, hour: Hour) -> View:
    """A park: lawn, a path, and light that falls through leaves."""
    far = _sky(half, hour)
    far += "".join(
        ellipse(
            x,
            rng.uniform(10, 60),
            rng.uniform(90, 150),
            rng.uniform(80, 140),
            darker(rng.choice(LEAVES), rng.uniform(0.1, 0.4)),
        )
        for x in range(int(-half - 60), int(half + 80), 90)
    )
    lawn = falling("lawn", 90, 500, (0, "#8fb364", 1), (1, "#4f7a44", 1))
    far += lawn + box(-half - 40, 110, 2 * half + 80, 460, "url(#lawn)")
    far += fill(f"M{-half * 0.9:g},300 h{half * 0.5:g} l-30,70 h{-half * 0.5:g} Z", accent)
    far += fill(f"M-40,130 L40,130 L{half * 0.7:g},540 L{-half * 0.7:g},540 Z", "#d8c8a8")
    near = _tree(rng, -half + 50, -170, 1.5, hour) + _tree(rng, half - 60, -210, 1.3, hour)
    near += (
        box(half - 210, 190, 190, 16, ("#7a5a42"))
        + box(half - 210, 130, 190, 16, "#7a5a42")
        + box(half - 196, 190, 10, 70, "#3a3f44")
    )
    sun = "".join(
        bokeh(
            rng,
            rng.uniform(-half, half),
            rng.uniform(-480, 60),
            26,
            rng.choice((("#fff3c0"), "#e6ffc0", hour.light)),
            rng.uniform(0.1, 0.32),
        )
        for _ in range(int(22 + half * 0.03))
    )
    return View(
        far,
        near,
        sun
        + glow(-half * 0.5, -420, 520, 520, hour.light, hour.strength)
        + glow(half, 200, 300, 260, accent, 0.12),
    )


def old_town(half: float, accent: str, rng: Random, hour: Hour) -> View:
    """Pastel houses with shutters, a café's parasol, bunting."""
    far = _sky(half, hour)
    x = -half - 40
    night = hour.lamps > NIGHTFALL
    while x < half + 40:
        wide, tall = rng.uniform(150, 210), rng.uniform(560, 760)
        tone = rng.choice(PASTELS)
        tone = mix(tone, "#2a2c4a", 0.55) if night else tone
        far += box(x, 260 - tall, wide, tall + 40, tone) + box(x, 252 - tall, wide, 16, darker(tone, 0.3))
        shutter = rng.choice(("#4f6f64", "#5f6f8f", "#8f5a4a", "#6f5a7a"))
        for column in range(2):
            for row in range(int(tall / 150)):
                at, up = x + wide * (0.2 + column * 0.42), 290 - tall + row * 140
                glass = "#ffd48a" if rng.random() < hour.lamps * 0.6 else "#5d6a78"
                far += (
                    box(at, up, wide * 0.2, 72, glass)
                    + box(at - 16, up, 14, 72, shutter)
                    + box(at + wide * 0.2 + 2, up, 14, 72, shutter)
                )
        x += wide
    flags = (accent, "#f3e3c7", "#d9663f", "#5f8fae")
    bunting = line(f"M{-half - 20:g},-330 Q0,-230 {half + 20:g},-350", "#5d5048", 3)
    for step in range(13):
        share = step / 12
        at = -half + 2 * half * share
        drop = -334 + 200 * share * (1 - share) * 0.98 - 10 * share
        bunting += fill(f"M{at - 17:g},{drop:g} h34 l-17,44 Z", flags[step % 4])
    parasol = fill((f"M{half - 260:g},60 Q{half - 110:g},-60 {half + 40:g},60 Z"), accent) + line(
        f"M{half - 110:g},50 L{half - 110:g},480", "#6a5a4a", 9
    )
    return View(far + _road(half, hour), bunting + parasol, _lamps(half, accent, rng, hour))


def neon_rain(half: float, accent: str, rng: Random, _hour: Hour) -> View:
    """A narrow street at night: signs in colours, and all of it again in the wet ground."""
    far = falling("night", -500, 300, (0, "#12152e", 1), (0.7, "#2a2450", 1), (1, "#463064", 1))
    far += box(-half - 40, -540, 2 * half + 80, 1080, "url(#night)")
    for side in (-1, 1):
        for number in range(4):
            wide = half * 0.3 * (1 - number * 0.16)
            inner = side * (half + 30 - half * 0.26 * number)
            x = inner if side < 0 else inner - wide
            far += box(
                x, -480 + number * 110, wide, 760 - number * 110, mix(("#241f3c"), "#3a3258", number / 4)
            )
    tones = (accent, "#ff4f9a", "#39d0ff", "#ffb347", "#9a6bff")
    signs, lights = "", ""
    for _ in range(9):
        x, y = rng.choice((-1, 1)) * half * rng.uniform(0.3, 0.98), rng.uniform(-400, 60)
        wide, tall = rng.choice(((34, rng.uniform(90, 190)), (rng.uniform(80, 150), 34)))
        tone = rng.choice(tones)
        signs += box(x - wide / 2, y - tall / 2, wide, tall, lighter(tone, 0.35), round_=6)
        lights += glow(x, y, wide + 120, tall + 120, tone, 0.55)
        lights += glow(x, 420 + rng.uniform(-40, 60), wide + 40, 120, tone, 0.34)
    road = falling("road", 200, 520, (0, "#2c2648", 1), (1, "#14122a", 1))
    far += road + box(-half - 40, 230, 2 * half + 80, 340, "url(#road)")
    lights += "".join(
        bokeh(
            rng,
            rng.uniform(-half, half),
            rng.uniform(-60, 300),
            24,
            rng.choice(tones),
            rng.uniform(0.14, 0.42),
        )
        for _ in range(int(16 + half * 0.03))
    )
    return View(far + signs, _awning(half, accent), lights)


def _sky(half: float, hour: Hour) -> str:
    return sky("dusk", hour, -500, 300) + box(-half - 40, -540, 2 * half + 80, 1080, "url(#dusk)")


def _road(half: float, hour: Hour) -> str:
    tone = mix("#8a8494", hour.sky[1], 0.3)
    road = falling("road", 180, 520, (0, tone, 1), (1, darker(tone, 0.6), 1))
    return road + fill(
        (f"M{-half - 40:g},330 L-60,170 L60,170 L{half + 40:g},330 L{half + 40:g},560 L{-half - 40:g},560 Z"),
        "url(#road)",
    )


def _awning(half: float, accent: str) -> str:
    return "".join(
        fill(f"M{half - 300 + step * 66:g},-120 h66 l14,92 h-66 Z", accent if step % 2 == 0 else "#f5ece0")
        for step in range(5)
    )


def _tree(rng: Random, x: float, y: float, size: float, hour: Hour) -> str:
    trunk = line(f"M{x - 10:g},420 L{x + 6:g},{y + 90:g}", "#3a2c30", 26 * size)
    tones = [mix(leaf, hour.sky[0], 0.35 * hour.lamps) for leaf in LEAVES]
    return trunk + "".join(
        ellipse(
            x + rng.gauss(0, 70 * size),
            y + rng.gauss(0, 66 * size),
            56 * size,
            46 * size,
            darker(rng.choice(tones), rng.uniform(0, 0.35)),
        )
        for _ in range(26)
    )


def _lamps(half: float, accent: str, rng: Random, hour: Hour) -> str:
    lights = "".join(
        bokeh(
            rng,
            rng.choice((-1, 1)) * half * rng.uniform(0.12, 1.05),
            rng.uniform(-260, 280),
            27,
            rng.choice((*LAMPS, accent)),
            rng.uniform(0.16, 0.5) * (0.25 + 0.75 * hour.lamps),
        )
        for _ in range(int(22 + half * 0.04))
    )
    return (
        lights
        + shining(-half * 0.55, -250, 20, ("#ffdf9e"), hour.lamps)
        + shining(half * 0.62, -190, 17, "#ffdf9e", hour.lamps)
    )


def _houses(rng: Random, half: float, side: int, hour: Hour) -> str:
    """Houses that get smaller towards the middle."""
    parts = ""
    outer = half + 30
    dim = "#2c2a48" if hour.lamps > NIGHTFALL else hour.sky[1]
    for number, base in enumerate(("#7a5a65", "#67557a", "#8b6a72")):
        tone = mix(base, dim, 0.3)
        width = (half * 0.42) * (1 - number * 0.26)
        tall = 640 - number * 130 + rng.uniform(-40, 40)
        x = side * outer if side < 0 else outer - width
        parts += box(x, 230 - tall, width, tall + 60, tone)
        columns = max(2, int(width / 46))
        step = width / columns
        for column in range(columns):
            for row in range(int(tall / 84)):
                lit = rng.random() < hour.lamps * 0.6
                tint = rng.choice(("#ffd48a", "#ffbf70")) if lit else mix(tone, "#2f3550", 0.5)
                parts += box(
                    x + step * (column + 0.24), 250 - tall + row * 84, step * 0.52, 50, tint, round_=3
                )
        outer -= width * 0.9
    return parts
