"""Things to eat and to drink."""
# ruff: noqa: ARG001, E501, PLR2004 - outlines are strings, measures no constants, signatures alike

from math import cos, sin

from reelhouse.engines.image.illustrating.colours import darker, lighter
from reelhouse.engines.image.illustrating.pen import Pen
from reelhouse.engines.image.illustrating.things.thing import Style, Thing

CHINA, CHINA_SHADE = "#ffffff", "#d5d9e6"
CRUST, COFFEE = "#e0a55a", "#5a3422"


def steam(pen: Pen, x: float, y: float) -> None:
    for shift, tall in ((-12, 30), (2, 38), (15, 28)):
        pen.line(
            f"M{x + shift},{y} c-10,{-tall * 0.35:.1f} 10,{-tall * 0.65:.1f} 0,{-tall}",
            "#ffffff",
            3.4,
            opacity=0.5,
        )


def plate(pen: Pen, width: float) -> None:
    pen.ellipse(0, -6, width / 2, width * 0.085, CHINA, CHINA_SHADE)
    pen.ellipse(0, -8, width * 0.36, width * 0.055, "#eef0f6", "#ffffff")


def draw_coffee(pen: Pen, style: Style) -> None:
    pen.ellipse(0, -5, 66, 9, CHINA, CHINA_SHADE)
    cup = style.colour
    pen.line("M38,-62 C66,-66 66,-26 30,-26", darker(cup, 0.12), 9)
    pen.fill(
        "M-44,-76 L44,-76 C44,-34 30,-8 14,-7 L-14,-7 C-30,-8 -44,-34 -44,-76 Z",
        lighter(cup, 0.35),
        darker(cup, 0.2),
        along="right",
    )
    pen.ellipse(0, -76, 44, 9, lighter(cup, 0.5))
    pen.ellipse(0, -75, 38, 6.6, COFFEE, "#8a5636")
    pen.fill("M-34,-62 C-34,-40 -26,-22 -16,-14 L-21,-14 C-32,-24 -39,-42 -39,-62 Z", "#ffffff", opacity=0.5)
    steam(pen, 0, -88)


def draw_pizza(pen: Pen, style: Style) -> None:
    rng = style.rng
    pen.ellipse(0, -34, 82, 34, "#b57a3c", "#8d5a2a")
    pen.ellipse(0, -39, 80, 33, lighter(CRUST, 0.2), CRUST)
    pen.ellipse(0, -40, 69, 27, "#ffd873", "#f5b13f")
    for number in range(13):
        angle, reach = number * 2.4, 0.22 + 0.72 * (number / 13) ** 0.5
        x, y = cos(angle) * 62 * reach, -40 + sin(angle) * 23 * reach
        if number % 3 == 2:
            pen.at(x, y, turn=rng.uniform(0, 180)).ellipse(0, 0, 8, 3.4, "#5da24a", "#3f7d38")
        else:
            pen.ellipse(x, y, 11, 4.9, "#e4573d", "#b8352a")
            pen.ellipse(x - 2, y - 1.2, 5, 1.8, "#f58a6a", opacity=0.8)
    for angle in (0.35, 1.4, 2.45):
        dx, dy = cos(angle) * 79, sin(angle) * 32
        pen.line(f"M{-dx:.1f},{-39 - dy:.1f} L{dx:.1f},{-39 + dy:.1f}", "#b97b33", 1.6, opacity=0.6)
    steam(pen, 0, -76)


