"""A device around its screen, painted where it is seen: in four strips, as its middle is a hole."""

from math import ceil, floor

import cv2
import numpy as np

from reelhouse.media.screens import Device
from reelhouse.render.painting.planes import Plane, Planes
from reelhouse.render.painting.sprites import OPAQUE, PER_STEP, Sprite
from reelhouse.render.screens.devices import corners_of, island_of, reach_of, shapes_of
from reelhouse.render.screens.geometry import Placing, Rect
from reelhouse.render.screens.sampling import Pyramid, Window
from reelhouse.render.screens.shapes import drawn
from reelhouse.render.screens.stage import Stage

SHARP = 1.25
"""Pixels of the drawing for each pixel of a canvas that no camera has moved over."""

SHARPER = 2.0
"""The same where a camera comes near."""


class Shell:
    """Draws the device of `stage` for a camera that enlarges up to `nearest` times."""

    def __init__(self, stage: Stage, top_colour: str, nearest: float) -> None:
        body = stage.build.body(stage.screen)
        reach = reach_of(stage)
        whole = body.grown(reach)
        self._scale = SHARP if nearest < SHARP else SHARPER
        size = _even(whole.width * self._scale), _even(whole.height * self._scale)
        self._whole = Rect(whole.x, whole.y, size[0] / self._scale, size[1] / self._scale)
        sprite = drawn(list(shapes_of(stage, top_colour)), (whole.x, whole.y), size, self._scale)
        self._layers = _Layers(sprite, self._whole.width)
        self._inner = _inner_of(stage)
        self._screen = stage.screen
        self._corners = corners_of(stage)

    def lay(self, canvas: Planes, world: Placing) -> None:
        """Lay it over a canvas on which the screenshot lies already."""
        whole = world.of(self._whole)
        for strip in _strips(whole, world.of(self._inner), canvas):
            if not strip.empty:
                self._layers.lay(canvas, whole, strip)

    def uncovered(self, canvas: Planes, window: Rect, world: Placing) -> "Corners":
        """What lies under the round corners of a screenshot that is about to be laid."""
        return Corners(canvas, world.of(window), [corner * world.scale for corner in self._corners])


class _Layers:
    """A drawing and what remains of the ground below it, ready to be sampled."""

    def __init__(self, sprite: Sprite, rest: float) -> None:
        colours = sprite.colours
        self._luma = Pyramid(colours.y, rest, 0), Pyramid(sprite.through, rest, OPAQUE)
        half = rest / 2
        self._through_half = Pyramid(sprite.through_half, half, OPAQUE)
        self._chroma = Pyramid(colours.u, half, 0), Pyramid(colours.v, half, 0)

    def lay(self, canvas: Planes, whole: Rect, strip: Window) -> None:
        place = whole.x, whole.y, whole.width, whole.height
        colours, through = (plane.seen(*place, strip) for plane in self._luma)
        _blend(canvas.y[strip.part], through, colours)
        half, place = strip.halved, (whole.x / 2, whole.y / 2, whole.width / 2, whole.height / 2)
        through = self._through_half.seen(*place, half)
        for plane, layer in zip((canvas.u, canvas.v), self._chroma, strict=True):
            _blend(plane[half.part], through, layer.seen(*place, half))


class Corners:
    """Parts of a canvas that come back after something square was laid over them."""

    def __init__(self, canvas: Planes, window: Rect, radii: list[float]) -> None:
        self._kept = [
            (plane, part, mask, plane[part].copy())
            for number, plane in enumerate(canvas.all)
            for part, mask in _masks(window, radii, 2 if number else 1, plane.shape)
        ]

    def restore(self) -> None:
        for plane, part, mask, below in self._kept:
            mixed = below + (plane[part] - below.astype(np.float32)) * mask
            plane[part] = np.rint(mixed).astype(np.uint8)


def _masks(
    window: Rect, radii: list[float], factor: int, shape: tuple[int, ...]
) -> list[tuple[tuple[slice, slice], "np.ndarray[tuple[int, ...], np.dtype[np.float32]]"]]:
    found = []
    x, y, right, bottom = (value / factor for value in (window.x, window.y, window.right, window.bottom))
    places = ((x, y, 1, 1), (right, y, -1, 1), (right, bottom, -1, -1), (x, bottom, 1, -1))
    for (edge_x, edge_y, across, down), radius in zip(places, radii, strict=True):
        size = radius / factor
        if size <= 0:
            continue
        centre_x, centre_y = edge_x + across * size, edge_y + down * size
        left, end = sorted((edge_x - across * 2, centre_x))
        top, foot = sorted((edge_y - down * 2, centre_y))
        rows = slice(max(0, floor(top)), min(shape[0], ceil(foot)))
        columns = slice(max(0, floor(left)), min(shape[1], ceil(end)))
        if rows.stop <= rows.start or columns.stop <= columns.start:
            continue
        far_x = np.maximum(0, (centre_x - np.arange(columns.start, columns.stop) - 0.5) * across)
        far_y = np.maximum(0, (centre_y - np.arange(rows.start, rows.stop) - 0.5) * down)
        far = np.hypot(far_x[None, :], far_y[:, None])
        found.append(((rows, columns), np.clip(size + 0.5 - far, 0, 1).astype(np.float32)))
    return found


def _inner_of(stage: Stage) -> Rect:
    """The part of the screen that the device leaves alone."""
    screen = stage.screen
    corner = max(4.0, stage.build.corner * screen.width)
    above = max(corner, stage.status + 2)
    if stage.device is Device.PHONE:
        above = max(above, island_of(screen).bottom - screen.y + 2)
    return Rect(screen.x + 4, screen.y + above, screen.width - 8, screen.height - above - corner)


def _strips(whole: Rect, inner: Rect, canvas: Planes) -> list[Window]:
    """Above, below, to the left and to the right of what is inside; on even pixels of the canvas."""
    left, top = max(0, _down(whole.x)), max(0, _down(whole.y))
    right, bottom = min(canvas.width, _up(whole.right)), min(canvas.height, _up(whole.bottom))
    high, low = (min(max(_up(inner.y), top), bottom), min(max(_down(inner.bottom), top), bottom))
    low = max(low, high)
    near, far = min(max(_up(inner.x), left), right), min(max(_down(inner.right), left), right)
    far = max(far, near)
    return [
        Window(left, top, right, high),
        Window(left, low, right, bottom),
        Window(left, high, near, low),
        Window(far, high, right, low),
    ]


def _down(value: float) -> int:
    return 2 * floor(value / 2)


def _up(value: float) -> int:
    return 2 * ceil(value / 2)


def _even(length: float) -> int:
    return 2 * ceil(length / 2)


def _blend(ground: Plane, through: Plane, colours: Plane) -> None:
    cv2.add(cv2.multiply(ground, through, scale=PER_STEP), colours, ground)
