"""Money, and how it grows and goes."""

from math import cos, pi, sin

from reelhouse.engines.image.illustrating import paths
from reelhouse.engines.image.illustrating.colours import darker, lighter, mix
from reelhouse.engines.image.illustrating.pen import Pen
from reelhouse.engines.image.illustrating.things.thing import Style, Thing

GOLD, GOLD_SHADE, GOLD_LIGHT = "#f7c243", "#d98a1f", "#ffe59a"
GOOD, BAD = "#2fbf87", "#ef5464"


def coin(pen: Pen, x: float, y: float, radius: float) -> None:
    pen.disc(x, y + radius * 0.12, radius, GOLD_SHADE)
    pen.disc(x, y, radius, GOLD_LIGHT, GOLD_SHADE)
    pen.disc(x, y, radius * 0.78, GOLD, mix(GOLD, GOLD_SHADE, 0.45))
    mark = pen.at(x, y, radius / 30)
    mark.line("M7,-9 C3,-15 -8,-13 -8,-6 C-8,2 8,-2 8,6 C8,13 -5,14 -8,8", "#b06a12", 4.2)
    mark.line("M0,-17 L0,17", "#b06a12", 3.4)


def draw_coins(pen: Pen, style: Style) -> None:
    for x, tall in ((-46, 4), (46, 6), (0, 9)):
        for number in range(tall):
            y = -6 - number * 8.4
            shift = style.rng.uniform(-2, 2)
            pen.box(x - 24 + shift, y - 4, 48, 9, GOLD_LIGHT, GOLD_SHADE, radius=4.5, along="right")
            pen.box(x - 24 + shift, y + 2.4, 48, 2.4, "#b8721b", radius=1.2, opacity=0.55)
        pen.ellipse(x, -10 - tall * 8.4, 24, 6.4, GOLD_LIGHT, GOLD, along="right")
    coin(pen, 0, -112, 17)


def draw_money(pen: Pen, style: Style) -> None:
    for number, turn in enumerate((-17, -3, 12)):
        note = pen.at(number * 5 - 5, -26 - number * 7, turn=turn)
        tone = mix("#6fc28f", style.colour, 0.15 if not style.chosen else 0.8)
        note.box(-62, -56, 124, 60, lighter(tone, 0.25), darker(tone, 0.15), radius=5)
        note.box(-57, -51, 114, 50, lighter(tone, 0.55), lighter(tone, 0.3), radius=3)
        note.disc(0, -26, 17, tone, darker(tone, 0.2))
        sign = note.at(0, -26, 0.75)
        sign.line("M7,-9 C3,-15 -8,-13 -8,-6 C-8,2 8,-2 8,6 C8,13 -5,14 -8,8 M0,-17 L0,17", "#ffffff", 3.6)
        for x in (-45, 45):
            note.disc(x, -26, 5, tone)
    coin(pen, -52, -17, 17)
    coin(pen, 58, -20, 20)


def draw_wallet(pen: Pen, style: Style) -> None:
    leather = style.own("#a4623c")
    for number, turn in enumerate((-7, 4)):
        pen.at(number * 12 - 8, -70, turn=turn).box(
            -44, -28, 88, 44, lighter("#6fc28f", 0.2 + number * 0.2), "#4f9e72", radius=3
        )
    pen.box(-60, -82, 120, 82, lighter(leather, 0.18), darker(leather, 0.3), radius=10)
    pen.line("M-54,-74 L54,-74 M-54,-8 L54,-8", lighter(leather, 0.45), 1.6, opacity=0.7)
    pen.box(20, -54, 44, 28, lighter(leather, 0.25), darker(leather, 0.1), radius=8)
    pen.disc(36, -40, 6, GOLD_LIGHT, GOLD_SHADE)


def draw_card(pen: Pen, style: Style) -> None:
    for shift, turn, tone in ((-6, -14, style.second), (6, 4, style.colour)):
        card = pen.at(shift, -8, turn=turn)
        card.box(-64, -80, 128, 78, lighter(tone, 0.18), darker(tone, 0.3), radius=9, along="slant")
        card.box(-50, -54, 21, 16, GOLD_LIGHT, GOLD_SHADE, radius=3)
        for group in range(4):
            card.box(-50 + group * 24, -30, 18, 4.4, "#ffffff", radius=2, opacity=0.85)
        card.box(-50, -17, 44, 3.6, "#ffffff", radius=1.8, opacity=0.5)
        card.disc(34, -62, 9, "#ffffff", opacity=0.75)
        card.disc(46, -62, 9, GOLD, opacity=0.75)


