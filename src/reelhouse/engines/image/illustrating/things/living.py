"""Animals and plants."""
# ruff: noqa: E501, PLR2004 - outlines are strings, measures no constants, signatures alike

from math import cos, sin

from reelhouse.engines.image.illustrating.colours import darker, lighter
from reelhouse.engines.image.illustrating.pen import Pen
from reelhouse.engines.image.illustrating.things.thing import Realm, Style, Thing

LEAVES = {"spring": "#8cc665", "summer": "#4f9d57", "autumn": "#e2873a", "winter": "#dfe9f2"}
BARK = "#6e4b37"
DARK = "#2a2230"


def draw_tree(pen: Pen, style: Style) -> None:
    rng, leaf = style.rng, style.own(LEAVES[style.season])
    pen.fill("M-8,0 C-4,-26 -5,-40 -4,-56 L5,-56 C5,-38 5,-22 10,0 Z", BARK, darker(BARK, 0.3), along="right")
    pen.line("M0,-40 L-20,-62 M1,-46 L20,-66", BARK, 4)
    puffs = [
        (cos(n * 2.4) * 30 * (n / 11) ** 0.5, -82 + sin(n * 2.4) * 26 * (n / 11) ** 0.5) for n in range(12)
    ]
    for x, y in sorted(puffs, key=lambda puff: -puff[1]):
        size = rng.uniform(15, 21)
        pen.disc(x, y, size, lighter(leaf, 0.12 + (-70 - y) / 260), darker(leaf, 0.3))
    for x, y in puffs[::2]:
        pen.ellipse(x - 5, y - 7, 9, 5, lighter(leaf, 0.4), opacity=0.35)


def draw_pine(pen: Pen, style: Style) -> None:
    leaf = style.own("#2f7257")
    pen.box(-5, -16, 10, 16, BARK, darker(BARK, 0.3), along="right")
    for width, y in ((38, -12), (32, -38), (25, -62), (17, -84)):
        pen.fill(
            f"M0,{y - 44} L{width},{y} Q0,{y + 8} {-width},{y} Z",
            lighter(leaf, 0.2),
            darker(leaf, 0.25),
            along="slant",
        )
        if style.season == "winter":
            pen.fill(
                f"M0,{y - 44} L{width * 0.5},{y - 22} Q0,{y - 12} {-width * 0.5},{y - 22} Z",
                "#f6fbff",
                opacity=0.9,
            )


def draw_palm(pen: Pen, style: Style) -> None:
    leaf = style.own("#3f9a5f")
    pen.fill("M-8,0 C4,-34 2,-62 12,-96 L20,-95 C14,-60 16,-30 8,0 Z", "#a9784e", "#7a5236", along="right")
    for turn in (-160, -128, -94, -60, -24, 14, 178):
        frond = pen.at(16, -96, turn=turn)
        tone = lighter(leaf, 0.2) if turn < -80 else darker(leaf, 0.12)
        frond.fill("M0,0 C16,-18 42,-16 58,8 C40,-4 18,-2 0,3 Z", tone, darker(tone, 0.2))
    for x in (11, 20):
        pen.disc(x, -91, 5, "#7a4f31")


def flower(pen: Pen, tone: str, height: float) -> None:
    pen.line(f"M0,0 C4,{-height * 0.4:.1f} -3,{-height * 0.7:.1f} 0,{-height}", "#4c9150", 3)
    pen.fill(f"M0,{-height * 0.3:.1f} c10,-14 22,-12 26,-8 c-6,10 -16,12 -26,8 Z", "#63ad5c", "#3f8448")
    for step in range(7):
        pen.at(0, -height, turn=step * 360 / 7).ellipse(0, -11, 7, 12, lighter(tone, 0.35), tone)
    pen.disc(0, -height, 7, "#ffd757", "#e79a2b")


def draw_flowers(pen: Pen, style: Style) -> None:
    rng = style.rng
    tones = (style.colour, style.second, "#ff8fa8", "#ffd15c", "#b996ea")
    for number, x in enumerate((-44, 46, -22, 24, 0)):
        tone = style.colour if style.chosen else tones[number]
        flower(pen.at(x * 0.35, -30, turn=x * 0.55), tone, rng.uniform(48, 72))
    pen.fill(
        "M-20,-40 L20,-40 C18,-30 30,-18 22,0 L-22,0 C-30,-18 -18,-30 -20,-40 Z",
        "#ffffff",
        "#c6cfdf",
        along="right",
    )


def draw_plant(pen: Pen, style: Style) -> None:
    leaf = "#4f9a63"
    for step in range(11):
        turn = -75 + step * 15
        tone = (lighter(leaf, 0.15), leaf, darker(leaf, 0.2))[step % 3]
        stem = pen.at(0, -40, turn=turn)
        tall = style.rng.uniform(52, 76) * (1 - abs(turn) / 260)
        stem.fill(
            f"M0,0 C-17,{-tall * 0.4:.1f} -12,{-tall * 0.8:.1f} 0,{-tall:.1f} C12,{-tall * 0.8:.1f} 17,{-tall * 0.4:.1f} 0,0 Z",
            lighter(tone, 0.15),
            darker(tone, 0.15),
        )
        stem.line(f"M0,0 L0,{-tall * 0.85:.1f}", lighter(tone, 0.35), 1.4, opacity=0.7)
    pot = style.own("#d98a63")
    pen.fill("M-30,-44 L30,-44 L22,0 L-22,0 Z", lighter(pot, 0.25), darker(pot, 0.25), along="right")
    pen.box(-33, -50, 66, 11, lighter(pot, 0.3), darker(pot, 0.1), radius=3, along="right")


