"""Things that stand for ideas: success, safety, search, surprise."""
# ruff: noqa: E501, PLR2004 - outlines are strings, measures no constants, signatures alike

from math import cos, pi, sin

from reelhouse.engines.image.illustrating import paths
from reelhouse.engines.image.illustrating.colours import darker, lighter, mix
from reelhouse.engines.image.illustrating.paths import Outline
from reelhouse.engines.image.illustrating.pen import Pen
from reelhouse.engines.image.illustrating.things.thing import Style, Thing

GOLD, GOLD_SHADE = "#f7c243", "#d98a1f"


def star_shape(x: float, y: float, radius: float, *, points: int = 5, inner: float = 0.46) -> Outline:
    corners = []
    for step in range(points * 2):
        reach = radius if step % 2 == 0 else radius * inner
        angle = step * pi / points
        corners.append((x + reach * sin(angle), y - reach * cos(angle)))
    return paths.polygon(corners)


def draw_shield(pen: Pen, style: Style) -> None:
    body = "M0,-116 C18,-104 34,-98 50,-98 C52,-48 36,-18 0,0 C-36,-18 -52,-48 -50,-98 C-34,-98 -18,-104 0,-116 Z"
    pen.fill(body, lighter(style.colour, 0.5), darker(style.colour, 0.2))
    core = pen.at(0, -6, 0.87)
    core.fill(body, lighter(style.colour, 0.15), darker(style.colour, 0.25))
    core.fill("M0,-116 C18,-104 34,-98 50,-98 C52,-48 36,-18 0,0 Z", darker(style.colour, 0.3), opacity=0.35)
    pen.line("M-21,-58 L-5,-41 L25,-76", "#ffffff", 9)


def draw_lock(pen: Pen, style: Style) -> None:
    pen.line("M-24,-64 L-24,-84 C-24,-118 24,-118 24,-84 L24,-64", "#8d95a8", 12)
    pen.line("M-27,-66 L-27,-84 C-26,-106 -14,-112 -4,-112", "#dde2ec", 3.4, opacity=0.9)
    pen.box(-42, -68, 84, 68, lighter(style.colour, 0.28), darker(style.colour, 0.22), radius=12)
    pen.disc(0, -40, 9.5, darker(style.colour, 0.65))
    pen.fill("M-4.4,-38 L4.4,-38 L7,-16 L-7,-16 Z", darker(style.colour, 0.65))


def draw_key(pen: Pen, style: Style) -> None:
    turned_key = pen.at(-6, -30, turn=-38)
    gold, shade = style.own(GOLD), darker(style.own(GOLD_SHADE), 0.1)
    turned_key.box(0, -6, 86, 11, lighter(gold, 0.3), shade, radius=4)
    for x, tall in ((60, 20), (74, 15)):
        turned_key.box(x, 0, 9, tall, gold, shade, radius=2)
    turned_key.ring(-22, 0, 24, shade, 13)
    turned_key.ring(-23, -1, 24, lighter(gold, 0.2), 8)


def draw_gear(pen: Pen, style: Style) -> None:
    for x, y, radius, teeth, tone in ((-14, -48, 47, 10, style.colour), (46, -92, 27, 8, style.second)):
        wheel = pen.at(x, y)
        for tooth in range(teeth):
            spoke = wheel.at(0, 0, turn=360 / teeth * tooth + (9 if radius < 40 else 0))
            spoke.fill(
                f"M{-radius * 0.17},{-radius * 0.75} L{-radius * 0.12},{-radius} L{radius * 0.12},{-radius} L{radius * 0.17},{-radius * 0.75} Z",
                tone,
            )
        wheel.disc(0, 0, radius * 0.82, lighter(tone, 0.3), darker(tone, 0.2))
        wheel.disc(0, 0, radius * 0.52, darker(tone, 0.25), lighter(tone, 0.05))
        wheel.disc(0, 0, radius * 0.26, lighter(tone, 0.75))


