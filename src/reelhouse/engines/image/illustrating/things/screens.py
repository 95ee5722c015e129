"""Phones, laptops and other things that one looks at, listens to or speaks into."""
# ruff: noqa: PLR2004 - a drawing's measures are not constants

from reelhouse.engines.image.illustrating.colours import darker, lighter, mix, turned
from reelhouse.engines.image.illustrating.pen import Pen
from reelhouse.engines.image.illustrating.things.thing import Style, Thing

DARK = "#1d1f2b"
PALE = "#f4f5fa"


def draw_phone(pen: Pen, style: Style) -> None:
    pen.box(-27, -112, 54, 112, "#3a3d4f", DARK, radius=9, along="slant")
    pen.box(-24.5, -109.5, 49, 107, style.colour, turned(style.colour, 40, light=-0.12), radius=7)
    pen.box(-8, -106, 16, 4, DARK, radius=2)
    glass = pen.shining()
    glass.disc(0, -84, 10, lighter(style.colour, 0.75), lighter(style.colour, 0.45))
    glass.box(-12, -70, 24, 3.4, PALE, radius=1.7, opacity=0.95)
    glass.box(-8, -64, 16, 2.6, PALE, radius=1.3, opacity=0.6)
    for row, tone in enumerate((PALE, lighter(style.second, 0.7), PALE)):
        y = -56 + row * 16
        glass.box(-20, y, 40, 13, tone, radius=3.5, opacity=0.94)
        glass.disc(-13.5, y + 6.5, 3.6, style.second if row != 1 else style.colour)
        glass.box(-7, y + 3.6, 20, 2.2, mix(style.colour, DARK, 0.5), radius=1, opacity=0.7)
        glass.box(-7, y + 7.6, 13, 1.8, mix(style.colour, DARK, 0.5), radius=0.9, opacity=0.35)
    pen.box(-9, -6, 18, 1.6, PALE, radius=0.8, opacity=0.9)
    pen.fill("M-24,-109 L-2,-109 L-20,-2 L-24,-2 Z", "#ffffff", opacity=0.08)


def draw_laptop(pen: Pen, style: Style) -> None:
    pen.box(-62, -84, 124, 78, "#3b3f52", "#232634", radius=5)
    pen.box(-58, -80, 116, 69, "#fbfbff", "#e7eaf5", radius=2)
    screen = pen.shining()
    screen.box(-58, -80, 27, 69, style.colour, turned(style.colour, 25, light=-0.1), radius=2)
    for row in range(4):
        screen.box(-53, -71 + row * 9, 17 - row % 2 * 5, 3, "#ffffff", radius=1.5, opacity=0.75 - row * 0.12)
    screen.box(-25, -74, 36, 26, lighter(style.second, 0.65), radius=3)
    screen.box(17, -74, 36, 26, lighter(style.colour, 0.7), radius=3)
    for step, tall in enumerate((8, 13, 11, 18)):
        screen.box(-20 + step * 7.6, -51 - tall, 5, tall, style.second, radius=1)
    screen.ring(35, -61, 8, style.colour, 4)
    screen.line("M-25,-20 L-10,-30 L4,-24 L20,-38 L35,-33 L53,-42", style.colour, 2.2)
    pen.fill("M-70,-7 L70,-7 L76,-2 Q76,0 72,0 L-72,0 Q-76,0 -76,-2 Z", "#d5d9e4", "#9aa1b3")
    pen.box(-14, -7, 28, 2.4, "#8b92a5", radius=1.2)
    pen.fill("M-58,-80 L-18,-80 L-44,-11 L-58,-11 Z", "#ffffff", opacity=0.1)


def draw_monitor(pen: Pen, style: Style) -> None:
    pen.fill("M-9,-24 L9,-24 L12,-3 L-12,-3 Z", "#aab0c0", "#787f92")
    pen.box(-26, -4, 52, 4, "#c3c8d4", "#8b92a5", radius=2)
    pen.box(-72, -110, 144, 88, "#34384a", "#1b1d28", radius=5)
    screen = pen.shining()
    screen.box(-68, -106, 136, 80, "#141a33", mix("#141a33", style.colour, 0.28), radius=2)
    for row in range(4):
        screen.line(f"M-60,{-90 + row * 16} L60,{-90 + row * 16}", "#ffffff", 0.6, opacity=0.13)
    for step, tall in enumerate((16, 24, 20, 34, 30, 46, 56)):
        tone = style.second if step == 6 else lighter(style.colour, 0.12)
        screen.box(-58 + step * 17, -34 - tall, 10, tall, tone, darker(tone, 0.3), radius=2)
    screen.line("M-54,-56 L-36,-64 L-19,-58 L-2,-74 L15,-70 L32,-88 L52,-98", lighter(style.second, 0.5), 2.4)
    screen.disc(52, -98, 3.4, "#ffffff")
    pen.fill("M-68,-106 L-14,-106 L-44,-26 L-68,-26 Z", "#ffffff", opacity=0.06)


def draw_tablet(pen: Pen, style: Style) -> None:
    pen.box(-44, -112, 88, 112, "#3a3d4f", DARK, radius=8, along="slant")
    pen.box(-39, -106, 78, 100, "#fdfcf8", "#e9ebf4", radius=4)
    screen = pen.shining()
    screen.box(-33, -100, 66, 36, style.colour, turned(style.colour, 40), radius=4)
    screen.disc(14, -84, 9, lighter(style.second, 0.4))
    screen.fill("M-33,-66 L-12,-86 L4,-72 L14,-80 L33,-66 L33,-64 L-33,-64 Z", darker(style.colour, 0.3))
    for row in range(4):
        screen.box(-33, -56 + row * 11, 66 - row * 9, 4.6, mix(style.colour, "#c9cddb", 0.75), radius=2)


