"""Paints a screenshot in its device before a ground, as a camera sees it, and what is laid over it."""

from collections.abc import Sequence
from math import ceil, floor

from reelhouse.media.composition import Canvas
from reelhouse.render.painting.planes import Plane, Planes, blank
from reelhouse.render.screens.geometry import Placing, Rect
from reelhouse.render.screens.overlays import Overlay, Overlays
from reelhouse.render.screens.sampling import Pyramid, Window, pyramids
from reelhouse.render.screens.shells import Shell
from reelhouse.render.screens.sights import Picture, Sight, Sights
from reelhouse.render.screens.stage import Stage

BEYOND = 1
"""Pixels that a screenshot reaches below a bezel, so that no ground is seen between them."""

PARALLAX = 0.35
"""How much of the camera's way the ground goes along."""


class ScreenPainter:
    """`picture` lies on the screen of `stage`; without a `shell` it fills the canvas, and needs no ground."""

    def __init__(
        self,
        canvas: Canvas,
        stage: Stage,
        sights: Sights,
        screenshot: Planes,
        picture: Picture,
        shell: Shell | None,
        ground: Planes | None,
        overlays: Sequence[Overlay] = (),
    ) -> None:
        self._canvas = Rect(0, 0, canvas.width, canvas.height)
        self._stage = stage
        self._sights = sights
        self._picture = picture
        self._planes = pyramids(screenshot, picture.size.width)
        self._shell = shell
        self._ground = ground
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
        if self._ground is not None and not _covers(window.grown(-4), self._canvas):
            self._lay_ground(self._ground, sight.world, canvas)
        content = sight.content.over(sight.world).of(self._picture.size)
        kept = self._shell.uncovered(canvas, self._stage.window, sight.world) if self._shell else None
        self._lay_screenshot(content, window, canvas)
        if kept is not None:
            kept.restore()
        if self._shell is not None:
            self._shell.lay(canvas, sight.world)

    def _lay_ground(self, ground: Planes, world: Placing, canvas: Planes) -> None:
        """Whole pixels are fine enough: nothing on it has an edge."""
        room_x, room_y = ground.width - canvas.width, ground.height - canvas.height
        x = _within(room_x / 2 - (world.x + (world.scale - 1) * canvas.width / 2) * PARALLAX, room_x)
        y = _within(room_y / 2 - (world.y + (world.scale - 1) * canvas.height / 2) * PARALLAX, room_y)
        canvas.y[:] = ground.y[y : y + canvas.height, x : x + canvas.width]
        for plane, target in ((ground.u, canvas.u), (ground.v, canvas.v)):
            target[:] = plane[y // 2 : y // 2 + target.shape[0], x // 2 : x // 2 + target.shape[1]]

    def _lay_screenshot(self, content: Rect, window: Rect, canvas: Planes) -> None:
        beyond = BEYOND if self._stage.build.aside else 0
        seen = window.grown(beyond).meeting(self._canvas)
        luma = Window(floor(seen.x), floor(seen.y), ceil(seen.right), ceil(seen.bottom))
        if luma.empty or not seen.width or not seen.height:
            return
        for number, (plane, pyramid) in enumerate(zip(canvas.all, self._planes, strict=True)):
            _lay(plane, pyramid, content, luma.halved if number else luma, 2 if number else 1)


def _lay(plane: Plane, pyramid: Pyramid, content: Rect, window: Window, factor: int) -> None:
    plane[window.part] = pyramid.seen(
        content.x / factor, content.y / factor, content.width / factor, content.height / factor, window
    )


def _covers(one: Rect, other: Rect) -> bool:
    return one.x <= other.x and one.y <= other.y and one.right >= other.right and one.bottom >= other.bottom


def _within(value: float, room: int) -> int:
    return 2 * round(min(max(value, 0), room) / 2)
