"""Words on a brand's ground: statements, brands that introduce themselves, and calls with a button."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from fractions import Fraction

from reelhouse.media.composition import Canvas, Livery, TitleScene
from reelhouse.media.screens import TitleKind
from reelhouse.media.time import Span
from reelhouse.render.fonts.families import family
from reelhouse.render.painting.planes import Pixels, Planes
from reelhouse.render.screens.buttons import Button, Press
from reelhouse.render.screens.entrances import Entrance
from reelhouse.render.screens.geometry import Placing, Rect
from reelhouse.render.screens.inks import inks_for
from reelhouse.render.screens.kinetic import STAGGER_SECONDS, Words
from reelhouse.render.screens.lettering import Lettering, Type, lettered
from reelhouse.render.screens.marks import Emerging, Underline, logo_drawing
from reelhouse.render.screens.overlays import Overlay, Overlays
from reelhouse.render.screens.sights import Sight

STILL = Sight(Placing(), Placing())
MIDDLE = 0.46
"""Where the middle of everything stands, in parts of the height: a little higher, as eyes expect."""


@dataclass(frozen=True, slots=True, weakref_slot=True)
class TitleSet:
    """All that is drawn for a title before its first frame: a ground that stands still, and what comes in."""

    ground: Planes
    overlays: Sequence[Overlay]

    def painter(self) -> "TitlePainter":
        return TitlePainter(self)


class TitlePainter:
    """Paints a title from its set; of a canvas that shows an earlier frame only what has changed."""

    def __init__(self, title_set: TitleSet) -> None:
        self._set = title_set
        self._overlays = Overlays(title_set.overlays)
        self._begun = False

    def paint(self, frame: int, canvas: Planes) -> None:
        self._overlays.paint(frame, STILL, self._set.ground, canvas, changed=not self._begun)
        self._begun = True


@dataclass(frozen=True, slots=True)
class Title:
    """A title that is to be laid out; `logo` are its pixels (RGBA)."""

    scene: TitleScene
    canvas: Canvas
    logo: Pixels | None

    def overlays(self) -> list[Overlay]:
        match self.scene.title:
            case TitleKind.STATEMENT:
                return self._statement()
            case TitleKind.BRAND:
                return self._brand()
            case TitleKind.CALL:
                return self._call()

    @property
    def _unit(self) -> float:
        return min(self.canvas.width, self.canvas.height) / 1080

    @property
    def _frames(self) -> int:
        return int(self.scene.span.duration * self.canvas.fps)

    @property
    def _livery(self) -> Livery:
        return self.scene.livery

    def _entrance(self, after: float, stagger: float = 0.0) -> Entrance:
        """Never so late that a short scene ends before it."""
        lasts = self.scene.span.duration
        whole = Entrance.during(Span(Fraction(0), lasts), self.canvas.fps, self._frames, stagger)
        return replace(whole, first=round(min(after, float(lasts) / 2) * self.canvas.fps))

    def _statement(self) -> list[Overlay]:
        """Read word by word; a stroke under the last line when all has been said."""
        wide = self.canvas.width > self.canvas.height
        words = self._letters(self.scene.text, 0.4 if wide else 0.42, 128 if wide else 132, accent=True)
        small = self._letters(self.scene.small, 0.1, 44, running=True) if self.scene.small else None
        tall = words.box.height + (small.box.height + 70 * self._unit if small else 0)
        top = self.canvas.height * MIDDLE - tall / 2
        words = _moved(words, top - words.box.y)
        spoken = 0.15 + STAGGER_SECONDS * 1.4 * len(words.pieces)
        overlays: list[Overlay] = [Words(words, self._entrance(0.1, STAGGER_SECONDS * 1.4))]
        last = words.pieces[-1]
        foot = last.y + words.size * 0.5
        overlays.append(
            Underline(
                Rect(last.x - last.width / 2, foot, last.width, max(6.0, 12 * self._unit)),
                inks_for(self._livery)[1],
                self._entrance(spoken),
            )
        )
        if small:
            small = _moved(small, top + words.box.height + 70 * self._unit - small.box.y)
            overlays.append(Words(small, self._entrance(spoken + 0.25)))
        return overlays

    def _brand(self) -> list[Overlay]:
        """Its logo comes first, then its name, then what it is for."""
        return self._rows(self.scene.text, after=0.1)

    def _call(self) -> list[Overlay]:
        """The brand, and what to do now on a button that beats."""
        return self._rows(self.scene.small, button=self.scene.text, after=0.1)

    def _rows(self, name: str, *, after: float, button: str = "") -> list[Overlay]:
        """Logo, name, and a button or a line under each other, around the middle."""
        unit = self._unit
        mark = logo_drawing(self.logo, self.canvas, name) if self.logo is not None else None
        written = name if mark is None or not mark.says_name else ""
        words = self._letters(written, 0.3, 150 if mark is None else 104) if written else None
        line = "" if button else self.scene.small
        small = self._letters(line, 0.16, 52, running=True) if line else None
        pressed = Button(button, self._livery, self.canvas) if button else None
        rows = [
            (mark.height if mark else 0, 44 * unit),
            (words.box.height if words else 0, (80 if pressed else 40) * unit),
            (small.box.height if small else 0, 0),
            (pressed.height if pressed else 0, 0),
        ]
        shown = [(height, gap) for height, gap in rows if height]
        tall = sum(height for height, _ in shown) + sum(gap for _, gap in shown[:-1])
        y = self.canvas.height * MIDDLE - tall / 2
        middle = self.canvas.width / 2
        overlays: list[Overlay] = []
        if mark:
            overlays.append(
                Emerging(mark.drawing, middle, y + mark.height / 2, self._entrance(after), scale=mark.scale)
            )
            y, after = y + mark.height + 44 * unit, after + 0.3
        if words:
            overlays.append(Words(_moved(words, y - words.box.y), self._entrance(after, STAGGER_SECONDS)))
            y, after = y + words.box.height + (80 if pressed else 40) * unit, after + 0.3
        if small:
            overlays.append(Words(_moved(small, y - small.box.y), self._entrance(after, 0.04)))
        if pressed:
            overlays.append(
                Press(pressed, middle, y + pressed.height / 2, self._entrance(after), self.canvas)
            )
        return overlays

    def _letters(
        self, text: str, height: float, em: float, *, accent: bool = False, running: bool = False
    ) -> Lettering:
        faces = family(self._livery.font)
        kind = Type(
            faces.running if running else faces.display,
            round(em * self._unit),
            max(8, round(26 * self._unit)),
            align=0,
        )
        wide = self.canvas.width > self.canvas.height
        inks = inks_for(self._livery)
        room = Rect(
            self.canvas.width * (0.14 if wide else 0.09),
            0,
            self.canvas.width * (0.72 if wide else 0.82),
            self.canvas.height * height,
        )
        return lettered(text, kind, room, inks if accent else inks[:1])


def _moved(lettering: Lettering, by: float) -> Lettering:
    """The same further down, on even pixels."""
    down = 2 * round(by / 2)
    pieces = tuple(replace(piece, y=piece.y + down) for piece in lettering.pieces)
    box = replace(lettering.box, y=lettering.box.y + down)
    return Lettering(pieces, lettering.size, box)
