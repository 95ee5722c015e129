"""What one buys, wears and unpacks."""
# ruff: noqa: E501 - an outline or a row of a table is one string

from reelhouse.engines.image.illustrating.colours import darker, lighter, mix
from reelhouse.engines.image.illustrating.pen import Pen
from reelhouse.engines.image.illustrating.things.thing import Style, Thing

CARDBOARD, GOLD = "#cf9a63", "#dcb25a"


def draw_gift(pen: Pen, style: Style) -> None:
    pen.box(-48, -70, 96, 70, lighter(style.colour, 0.15), darker(style.colour, 0.22), radius=4)
    pen.box(8, -70, 40, 70, darker(style.colour, 0.3), opacity=0.25)
    pen.box(-54, -86, 108, 24, lighter(style.colour, 0.3), darker(style.colour, 0.08), radius=5)
    pen.box(-9, -86, 18, 86, lighter(style.second, 0.25), darker(style.second, 0.12))
    pen.box(-54, -62, 108, 4, "#0d0a1c", opacity=0.14)
    for side in (-1, 1):
        bow = pen.at(0, -86, flip=side > 0)
        bow.fill(
            "M0,0 C-12,-30 -46,-34 -44,-14 C-42,2 -14,2 0,0 Z",
            lighter(style.second, 0.35),
            darker(style.second, 0.1),
        )
        bow.fill(
            "M-6,-3 C-14,-16 -32,-20 -33,-12 C-34,-4 -16,-3 -6,-3 Z", darker(style.second, 0.35), opacity=0.7
        )
    pen.disc(0, -88, 8, lighter(style.second, 0.3), darker(style.second, 0.15))


def draw_box(pen: Pen, style: Style) -> None:
    card = style.own(CARDBOARD)
    pen.fill("M-58,-84 L6,-76 L6,0 L-58,-14 Z", lighter(card, 0.12), card)
    pen.fill("M6,-76 L58,-88 L58,-16 L6,0 Z", darker(card, 0.15), darker(card, 0.32))
    pen.fill("M-58,-84 L-6,-96 L58,-88 L6,-76 Z", lighter(card, 0.35), lighter(card, 0.18))
    pen.fill("M-34,-90 L-22,-93 L36,-84 L24,-80 L24,-58 L36,-61 L36,-84 Z", lighter(card, 0.5), opacity=0.7)
    pen.fill("M-50,-38 L-24,-34 L-24,-16 L-50,-21 Z", "#ffffff", opacity=0.85)
    pen.fill("M-46,-34 L-30,-31.5 L-30,-28 L-46,-30.5 Z", style.colour if not style.chosen else style.second)
    pen.fill("M-46,-28 L-34,-26 L-34,-23.5 L-46,-25.5 Z", "#8b8f9e")


def draw_bottle(pen: Pen, style: Style) -> None:
    glass = style.colour
    pen.box(-11, -124, 22, 17, "#2c2d3a", "#14141d", radius=3, along="right")
    body = "M-9,-108 L9,-108 L9,-94 C9,-84 30,-82 30,-62 L30,-9 Q30,0 21,0 L-21,0 Q-30,0 -30,-9 L-30,-62 C-30,-82 -9,-84 -9,-94 Z"
    pen.fill(body, lighter(glass, 0.35), darker(glass, 0.3), along="right")
    pen.box(-30, -58, 60, 40, "#fffdf6", "#e8e4da", along="right")
    pen.box(-18, -50, 36, 6, style.second, radius=3)
    pen.box(-13, -40, 26, 3.4, "#a9a7b0", radius=1.7)
    pen.box(-13, -33, 18, 3.4, "#a9a7b0", radius=1.7)
    pen.fill(
        "M-24,-62 C-24,-74 -10,-80 -6,-88 L-6,-104 L-3,-104 L-3,-86 C-8,-78 -18,-72 -18,-60 L-18,-8 L-24,-8 Z",
        "#ffffff",
        opacity=0.4,
    )


