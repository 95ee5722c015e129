"""A figure as pixels: a body that stands still, and a head in each state that it can show."""

from dataclasses import dataclass
from functools import cached_property
from math import ceil, floor

import numpy as np
from PIL import Image

from reelhouse.render.presenter.figure import Figure
from reelhouse.render.presenter.ink import Window, rasterise
from reelhouse.render.presenter.types import Box, Eyes, Mouth

HEAD = (-290, -440, 290, 312)
HAIR = (-350, -440, 350, 690)
EYES = (-170, -126, 170, 62)
MOUTH = (-96, 84, 96, 240)
"""Left, top, right and bottom of what a head, its hair, its eyes and its mouth can cover, in head units."""

JAW = 92
"""Below this height a head shows its mouth, above it its eyes."""

HINGE = (138, 214)
"""Between these heights the skin stretches when the jaw drops; below, it moves as a whole."""

SEAM = 140
"""Below this height hair belongs to the body, which does not move with the head."""

BEHIND_FADES = (66, 130)
CURTAIN_FADES = (212, 252)
BACK = 20
"""From this height down, hair behind the head also hangs behind the body."""

BODY = 80


def window_of(scale: float, left: float, top: float, right: float, bottom: float) -> Window:
    """The even pixels around a stretch of head units."""
    x, y = 2 * floor(left * scale / 2), 2 * floor(top * scale / 2)
    return Window(x, y, 2 * ceil(right * scale / 2) - x, 2 * ceil(bottom * scale / 2) - y, scale)


@dataclass(frozen=True)
class Assembly:
    """Paints the layers of one figure at `scale` pixels a unit; hair is painted once for head and body."""

    figure: Figure
    scale: float

    def paint_body(self, picture: Image.Image, x: int, y: int) -> None:
        """Draw all that stands still onto `picture` (RGBA), the point between the eyes at (`x`, `y`)."""
        self._hang(picture, x, y, self._behind, BACK)
        high, low = max(round(BODY * self.scale), -y), picture.height - y
        window = Window(-x, high, picture.width, low - high, self.scale)
        picture.alpha_composite(rasterise(self.figure.body, window), (0, y + high))
        self._hang(picture, x, y, self._curtain, SEAM)

    def paint_head(self) -> "Head":
        window = window_of(self.scale, *HEAD)
        face = self._fading(self._behind, window, BEHIND_FADES)
        face.alpha_composite(rasterise(self.figure.head, window))
        over = rasterise(self.figure.over, window)
        over.alpha_composite(self._fading(self._curtain, window, CURTAIN_FADES))
        return Head(self.figure, window, face, over)

    @cached_property
    def _hair_window(self) -> Window:
        return window_of(self.scale, *HAIR)

    @cached_property
    def _behind(self) -> Image.Image | None:
        drawing = self.figure.behind
        return rasterise(drawing, self._hair_window) if drawing else None

    @cached_property
    def _curtain(self) -> Image.Image | None:
        drawing = self.figure.curtain
        return rasterise(drawing, self._hair_window) if drawing else None

    def _hang(self, picture: Image.Image, x: int, y: int, hair: Image.Image | None, top: int) -> None:
        """Draw what of the hair lies below the height `top`."""
        if hair is None:
            return
        window, high = self._hair_window, round(top * self.scale)
        left, right = max(window.x, -x), min(window.x + window.width, picture.width - x)
        low = min(window.y + window.height, picture.height - y)
        part = (left - window.x, high - window.y, right - window.x, low - window.y)
        picture.alpha_composite(hair.crop(part), (x + left, y + high))

    def _fading(self, hair: Image.Image | None, window: Window, fades: tuple[int, int]) -> Image.Image:
        """The hair within `window`; it vanishes downwards between two heights."""
        if hair is None:
            return Image.new("RGBA", (window.width, window.height))
        x, y = window.x - self._hair_window.x, window.y - self._hair_window.y
        picture = hair.crop((x, y, x + window.width, y + window.height))
        heights = (np.arange(window.height) + window.y) / window.scale
        share = np.clip((fades[1] - heights) / (fades[1] - fades[0]), 0, 1)
        alpha = np.asarray(picture.getchannel("A")) * share[:, None]
        picture.putalpha(Image.fromarray(np.rint(alpha).astype(np.uint8)))
        return picture


@dataclass(frozen=True, slots=True)
class Head:
    """The layers of a head at `scale` pixels a unit; `window` says where its pixels lie."""

    figure: Figure
    window: Window
    face: Image.Image
    """Hair behind, ears and skin; without eyes, mouth and what lies over them."""
    over: Image.Image

    @property
    def jaw_row(self) -> int:
        return round(JAW * self.window.scale) - self.window.y

    def draw_upper(self, eyes: Eyes) -> Image.Image:
        """The rows above the jaw, with eyes."""
        rows = (0, 0, self.window.width, self.jaw_row)
        picture = self.face.crop(rows)
        self._add(picture, self.figure.eyes(eyes), EYES, 0)
        picture.alpha_composite(self.over.crop(rows))
        return picture

    def draw_lower(self, mouth: Mouth) -> Image.Image:
        """The rows from the jaw down, with a mouth, and the jaw as low as the mouth wants it."""
        rows = (0, self.jaw_row, self.window.width, self.window.height)
        picture = self._lowered(self.face.crop(rows), self.figure.shape(mouth).jaw)
        self._add(picture, self.figure.mouth(mouth), MOUTH, self.jaw_row)
        picture.alpha_composite(self.over.crop(rows))
        return picture

    def _add(self, picture: Image.Image, drawing: str, part: tuple[int, int, int, int], row: int) -> None:
        window = window_of(self.window.scale, *part)
        pixels = rasterise(drawing, window)
        place = (window.x - self.window.x, window.y - self.window.y - row)
        if place[1] < 0:
            pixels = pixels.crop((0, -place[1], pixels.width, pixels.height))
        picture.alpha_composite(pixels, (place[0], max(place[1], 0)))

    def _lowered(self, picture: Image.Image, drop: float) -> Image.Image:
        """Stretch the skin between the hinge's heights, so that the chin comes `drop` units lower."""
        if not drop:
            return picture
        scale = self.window.scale
        rows = np.arange(picture.height, dtype=np.float64)
        height = (rows + self.jaw_row + self.window.y) / scale
        share = np.clip((height - HINGE[0]) / (HINGE[1] - HINGE[0]), 0, 1)
        moved = rows + drop * scale * share * share * (3 - 2 * share)
        source = np.interp(rows, moved, rows)
        upper = np.clip(np.floor(source).astype(int), 0, picture.height - 2)
        rest = (source - upper)[:, None, None].astype(np.float32)
        pixels = np.asarray(picture.convert("RGBa"), dtype=np.float32)
        mixed = pixels[upper] * (1 - rest) + pixels[upper + 1] * rest
        return Image.fromarray(np.rint(mixed).astype(np.uint8), "RGBa").convert("RGBA")


def covered(pictures: list[Image.Image]) -> Box:
    """The even box around all that any of the pictures (of one size) covers."""
    boxes = [box for box in (picture.getbbox() for picture in pictures) if box]
    left, top = (2 * (min(box[edge] for box in boxes) // 2) for edge in (0, 1))
    right, bottom = (2 * ceil(max(box[edge] for box in boxes) / 2) for edge in (2, 3))
    return Box(left, top, right - left, bottom - top)
