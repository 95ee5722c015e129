"""Devices as shapes around a screen: a phone, a tablet, a laptop, a browser's window, or a bare card.

Shapes are in pixels of the canvas. The screenshot is laid over the screen; only a camera lies over that.
"""

from collections.abc import Iterator

from reelhouse.media.screens import Device
from reelhouse.render.presenter.ink import brightness, mix
from reelhouse.render.screens.geometry import Rect
from reelhouse.render.screens.shapes import Shape, disc, rounded
from reelhouse.render.screens.stage import Stage

SHADOW = 0.05
"""How soft a device's shadow is, in widths of the shorter side of its body."""

RIM = "#3a3d45"
BODY = "#0d0e12"
LIGHTS = ("#ff5f57", "#febc2e", "#28c840")
ISLAND_WIDTH, ISLAND_HEIGHT, ISLAND_TOP = 0.27, 0.075, 0.028
STATUS = 0.125
"""The height of a phone's status bar, in widths of its screen."""

PALE = 0.5
DARK_PAGE = 0.35
HAIR, LEAST_HAIR = 0.0018, 1.6
"""The hairline around what has no bezel, in widths of the screen and in pixels."""


def shapes_of(stage: Stage, top_colour: str) -> Iterator[Shape]:
    """From the shadow up; `top_colour` is that of the screenshot's uppermost line."""
    body = stage.build.body(stage.screen)
    soft = SHADOW * min(body.width, body.height)
    corner = _outer_corner(stage)
    below = Rect(body.x + soft * 0.4, body.y + soft * 0.9, body.width - soft * 0.8, body.height)
    yield Shape(rounded(below, corner), "#000000", 0.42, soft)
    yield Shape(
        rounded(Rect(body.x, body.y + soft * 0.12, body.width, body.height), corner), "#000000", 0.3, soft / 5
    )
    match stage.device:
        case Device.PHONE | Device.TABLET:
            yield from _handheld(stage, body, corner, top_colour)
        case Device.LAPTOP:
            yield from _laptop(stage, body)
        case Device.BROWSER:
            yield from _browser(stage, body, top_colour)
        case Device.NONE:
            yield from _bare(stage, top_colour)


def corners_of(stage: Stage) -> tuple[float, float, float, float]:
    """Round corners of the screenshot, from the upper left one clockwise."""
    corner = stage.build.corner * stage.screen.width
    above = 0.0 if stage.build.square_above or stage.status else corner
    return above, above, corner, corner


def island_of(screen: Rect) -> Rect:
    wide = screen.width * ISLAND_WIDTH
    return Rect(
        screen.x + (screen.width - wide) / 2,
        screen.y + screen.width * ISLAND_TOP,
        wide,
        screen.width * ISLAND_HEIGHT,
    )


def _outer_corner(stage: Stage) -> float:
    return (stage.build.corner + stage.build.aside * 0.9) * stage.screen.width


def _handheld(stage: Stage, body: Rect, corner: float, top_colour: str) -> Iterator[Shape]:
    width = stage.screen.width
    rim = width * 0.007
    if stage.device is Device.PHONE:
        yield from _buttons(body, width)
    yield Shape(rounded(body, corner), RIM)
    yield Shape(rounded(body.grown(-rim * 0.35), corner - rim * 0.35), "#6c7079", 0.55)
    yield Shape(rounded(body.grown(-rim), corner - rim), BODY)
    if stage.device is Device.TABLET:
        yield Shape(disc(body.centre[0], body.y + stage.build.above * width / 2, width * 0.006), "#23262e")
        return
    if stage.status:
        yield from _status(stage, top_colour)
        yield from island_shapes(stage.screen)


def island_shapes(screen: Rect) -> Iterator[Shape]:
    """A phone's camera, which lies over whatever its screen shows."""
    island = island_of(screen)
    yield Shape(rounded(island, island.height / 2), "#000000")
    eye = island.right - island.height / 2
    yield Shape(disc(eye, island.centre[1], island.height * 0.19), "#12151f")
    yield Shape(disc(eye, island.centre[1], island.height * 0.09), "#25304d")


def _buttons(body: Rect, width: float) -> Iterator[Shape]:
    thick = width * 0.012
    for at, tall in ((0.2, 0.06), (0.29, 0.11), (0.42, 0.11)):
        there = Rect(body.x - thick * 0.55, body.y + at * width * 1.6, thick, tall * width * 1.6)
        yield Shape(rounded(there, thick / 2), "#2b2e35")
    there = Rect(body.right - thick * 0.45, body.y + 0.52 * width, thick, 0.26 * width)
    yield Shape(rounded(there, thick / 2), "#2b2e35")


