"""Time, paper and messages: what a working day is made of."""
# ruff: noqa: E501, PLR2004 - outlines are strings, measures no constants, signatures alike

from math import cos, pi, sin

from reelhouse.engines.image.illustrating.colours import darker, lighter, mix
from reelhouse.engines.image.illustrating.pen import Pen
from reelhouse.engines.image.illustrating.things.thing import Style, Thing

PAPER, PAPER_SHADE, INK = "#fffdf6", "#e6e2d8", "#3a3f55"


def draw_clock(pen: Pen, style: Style) -> None:
    main = style.colour
    for side in (-1, 1):
        pen.line(f"M{side * 24},-12 L{side * 34},0", darker(main, 0.5), 7)
        bell = pen.at(side * 30, -92, turn=side * 35)
        bell.fill("M-17,6 C-17,-14 17,-14 17,6 Z", lighter(main, 0.35), darker(main, 0.25))
    pen.line("M0,-98 L0,-108", "#6a7083", 4)
    pen.disc(0, -109, 4, "#8b91a3")
    pen.disc(0, -50, 46, lighter(main, 0.22), darker(main, 0.3))
    pen.disc(0, -50, 38, PAPER, "#ece9f2")
    for hour in range(12):
        angle = hour * pi / 6
        length = 7 if hour % 3 == 0 else 3.5
        x, y = sin(angle), -cos(angle)
        pen.line(
            f"M{x * 34:.2f},{-50 + y * 34:.2f} L{x * (34 - length):.2f},{-50 + y * (34 - length):.2f}", INK, 2
        )
    turn = style.rng.choice((300, 330, 30, 60))
    pen.at(0, -50, turn=turn).line("M0,4 L0,-19", INK, 4.4)
    pen.at(0, -50, turn=(turn * 12) % 360 + 18).line("M0,5 L0,-29", INK, 3)
    pen.at(0, -50, turn=200).line("M0,7 L0,-30", style.second, 1.4)
    pen.disc(0, -50, 3.6, style.second)


def draw_hourglass(pen: Pen, style: Style) -> None:
    glass = "M-28,-104 L28,-104 C28,-72 6,-66 6,-56 C6,-46 28,-40 28,-8 L-28,-8 C-28,-40 -6,-46 -6,-56 C-6,-66 -28,-72 -28,-104 Z"
    pen.fill(glass, "#eaf3fb", "#c3d6e8", opacity=0.85)
    pen.fill(
        "M-22,-84 L22,-84 C18,-72 4,-66 3,-58 L-3,-58 C-4,-66 -18,-72 -22,-84 Z", lighter(style.second, 0.25)
    )
    pen.fill(
        "M-26,-10 C-20,-30 -6,-36 0,-40 C6,-36 20,-30 26,-10 Z", lighter(style.second, 0.35), style.second
    )
    pen.line("M0,-58 L0,-36", style.second, 1.8)
    pen.line("M-20,-96 C-20,-80 -10,-72 -6,-64", "#ffffff", 3, opacity=0.8)
    for y in (-112, -8):
        pen.box(-38, y, 76, 9, lighter(style.colour, 0.2), darker(style.colour, 0.25), radius=4)
    for x in (-34, 30):
        pen.box(x, -104, 4, 96, darker(style.colour, 0.2))


def draw_watch(pen: Pen, style: Style) -> None:
    strap = darker(style.colour, 0.2)
    pen.fill("M-16,-118 L16,-118 L20,-80 L-20,-80 Z", lighter(strap, 0.1), strap)
    pen.fill("M-20,-34 L20,-34 L16,0 L-16,0 Z", strap, darker(strap, 0.3))
    pen.box(31, -62, 6, 10, "#a7adbb", radius=2)
    pen.disc(0, -57, 33, "#f2f4f8", "#9aa1b2")
    pen.disc(0, -57, 27, "#1d2130", "#343b52")
    for hour in range(12):
        angle = hour * pi / 6
        pen.disc(sin(angle) * 22, -57 - cos(angle) * 22, 1.5 if hour % 3 else 2.3, "#ffffff")
    pen.line("M0,-57 L-9,-69", "#ffffff", 3)
    pen.line("M0,-57 L13,-71", "#ffffff", 2)
    pen.disc(0, -57, 2.6, style.second)