def draw_jar(pen: Pen, style: Style) -> None:
    """A cream in heavy glass with a metal lid."""
    pen.box(-50, -62, 100, 62, lighter(style.colour, 0.55), lighter(style.colour, 0.1), radius=16)
    pen.box(-43, -58, 86, 50, lighter(style.colour, 0.8), lighter(style.colour, 0.35), radius=12)
    pen.box(-47, -94, 94, 35, lighter(GOLD, 0.45), darker(GOLD, 0.2), radius=6, along="right")
    pen.box(-30, -94, 12, 35, "#ffffff", opacity=0.45)
    pen.box(24, -94, 16, 35, darker(GOLD, 0.4), opacity=0.25)
    pen.box(-22, -44, 44, 6, darker(style.colour, 0.35), radius=3)
    pen.box(-15, -33, 30, 3.4, darker(style.colour, 0.25), radius=1.7, opacity=0.7)
    pen.box(-11, -26, 22, 3, darker(style.colour, 0.25), radius=1.5, opacity=0.5)
    pen.box(-42, -54, 8, 42, "#ffffff", radius=4, opacity=0.6)


def draw_dropper(pen: Pen, style: Style) -> None:
    amber = style.own("#b5672a")
    pen.box(-7, -128, 14, 32, "#33323d", "#191820", radius=7, along="right")
    pen.box(-14, -102, 28, 18, lighter(GOLD, 0.4), darker(GOLD, 0.2), radius=3, along="right")
    pen.fill(
        "M-14,-84 L14,-84 C16,-76 32,-74 32,-60 L32,-8 Q32,0 24,0 L-24,0 Q-32,0 -32,-8 L-32,-60 C-32,-74 -16,-76 -14,-84 Z",
        lighter(amber, 0.35),
        darker(amber, 0.35),
        along="right",
    )
    pen.box(-32, -56, 64, 40, "#fbf6ec", "#e5dccb", along="right")
    pen.box(-18, -47, 36, 5.4, style.second, radius=2.7)
    pen.box(-14, -37, 28, 3, "#9a948a", radius=1.5)
    pen.box(-27, -70, 5, 62, "#ffffff", radius=2.5, opacity=0.45)


def draw_tube(pen: Pen, style: Style) -> None:
    pen.box(-15, -18, 30, 18, "#f5f5fa", "#b9bccb", radius=4, along="right")
    pen.fill(
        "M-30,-124 L30,-124 L24,-30 Q23,-18 14,-18 L-14,-18 Q-23,-18 -24,-30 Z",
        lighter(style.colour, 0.4),
        darker(style.colour, 0.12),
        along="right",
    )
    pen.box(-30, -128, 60, 9, lighter(style.colour, 0.15), darker(style.colour, 0.2), radius=2)
    pen.box(-15, -96, 30, 6, "#ffffff", radius=3)
    pen.disc(0, -66, 12, lighter(style.second, 0.2), style.second)
    pen.fill("M-22,-116 L-16,-116 L-14,-30 L-18,-30 Z", "#ffffff", opacity=0.45)


def draw_shoe(pen: Pen, style: Style) -> None:
    main = style.colour
    pen.fill("M-70,-16 L74,-16 C78,-4 72,0 66,0 L-62,0 C-70,0 -74,-6 -70,-16 Z", "#ffffff", "#d3d6e1")
    body = "M-68,-66 C-56,-56 -40,-58 -30,-70 C-22,-64 -12,-66 -4,-60 C14,-42 34,-36 56,-32 C70,-29 76,-22 74,-15 L-70,-15 C-74,-30 -74,-50 -68,-66 Z"
    pen.fill(body, lighter(main, 0.2), darker(main, 0.22))
    pen.fill("M36,-37 C58,-33 76,-28 74,-15 L40,-15 C30,-24 30,-32 36,-37 Z", lighter(main, 0.4))
    pen.fill(
        "M-68,-66 C-74,-48 -73,-30 -70,-15 L-46,-15 C-54,-34 -52,-50 -54,-60 Z",
        style.second,
        darker(style.second, 0.2),
    )
    pen.line("M-40,-18 C-20,-20 4,-34 14,-44", "#ffffff", 6)
    for step in range(4):
        x, y = -20 + step * 10, -62 + step * 7
        pen.line(f"M{x},{y} L{x - 9},{y + 9}", "#ffffff", 3)


def draw_shopping_bag(pen: Pen, style: Style) -> None:
    for x, tone, scale in ((24, style.second, 0.82), (-16, style.colour, 1.0)):
        bag = pen.at(x, 0, scale)
        bag.line("M-18,-82 C-18,-116 18,-116 18,-82", darker(tone, 0.4), 4)
        bag.fill("M-42,-84 L42,-84 L48,0 L-48,0 Z", lighter(tone, 0.22), darker(tone, 0.15))
        bag.fill("M42,-84 L48,0 L18,0 L26,-84 Z", darker(tone, 0.3), opacity=0.3)
        bag.disc(-4, -42, 12, "#ffffff", opacity=0.9)


