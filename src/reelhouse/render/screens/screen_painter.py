"""Paints a screenshot in its device before a ground, as a camera sees it, and what is laid over it."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil, floor

from reelhouse.media.composition import Canvas
from reelhouse.render.painting.planes import Planes, blank
from reelhouse.render.screens.edges import Edges
from reelhouse.render.screens.geometry import Rect
from reelhouse.render.screens.overlays import Overlay, Overlays
from reelhouse.render.screens.sampling import Pyramid, Window
from reelhouse.render.screens.sights import Picture, Sight, Sights
from reelhouse.render.screens.stage import Stage
from reelhouse.render.screens.worlds import World


@dataclass(frozen=True, slots=True, weakref_slot=True)
class ScreenSet:
    """All that is drawn for one scene before its first frame: it stays as it is, whoever paints from it.

    `picture` lies on the screen of `stage`; without a `world` around it, it fills the canvas.
    """

    canvas: Canvas
    stage: Stage
    sights: Sights
    picture: Picture
    planes: tuple[Pyramid, Pyramid, Pyramid]
    world: World | None
    overlays: Sequence[Overlay]

    def painter(self) -> "ScreenPainter":
        return ScreenPainter(self)


class ScreenPainter:
    """Paints a scene from its set. Of a canvas that shows an earlier frame it repaints what has changed."""

    def __init__(self, stage_set: ScreenSet) -> None:
        self._set = stage_set
        canvas = stage_set.canvas
        self._canvas = Rect(0, 0, canvas.width, canvas.height)
        self._scene = blank(canvas.width, canvas.height) if stage_set.overlays else None
        self._overlays = Overlays(stage_set.overlays)
        self._shown: Sight | None = None

    def paint(self, frame: int, canvas: Planes) -> None:
        sight = self._set.sights.at(frame)
        changed = sight != self._shown
        if changed:
            self._look(sight, self._scene or canvas)
            self._shown = sight
        if self._scene is not None:
            self._overlays.paint(frame, sight, self._scene, canvas, changed=changed)

    def _look(self, sight: Sight, canvas: Planes) -> None:
        window = sight.world.of(self._set.stage.window)
        content = sight.content.over(sight.world).of(self._set.picture.size)
        world = self._set.world
        if world is None:
            self._lay_screenshot(content, window, canvas)
            return
        world.lay(canvas, sight.world, window)
        edges = Edges(canvas, window, world.corners(sight.world))
        self._lay_screenshot(content, window, canvas)
        edges.soften()
        world.lay_island(canvas, sight.world)

    def _lay_screenshot(self, content: Rect, window: Rect, canvas: Planes) -> None:
        seen = window.meeting(self._canvas)
        luma = Window(floor(seen.x), floor(seen.y), ceil(seen.right), ceil(seen.bottom))
        if not seen.width or not seen.height:
            return
        for number, (plane, pyramid) in enumerate(zip(canvas.all, self._set.planes, strict=True)):
            factor, part = (2, luma.halved) if number else (1, luma)
            plane[part.part] = pyramid.seen(content, factor, part)
