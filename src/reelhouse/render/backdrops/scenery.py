"""The places where presenters stand, out of focus: drawn small, blurred by depth, then enlarged."""

from collections.abc import Callable
from math import ceil
from random import Random

from PIL import Image, ImageChops, ImageFilter, ImageOps

from reelhouse.media.appearance import Backdrop
from reelhouse.render.backdrops.cafes import at_the_window, bright_tiles, evening_bar
from reelhouse.render.backdrops.furnishing import HOURS, Hour
from reelhouse.render.backdrops.grain import with_grain
from reelhouse.render.backdrops.homes import among_plants, bedroom, kitchen, living_room, wall_of_books
from reelhouse.render.backdrops.offices import above_the_town, behind_glass, by_the_window, in_the_loft
from reelhouse.render.backdrops.streets import avenue, neon_rain, old_town, under_trees
from reelhouse.render.backdrops.studios import neon, paper_roll, podcast, workshop
from reelhouse.render.backdrops.view import View, vignette
from reelhouse.render.presenter.ink import Window, glow, mix, rasterise

STEP = 4
"""A backdrop is drawn at a quarter of its size: what is out of focus has no fine detail."""

PLACES: dict[Backdrop, tuple[Callable[[float, str, Random, Hour], View], ...]] = {
    Backdrop.OFFICE: (by_the_window, behind_glass, in_the_loft, above_the_town),
    Backdrop.HOME: (living_room, kitchen, wall_of_books, among_plants, bedroom),
    Backdrop.CAFE: (evening_bar, bright_tiles, at_the_window),
    Backdrop.STREET: (avenue, under_trees, old_town, neon_rain),
    Backdrop.STUDIO: (neon, paper_roll, podcast, workshop),
}

FAR_BLUR = 0.0085
NEAR_BLUR = 0.0042
LIGHT_BLUR = 0.0016
"""Radii as shares of the picture's longer side."""

MIRRORED = 0.5
"""How many of the rooms are seen the other way round."""


def paint_backdrop(kind: Backdrop, accent: str, width: int, height: int, *, seed: int = 0) -> Image.Image:
    """An opaque RGBA picture of a place, with something in the accent's colour in it.

    The seed chooses the room, its hour, its walls and furniture, and the side that its light comes from.
    Equal arguments give equal pixels.
    """
    small = (ceil(width / STEP), ceil(height / STEP))
    half = width / height * 500
    rng = Random(f"backdrop {kind.value} {seed}")
    rooms = PLACES[kind]
    view = rooms[seed % len(rooms)](half, accent, rng, rng.choice(HOURS))
    reach = max(small)
    picture = _layer(view.far, small, reach * FAR_BLUR)
    picture.alpha_composite(_layer(view.near + vignette(half), small, reach * NEAR_BLUR))
    lit = Image.new("RGBA", small, "#000000")
    lit.alpha_composite(_layer(view.lights + _rim(accent), small, reach * LIGHT_BLUR))
    glowing = ImageChops.screen(picture.convert("RGB"), lit.convert("RGB"))
    large = glowing.resize((width, height), Image.Resampling.BICUBIC)
    if rng.random() < MIRRORED:
        large = ImageOps.mirror(large)
    return with_grain(large).convert("RGBA")


def _rim(accent: str) -> str:
    """A breath of colour behind the presenter, that sets hair and shoulders off from the room."""
    return glow(0, -20, 330, 470, mix(accent, "#fff4e0", 0.6), 0.16)


def _layer(drawing: str, size: tuple[int, int], blur: float) -> Image.Image:
    """A drawing in units of a thousandth of the height, with its origin in the middle."""
    scale = size[1] / 1000
    window = Window(-(size[0] // 2), -(size[1] // 2), size[0], size[1], scale)
    return rasterise(drawing, window).filter(ImageFilter.GaussianBlur(blur))
