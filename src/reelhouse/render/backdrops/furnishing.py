"""What rooms are furnished with: walls of brick and tile, windows, frames, lamps, boards."""

from collections.abc import Sequence
from dataclasses import dataclass
from random import Random

from reelhouse.render.backdrops.view import plant
from reelhouse.render.presenter.ink import box, darker, ellipse, falling, fill, glow, lighter, line, mix

PAPER = ("#c8b8a0", "#8b5e4a", "#3f5d74", "#d8cfc0", "#6d7f6a", "#a8473c", "#2f3a4a", "#e2c58a")
WOODS = ("#7a604c", "#8a6547", "#5e4a3c", "#a07a55", "#6b4a38")
LEAVES = ("#3f7a55", "#4f8a5d", "#417a52", "#5d8f4f", "#35684f")


@dataclass(frozen=True, slots=True)
class Hour:
    """A time of day: the sky from its top down, the light it sends in, and how strong that is."""

    sky: tuple[str, str, str]
    light: str
    strength: float
    lamps: float


HOURS = (
    Hour(("#bfe0f5", "#eef6f7", "#f7efe0"), "#fff1d6", 0.42, 0.4),
    Hour(("#9fcdf2", "#d3ebfa", "#f2f7f4"), "#f3f8ff", 0.46, 0.25),
    Hour(("#8fa8d8", "#f2c79a", "#ffb87a"), "#ffc58a", 0.5, 0.6),
    Hour(("#3a4a82", "#96709c", "#f0a07c"), "#c9a0d8", 0.26, 0.9),
    Hour(("#0f1838", "#26305c", "#4a4a78"), "#6f86c8", 0.2, 1.0),
)
"""Morning, noon, the golden hour, dusk, night."""

NIGHTFALL = 0.8
"""From this need of lamps on, windows are lit from within."""


def ledge(half: float, top: float, tone: str, edge: float = 14) -> str:
    """A counter, desk or bench from side to side, down to the floor, with a lighter edge."""
    front = box(-half - 40, top, 2 * half + 80, 560 - top, tone)
    return front + box(-half - 40, top - 6, 2 * half + 80, edge, lighter(tone, 0.25))


def sky(name: str, hour: Hour, top: float, bottom: float) -> str:
    one, two, three = hour.sky
    return falling(name, top, bottom, (0, one, 1), (0.6, two, 1), (1, three, 1))


def window(rng: Random, hour: Hour, x: float, y: float, width: float, height: float, frame: str) -> str:
    """A window onto a town at this hour; its gradient is named after its place."""
    name = f"sky{round(x) % 997}"
    pane = sky(name, hour, y, y + height) + box(x, y, width, height, f"url(#{name})")
    night = hour.lamps > NIGHTFALL
    at = x
    while at < x + width - 8:
        wide = min(rng.uniform(34, 62), x + width - at)
        tall = rng.uniform(0.18, 0.62) * height
        tone = mix(hour.sky[2], "#2a3350" if night else "#8fa6b6", rng.uniform(0.45, 0.8))
        pane += box(at, y + height - tall, wide, tall, tone)
        if night:
            pane += "".join(
                box(
                    at + rng.uniform(3, max(wide - 10, 4)),
                    y + height - tall + rng.uniform(6, tall - 6),
                    7,
                    9,
                    ("#ffd78a"),
                )
                for _ in range(int(tall / 26))
            )
        at += wide
    panes = max(1, round(width / 170))
    bars = "".join(box(x + width * part / panes - 5, y, 10, height, frame) for part in range(panes + 1))
    rails = "".join(box(x - 5, y + height * share - 4, width + 10, 9, frame) for share in (0, 0.42, 1))
    return pane + bars + rails + box(x - 16, y + height + 4, width + 32, 18, lighter(frame, 0.3))


def curtain(x: float, top: float, width: float, height: float, cloth: str) -> str:
    """A curtain that hangs in folds."""
    folds = "".join(
        box(x + width * part / 5, top, width / 5 + 1, height, darker(cloth, 0.05 + 0.2 * (part % 2)))
        for part in range(5)
    )
    return folds + box(x, top, width, 12, darker(cloth, 0.4))


def bricks(half: float, tone: str, rng: Random) -> str:
    """A wall of bricks, no two of quite the same colour."""
    wall = box(-half - 40, -540, 2 * half + 80, 1080, darker(tone, 0.35))
    for row in range(26):
        x = -half - 60 + (38 if row % 2 else 0)
        while x < half + 40:
            wall += box(x, -540 + row * 40, 71, 35, mix(tone, darker(tone, 0.35), rng.random() * 0.7))
            x += 76
    return wall


