"""The places where presenters stand, out of focus: drawn small, blurred by depth, then enlarged."""

from collections.abc import Callable
from math import ceil
from random import Random

from PIL import Image, ImageChops, ImageFilter

from reelhouse.media.appearance import Backdrop
from reelhouse.render.backdrops.grain import with_grain
from reelhouse.render.backdrops.indoors import draw_cafe, draw_home, draw_office
from reelhouse.render.backdrops.open import draw_street, draw_studio
from reelhouse.render.backdrops.view import View
from reelhouse.render.presenter.ink import Window, rasterise

STEP = 4
"""A backdrop is drawn at a quarter of its size: what is out of focus has no fine detail."""

PLACES: dict[Backdrop, Callable[[float, str, Random], View]] = {
    Backdrop.OFFICE: draw_office,
    Backdrop.HOME: draw_home,
    Backdrop.CAFE: draw_cafe,
    Backdrop.STREET: draw_street,
    Backdrop.STUDIO: draw_studio,
}

FAR_BLUR = 0.0085
NEAR_BLUR = 0.0042
LIGHT_BLUR = 0.0016
"""Radii as shares of the picture's longer side."""


def paint_backdrop(kind: Backdrop, accent: str, width: int, height: int, *, seed: int = 0) -> Image.Image:
    """An opaque RGBA picture of a place, with something in the accent's colour in it.

    Equal arguments give equal pixels.
    """
    small = (ceil(width / STEP), ceil(height / STEP))
    view = PLACES[kind](width / height * 500, accent, Random(f"backdrop {kind.value} {seed}"))
    reach = max(small)
    picture = _layer(view.far, small, reach * FAR_BLUR)
    picture.alpha_composite(_layer(view.near, small, reach * NEAR_BLUR))
    lit = Image.new("RGBA", small, "#000000")
    lit.alpha_composite(_layer(view.lights, small, reach * LIGHT_BLUR))
    glowing = ImageChops.screen(picture.convert("RGB"), lit.convert("RGB"))
    large = glowing.resize((width, height), Image.Resampling.BICUBIC)
    return with_grain(large).convert("RGBA")


def _layer(drawing: str, size: tuple[int, int], blur: float) -> Image.Image:
    """A drawing in units of a thousandth of the height, with its origin in the middle."""
    scale = size[1] / 1000
    window = Window(-(size[0] // 2), -(size[1] // 2), size[0], size[1], scale)
    return rasterise(drawing, window).filter(ImageFilter.GaussianBlur(blur))