def draw_television(pen: Pen, style: Style) -> None:
    pen.line("M-40,-14 L-46,0 M40,-14 L46,0", "#40434f", 4)
    pen.box(-84, -112, 168, 99, "#262936", "#13141c", radius=4)
    screen = pen.shining()
    screen.box(
        -80, -108, 160, 91, turned(style.colour, -20, light=-0.1), style.second, radius=2, along="slant"
    )
    screen.disc(0, -62, 19, "#ffffff", opacity=0.92)
    screen.fill("M-6,-72 L12,-62 L-6,-52 Z", style.colour)
    screen.box(-66, -28, 132, 3, "#ffffff", radius=1.5, opacity=0.4)
    screen.box(-66, -28, 48, 3, "#ffffff", radius=1.5)


def draw_camera(pen: Pen, style: Style) -> None:
    body = style.own("#39404f")
    pen.fill("M-24,-74 L-17,-88 Q-16,-90 -13,-90 L13,-90 Q16,-90 17,-88 L24,-74 Z", lighter(body, 0.12), body)
    pen.box(-46, -82, 15, 9, darker(body, 0.3), radius=3)
    pen.box(34, -80, 12, 7, style.second, radius=3)
    pen.box(-62, -75, 124, 75, lighter(body, 0.1), darker(body, 0.35), radius=10)
    pen.box(-62, -55, 124, 37, darker(body, 0.55), opacity=0.55)
    pen.disc(0, -36, 32, "#d8dde6", "#6f7787")
    pen.disc(0, -36, 28, "#22252f", "#0f1118")
    pen.disc(0, -36, 21, style.colour, turned(style.colour, 60, light=-0.25))
    pen.disc(0, -36, 10, "#10121c", opacity=0.75)
    pen.ellipse(-9, -46, 6, 4.4, "#ffffff", opacity=0.75)
    pen.disc(9, -27, 2.6, "#ffffff", opacity=0.4)
    pen.disc(46, -62, 4, "#ff5a4f")


def draw_headphones(pen: Pen, style: Style) -> None:
    main = style.colour
    pen.line("M-40,-40 C-44,-118 44,-118 40,-40", darker(main, 0.45), 13)
    pen.line("M-40,-44 C-43,-116 43,-116 40,-44", main, 9)
    pen.line("M-33,-76 C-22,-102 14,-104 26,-90", lighter(main, 0.5), 2.4, opacity=0.8)
    for side in (-1, 1):
        cup = pen.at(side * 41, -27, flip=side > 0)
        cup.box(3, -25, 15, 50, "#2b2d3a", "#15161e", radius=8)
        cup.box(-15, -28, 21, 56, lighter(main, 0.2), darker(main, 0.3), radius=10)
        cup.box(-11, -16, 5, 32, lighter(main, 0.45), radius=2.5, opacity=0.7)


def draw_microphone(pen: Pen, style: Style) -> None:
    pen.ellipse(0, -4, 34, 6, "#585f72", "#2c303d")
    pen.box(-2.6, -34, 5.2, 31, "#858c9e", "#4b5160", along="right")
    pen.line("M-27,-78 C-27,-26 27,-26 27,-78", "#6d7486", 5)
    pen.box(
        -19, -124, 38, 82, lighter(style.colour, 0.3), darker(style.colour, 0.35), radius=19, along="right"
    )
    pen.box(-19, -124, 38, 50, "#d9dee8", "#7f879a", radius=19, along="right")
    for row in range(5):
        pen.line(f"M-17,{-111 + row * 8} L17,{-111 + row * 8}", "#5a6173", 1.4, opacity=0.7)
    pen.box(-19, -75, 38, 5, darker(style.colour, 0.5))


def draw_speaker(pen: Pen, style: Style) -> None:
    case = style.own("#343848")
    pen.box(-34, -110, 68, 110, lighter(case, 0.15), darker(case, 0.35), radius=8, along="slant")
    for y, radius in ((-80, 17), (-35, 25)):
        pen.disc(0, y, radius, "#14151d", "#2a2d3a")
        pen.ring(0, y, radius, style.second, 2)
        pen.disc(0, y, radius * 0.45, lighter(style.second, 0.25), darker(style.second, 0.3))


def draw_keyboard(pen: Pen, style: Style) -> None:
    pen.fill("M-80,-44 L80,-44 L90,0 L-90,0 Z", "#e9ebf2", "#b9becd")
    for row in range(4):
        spread = 74 + row * 3.2
        keys = 10
        for key in range(keys):
            x = -spread + key * (2 * spread / keys)
            tone = style.colour if (row, key) in {(1, 9), (3, 0)} else "#ffffff"
            pen.box(
                x, -41 + row * 10, 2 * spread / keys - 2.4, 7.6, tone, mix(tone, "#9aa0b4", 0.35), radius=1.6
            )


SCREENS = {
    "phone": Thing(draw_phone, 54, 112, size=520),
    "laptop": Thing(draw_laptop, 152, 86, size=390, flips=False),
    "monitor": Thing(draw_monitor, 144, 110, size=440, flips=False),
    "tablet": Thing(draw_tablet, 88, 112, size=470, flips=False),
    "television": Thing(draw_television, 168, 112, size=400, flips=False),
    "camera": Thing(draw_camera, 124, 90, size=380),
    "headphones": Thing(draw_headphones, 116, 104, size=430),
    "microphone": Thing(draw_microphone, 68, 124, size=480),
    "speaker": Thing(draw_speaker, 68, 110, size=430),
    "keyboard": Thing(draw_keyboard, 180, 44, size=180),
}
