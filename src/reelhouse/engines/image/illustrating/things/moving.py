"""Vehicles, and buildings that stand alone."""
# ruff: noqa: E501 - an outline or a row of a table is one string

from reelhouse.engines.image.illustrating.colours import darker, lighter
from reelhouse.engines.image.illustrating.pen import Pen
from reelhouse.engines.image.illustrating.things.thing import Realm, Style, Thing

TYRE, GLASS, GLASS_SHADE = "#2a2c38", "#d5ecfa", "#7fb0d4"


def wheel(pen: Pen, x: float, radius: float) -> None:
    pen.disc(x, -radius, radius, "#3a3d4b", "#1a1b24")
    pen.disc(x, -radius, radius * 0.56, "#e1e5ee", "#8d94a6")
    pen.disc(x, -radius, radius * 0.2, "#5b6172")


def lamps(pen: Pen, style: Style, x: float, y: float) -> None:
    if style.night:
        pen.glow(x + 30, y + 4, 90, "#ffe2a0", 0.5, flat=0.4)
    pen.shining().ellipse(x, y, 5, 4, "#fff5cf")


def draw_car(pen: Pen, style: Style) -> None:
    tone = style.colour
    pen.fill(
        "M-54,-46 C-42,-70 -34,-76 -20,-77 L22,-77 C36,-76 46,-66 60,-46 Z",
        darker(tone, 0.15),
        darker(tone, 0.25),
    )
    pen.fill("M-44,-47 C-36,-64 -31,-70 -20,-71 L-3,-71 L-3,-47 Z", GLASS, GLASS_SHADE)
    pen.fill("M3,-71 L21,-71 C31,-70 40,-62 49,-47 L3,-47 Z", GLASS, GLASS_SHADE)
    pen.fill("M-32,-68 L-22,-71 L-34,-47 L-43,-47 Z", "#ffffff", opacity=0.5)
    pen.fill(
        "M-94,-40 C-92,-48 -70,-50 -54,-50 L62,-50 C86,-48 96,-40 97,-28 C98,-18 94,-13 88,-13 L-88,-13 C-96,-14 -97,-30 -94,-40 Z",
        lighter(tone, 0.25),
        darker(tone, 0.28),
    )
    pen.line("M-90,-31 L92,-31", lighter(tone, 0.5), 1.8, opacity=0.6)
    pen.line("M0,-48 L0,-18", darker(tone, 0.4), 1.4, opacity=0.6)
    pen.box(8, -41, 12, 3, darker(tone, 0.35), radius=1.5)
    for x in (-56, 58):
        pen.disc(x, -17, 22, darker(tone, 0.6))
        wheel(pen, x, 18)
    pen.box(-96, -39, 8, 7, "#ff6b5a", radius=2)
    lamps(pen, style, 91, -36)


def draw_bus(pen: Pen, style: Style) -> None:
    tone = style.colour
    pen.box(-94, -96, 188, 84, lighter(tone, 0.25), darker(tone, 0.2), radius=12)
    for number in range(5):
        pen.box(-84 + number * 33, -84, 27, 32, GLASS, GLASS_SHADE, radius=4)
    pen.box(80, -84, 14, 40, GLASS, GLASS_SHADE, radius=3)
    pen.box(-94, -42, 188, 6, "#ffffff", opacity=0.7)
    for x in (-56, 54):
        wheel(pen, x, 17)
    lamps(pen, style, 88, -28)


def draw_truck(pen: Pen, style: Style) -> None:
    pen.box(-100, -104, 126, 88, "#ffffff", "#cfd4e0", radius=5)
    pen.box(-100, -66, 126, 16, style.colour)
    pen.fill(
        "M30,-16 L30,-84 L66,-84 C76,-84 84,-60 90,-48 L98,-42 L98,-16 Z",
        lighter(style.colour, 0.2),
        darker(style.colour, 0.25),
    )
    pen.fill("M42,-76 L64,-76 C70,-74 76,-60 80,-50 L42,-50 Z", GLASS, GLASS_SHADE)
    pen.box(-100, -20, 198, 8, "#3a3d4a")
    for x in (-68, -28, 66):
        wheel(pen, x, 17)
    lamps(pen, style, 94, -30)


def draw_bicycle(pen: Pen, style: Style) -> None:
    for x in (-50, 50):
        pen.ring(x, -34, 32, TYRE, 5)
        pen.ring(x, -34, 27, "#b9c0cf", 1.5)
        for turn in range(0, 180, 30):
            pen.at(x, -34, turn=turn).line("M-26,0 L26,0", "#c3c9d6", 0.9, opacity=0.8)
    pen.line(
        "M-50,-34 L-8,-32 L32,-78 L-22,-78 L-50,-34 M-22,-78 L-8,-32 M32,-78 L50,-34 M28,-92 L33,-78",
        style.colour,
        5.4,
    )
    pen.line("M-22,-78 L-25,-92", "#585e70", 4)
    pen.fill("M-42,-96 L-12,-97 C-14,-90 -30,-88 -42,-96 Z", "#4a3a33")
    pen.line("M28,-92 L46,-96 C52,-94 52,-86 46,-85", "#4a4f60", 4.4)
    pen.disc(-8, -32, 8, "#6b7183")