def draw_heart(pen: Pen, style: Style) -> None:
    red = style.own("#f4506a")
    body = "M0,-4 C-66,-46 -60,-104 -28,-104 C-12,-104 -3,-94 0,-84 C3,-94 12,-104 28,-104 C60,-104 66,-46 0,-4 Z"
    pen.fill(body, lighter(red, 0.28), darker(red, 0.2))
    pen.fill("M-42,-70 C-44,-86 -36,-95 -26,-95 C-36,-90 -39,-82 -38,-68 Z", "#ffffff", opacity=0.75)


def draw_star(pen: Pen, style: Style) -> None:
    gold = style.own(GOLD)
    pen.fill(star_shape(0, -54, 58), lighter(gold, 0.4), darker(gold, 0.16))
    for step in range(5):
        angle = step * 2 * pi / 5
        tip = (58 * sin(angle), -54 - 58 * cos(angle))
        side = (26.7 * sin(angle + pi / 5), -54 - 26.7 * cos(angle + pi / 5))
        pen.fill(paths.polygon([(0, -54), tip, side]), darker(gold, 0.25), opacity=0.35)


def draw_bulb(pen: Pen, style: Style) -> None:
    glass = "M-19,-32 C-19,-50 -42,-56 -42,-82 C-42,-108 -22,-124 0,-124 C22,-124 42,-108 42,-82 C42,-56 19,-50 19,-32 Z"
    pen.glow(0, -80, 96, "#ffd873", 0.55)
    shine = pen.shining()
    shine.fill(glass, "#fff3bf", style.own("#ffc53d"))
    shine.line("M-11,-34 L-13,-66 L-4,-58 L4,-66 L13,-58 L11,-34", "#e88a1a", 2.4)
    shine.fill("M-31,-82 C-31,-98 -22,-109 -11,-113 C-20,-104 -24,-92 -23,-78 Z", "#ffffff", opacity=0.9)
    for row, width in enumerate((38, 36, 30)):
        pen.box(-width / 2, -31 + row * 9, width, 7.4, "#c2c9d6", "#7f879a", radius=3.5, along="right")
    pen.ellipse(0, -2, 9, 3.4, "#565d70")


def draw_trophy(pen: Pen, style: Style) -> None:
    gold = style.own(GOLD)
    for side in (-1, 1):
        pen.at(0, 0, flip=side > 0).line("M-34,-110 C-66,-110 -62,-66 -24,-66", darker(gold, 0.15), 8)
    pen.box(-34, -14, 68, 14, "#4b4458", "#2e2939", radius=4)
    pen.box(-24, -26, 48, 13, "#5d5570", "#3d374b", radius=3)
    pen.fill("M-7,-56 L7,-56 L14,-25 L-14,-25 Z", darker(gold, 0.1), darker(gold, 0.35))
    cup = "M-42,-120 L42,-120 C42,-78 28,-52 0,-50 C-28,-52 -42,-78 -42,-120 Z"
    pen.fill(cup, lighter(gold, 0.45), darker(gold, 0.3), along="right")
    pen.ellipse(0, -120, 42, 7, lighter(gold, 0.6), gold, along="right")
    pen.fill(star_shape(0, -90, 16), "#ffffff", opacity=0.9)


def draw_target(pen: Pen, style: Style) -> None:
    pen.line("M-26,-16 L-38,0 M26,-16 L38,0", "#7a5a41", 6)
    for radius, tone in (
        (54, style.colour),
        (42, "#ffffff"),
        (30, style.colour),
        (18, "#ffffff"),
        (8, style.colour),
    ):
        pen.disc(0, -60, radius, lighter(tone, 0.12), darker(tone, 0.12))
    pen.line("M1,-61 L56,-110", "#4a3a30", 4)
    pen.fill("M50,-104 L56,-124 L68,-126 L58,-108 Z", style.second)
    pen.fill("M50,-104 L70,-108 L72,-120 L58,-108 Z", darker(style.second, 0.2))