def draw_handbag(pen: Pen, style: Style) -> None:
    pen.line("M-28,-64 C-28,-124 28,-124 28,-64", darker(style.colour, 0.35), 7)
    pen.fill(
        "M-54,-70 Q-52,-76 -46,-76 L46,-76 Q52,-76 54,-70 L62,-10 Q62,0 52,0 L-52,0 Q-62,0 -62,-10 Z",
        lighter(style.colour, 0.15),
        darker(style.colour, 0.28),
    )
    pen.fill("M-54,-72 L54,-72 L48,-42 Q0,-22 -48,-42 Z", lighter(style.colour, 0.3), style.colour)
    pen.box(-9, -42, 18, 15, lighter(GOLD, 0.4), darker(GOLD, 0.15), radius=4)


def draw_cart(pen: Pen, style: Style) -> None:
    pen.line("M-76,-100 L-58,-100 L-40,-30 L46,-30", "#6a7186", 6)
    for x, y, tall, tone in (
        (-38, -92, 30, style.second),
        (-10, -92, 44, "#f2b84b"),
        (20, -92, 34, lighter(style.second, 0.4)),
    ):
        pen.box(x, y + 20 - tall, 24, tall, lighter(tone, 0.2), darker(tone, 0.15), radius=4)
    pen.fill("M-54,-84 L64,-84 L50,-42 L-43,-42 Z", lighter(style.colour, 0.2), darker(style.colour, 0.15))
    for step in range(5):
        pen.line(f"M{-36 + step * 20},-82 L{-30 + step * 17},-44", "#ffffff", 2, opacity=0.6)
    for x in (-30, 38):
        pen.disc(x, -10, 10, "#4a4f61", "#23252f")
        pen.disc(x, -10, 4, "#c8cdd9")


def draw_shirt(pen: Pen, style: Style) -> None:
    pen.fill(
        "M-26,-108 C-14,-96 14,-96 26,-108 L66,-86 L54,-56 L40,-62 L40,-2 Q40,0 38,0 L-38,0 Q-40,0 -40,-2 L-40,-62 L-54,-56 L-66,-86 Z",
        lighter(style.colour, 0.18),
        darker(style.colour, 0.18),
    )
    pen.line("M-26,-108 C-14,-93 14,-93 26,-108", darker(style.colour, 0.35), 4)
    pen.line("M-40,-62 L-38,-40 M40,-62 L38,-40", darker(style.colour, 0.4), 1.6, opacity=0.6)
    pen.disc(0, -56, 14, lighter(style.second, 0.2), style.second)


def draw_ring(pen: Pen, style: Style) -> None:
    pen.ring(0, -38, 33, "#b9822c", 10)
    pen.ring(-1, -39, 33, "#ffe3a0", 6)
    gem = style.own("#8fdcf7")
    pen.fill("M-26,-96 L-16,-112 L16,-112 L26,-96 L0,-64 Z", lighter(gem, 0.4), gem)
    pen.fill("M-26,-96 L26,-96 L0,-64 Z", darker(gem, 0.15), opacity=0.6)
    pen.fill("M-10,-96 L10,-96 L0,-64 Z", "#ffffff", opacity=0.55)
    pen.fill("M-16,-112 L-4,-112 L-10,-96 L-26,-96 Z", "#ffffff", opacity=0.6)
    pen.glow(14, -112, 26, "#ffffff", 0.8)


def draw_perfume(pen: Pen, style: Style) -> None:
    pen.box(-13, -116, 26, 30, lighter(GOLD, 0.45), darker(GOLD, 0.25), radius=4, along="right")
    pen.box(-9, -88, 18, 9, "#e9e4d7", "#b5ad9b", along="right")
    pen.box(
        -42, -80, 84, 80, lighter(style.colour, 0.65), lighter(style.colour, 0.1), radius=12, along="slant"
    )
    pen.box(-34, -58, 68, 50, lighter(style.colour, 0.2), darker(style.colour, 0.12), radius=8, opacity=0.75)
    pen.box(-18, -46, 36, 22, "#fffaf0", radius=2, opacity=0.95)
    pen.box(-11, -37, 22, 3.4, darker(style.colour, 0.3), radius=1.7)
    pen.box(-36, -74, 7, 66, "#ffffff", radius=3.5, opacity=0.6)


