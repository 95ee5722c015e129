"""A button with a call to action, that comes in and then beats now and then."""

from math import ceil, floor, pi, sin

from reelhouse.media.composition import Canvas, Livery
from reelhouse.media.contrast import readable
from reelhouse.render.fonts.families import family
from reelhouse.render.painting.planes import Planes
from reelhouse.render.presenter.ink import lighter
from reelhouse.render.screens.entrances import Entrance
from reelhouse.render.screens.floating import Floating, together
from reelhouse.render.screens.geometry import Rect
from reelhouse.render.screens.inks import WHITE, clear
from reelhouse.render.screens.lettering import Type, lettered
from reelhouse.render.screens.sampling import Window
from reelhouse.render.screens.shapes import Shape, drawn, rounded
from reelhouse.render.screens.sights import Sight

LETTERS = 62
EVERY_SECONDS, BEAT_SECONDS = 1.7, 0.7
"""How often it beats, and how long that takes."""

GROWS, SPREADS = 0.045, 0.1
"""How much larger the button gets in a beat, and the halo around it."""


class Button:
    """The drawing of a button, and of the halo that spreads from it."""

    def __init__(self, text: str, livery: Livery, canvas: Canvas) -> None:
        unit = min(canvas.width, canvas.height) / 1080
        em = round(LETTERS * unit)
        plate_colour = readable(livery.accent, (livery.ground, livery.ground_end), 1.6)
        ink = clear(WHITE, plate_colour)
        room = Rect(0, 0, canvas.width * 0.7, em * 2.4)
        kind = Type(family(livery.font).display, em, max(8, em // 2))
        letters = lettered(text, kind, room, [ink])
        box = letters.box
        plate = Rect(box.x - em * 1.05, box.y - em * 0.55, box.width + em * 2.1, box.height + em * 1.1)
        corner = min(plate.height / 2, em * 1.2)
        shadow = em * 0.4
        whole = plate.grown(3 * shadow + plate.height * SPREADS)
        origin = 2 * floor(whole.x / 2), 2 * floor(whole.y / 2)
        size = 4 * ceil(whole.width / 4), 4 * ceil(whole.height / 4)
        low = Rect(plate.x + em * 0.2, plate.y + shadow * 0.9, plate.width - em * 0.4, plate.height)
        shine = Rect(plate.x + corner * 0.6, plate.y + 2 * unit, plate.width - corner * 1.2, 2.5 * unit)
        sprite = drawn(
            [
                Shape(rounded(low, corner), "#000000", 0.38, shadow),
                Shape(rounded(plate, corner), plate_colour),
                Shape(rounded(shine, shine.height / 2), lighter(plate_colour, 0.6), 0.5),
            ],
            origin,
            size,
            1,
        )
        for piece in letters.pieces:
            piece.drawing.onto(sprite, piece.x - origin[0], piece.y - origin[1])
        self.drawing = Floating(sprite)
        halo = [Shape(rounded(plate, corner), plate_colour, 0.5)]
        self.halo = Floating(drawn(halo, origin, size, 1))
        self.height = plate.height
        self._middle = plate.centre[0] - origin[0] - size[0] / 2, plate.centre[1] - origin[1] - size[1] / 2

    def lay(self, canvas: Planes, x: float, y: float, size: float, halo: float, opacity: float) -> Window:
        """With the middle of its plate at a place; `halo` says how far that has spread, 0 to 1."""
        touched = []
        for drawing, scale, seen in (
            (self.halo, size + SPREADS * halo, opacity * (1 - halo) if halo else 0.0),
            (self.drawing, size, opacity),
        ):
            place = x - self._middle[0] * scale, y - self._middle[1] * scale
            touched.append(drawing.lay(canvas, *place, scale, seen))
        return together(*touched)


class Press:
    """A button at its place: it grows out of nothing, and beats."""

    def __init__(self, button: Button, x: float, y: float, entrance: Entrance, canvas: Canvas) -> None:
        self._button = button
        self._x, self._y = x, y
        self._entrance = entrance
        self._fps = canvas.fps

    def state(self, frame: int, _sight: Sight) -> object:
        if not self._entrance.shows(frame):
            return None
        return self._entrance.share(frame), self._beat(frame)

    def lay(self, frame: int, _sight: Sight, canvas: Planes) -> Window:
        share, beat = self._entrance.share(frame), self._beat(frame)
        size = 0.8 + 0.2 * share + GROWS * sin(pi * beat)
        return self._button.lay(canvas, self._x, self._y, size, beat, share)

    def _beat(self, frame: int) -> float:
        """How far a beat has gone, 0 to 1; 0 between two of them."""
        since = (frame - self._entrance.first - self._entrance.coming) / self._fps
        gone = (since % EVERY_SECONDS - (EVERY_SECONDS - BEAT_SECONDS)) / BEAT_SECONDS
        return min(max(gone, 0.0), 1.0) if since >= 0 else 0.0