def draw_calendar(pen: Pen, style: Style) -> None:
    pen.box(-50, -98, 100, 98, PAPER, PAPER_SHADE, radius=9)
    pen.fill(
        "M-50,-72 L-50,-89 Q-50,-98 -41,-98 L41,-98 Q50,-98 50,-89 L50,-72 Z",
        style.colour,
        darker(style.colour, 0.15),
    )
    for x in (-26, 26):
        pen.box(x - 3.5, -107, 7, 18, "#545a6e", radius=3.5)
    marked = style.rng.randrange(8, 17)
    for day in range(20):
        x, y = -40 + day % 5 * 17, -63 + day // 5 * 15
        tone = style.second if day == marked else mix(style.colour, "#ffffff", 0.78)
        pen.box(x, y, 12.5, 10.5, tone, radius=2.5)
    x, y = -40 + marked % 5 * 17, -63 + marked // 5 * 15
    pen.line(f"M{x + 3},{y + 5.4} L{x + 5.4},{y + 8} L{x + 10},{y + 2.6}", "#ffffff", 1.8)


def envelope(pen: Pen, width: float, tone: str) -> None:
    """A closed envelope, `width` wide, standing on the origin."""
    w, h = width / 2, width * 0.64
    pen.box(-w, -h, width, h, lighter(tone, 0.25), tone, radius=width * 0.06)
    pen.fill(f"M{-w + 2},-2 L-3,{-h * 0.52} L3,{-h * 0.52} L{w - 2},-2 Z", darker(tone, 0.12))
    pen.fill(
        f"M{-w + 1},{-h + 2} Q0,{-h - 1} {w - 1},{-h + 2} L4,{-h * 0.38} Q0,{-h * 0.33} -4,{-h * 0.38} Z",
        lighter(tone, 0.55),
        lighter(tone, 0.3),
    )


def draw_email(pen: Pen, style: Style) -> None:
    envelope(pen, 116, mix("#f6efe2", style.colour, 0.22))
    pen.disc(54, -72, 16, "#ff5b5b", "#e23d4f")
    pen.line("M50,-76 L55,-80 L55,-64", "#ffffff", 3.6)


def draw_inbox(pen: Pen, style: Style) -> None:
    """Too many letters, flying into a tray."""
    rng = style.rng
    for number in range(7):
        x, y = rng.uniform(-58, 58), -52 - number * 13 + rng.uniform(-5, 5)
        letter = pen.at(x, y, turn=rng.uniform(-26, 26))
        tone = rng.choice(("#f6efe2", lighter(style.colour, 0.6), lighter(style.second, 0.6)))
        envelope(letter, rng.uniform(40, 54), tone)
    pen.fill("M-66,-40 L66,-40 L56,-8 L-56,-8 Z", darker(style.colour, 0.5))
    for number in range(3):
        envelope(
            pen.at(-30 + number * 29, -14, turn=rng.uniform(-12, 12)),
            50,
            lighter(style.colour, 0.7 - number * 0.1),
        )
    pen.fill(
        "M-72,-40 L-28,-40 C-24,-26 24,-26 28,-40 L72,-40 L62,-4 Q61,0 57,0 L-57,0 Q-61,0 -62,-4 Z",
        lighter(style.colour, 0.15),
        darker(style.colour, 0.2),
    )
    pen.disc(66, -112, 17, "#ff5b5b", "#e23d4f")
    for x in (-7, 0, 7):
        pen.disc(66 + x, -112, 2.4, "#ffffff")


def draw_chat(pen: Pen, style: Style) -> None:
    pen.fill(
        "M-66,-106 Q-66,-116 -56,-116 L24,-116 Q34,-116 34,-106 L34,-72 Q34,-62 24,-62 L-38,-62 L-56,-46 L-54,-62 Q-66,-62 -66,-72 Z",
        lighter(style.colour, 0.15),
        darker(style.colour, 0.12),
    )
    for row, width in enumerate((74, 52)):
        pen.box(-52, -102 + row * 14, width, 6, "#ffffff", radius=3, opacity=0.9)
    pen.fill(
        "M-24,-46 Q-24,-56 -14,-56 L58,-56 Q68,-56 68,-46 L68,-24 Q68,-14 58,-14 L56,0 L40,-14 L-14,-14 Q-24,-14 -24,-24 Z",
        PAPER,
        "#e3e4f0",
    )
    for dot in range(3):
        pen.disc(6 + dot * 16, -35, 4.6, style.second if dot < 2 else lighter(style.second, 0.5))


def draw_checklist(pen: Pen, style: Style) -> None:
    pen.box(-44, -110, 88, 110, "#b9814f", "#8f5d38", radius=7)
    pen.box(-38, -102, 76, 96, PAPER, PAPER_SHADE, radius=3)
    pen.box(-17, -117, 34, 14, "#c3c9d6", "#8d94a6", radius=5)
    for row in range(4):
        y = -88 + row * 21
        done = row < 3
        pen.box(-30, y, 13, 13, style.colour if done else "#dfe1ea", radius=3)
        if done:
            pen.line(f"M-27,{y + 7} L-24.4,{y + 10} L-19.6,{y + 3.4}", "#ffffff", 2.2)
        pen.box(-10, y + 3, 40 - row % 2 * 10, 4.6, mix(INK, "#ffffff", 0.45), radius=2.3)