def draw_plane(pen: Pen, style: Style) -> None:
    body = pen.at(0, -46, turn=-12)
    body.fill("M-20,-4 L18,-6 L-12,-58 L-26,-58 Z", darker(style.colour, 0.1), darker(style.colour, 0.3))
    body.fill("M-92,-8 L-72,-10 L-90,-44 L-104,-44 Z", style.colour, darker(style.colour, 0.25))
    body.fill(
        "M-104,-8 C-70,-22 40,-24 74,-16 C92,-12 100,-4 96,2 C86,12 20,14 -30,10 C-66,6 -92,2 -104,-8 Z",
        "#ffffff",
        "#b9c3d6",
    )
    body.fill(
        "M-98,-4 C-60,4 40,6 97,0 C88,12 20,14 -30,10 C-66,6 -88,2 -98,-4 Z", style.colour, opacity=0.85
    )
    for number in range(9):
        body.ellipse(-52 + number * 13, -10, 3, 4, "#5f86b5")
    body.fill("M72,-15 C82,-12 88,-9 90,-6 L72,-6 Z", GLASS_SHADE)
    body.fill("M-18,4 L24,2 L-26,52 L-44,52 Z", lighter(style.colour, 0.35), style.colour)


def draw_rocket(pen: Pen, style: Style) -> None:
    ship = pen.at(0, -24, turn=14)
    ship.glow(0, 16, 60, "#ffae4a", 0.8)
    flame = ship.shining()
    flame.fill("M-15,0 C-20,22 -4,30 0,56 C4,30 20,22 15,0 Z", "#ffd257", "#ff6a3a")
    flame.fill("M-7,0 C-9,12 -2,18 0,32 C2,18 9,12 7,0 Z", "#fff6cc")
    for side in (-1, 1):
        ship.at(0, 0, flip=side > 0).fill(
            "M-20,-40 C-40,-28 -42,-8 -38,8 L-16,-6 Z", style.colour, darker(style.colour, 0.3)
        )
    ship.fill(
        "M0,-118 C30,-92 30,-38 17,0 L-17,0 C-30,-38 -30,-92 0,-118 Z", "#ffffff", "#b7bfd4", along="right"
    )
    ship.fill(
        "M0,-118 C12,-108 20,-96 23,-84 L-23,-84 C-20,-96 -12,-108 0,-118 Z",
        lighter(style.colour, 0.15),
        darker(style.colour, 0.2),
        along="right",
    )
    ship.disc(0, -58, 13, darker(style.colour, 0.3))
    ship.disc(0, -58, 9.4, GLASS, GLASS_SHADE)
    ship.box(-18, -8, 36, 8, "#5a6074", radius=2)


def draw_boat(pen: Pen, style: Style) -> None:
    pen.line("M2,-22 L2,-124", "#8a6a4d", 3.6)
    pen.fill("M8,-120 C40,-92 56,-60 60,-32 L8,-32 Z", "#ffffff", "#d8dfec")
    pen.fill("M-4,-112 C-24,-84 -38,-56 -46,-32 L-4,-32 Z", lighter(style.second, 0.3), style.second)
    pen.fill(
        "M-68,-24 L74,-24 C66,-6 54,2 40,4 L-44,4 C-56,2 -64,-10 -68,-24 Z",
        lighter(style.colour, 0.2),
        darker(style.colour, 0.3),
    )
    pen.box(-66, -24, 138, 5, "#ffffff")


def draw_train(pen: Pen, style: Style) -> None:
    for x in range(-300, 301, 20):
        pen.box(x, -4, 11, 8, "#6d5848", "#4c3d32", radius=1)
    pen.box(-310, -7, 620, 4, "#aab0bd", "#6f7686")
    pen.fill("M-130,-84 L60,-84 C96,-84 118,-48 122,-26 Q124,-12 112,-12 L-130,-12 Z", "#ffffff", "#c1c8d8")
    pen.fill("M-130,-34 L121,-34 Q124,-12 112,-12 L-130,-12 Z", style.colour, darker(style.colour, 0.25))
    for number in range(6):
        pen.box(-122 + number * 31, -72, 24, 22, "#32405e", "#5d7599", radius=4)
    pen.fill("M68,-74 C86,-72 98,-58 104,-46 L72,-46 Z", "#32405e", "#5d7599")
    pen.box(-134, -12, 260, 5, "#444857")
    lamps(pen, style, 114, -26)


