"""A ground with a device on it, drawn once; what a camera sees of it is sampled around the screenshot."""

from math import ceil, floor

import cv2

from reelhouse.media.composition import Canvas, Livery
from reelhouse.media.screens import Device
from reelhouse.render.painting.planes import Plane, Planes
from reelhouse.render.painting.sprites import OPAQUE, PER_STEP
from reelhouse.render.screens.devices import corners_of, island_of, island_shapes, shapes_of
from reelhouse.render.screens.geometry import Placing, Rect
from reelhouse.render.screens.ground import Grounds
from reelhouse.render.screens.sampling import Pyramid, Window, pyramids
from reelhouse.render.screens.shapes import drawn
from reelhouse.render.screens.stage import Stage

SHARP, SHARPER = 1.2, 1.6
"""Pixels of the drawing for each pixel of the canvas: where a camera stays away, and where it comes near."""

NEAR = 1.25


class World:
    """The ground and the device of `stage`, for a camera that enlarges up to `nearest` times."""

    def __init__(
        self, stage: Stage, livery: Livery, canvas: Canvas, top_colour: str, nearest: float, grounds: Grounds
    ) -> None:
        scale = SHARP if nearest < NEAR else SHARPER
        size = _even(canvas.width * scale), _even(canvas.height * scale)
        picture = grounds.of(livery, Canvas(*size)).copy()
        drawn(list(shapes_of(stage, top_colour)), (0, 0), size, size[0] / canvas.width).lay(picture, 0, 0)
        self._whole = Rect(0, 0, canvas.width, canvas.height)
        self._planes = pyramids(picture, canvas.width)
        shows_island = stage.device is Device.PHONE and not stage.status
        self._island = _Island(stage, scale) if shows_island else None
        self._corners = corners_of(stage)

    def corners(self, world: Placing) -> list[float]:
        return [corner * world.scale for corner in self._corners]

    def lay(self, canvas: Planes, world: Placing, covered: Rect) -> None:
        """All of it but what will be `covered`."""
        place = world.of(self._whole)
        for strip in _strips(covered.grown(-max(self.corners(world)) - 2), canvas):
            for number, (plane, pyramid) in enumerate(zip(canvas.all, self._planes, strict=True)):
                factor, window = (2, strip.halved) if number else (1, strip)
                plane[window.part] = pyramid.seen(place, factor, window)

    def lay_island(self, canvas: Planes, world: Placing) -> None:
        """What a device has over a screen."""
        if self._island is not None:
            self._island.lay(canvas, world)


class _Island:
    """The camera of a phone, which lies over the screenshot."""

    def __init__(self, stage: Stage, scale: float) -> None:
        place = island_of(stage.screen).grown(3)
        size = _even(place.width * scale) + 2, _even(place.height * scale) + 2
        self._place = Rect(place.x, place.y, size[0] / scale, size[1] / scale)
        sprite = drawn(list(island_shapes(stage.screen)), (place.x, place.y), size, scale)
        width = self._place.width
        self._inks = pyramids(sprite.colours, width, outside=0)
        self._through = (
            Pyramid(sprite.through, width, OPAQUE),
            Pyramid(sprite.through_half, width / 2, OPAQUE),
        )

    def lay(self, canvas: Planes, world: Placing) -> None:
        place = world.of(self._place)
        window = Window(
            max(0, 2 * floor(place.x / 2)),
            max(0, 2 * floor(place.y / 2)),
            min(canvas.width, 2 * ceil(place.right / 2)),
            min(canvas.height, 2 * ceil(place.bottom / 2)),
        )
        if window.empty:
            return
        for number, (plane, ink) in enumerate(zip(canvas.all, self._inks, strict=True)):
            factor, part = (2, window.halved) if number else (1, window)
            through = self._through[min(number, 1)].seen(place, factor, part)
            _blend(plane[part.part], through, ink.seen(place, factor, part))


def _strips(covered: Rect, canvas: Planes) -> list[Window]:
    """Above, below, to the left and to the right of what is covered; on even pixels of the canvas."""
    left, right = (min(max(value, 0), canvas.width) for value in (_up(covered.x), _down(covered.right)))
    top, bottom = (min(max(value, 0), canvas.height) for value in (_up(covered.y), _down(covered.bottom)))
    if right <= left or bottom <= top:
        return [Window(0, 0, canvas.width, canvas.height)]
    strips = [
        Window(0, 0, canvas.width, top),
        Window(0, bottom, canvas.width, canvas.height),
        Window(0, top, left, bottom),
        Window(right, top, canvas.width, bottom),
    ]
    return [strip for strip in strips if not strip.empty]


def _down(value: float) -> int:
    return 2 * floor(value / 2)


def _up(value: float) -> int:
    return 2 * ceil(value / 2)


def _even(length: float) -> int:
    return 2 * round(length / 2)


def _blend(ground: Plane, through: Plane, colours: Plane) -> None:
    ground[:] = cv2.add(cv2.multiply(ground, through, scale=PER_STEP), colours)