def draw_cactus(pen: Pen, style: Style) -> None:
    leaf = style.own("#4a9a6a")
    pen.line("M-2,-44 L-34,-50 L-34,-76 M2,-32 L32,-38 L32,-66", leaf, 15)
    pen.box(-14, -110, 28, 110, lighter(leaf, 0.2), darker(leaf, 0.25), radius=14, along="right")
    for x in (-6, 2, 9):
        pen.line(f"M{x},-100 L{x},-4", darker(leaf, 0.3), 1.6, opacity=0.5)
    pen.disc(0, -110, 8, "#ff7fa3")


def draw_bird(pen: Pen, style: Style) -> None:
    tone = style.own("#4f8fd0")
    pen.fill("M-40,-36 C-62,-34 -74,-26 -84,-16 C-66,-16 -52,-20 -38,-26 Z", darker(tone, 0.25))
    pen.fill(
        "M-46,-32 C-30,-58 10,-60 40,-52 C58,-50 62,-36 50,-28 C30,-12 -20,-14 -46,-32 Z",
        lighter(tone, 0.25),
        darker(tone, 0.1),
    )
    pen.fill(
        "M-20,-42 C-30,-84 -52,-104 -72,-112 C-40,-112 10,-92 22,-44 Z", lighter(tone, 0.1), darker(tone, 0.3)
    )
    pen.fill("M-10,-26 C6,-18 30,-18 44,-26 C30,-10 6,-10 -10,-26 Z", "#fff3df", opacity=0.9)
    pen.fill("M57,-44 L74,-38 L56,-34 Z", "#f2a33a")
    pen.disc(45, -42, 3.4, DARK)


def draw_fish(pen: Pen, style: Style) -> None:
    tone = style.own("#ff8a3d")
    pen.fill(
        "M-36,-40 C-58,-66 -72,-70 -80,-66 C-72,-50 -72,-30 -80,-14 C-70,-12 -56,-18 -36,-40 Z",
        lighter(tone, 0.15),
        darker(tone, 0.15),
    )
    pen.fill("M-10,-66 C0,-90 24,-86 34,-62 Z", darker(tone, 0.15))
    pen.fill("M-46,-40 C-26,-80 40,-84 66,-40 C40,2 -26,0 -46,-40 Z", lighter(tone, 0.35), darker(tone, 0.15))
    for x in (-12, 20):
        pen.fill(
            f"M{x},-69 C{x + 10},-52 {x + 10},-28 {x},-11 L{x + 10},-9 C{x + 20},-28 {x + 20},-54 {x + 10},-71 Z",
            "#ffffff",
            opacity=0.85,
        )
    pen.disc(46, -48, 6.4, "#ffffff")
    pen.disc(48, -48, 3.4, DARK)
    pen.fill("M-2,-36 C10,-30 12,-20 4,-14 C-4,-18 -8,-28 -2,-36 Z", darker(tone, 0.25), opacity=0.8)


def draw_butterfly(pen: Pen, style: Style) -> None:
    for side in (-1, 1):
        wing = pen.at(0, -50, flip=side > 0)
        wing.fill(
            "M0,0 C-18,-50 -66,-56 -64,-22 C-62,0 -30,8 0,4 Z",
            lighter(style.colour, 0.3),
            darker(style.colour, 0.15),
        )
        wing.fill("M0,4 C-26,6 -50,18 -42,38 C-32,54 -8,36 0,8 Z", lighter(style.second, 0.25), style.second)
        wing.disc(-42, -24, 8, "#ffffff", opacity=0.75)
    pen.box(-3.4, -78, 6.8, 54, DARK, radius=3.4)
    pen.line("M0,-76 L-12,-96 M0,-76 L12,-96", DARK, 1.8)


LIVING = {
    "tree": Thing(draw_tree, 100, 122, Realm.GROUND, 560),
    "pine": Thing(draw_pine, 76, 128, Realm.GROUND, 580),
    "palm": Thing(draw_palm, 130, 124, Realm.GROUND, 600),
    "flowers": Thing(draw_flowers, 110, 116, size=440),
    "plant": Thing(draw_plant, 110, 112, size=420),
    "cactus": Thing(draw_cactus, 80, 116, Realm.GROUND, 420),
    "bird": Thing(draw_bird, 158, 112, Realm.AIR, 300),
    "fish": Thing(draw_fish, 146, 90, Realm.WATER, 300),
    "butterfly": Thing(draw_butterfly, 130, 100, Realm.AIR, 260),
}
