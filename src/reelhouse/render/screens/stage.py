"""Where things stand in a scene with a screenshot: its device, its words, and what is looked at.

Captions have a strip of their own in the lower part of every canvas; what the camera looks at is brought to
lie above it, whether there are captions or not.
"""

from dataclasses import dataclass

from reelhouse.media.composition import Canvas, ScreenScene
from reelhouse.media.screens import Device, ScreenLayout
from reelhouse.render.screens.builds import BUILDS, Build
from reelhouse.render.screens.geometry import Rect


@dataclass(frozen=True, slots=True)
class Stage:
    """Places in pixels of the canvas, before any camera moves.

    `screen` is where the device shows something, `status` the height of a strip at its upper edge that the
    device keeps for itself. The camera brings what it looks at into `aim`. When it looks `within`, the
    device stands still and the picture moves on its screen.
    """

    device: Device
    build: Build
    screen: Rect
    status: float
    aim: Rect
    within: bool

    @property
    def window(self) -> Rect:
        """The part of the screen in which the screenshot is seen."""
        top = self.screen.y + self.status
        return Rect(self.screen.x, top, self.screen.width, self.screen.height - self.status)


@dataclass(frozen=True, slots=True)
class _Plan:
    """A layout in parts of the canvas. `align` is where in its room a device that is flatter stands."""

    room: Rect
    words: Rect
    aim: Rect
    align: float = 0.5


BELOW_LABEL = 0.42
"""How much lower words stand below a label, in parts of their room."""

WORDS_ABOVE = Rect(0.08, 0.12, 0.84, 0.15)
PORTRAIT_AIM = Rect(0.05, 0.12, 0.9, 0.48)
WIDE_AIM = Rect(0.04, 0.06, 0.92, 0.66)
SQUARE_AIM = Rect(0.05, 0.06, 0.9, 0.66)

FRAMED = {
    "portrait": _Plan(Rect(0.06, 0.085, 0.88, 0.74), WORDS_ABOVE, PORTRAIT_AIM, 0.42),
    "square": _Plan(Rect(0.06, 0.06, 0.88, 0.88), Rect(0.07, 0.06, 0.86, 0.14), SQUARE_AIM, 0.42),
    "wide": _Plan(Rect(0.1, 0.07, 0.8, 0.86), Rect(0.12, 0.06, 0.76, 0.14), WIDE_AIM, 0.45),
}
FRAMED_WITH_WORDS = {
    "portrait": _Plan(Rect(0.06, 0.29, 0.88, 0.62), WORDS_ABOVE, Rect(0.05, 0.28, 0.9, 0.34), 0.1),
    "square": _Plan(
        Rect(0.06, 0.22, 0.88, 0.74), Rect(0.07, 0.06, 0.86, 0.13), Rect(0.05, 0.2, 0.9, 0.54), 0.2
    ),
    "wide": _Plan(
        Rect(0.1, 0.23, 0.8, 0.74), Rect(0.12, 0.065, 0.76, 0.13), Rect(0.04, 0.22, 0.92, 0.52), 0.2
    ),
}
STACKED = {
    "portrait": _Plan(
        Rect(0.06, 0.335, 0.88, 0.86), Rect(0.08, 0.115, 0.84, 0.195), Rect(0.05, 0.34, 0.9, 0.29), 0.0
    ),
    "square": _Plan(
        Rect(0.06, 0.27, 0.88, 0.9), Rect(0.07, 0.06, 0.86, 0.18), Rect(0.05, 0.28, 0.9, 0.46), 0.0
    ),
    "wide": _Plan(
        Rect(0.12, 0.25, 0.76, 1.0), Rect(0.1, 0.065, 0.8, 0.155), Rect(0.04, 0.26, 0.92, 0.5), 0.0
    ),
}
SPLIT = {
    "wide": _Plan(
        Rect(0.43, 0.07, 0.53, 0.86), Rect(0.06, 0.14, 0.33, 0.52), Rect(0.43, 0.08, 0.53, 0.66), 0.5
    )
}
BLED = {
    "portrait": _Plan(Rect(0, 0, 1, 1), WORDS_ABOVE, PORTRAIT_AIM),
    "square": _Plan(Rect(0, 0, 1, 1), Rect(0.07, 0.06, 0.86, 0.14), SQUARE_AIM),
    "wide": _Plan(Rect(0, 0, 1, 1), Rect(0.12, 0.06, 0.76, 0.14), WIDE_AIM),
}


def stage_for(
    canvas: Canvas, device: Device, layout: ScreenLayout, content: float, *, words: bool, status: float
) -> Stage:
    """A stage for a screenshot whose height is `content` times its width.

    `status` is the height of the strip that the device keeps, in parts of the width of its screen. Layouts
    beside or below words are framed ones where there are none.
    """
    shape = _shape(canvas)
    layout = layout if words or layout is ScreenLayout.FULL_BLEED else ScreenLayout.FRAMED
    plan = _plan(shape, layout, words=words)
    room = _whole(plan.room, canvas)
    build = BUILDS[device]
    if layout is ScreenLayout.FULL_BLEED:
        screen, status = Rect(0, 0, canvas.width, canvas.height), 0.0
    else:
        screen = _on_pixels(build.fitted(build.shape(content + status, room), room, plan.align))
    within = layout is not ScreenLayout.FRAMED
    return Stage(
        device,
        build,
        screen,
        status * screen.width,
        _whole(plan.aim, canvas),
        within,
    )


def words_room(scene: ScreenScene, canvas: Canvas) -> Rect | None:
    """Where the large words of a scene stand: below its label, where it has one."""
    if scene.kinetic is None:
        return None
    plan = _plan(_shape(canvas), scene.layout, words=True)
    room = _whole(plan.words, canvas)
    beside = plan is SPLIT.get(_shape(canvas))
    lower = room.height * BELOW_LABEL if scene.label is not None and not beside else 0.0
    return Rect(room.x, room.y + lower, room.width, room.height)


def _shape(canvas: Canvas) -> str:
    if canvas.height > canvas.width:
        return "portrait"
    return "square" if canvas.height == canvas.width else "wide"


def _plan(shape: str, layout: ScreenLayout, *, words: bool) -> _Plan:
    if layout is ScreenLayout.FULL_BLEED:
        return BLED[shape]
    if layout is ScreenLayout.SPLIT and shape in SPLIT:
        return SPLIT[shape]
    if layout in {ScreenLayout.SPLIT, ScreenLayout.STACKED}:
        return STACKED[shape]
    return FRAMED_WITH_WORDS[shape] if words else FRAMED[shape]


def _whole(part: Rect, canvas: Canvas) -> Rect:
    return Rect(
        part.x * canvas.width, part.y * canvas.height, part.width * canvas.width, part.height * canvas.height
    )


def _on_pixels(rect: Rect) -> Rect:
    """Edges between pixels, so that a device that stands still is sharp."""
    x, y = 2 * round(rect.x / 2), 2 * round(rect.y / 2)
    return Rect(x, y, 2 * round(rect.right / 2) - x, 2 * round(rect.bottom / 2) - y)