def draw_puzzle(pen: Pen, style: Style) -> None:
    piece = "M-50,-50 L-12,-50 C-18,-62 -10,-70 0,-70 C10,-70 18,-62 12,-50 L50,-50 L50,-12 C62,-18 70,-10 70,0 C70,10 62,18 50,12 L50,50 L-50,50 Z"
    for x, y, turn, tone in ((-22, -32, 0, style.colour), (28, -82, 180, style.second)):
        part = pen.at(x, y, 0.6, turn=turn)
        part.fill(piece, lighter(tone, 0.25), darker(tone, 0.15))
        part.line(piece, darker(tone, 0.3), 1.5, opacity=0.5, closed=True)


def draw_globe(pen: Pen, style: Style) -> None:
    sea = style.own("#3f9be0")
    pen.box(-26, -6, 52, 6, "#7d6a58", "#57483b", radius=3)
    pen.line("M0,-12 L0,-6", "#6b5a4b", 7)
    pen.line("M-30,-106 C-66,-70 -46,-16 6,-14 C26,-14 38,-22 46,-30", "#a88b62", 5)
    pen.disc(2, -62, 45, lighter(sea, 0.35), darker(sea, 0.3))
    for land in (
        "M-34,-84 C-24,-98 -6,-102 4,-98 C8,-90 -4,-86 -4,-78 C-10,-70 -20,-74 -22,-66 C-32,-66 -38,-74 -34,-84 Z",
        "M-20,-56 C-8,-60 2,-52 -2,-42 C-6,-32 -10,-24 -14,-26 C-20,-36 -28,-46 -20,-56 Z",
        "M14,-86 C26,-92 38,-84 42,-72 C46,-58 40,-46 32,-38 C24,-44 26,-56 18,-60 C10,-68 8,-80 14,-86 Z",
    ):
        pen.fill(land, "#86cf7b", "#4f9f5a")
    pen.fill("M-34,-64 C-34,-86 -16,-102 0,-102 C-16,-94 -26,-80 -27,-62 Z", "#ffffff", opacity=0.35)


def draw_pin(pen: Pen, style: Style) -> None:
    pen.ellipse(0, -2, 24, 6, darker(style.colour, 0.5), opacity=0.4)
    pen.fill(
        "M0,-2 C-10,-34 -40,-50 -40,-80 C-40,-104 -22,-120 0,-120 C22,-120 40,-104 40,-80 C40,-50 10,-34 0,-2 Z",
        lighter(style.colour, 0.25),
        darker(style.colour, 0.2),
    )
    pen.disc(0, -80, 17, "#ffffff", "#e6e8f2")


def draw_megaphone(pen: Pen, style: Style) -> None:
    horn = pen.at(-8, -52, turn=-14)
    horn.box(-34, 12, 15, 36, darker(style.second, 0.25), radius=5)
    horn.fill("M-30,-20 L52,-54 L52,54 L-30,20 Z", lighter(style.colour, 0.3), darker(style.colour, 0.2))
    horn.box(-50, -21, 26, 42, "#ffffff", "#d5d8e4", radius=8)
    horn.ellipse(52, 0, 10, 55, darker(style.colour, 0.45))
    horn.ellipse(54, 0, 6, 42, lighter(style.second, 0.2))
    for angle, reach in ((-26, 26), (0, 32), (26, 26)):
        horn.at(66, 0, turn=angle).line(f"M8,0 L{reach},0", style.second, 5)


def draw_magnifier(pen: Pen, style: Style) -> None:
    pen.line("M24,-40 L58,-6", darker(style.colour, 0.3), 15)
    pen.line("M26,-42 L56,-12", lighter(style.colour, 0.15), 7)
    pen.disc(-8, -72, 44, "#d3d9e6", "#7d869a")
    pen.disc(-8, -72, 36, "#d9f0ff", mix("#9ccdf0", style.colour, 0.3))
    pen.fill("M-34,-74 C-34,-92 -20,-100 -8,-100 C-22,-92 -27,-84 -27,-70 Z", "#ffffff", opacity=0.85)