def draw_burger(pen: Pen, style: Style) -> None:
    pen.fill("M-54,-22 L54,-22 Q56,-2 40,-1 L-40,-1 Q-56,-2 -54,-22 Z", "#efb768", "#c9813a")
    pen.box(-58, -38, 116, 20, "#7b4526", "#55301a", radius=10)
    pen.fill("M-58,-40 L58,-40 L40,-28 L22,-38 L4,-24 L-14,-38 L-34,-28 Z", "#ffcf4a", "#f0ab27")
    pen.box(-54, -49, 108, 11, "#ef5a45", "#c93c34", radius=5)
    pen.fill(
        "M-62,-50 Q-54,-60 -44,-52 Q-34,-60 -24,-52 Q-12,-60 -2,-52 Q10,-60 20,-52 Q32,-60 42,-52 Q54,-60 62,-50 Q58,-44 50,-46 L-50,-46 Q-58,-44 -62,-50 Z",
        "#8ed05a",
        "#5ba63c",
    )
    pen.fill("M-56,-54 C-56,-112 56,-112 56,-54 Z", "#f7c77d", "#cf8740")
    for x, y in ((-28, -78), (-8, -88), (14, -82), (32, -70), (-40, -66), (4, -72)):
        pen.ellipse(x, y, 3.4, 2, "#fff2cf")
    pen.fill("M-44,-66 C-38,-84 -24,-92 -10,-94 C-24,-86 -32,-78 -35,-64 Z", "#ffffff", opacity=0.35)


def draw_salad(pen: Pen, style: Style) -> None:
    rng = style.rng
    for number in range(26):
        x = rng.uniform(-54, 54)
        y = -54 - rng.uniform(0, 26) * (1 - abs(x) / 70)
        leaf = pen.at(x, y, turn=rng.uniform(-60, 60))
        tone = rng.choice(("#7cc65a", "#5aa845", "#9bd870", "#478c3c"))
        leaf.ellipse(0, -4, 10, 15, lighter(tone, 0.15), tone)
        if number % 4 == 1:
            leaf.disc(4, -6, 9, "#ff6f5b", "#d93f3f")
        if number % 7 == 3:
            leaf.disc(2, -6, 8, "#fff7d6", "#ffd25a")
    bowl = style.own("#f4ede2")
    pen.fill(
        "M-66,-54 L66,-54 C64,-18 40,0 22,0 L-22,0 C-40,0 -64,-18 -66,-54 Z",
        lighter(bowl, 0.2),
        darker(bowl, 0.18),
        along="right",
    )
    pen.ellipse(0, -54, 66, 5, lighter(bowl, 0.4), opacity=0.75)


def apple(pen: Pen, red: str) -> None:
    pen.fill(
        "M0,-66 C-14,-80 -46,-72 -44,-38 C-43,-12 -24,4 -8,-1 Q0,-4 8,-1 C24,4 43,-12 44,-38 C46,-72 14,-80 0,-66 Z",
        lighter(red, 0.25),
        darker(red, 0.25),
    )
    pen.line("M0,-64 C0,-76 4,-82 8,-88", "#6b4528", 4)
    pen.fill("M5,-78 C16,-96 34,-94 40,-90 C34,-76 18,-72 5,-78 Z", "#8fd06a", "#4f9b44")
    pen.ellipse(-24, -48, 7, 12, "#ffffff", opacity=0.5)


def draw_apple(pen: Pen, style: Style) -> None:
    apple(pen.at(0, 0, 1.15), style.own("#ee4b47"))


def draw_fruit(pen: Pen, style: Style) -> None:
    apple(pen.at(-30, -38, 0.62), "#ee4b47")
    pen.disc(14, -58, 27, "#ffbf5e", "#f08a24")
    pen.disc(8, -66, 6, "#ffffff", opacity=0.4)
    pen.fill("M24,-84 C48,-80 66,-66 66,-40 C54,-58 40,-66 22,-70 Z", "#ffe066", "#eab530")
    for number, (x, y) in enumerate(((-58, -44), (-50, -56), (-64, -58), (-57, -70), (-46, -46))):
        pen.disc(x, y, 8, lighter("#8659b8", 0.3 - number * 0.04), "#5f3a94")
    bowl = style.own("#e9dcc8")
    pen.fill(
        "M-70,-44 L70,-44 C66,-14 40,-2 20,0 L-20,0 C-40,-2 -66,-14 -70,-44 Z",
        lighter(bowl, 0.2),
        darker(bowl, 0.25),
        along="right",
    )


