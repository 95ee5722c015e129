"""Paints a screenshot in its device before a ground, as a camera sees it, and what is laid over it."""

from collections.abc import Sequence
from math import ceil, floor

from reelhouse.media.composition import Canvas
from reelhouse.render.painting.planes import Planes, blank
from reelhouse.render.screens.edges import Edges
from reelhouse.render.screens.geometry import Rect
from reelhouse.render.screens.overlays import Overlay, Overlays
from reelhouse.render.screens.sampling import Window, pyramids
from reelhouse.render.screens.sights import Picture, Sight, Sights
from reelhouse.render.screens.stage import Stage
from reelhouse.render.screens.worlds import World


class ScreenPainter:
    """`picture` lies on the screen of `stage`; without a `world` around it, it fills the canvas."""

    def __init__(
        self,
        canvas: Canvas,
        stage: Stage,
        sights: Sights,
        screenshot: Planes,
        picture: Picture,
        world: World | None,
        overlays: Sequence[Overlay] = (),
    ) -> None:
        self._canvas = Rect(0, 0, canvas.width, canvas.height)
        self._stage = stage
        self._sights = sights
        self._picture = picture
        self._planes = pyramids(screenshot, picture.size.width)
        self._world = world
        self._scene = blank(canvas.width, canvas.height) if overlays else None
        self._overlays = Overlays(overlays)
        self._shown: Sight | None = None

    def paint(self, frame: int, canvas: Planes) -> None:
        sight = self._sights.at(frame)
        changed = sight != self._shown
        if changed:
            self._look(sight, self._scene or canvas)
            self._shown = sight
        if self._scene is not None:
            self._overlays.paint(frame, sight, self._scene, canvas, changed=changed)

    def _look(self, sight: Sight, canvas: Planes) -> None:
        window = sight.world.of(self._stage.window)
        content = sight.content.over(sight.world).of(self._picture.size)
        if self._world is None:
            self._lay_screenshot(content, window, canvas)
            return
        self._world.lay(canvas, sight.world, window)
        edges = Edges(canvas, window, self._world.corners(sight.world))
        self._lay_screenshot(content, window, canvas)
        edges.soften()
        self._world.lay_island(canvas, sight.world)

    def _lay_screenshot(self, content: Rect, window: Rect, canvas: Planes) -> None:
        seen = window.meeting(self._canvas)
        luma = Window(floor(seen.x), floor(seen.y), ceil(seen.right), ceil(seen.bottom))
        if not seen.width or not seen.height:
            return
        for number, (plane, pyramid) in enumerate(zip(canvas.all, self._planes, strict=True)):
            factor, part = (2, luma.halved) if number else (1, luma)
            plane[part.part] = pyramid.seen(content, factor, part)