def draw_piggy(pen: Pen, style: Style) -> None:
    pink = style.own("#f597a8")
    for x in (-32, -14, 18, 34):
        pen.box(x - 7, -20, 14, 20, darker(pink, 0.18), radius=4)
    pen.line("M52,-52 c12,-2 12,-16 4,-14 s-2,14 10,8", darker(pink, 0.15), 4)
    pen.ellipse(2, -48, 56, 40, lighter(pink, 0.3), darker(pink, 0.15))
    pen.fill("M-38,-78 L-30,-98 L-14,-84 Z", darker(pink, 0.12))
    pen.ellipse(-50, -42, 13, 16, lighter(pink, 0.1), darker(pink, 0.22))
    pen.ellipse(-53, -46, 2.4, 3.6, darker(pink, 0.55))
    pen.ellipse(-47, -37, 2.4, 3.6, darker(pink, 0.55))
    pen.disc(-33, -58, 3.8, "#3a2733")
    pen.box(-10, -88, 28, 4, darker(pink, 0.5), radius=2)
    coin(pen, 4, -108, 16)


def _chart(pen: Pen, style: Style, heights: tuple[float, ...], tone: str, arrow: str, tip: str) -> None:
    pen.box(-80, -122, 160, 122, "#ffffff", "#e9ebf4", radius=10)
    for row in range(5):
        pen.line(f"M-68,{-20 - row * 20} L68,{-20 - row * 20}", "#d4d8e4", 1.2)
    for step, tall in enumerate(heights):
        shade = mix(style.colour, tone, step / (len(heights) - 1))
        pen.box(-64 + step * 22.6, -14 - tall, 15, tall, lighter(shade, 0.22), darker(shade, 0.1), radius=3)
    pen.line(arrow, tone, 6)
    pen.fill(tip, tone)


def draw_growth(pen: Pen, style: Style) -> None:
    heights = tuple(12 + step * 11 + style.rng.uniform(-3, 5) for step in range(6))
    _chart(
        pen,
        style,
        heights,
        GOOD,
        "M-62,-42 L-34,-58 L-12,-52 L16,-82 L30,-80 L56,-108",
        "M68,-120 L62,-94 L43,-113 Z",
    )


def draw_decline(pen: Pen, style: Style) -> None:
    heights = tuple(72 - step * 11 + style.rng.uniform(-3, 5) for step in range(6))
    _chart(
        pen,
        style,
        heights,
        BAD,
        "M-62,-108 L-34,-92 L-12,-98 L16,-64 L30,-66 L54,-40",
        "M66,-26 L42,-34 L60,-53 Z",
    )


def draw_pie(pen: Pen, style: Style) -> None:
    tones = (style.colour, style.second, lighter(style.colour, 0.45), GOLD)
    start = style.rng.uniform(0, 1)
    for number, share in enumerate((0.42, 0.27, 0.19, 0.12)):
        points = [(0.0, -54.0)]
        for step in range(25):
            angle = 2 * pi * (start + share * step / 24)
            points.append((54 * sin(angle), -54 - 54 * cos(angle)))
        middle = 2 * pi * (start + share / 2)
        away = 9 if number == 0 else 0
        slice_pen = pen.at(away * sin(middle), -away * cos(middle))
        slice_pen.fill(paths.polygon(points), lighter(tones[number], 0.15), darker(tones[number], 0.15))
        start += share
    pen.disc(0, -54, 20, "#ffffff", "#eceef6")


MONEY = {
    "coins": Thing(draw_coins, 140, 128, size=440),
    "money": Thing(draw_money, 150, 100, size=380, flips=False),
    "wallet": Thing(draw_wallet, 124, 100, size=380),
    "card": Thing(draw_card, 150, 100, size=360, flips=False),
    "piggy bank": Thing(draw_piggy, 120, 124, size=420),
    "growth": Thing(draw_growth, 160, 122, size=460, flips=False),
    "decline": Thing(draw_decline, 160, 122, size=460, flips=False),
    "pie chart": Thing(draw_pie, 118, 118, size=420, flips=False),
}