def draw_document(pen: Pen, style: Style) -> None:
    pen.at(10, -2, turn=6).box(-40, -108, 80, 106, lighter(style.colour, 0.4), radius=4)
    pen.fill("M-40,-110 L22,-110 L42,-90 L42,0 L-40,0 Z", PAPER, PAPER_SHADE)
    pen.fill("M22,-110 L22,-90 L42,-90 Z", mix(style.colour, "#ffffff", 0.5), style.colour)
    pen.box(-30, -98, 36, 9, style.colour, radius=3)
    for row in range(6):
        pen.box(-30, -80 + row * 12, 62 - row % 3 * 12, 4.4, "#b9bdcb", radius=2.2)
    pen.line("M4,-8 c6,-12 10,8 16,-3 s8,-2 12,-1", style.second, 2)


def draw_book(pen: Pen, style: Style) -> None:
    """Open, with its leaves in two soft arches."""
    pen.fill("M-80,-50 L0,-42 L80,-50 L80,-4 L0,4 L-80,-4 Z", style.colour, darker(style.colour, 0.35))
    for side in (-1, 1):
        page = pen.at(0, 0, flip=side > 0)
        page.fill(
            "M0,-46 C-20,-66 -58,-64 -74,-56 L-74,-8 C-56,-16 -20,-16 0,0 Z", PAPER, "#d9d2c2", along="right"
        )
        for row in range(4):
            page.line(
                f"M-64,{-46 + row * 9} C-46,{-52 + row * 9} -24,{-50 + row * 9} -10,{-38 + row * 9}",
                "#a9a294",
                1.7,
            )
    pen.line("M0,-46 L0,0", "#a79f8f", 1.6)
    pen.fill("M22,-59 L34,-60 L34,-22 L28,-28 L22,-21 Z", style.second)


def draw_books(pen: Pen, style: Style) -> None:
    tones = (style.colour, style.second, "#e7b75c", "#5b7f95", "#a9584b")
    y = 0.0
    for number, tone in enumerate(tones):
        tall = style.rng.uniform(17, 22)
        shift = style.rng.uniform(-7, 7)
        pen.box(-56 + shift, y - tall, 112, tall, lighter(tone, 0.12), darker(tone, 0.25), radius=3)
        pen.box(-50 + shift, y - tall + 4, 102, tall - 8, "#f4ecda", "#d8cdb6", radius=1)
        pen.box(-56 + shift, y - tall, 30, tall, tone, darker(tone, 0.2), radius=3)
        pen.box(
            -50 + shift,
            y - tall / 2 - 1.4,
            16,
            2.8,
            "#ffffff",
            radius=1.4,
            opacity=0.6 if number % 2 else 0.3,
        )
        y -= tall


def draw_pencil(pen: Pen, style: Style) -> None:
    tilted = pen.at(10, -4, turn=18)
    tilted.fill("M0,0 L-9,-20 L9,-20 Z", "#f0cf9f", "#d2a46c")
    tilted.fill("M0,0 L-3.6,-8 L3.6,-8 Z", INK)
    tilted.box(-9, -98, 18, 78, lighter(style.colour, 0.2), style.colour, along="right")
    tilted.box(2, -98, 7, 78, darker(style.colour, 0.2))
    tilted.box(-9.5, -106, 19, 9, "#c6ccd8", "#8b92a4", along="right")
    tilted.box(-9, -117, 18, 12, "#f58a97", "#d9606f", radius=5, along="right")


PAPERS = {
    "clock": Thing(draw_clock, 100, 112, size=450, flips=False),
    "hourglass": Thing(draw_hourglass, 76, 112, size=470),
    "watch": Thing(draw_watch, 74, 118, size=430),
    "calendar": Thing(draw_calendar, 100, 106, size=430, flips=False),
    "email": Thing(draw_email, 124, 88, size=340, flips=False),
    "inbox": Thing(draw_inbox, 150, 128, size=500, flips=False),
    "chat": Thing(draw_chat, 136, 116, size=430, flips=False, floats=True),
    "checklist": Thing(draw_checklist, 88, 117, size=470, flips=False),
    "document": Thing(draw_document, 96, 112, size=450, flips=False),
    "book": Thing(draw_book, 160, 62, size=270),
    "books": Thing(draw_books, 116, 98, size=380),
    "pencil": Thing(draw_pencil, 60, 118, size=440),
}