def draw_lipstick(pen: Pen, style: Style) -> None:
    red = style.own("#d92f50")
    pen.fill(
        "M-13,-78 L13,-78 L13,-112 C6,-122 -4,-128 -13,-122 Z",
        lighter(red, 0.3),
        darker(red, 0.25),
        along="right",
    )
    pen.box(-15, -80, 30, 24, lighter(GOLD, 0.5), darker(GOLD, 0.2), along="right")
    pen.box(-20, -58, 40, 58, "#3c3a48", "#15141c", radius=4, along="right")
    pen.box(-20, -58, 40, 5, GOLD)
    pen.box(-14, -50, 5, 46, "#ffffff", radius=2.5, opacity=0.25)


def draw_candle(pen: Pen, style: Style) -> None:
    pen.glow(0, -92, 100, "#ffb54d", 0.6)
    pen.box(
        -34, -66, 68, 66, lighter(style.colour, 0.6), lighter(style.colour, 0.15), radius=8, along="right"
    )
    pen.ellipse(0, -66, 34, 6, lighter(style.colour, 0.75))
    pen.box(-20, -44, 40, 26, "#fffaf0", radius=3, opacity=0.9)
    pen.box(-12, -34, 24, 4, mix(style.colour, "#3a3040", 0.5), radius=2)
    pen.line("M0,-66 L0,-76", "#4a3a30", 2.4)
    flame = pen.shining()
    flame.fill("M0,-74 C-14,-84 -8,-98 1,-112 C4,-100 14,-90 0,-74 Z", "#ffe48a", "#ff9a2e")
    flame.fill("M0,-76 C-6,-82 -4,-90 0,-98 C3,-91 7,-84 0,-76 Z", "#fffbe0")


def draw_sunglasses(pen: Pen, style: Style) -> None:
    pen.line("M-58,-34 C-70,-30 -76,-18 -80,-8 M58,-34 C70,-30 76,-18 80,-8", darker(style.colour, 0.4), 5)
    pen.line("M-10,-34 C-4,-40 4,-40 10,-34", darker(style.colour, 0.3), 6)
    for side in (-1, 1):
        glass = pen.at(side * 34, -22, flip=side > 0)
        glass.fill("M-26,-20 L24,-18 C28,8 14,22 -2,22 C-20,22 -30,2 -26,-20 Z", style.colour)
        glass.fill(
            "M-22,-16 L20,-14 C23,5 11,18 -2,18 C-17,18 -26,2 -22,-16 Z",
            "#1c2036",
            mix(style.second, "#1c2036", 0.3),
        )
    pen.fill("M-52,-34 L-40,-33 L-52,-14 C-55,-22 -54,-28 -52,-34 Z", "#ffffff", opacity=0.5)


def draw_suitcase(pen: Pen, style: Style) -> None:
    pen.line("M-16,-98 L-16,-122 L16,-122 L16,-98", "#8a91a3", 5)
    pen.box(
        -40, -100, 80, 94, lighter(style.colour, 0.2), darker(style.colour, 0.25), radius=10, along="slant"
    )
    for x in (-24, -8, 8, 24):
        pen.line(f"M{x},-94 L{x},-12", darker(style.colour, 0.3), 2.6, opacity=0.5)
    for x in (-26, 26):
        pen.disc(x, -5, 6, "#3a3d4a")
    pen.disc(18, -72, 11, style.second)


GOODS = {
    "gift": Thing(draw_gift, 108, 118, size=430),
    "box": Thing(draw_box, 118, 96, size=380, flips=False),
    "bottle": Thing(draw_bottle, 60, 124, size=520),
    "jar": Thing(draw_jar, 100, 94, size=370),
    "dropper": Thing(draw_dropper, 64, 128, size=500),
    "tube": Thing(draw_tube, 60, 128, size=500),
    "shoe": Thing(draw_shoe, 148, 68, size=290),
    "shopping bag": Thing(draw_shopping_bag, 118, 112, size=430),
    "handbag": Thing(draw_handbag, 124, 112, size=430),
    "shopping cart": Thing(draw_cart, 144, 116, size=420),
    "shirt": Thing(draw_shirt, 132, 108, size=430, floats=True),
    "ring": Thing(draw_ring, 80, 114, size=400),
    "perfume": Thing(draw_perfume, 84, 116, size=450),
    "lipstick": Thing(draw_lipstick, 40, 126, size=480),
    "candle": Thing(draw_candle, 70, 112, size=400),
    "sunglasses": Thing(draw_sunglasses, 160, 46, size=220),
    "suitcase": Thing(draw_suitcase, 80, 122, size=460),
}