def draw_question(pen: Pen, style: Style) -> None:
    pen.fill(
        "M-60,-110 Q-60,-124 -46,-124 L46,-124 Q60,-124 60,-110 L60,-40 Q60,-26 46,-26 L2,-26 L-22,0 L-20,-26 L-46,-26 Q-60,-26 -60,-40 Z",
        lighter(style.colour, 0.2),
        darker(style.colour, 0.18),
    )
    pen.line("M-17,-88 C-17,-112 20,-112 20,-88 C20,-74 2,-76 2,-60", "#ffffff", 10)
    pen.disc(2, -44, 6.4, "#ffffff")


def draw_warning(pen: Pen, style: Style) -> None:
    tone = style.own("#ffb92e")
    pen.fill(
        "M-9,-108 Q0,-122 9,-108 L64,-12 Q70,0 57,0 L-57,0 Q-70,0 -64,-12 Z",
        lighter(tone, 0.3),
        darker(tone, 0.14),
    )
    pen.fill("M-6,-78 L6,-78 L3.6,-36 L-3.6,-36 Z", "#4a3512")
    pen.disc(0, -20, 6.4, "#4a3512")


def draw_bolt(pen: Pen, style: Style) -> None:
    pen.glow(0, -60, 90, lighter(style.second, 0.3), 0.35)
    pen.shining().fill("M14,-122 L-38,-52 L-6,-52 L-18,0 L40,-74 L6,-74 Z", "#fff0a8", style.own("#ffb21f"))


def draw_magnet(pen: Pen, style: Style) -> None:
    red = style.own("#ef4d5c")
    horseshoe = pen.at(0, -4, turn=0)
    horseshoe.fill(
        "M-46,0 L-46,-58 C-46,-122 46,-122 46,-58 L46,0 L18,0 L18,-58 C18,-84 -18,-84 -18,-58 L-18,0 Z",
        lighter(red, 0.25),
        darker(red, 0.2),
    )
    for x in (-46, 18):
        horseshoe.box(x, -22, 28, 22, "#e5e9f1", "#a8b0c0")


def draw_scales(pen: Pen, style: Style) -> None:
    gold = style.own("#d9a441")
    pen.box(-28, -7, 56, 7, lighter(gold, 0.2), darker(gold, 0.3), radius=3)
    pen.line("M0,-8 L0,-112 M-54,-96 C-30,-108 30,-108 54,-96", darker(gold, 0.1), 5)
    pen.disc(0, -112, 6, lighter(gold, 0.4))
    for x in (-54, 54):
        pen.line(f"M{x},-96 L{x - 24},-48 M{x},-96 L{x + 24},-48", darker(gold, 0.25), 1.8)
        pen.fill(
            f"M{x - 28},-49 L{x + 28},-49 C{x + 22},-28 {x - 22},-28 {x - 28},-49 Z",
            lighter(gold, 0.35),
            darker(gold, 0.2),
        )


SIGNS = {
    "shield": Thing(draw_shield, 102, 116, size=450),
    "lock": Thing(draw_lock, 84, 116, size=430),
    "key": Thing(draw_key, 110, 100, size=380),
    "gear": Thing(draw_gear, 140, 120, size=420),
    "heart": Thing(draw_heart, 116, 104, size=390, floats=True),
    "star": Thing(draw_star, 112, 112, size=400, floats=True),
    "light bulb": Thing(draw_bulb, 84, 124, size=480),
    "trophy": Thing(draw_trophy, 116, 126, size=480),
    "target": Thing(draw_target, 120, 122, size=440, flips=False),
    "puzzle": Thing(draw_puzzle, 110, 114, size=420),
    "globe": Thing(draw_globe, 104, 112, size=440),
    "map pin": Thing(draw_pin, 80, 120, size=440),
    "megaphone": Thing(draw_megaphone, 140, 110, size=400),
    "magnifier": Thing(draw_magnifier, 116, 116, size=420),
    "question": Thing(draw_question, 120, 124, size=420, flips=False, floats=True),
    "warning": Thing(draw_warning, 132, 116, size=400),
    "bolt": Thing(draw_bolt, 80, 122, size=450, floats=True),
    "magnet": Thing(draw_magnet, 92, 112, size=400),
    "scales": Thing(draw_scales, 164, 118, size=440),
}