def draw_balloon(pen: Pen, style: Style) -> None:
    pen.line("M-22,-46 L-9,-18 M22,-46 L9,-18", "#6b5140", 1.8)
    pen.fill(
        "M0,-150 C44,-150 62,-114 54,-86 C46,-62 28,-52 22,-42 L-22,-42 C-28,-52 -46,-62 -54,-86 C-62,-114 -44,-150 0,-150 Z",
        lighter(style.colour, 0.25),
        darker(style.colour, 0.2),
        along="right",
    )
    pen.fill(
        "M0,-150 C18,-140 22,-80 10,-42 L-10,-42 C-22,-80 -18,-140 0,-150 Z",
        lighter(style.second, 0.3),
        style.second,
        along="right",
    )
    pen.box(-12, -18, 24, 18, "#a9743f", "#7b5230", radius=3)


def draw_house(pen: Pen, style: Style) -> None:
    wall, roof = "#f7eee0", style.own("#c9604a")
    pen.box(32, -124, 15, 34, "#a5705c", "#845545")
    pen.box(-62, -74, 124, 74, wall, "#d9cbb8")
    pen.box(20, -74, 42, 74, "#8d7a8d", opacity=0.2)
    pen.fill("M-76,-70 L0,-128 L76,-70 Z", lighter(roof, 0.15), darker(roof, 0.25))
    pen.box(-14, -44, 28, 44, "#7a4f39", "#5e3b2a", radius=3)
    pen.disc(8, -22, 2.4, "#ffd257")
    for x in (-50, 26):
        pane = pen.shining() if style.night else pen
        if style.night:
            pen.glow(x + 12, -48, 44, "#ffc766", 0.5)
        pane.box(
            x,
            -60,
            25,
            25,
            "#ffe3a1" if style.night else GLASS,
            "#ffc765" if style.night else GLASS_SHADE,
            radius=2,
        )
        pen.line(f"M{x + 12.5},-60 v25 M{x},-47.5 h25", "#ffffff", 2.4)
    pen.ellipse(-56, -5, 20, 12, "#5da35f", "#3f7f4d")
    pen.ellipse(54, -4, 18, 10, "#5da35f", "#3f7f4d")


def draw_tent(pen: Pen, style: Style) -> None:
    pen.fill("M0,-84 L84,0 L-84,0 Z", lighter(style.colour, 0.25), darker(style.colour, 0.2))
    pen.fill("M0,-84 L84,0 L34,0 Z", darker(style.colour, 0.3))
    if style.night:
        pen.glow(0, -24, 90, "#ffc25a", 0.6)
    inside = pen.shining() if style.night else pen
    inside.fill(
        "M0,-84 L26,0 L-22,0 Z",
        "#ffe2a0" if style.night else "#4a3b3a",
        "#ffb648" if style.night else "#2f2629",
    )


def draw_lighthouse(pen: Pen, style: Style) -> None:
    pen.fill("M-18,-118 L18,-118 L28,0 L-28,0 Z", "#ffffff", "#cdd3df", along="right")
    for y in (-96, -52):
        pen.fill(
            f"M{-20 + (118 + y) * -0.085:.1f},{y} L{20 + (118 + y) * 0.085:.1f},{y} L{22 + (140 + y) * 0.085:.1f},{y + 22} L{-22 - (140 + y) * 0.085:.1f},{y + 22} Z",
            style.own("#d94b46"),
        )
    pen.box(-23, -124, 46, 7, "#4a4f5f", radius=2)
    pen.box(-12, -142, 24, 18, "#ffefb0", "#ffd257")
    pen.fill("M-17,-142 L0,-160 L17,-142 Z", "#c94842")
    pen.glow(0, -134, 90, "#ffe08a", 0.6)


MOVING = {
    "car": Thing(draw_car, 194, 78, Realm.GROUND, 320),
    "bus": Thing(draw_bus, 190, 96, Realm.GROUND, 380),
    "truck": Thing(draw_truck, 200, 104, Realm.GROUND, 390),
    "bicycle": Thing(draw_bicycle, 164, 98, Realm.GROUND, 380),
    "plane": Thing(draw_plane, 200, 110, Realm.AIR, 360),
    "rocket": Thing(draw_rocket, 90, 150, Realm.AIR, 560),
    "boat": Thing(draw_boat, 142, 128, Realm.WATER, 440),
    "train": Thing(draw_train, 256, 86, Realm.GROUND, 300),
    "balloon": Thing(draw_balloon, 116, 150, Realm.AIR, 470),
    "house": Thing(draw_house, 152, 128, Realm.GROUND, 480),
    "tent": Thing(draw_tent, 168, 84, Realm.GROUND, 330),
    "lighthouse": Thing(draw_lighthouse, 60, 160, Realm.GROUND, 620),
}