def draw_orange(pen: Pen, style: Style) -> None:
    pen.disc(-16, -44, 44, "#ffbd59", "#ee7f1e")
    pen.ellipse(-32, -62, 8, 10, "#ffffff", opacity=0.45)
    pen.fill("M-14,-86 C-4,-104 16,-102 22,-98 C16,-84 0,-80 -14,-86 Z", "#8fd06a", "#4f9b44")
    pen.disc(38, -32, 32, "#f29a2e")
    pen.disc(38, -32, 28, "#fff1cf")
    for step in range(8):
        wedge = pen.at(38, -32, turn=step * 45)
        wedge.fill("M0,-3 L-7.6,-20 Q0,-27 7.6,-20 Z", "#ffb648", "#f58f26")


def draw_cake(pen: Pen, style: Style) -> None:
    plate(pen, 150)
    icing = style.colour
    pen.box(-54, -62, 108, 54, "#f6dcae", "#dbab72", radius=6)
    pen.box(-54, -38, 108, 9, lighter(icing, 0.35), icing)
    pen.fill(
        "M-56,-62 Q-56,-74 -44,-74 L44,-74 Q56,-74 56,-62 L56,-52 Q50,-42 44,-52 Q36,-62 28,-50 Q20,-38 12,-52 Q4,-62 -4,-50 Q-14,-40 -20,-52 Q-28,-62 -36,-50 Q-46,-40 -56,-54 Z",
        lighter(icing, 0.5),
        lighter(icing, 0.15),
    )
    for x in (-30, 0, 30):
        pen.disc(x, -78, 8, "#ff5f6d", "#cf3049")
    for x in (-15, 15):
        pen.box(x - 2.4, -98, 4.8, 26, "#ffffff", style.second)
        pen.glow(x, -104, 26, "#ffc259", 0.7)
        pen.shining().fill(f"M{x},-98 c-6,-5 -2,-12 0,-16 c3,5 6,11 0,16 Z", "#ffe48a", "#ff9a2e")


def draw_bread(pen: Pen, style: Style) -> None:
    pen.fill(
        "M-72,-22 C-78,-56 -50,-64 0,-64 C50,-64 78,-56 72,-22 C70,-4 60,0 48,0 L-48,0 C-60,0 -70,-4 -72,-22 Z",
        "#eab46c",
        "#a8672f",
    )
    for x in (-44, -18, 8, 34):
        pen.fill(
            f"M{x},-56 C{x + 14},-48 {x + 18},-30 {x + 14},-18 C{x + 6},-30 {x - 2},-42 {x},-56 Z",
            "#fbe3b5",
            "#e0ae6c",
        )


def draw_ice_cream(pen: Pen, style: Style) -> None:
    pen.fill("M-26,-58 L26,-58 L0,0 Z", "#f0bd77", "#c98a45")
    for step in range(4):
        pen.line(
            f"M{-22 + step * 12},-58 L{-6 + step * 7},-18 M{22 - step * 12},-58 L{6 - step * 7},-18",
            "#b57634",
            1.4,
            opacity=0.6,
        )
    pen.disc(-18, -70, 22, lighter(style.colour, 0.5), style.colour)
    pen.disc(18, -70, 22, lighter(style.second, 0.5), style.second)
    pen.disc(0, -94, 23, "#fffaf0", "#ecd9bd")
    pen.disc(4, -118, 8, "#ff5f6d", "#cf3049")


def draw_drink(pen: Pen, style: Style) -> None:
    juice = style.own("#ff9a3d")
    pen.line("M6,-60 L26,-128", style.second, 5)
    pen.fill("M-34,-104 L34,-104 L26,0 L-26,0 Z", "#ffffff", "#dcebf5", opacity=0.55)
    pen.fill("M-31,-82 L31,-82 L25,-4 L-25,-4 Z", lighter(juice, 0.35), juice, opacity=0.92)
    for x, y in ((-14, -66), (10, -58), (-6, -42)):
        pen.at(x, y, turn=style.rng.uniform(-30, 30)).box(-8, -8, 16, 16, "#ffffff", radius=3, opacity=0.4)
    pen.disc(30, -104, 18, "#ffd24d", "#f2a82c")
    pen.disc(30, -104, 13, "#fff1b8")
    pen.box(-27, -96, 5, 84, "#ffffff", radius=2.5, opacity=0.55)