def tiles(half: float, top: float, bottom: float, tone: str) -> str:
    """Glazed tiles in a running bond."""
    parts = box(-half - 40, top, 2 * half + 80, bottom - top, darker(tone, 0.14))
    row, y = 0, top
    while y < bottom:
        x = -half - 50 + (30 if row % 2 else 0)
        while x < half + 40:
            parts += box(x, y, 57, 27, lighter(tone, 0.05 * ((row + int(x)) % 3)))
            x += 60
        y += 30
        row += 1
    return parts


def planks(half: float, tone: str, rng: Random) -> str:
    """Vertical boards."""
    parts, x = "", -half - 40
    while x < half + 40:
        parts += box(x, -540, 57, 1080, mix(tone, darker(tone, 0.3), rng.random() * 0.5))
        x += 60
    return parts


def picture(rng: Random, x: float, y: float, width: float, height: float, tones: Sequence[str]) -> str:
    """A framed picture: a landscape, a moon, or two shapes."""
    frame = rng.choice(("#5d4534", "#2c2a2e", "#e9e2d6", "#b08d57"))
    tone = rng.choice(tuple(tones))
    art = box(x - 9, y - 9, width + 18, height + 18, frame) + box(x, y, width, height, "#f7f0e4")
    art += box(x + 12, y + 12, width - 24, height - 24, tone)
    match rng.randrange(3):
        case 0:
            art += ellipse(x + width * 0.5, y + height * 0.5, width * 0.24, width * 0.24, lighter(tone, 0.5))
        case 1:
            hills = (
                f"M{x + 12:g},{y + height * 0.7:g} l{width * 0.3:g},{-height * 0.26:g} "
                f"l{width * 0.26:g},{height * 0.16:g} L{x + width - 12:g},{y + height * 0.42:g} "
                f"L{x + width - 12:g},{y + height - 12:g} L{x + 12:g},{y + height - 12:g} Z"
            )
            art += fill(hills, darker(tone, 0.35))
        case _:
            art += box(x + width * 0.24, y + height * 0.26, width * 0.3, height * 0.44, darker(tone, 0.3))
            art += ellipse(
                x + width * 0.62, y + height * 0.56, width * 0.16, width * 0.16, lighter(tone, 0.6)
            )
    return art


def floor_lamp(x: float, y: float, shade: str) -> tuple[str, str]:
    """A lamp on a stand with its shade at (`x`, `y`), and the light that it gives."""
    stand = line(f"M{x:g},{y:g} L{x:g},480", "#4b3a2d", 9)
    cone = fill(
        (f"M{x - 58:g},{y:g} L{x + 58:g},{y:g} L{x + 30:g},{y - 110:g} L{x - 30:g},{y - 110:g} Z"), shade
    )
    light = glow(x, y - 50, 420, 420, "#ffc878", 0.6) + glow(x, y - 50, 90, 80, "#fff3d6", 0.9)
    return stand + cone, light


def hanging_plant(rng: Random, x: float, drop: float, leaf: str) -> str:
    """A pot on two cords, its vines hanging over the rim."""
    y = -500 + drop
    vines = ""
    for _ in range(9):
        start, reach = x + rng.uniform(-36, 36), rng.uniform(60, 190)
        sway = rng.uniform(-30, 30)
        vines += line(
            (f"M{start:.0f},{y:.0f} q{sway:.0f},{reach * 0.5:.0f} {sway * 0.6:.0f},{reach:.0f}"), leaf, 7
        )
        vines += "".join(
            ellipse(
                start + sway * 0.6 * share + rng.uniform(-12, 12),
                y + reach * share,
                12,
                9,
                lighter(leaf, 0.15),
            )
            for share in (0.3, 0.6, 0.9)
        )
    cords = line(f"M{x:g},-520 L{x - 40:g},{y:g} M{x:g},-520 L{x + 40:g},{y:g}", "#8a7a66", 3)
    return cords + vines + box(x - 44, y - 12, 88, 50, "#d8cbb8", round_=14)


def jungle(rng: Random, half: float, side: int) -> str:
    """Three plants of different height in one corner."""
    return "".join(
        plant(
            rng,
            side * (half - inset),
            300 + drop,
            size,
            rng.choice(LEAVES),
            rng.choice((("#e3ded6"), "#b5694a", "#3f4650")),
        )
        for inset, drop, size in ((30, -60, 250), (130, 60, 190), (210, 110, 130))
    )


def string_lights(rng: Random, half: float, y: float) -> tuple[str, str]:
    """Bulbs on a sagging wire, and their light."""
    wire, lights = "", ""
    step = 96
    x = -half - 20
    while x < half + 20:
        wire += line(f"M{x:g},{y:g} Q{x + step / 2:g},{y + 46:g} {x + step:g},{y:g}", "#3a2c28", 3)
        for share in (0.25, 0.75):
            bulb = x + step * share, y + 36 + rng.uniform(-4, 6)
            lights += glow(*bulb, 40, 40, "#ffc878", 0.55) + glow(*bulb, 11, 11, "#fff3d6", 1)
        x += step
    return wire, lights
