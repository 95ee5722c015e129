"""What a screenshot was taken of, by its size alone."""

from itertools import product

from reelhouse.core.pitches.types import ScreenKind

PHONE_POINTS = (320, 360, 375, 384, 390, 393, 402, 411, 412, 414, 428, 430, 440)
PHONE_DENSITIES = (1, 1.5, 2, 2.625, 2.75, 3, 3.5, 4)
PHONE_SHAPES = (16 / 9, 2, 18.5 / 9, 19 / 9, 19.5 / 9, 20 / 9, 21 / 9)
TABLET_SIDES = (600, 744, 768, 800, 810, 820, 834, 1024, 1032)
TABLET_LONG_SIDES = (1024, 1080, 1112, 1133, 1180, 1194, 1210, 1366, 1376)
TABLET_DENSITIES = (1, 1.5, 2)
"""Points are what a page calls pixels; the picture of a screen has a density of pixels a point."""

PHONE_WIDTHS = frozenset(round(side * density) for side, density in product(PHONE_POINTS, PHONE_DENSITIES))
TABLET_WIDTHS = frozenset(round(side * density) for side, density in product(TABLET_SIDES, TABLET_DENSITIES))
TABLET_LENGTHS = frozenset(
    round(side * density) for side, density in product(TABLET_LONG_SIDES, TABLET_DENSITIES)
)
DESKTOP_WIDTHS = frozenset({1280, 1366, 1440, 1536, 1600, 1920})
NEAR = 0.015
TALLEST_SCREEN = 2.45
SLIMMEST_TABLET, WIDEST_TABLET = 1.65, 1.28
NARROWEST_TABLET, NARROWEST_PAGE = 700, 1000


def kind_of(width: int, height: int) -> ScreenKind:
    """The likeliest device for a size in pixels, at any density; a crop counts as what it was cut from."""
    shape = height / width
    if shape > TALLEST_SCREEN:
        return ScreenKind.PAGE
    if shape > SLIMMEST_TABLET:
        return _slim(width, shape)
    if shape > WIDEST_TABLET:
        return _upright(width)
    return _lying(width, height)


def _slim(width: int, shape: float) -> ScreenKind:
    """As slim as a phone; a desktop's page that was scrolled a little is so too, but not as exactly."""
    is_phone = width < NARROWEST_PAGE or width in PHONE_WIDTHS - DESKTOP_WIDTHS
    if is_phone or (_is_phone_shape(shape) and width <= max(PHONE_WIDTHS)):
        return ScreenKind.PHONE
    return ScreenKind.PAGE


def _upright(width: int) -> ScreenKind:
    if width < NARROWEST_TABLET:
        return ScreenKind.PHONE
    return ScreenKind.TABLET if width in TABLET_WIDTHS or width < NARROWEST_PAGE else ScreenKind.PAGE


def _lying(width: int, height: int) -> ScreenKind:
    """16:9 is a desktop, for every phone of that shape has a monitor of the same size."""
    shape = width / height
    if shape > PHONE_SHAPES[0] * (1 + NEAR) and _is_phone_shape(shape) and height in PHONE_WIDTHS:
        return ScreenKind.PHONE
    if WIDEST_TABLET < shape < SLIMMEST_TABLET and width in TABLET_LENGTHS and height in TABLET_WIDTHS:
        return ScreenKind.TABLET
    return ScreenKind.DESKTOP


def _is_phone_shape(shape: float) -> bool:
    return any(abs(shape / known - 1) < NEAR for known in PHONE_SHAPES)
