"""Pages that are drawn for tests, so that it is known where everything stands."""

from dataclasses import dataclass, field
from pathlib import Path

from PIL import Image, ImageDraw, ImageFont

from reelhouse.media.screens import Area
from reelhouse.render.drawings import CARD_FONTS

FACE = str(CARD_FONTS[0])

LIGHT = {"ground": "#ffffff", "ink": "#12141f", "soft": "#5b6178", "accent": "#5b3df5", "card": "#f6f7fb"}
DARK = {"ground": "#0d0f1a", "ink": "#f3f4fb", "soft": "#9aa1bd", "accent": "#7c5cff", "card": "#181c2e"}


@dataclass(slots=True)
class Page:
    """A picture of `width` x `height` points at a density; `lines` and `button` tell where they are."""

    width: int
    height: int
    density: float
    colours: dict[str, str]
    lines: list[Area] = field(default_factory=list)
    button: Area | None = None

    def draw(self, path: Path) -> Path:
        size = round(self.width * self.density), round(self.height * self.density)
        picture = Image.new("RGB", size, self.colours["ground"])
        pen = ImageDraw.Draw(picture)
        self._write(pen, 24, 40, 30, "Your invoices", "ink")
        for row in range(5):
            top = 110 + row * 76
            self._box(pen, (24, top, self.width - 48, 60), "card")
            self._write(pen, 44, top + 9, 16, f"Invoice number {row + 1}", "ink")
            self._write(pen, 44, top + 34, 12, "Sent to Northlight Studio", "soft")
        top = 110 + 5 * 76 + 10
        self.button = Area(24 / self.width, top / self.height, 220 / self.width, 52 / self.height)
        self._box(pen, (24, top, 220, 52), "accent")
        self._write(pen, 70, top + 14, 17, "Send a new one", "#ffffff")
        picture.save(path)
        return path

    def _write(self, pen: ImageDraw.ImageDraw, x: float, y: float, size: float, text: str, ink: str) -> None:
        face = ImageFont.truetype(FACE, round(size * self.density))
        place = x * self.density, y * self.density
        left, top, right, low = pen.textbbox(place, text, font=face)
        pen.text(place, text, fill=self.colours.get(ink, ink), font=face)
        wide, tall = self.width * self.density, self.height * self.density
        self.lines.append(Area(left / wide, top / tall, (right - left) / wide, (low - top) / tall))

    def _box(self, pen: ImageDraw.ImageDraw, box: tuple[float, float, float, float], colour: str) -> None:
        x, y, wide, tall = (side * self.density for side in box)
        pen.rounded_rectangle((x, y, x + wide, y + tall), 12 * self.density, self.colours[colour])


def common(one: Area, other: Area) -> float:
    """The part of `one` that lies in `other`."""
    wide = min(one.x + one.width, other.x + other.width) - max(one.x, other.x)
    tall = min(one.y + one.height, other.y + other.height) - max(one.y, other.y)
    return max(wide, 0.0) * max(tall, 0.0) / (one.width * one.height)