def _status(stage: Stage, colour: str) -> Iterator[Shape]:
    """A strip in the screenshot's own colour, with signal and battery, for one that was taken without."""
    screen, width = stage.screen, stage.screen.width
    strip = Rect(screen.x, screen.y, width, stage.status + 1)
    corner = stage.build.corner * width
    yield Shape(rounded(strip, corner, corner, 0, 0), colour)
    ink = "#ffffff" if brightness(colour) < PALE else "#16181d"
    middle, tall = island_of(screen).centre[1], width * 0.03
    right = screen.right - width * 0.085
    cell = Rect(right - tall * 2.1, middle - tall / 2, tall * 2.1, tall)
    yield Shape(rounded(cell, tall * 0.32), ink, 0.4)
    yield Shape(rounded(cell.grown(-tall * 0.13), tall * 0.22), ink)
    for number in range(4):
        high = tall * (0.4 + 0.2 * number)
        bar = Rect(cell.x - tall * (2.2 - 0.42 * number), middle + tall / 2 - high, tall * 0.28, high)
        yield Shape(rounded(bar, tall * 0.08), ink)


def _laptop(stage: Stage, body: Rect) -> Iterator[Shape]:
    width = stage.screen.width
    corner = width * 0.018
    lid = Rect(body.x, body.y, body.width, body.height - width * 0.038)
    rim = width * 0.0022
    yield Shape(rounded(lid, corner, corner, corner * 0.4, corner * 0.4), "#5b5e66")
    yield Shape(rounded(lid.grown(-rim), corner - rim, corner - rim, 0, 0), BODY)
    yield Shape(disc(body.centre[0], body.y + stage.build.above * width / 2, width * 0.0028), "#2a2d36")
    over = stage.build.overhang * width
    deck = Rect(body.x - over, lid.bottom - width * 0.001, body.width + 2 * over, width * 0.026)
    yield Shape(rounded(deck, 0, 0, deck.height * 0.9, deck.height * 0.9), "#8f939b")
    yield Shape(rounded(Rect(deck.x, deck.y, deck.width, deck.height * 0.42), 0), "#d4d7dc")
    notch = Rect(body.centre[0] - width * 0.075, deck.y, width * 0.15, deck.height * 0.36)
    yield Shape(rounded(notch, 0, 0, notch.height, notch.height), "#9ea2aa")


def _browser(stage: Stage, body: Rect, top_colour: str) -> Iterator[Shape]:
    """A bar that suits the page: light above a light one, dark above a dark one."""
    width = stage.screen.width
    dark = brightness(top_colour) < DARK_PAGE
    bar_colour, line, field = ("#23252c", "#34373f", "#15171c") if dark else ("#f1f2f5", "#d9dce3", "#ffffff")
    corner = stage.build.corner * width
    bar = Rect(body.x, body.y, body.width, stage.screen.y - body.y)
    hair = _hair(stage)
    yield Shape(rounded(body.grown(hair), corner + hair), line)
    yield Shape(rounded(body, corner), bar_colour)
    yield Shape(rounded(Rect(bar.x, bar.bottom - width * 0.0016, bar.width, width * 0.0016), 0), line)
    middle, radius = bar.centre[1], bar.height * 0.125
    for number, light in enumerate(LIGHTS):
        yield Shape(disc(bar.x + bar.height * (0.5 + 0.42 * number), middle, radius), light)
    yield from _address(bar, field, line, dark=dark)


def _address(bar: Rect, field: str, line: str, *, dark: bool) -> Iterator[Shape]:
    tall = bar.height * 0.54
    wide = min(bar.width * 0.46, bar.width - bar.height * 5)
    pill = Rect(bar.centre[0] - wide / 2, bar.centre[1] - tall / 2, wide, tall)
    yield Shape(rounded(pill, tall / 2), line)
    yield Shape(rounded(pill.grown(-bar.height * 0.014), tall / 2), field)
    quiet = mix(field, "#ffffff" if dark else "#000000", 0.22)
    lock = Rect(bar.centre[0] - wide * 0.17, bar.centre[1] - tall * 0.1, tall * 0.28, tall * 0.26)
    yield Shape(
        rounded(
            Rect(
                lock.x + lock.width * 0.14, lock.y - lock.height * 0.62, lock.width * 0.72, lock.height * 1.2
            ),
            lock.width * 0.36,
        ),
        quiet,
    )
    yield Shape(
        rounded(
            Rect(lock.x + lock.width * 0.32, lock.y - lock.height * 0.36, lock.width * 0.36, lock.height),
            lock.width * 0.18,
        ),
        field,
    )
    yield Shape(rounded(lock, tall * 0.06), quiet)
    words = Rect(lock.right + tall * 0.3, bar.centre[1] - tall * 0.09, wide * 0.26, tall * 0.18)
    yield Shape(rounded(words, words.height / 2), quiet)


def _bare(stage: Stage, top_colour: str) -> Iterator[Shape]:
    """A hairline that parts a card from a ground of its own colour."""
    corner = stage.build.corner * stage.screen.width
    hair = _hair(stage)
    edge = "#ffffff" if brightness(top_colour) < PALE else "#000000"
    yield Shape(rounded(stage.screen.grown(hair), corner + hair), mix(top_colour, edge, 0.16))


def _hair(stage: Stage) -> float:
    return max(LEAST_HAIR, stage.screen.width * HAIR)