def draw_wine(pen: Pen, style: Style) -> None:
    wine = style.own("#9c1f3f")
    pen.ellipse(0, -3, 28, 5, "#eef3f9", "#b7c3d2")
    pen.box(-2.4, -54, 4.8, 50, "#dfe8f1", "#b7c3d2")
    pen.fill(
        "M-30,-122 L30,-122 C38,-84 24,-52 0,-52 C-24,-52 -38,-84 -30,-122 Z",
        "#ffffff",
        "#d6e3ef",
        opacity=0.6,
    )
    pen.fill(
        "M-33,-94 L33,-94 C32,-70 20,-56 0,-56 C-20,-56 -32,-70 -33,-94 Z",
        lighter(wine, 0.2),
        darker(wine, 0.25),
    )
    pen.line("M-25,-114 C-29,-94 -26,-78 -18,-68", "#ffffff", 4, opacity=0.7)


def draw_sushi(pen: Pen, style: Style) -> None:
    pen.box(-80, -16, 160, 10, "#4a3c36", "#2d2420", radius=3)
    pen.box(-66, -7, 14, 7, "#2d2420")
    pen.box(52, -7, 14, 7, "#2d2420")
    for x, top in ((-48, "#ff8a65"), (48, "#ff6f61")):
        pen.box(x - 26, -36, 52, 21, "#ffffff", "#e3e3ea", radius=10)
        pen.fill(
            f"M{x - 30},-34 C{x - 24},-54 {x + 24},-54 {x + 30},-34 C{x + 20},-28 {x - 20},-28 {x - 30},-34 Z",
            lighter(top, 0.25),
            top,
        )
        pen.line(
            f"M{x - 16},-44 L{x - 10},-34 M{x},-47 L{x + 6},-33 M{x + 14},-45 L{x + 20},-34",
            "#ffffff",
            2,
            opacity=0.7,
        )
    pen.box(-17, -44, 34, 29, "#2d4038", "#16221d", radius=6)
    pen.ellipse(0, -44, 17, 7, "#ffffff")
    pen.ellipse(0, -44, 8, 3.4, style.second)


def draw_egg(pen: Pen, style: Style) -> None:
    pen.ellipse(0, -10, 82, 11, "#3a3d49", "#23252e")
    pen.line("M76,-12 L128,-20", "#4a3a31", 9)
    pen.fill(
        "M-52,-16 C-58,-30 -30,-34 -14,-30 C4,-38 40,-32 48,-22 C58,-12 20,-8 0,-9 C-22,-7 -48,-8 -52,-16 Z",
        "#ffffff",
        "#e6e9f0",
    )
    pen.ellipse(-4, -22, 20, 9, "#ffcf4a", "#f0a21f")
    steam(pen, 0, -42)


FOODS = {
    "coffee": Thing(draw_coffee, 132, 120, size=440),
    "pizza": Thing(draw_pizza, 164, 110, size=400),
    "burger": Thing(draw_burger, 124, 100, size=400),
    "salad": Thing(draw_salad, 132, 92, size=380),
    "apple": Thing(draw_apple, 104, 100, size=390),
    "fruit": Thing(draw_fruit, 140, 96, size=390),
    "orange": Thing(draw_orange, 132, 100, size=380),
    "cake": Thing(draw_cake, 150, 116, size=430),
    "bread": Thing(draw_bread, 150, 64, size=290),
    "ice cream": Thing(draw_ice_cream, 80, 126, size=480),
    "drink": Thing(draw_drink, 84, 126, size=470),
    "wine": Thing(draw_wine, 72, 122, size=470),
    "sushi": Thing(draw_sushi, 160, 52, size=250),
    "egg": Thing(draw_egg, 190, 80, size=300),
}
