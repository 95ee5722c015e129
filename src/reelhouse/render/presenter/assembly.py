"""A figure as pixels: a body that stands still, and a head in each state that it can show."""

from dataclasses import dataclass, field
from functools import cached_property
from math import ceil, floor

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from reelhouse.render.presenter.figure import Figure
from reelhouse.render.presenter.ink import Window, rasterise
from reelhouse.render.presenter.types import Eyes, Mouth

HEAD = (-350, -440, 350, 312)
HAIR = (-350, -440, 350, 690)
EYES = (-170, -126, 170, 62)
MOUTH = (-96, 84, 96, 240)
"""Left, top, right and bottom of what a head, its hair, its eyes and its mouth can cover, in head units."""

JAW = 92
"""Below this height a head shows its mouth, above it its eyes."""

HINGE = (138, 214)
"""Between these heights the skin stretches when the jaw drops; below, it moves as a whole."""

UPPER = (-156, -170, 156, 58)
LOWER = (-200, JAW, 200, 300)
"""What is laid over a head to change its eyes and brows, and its mouth and jaw."""

SOFT = 9
"""Head units over which the edge of such a part becomes opaque."""

RISES = (0, 6, 11)
RISING = (-165, -108, -56, -32)
"""How far raised brows rise, and between which heights the skin stretches for it."""

BEHIND_FADES, BEHIND_RISES = (66, 130), (36, 82)
CURTAIN_FADES, CURTAIN_RISES = (252, 292), (196, 250)
"""Between which heights hair of the head vanishes downwards, and that of the body, which stands still,
appears: behind the head, and before the shoulders. They overlap near the neck, where a head turns."""

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
        self._hang(picture, x, y, self._behind, BEHIND_RISES)
        high, low = max(round(BODY * self.scale), -y), picture.height - y
        window = Window(-x, high, picture.width, low - high, self.scale)
        picture.alpha_composite(rasterise(self.figure.body, window), (0, y + high))
        self._hang(picture, x, y, self._curtain, CURTAIN_RISES)

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

    def _hang(
        self, picture: Image.Image, x: int, y: int, hair: Image.Image | None, rises: tuple[int, int]
    ) -> None:
        """Draw what of the hair lies below a height; it appears between two."""
        if hair is None:
            return
        window, high = self._hair_window, max(round(rises[0] * self.scale), -y)
        left, right = max(window.x, -x), min(window.x + window.width, picture.width - x)
        low = min(window.y + window.height, picture.height - y)
        if low <= high:
            return
        part = hair.crop((left - window.x, high - window.y, right - window.x, low - window.y))
        heights = (np.arange(part.height) + high) / self.scale
        picture.alpha_composite(thinned(part, np.interp(heights, rises, (0, 1))), (x + left, y + high))

    def _fading(self, hair: Image.Image | None, window: Window, fades: tuple[int, int]) -> Image.Image:
        """The hair within `window`; it vanishes downwards between two heights."""
        if hair is None:
            return Image.new("RGBA", (window.width, window.height))
        x, y = window.x - self._hair_window.x, window.y - self._hair_window.y
        picture = hair.crop((x, y, x + window.width, y + window.height))
        heights = (np.arange(window.height) + window.y) / window.scale
        return thinned(picture, np.interp(heights, fades, (1, 0)))


@dataclass(frozen=True, slots=True)
class Head:
    """The layers of a head at `scale` pixels a unit; `window` says where its pixels lie."""

    figure: Figure
    window: Window
    face: Image.Image
    """Hair behind, ears and skin; without eyes, mouth and what lies over them."""
    over: Image.Image
    _drawn_eyes: dict[Eyes, Image.Image] = field(default_factory=dict)

    def draw(self, mouth: Mouth = Mouth.REST, eyes: Eyes = Eyes.OPEN) -> Image.Image:
        """The whole head."""
        window = self.window
        jaw = round(JAW * window.scale) - window.y
        picture = Image.new("RGBA", (window.width, window.height))
        upper = Window(window.x, window.y, window.width, jaw, window.scale)
        lower = Window(window.x, window.y + jaw, window.width, window.height - jaw, window.scale)
        picture.paste(self._upper(upper, eyes, 0), (0, 0))
        picture.paste(self._lower(lower, mouth), (0, jaw))
        return picture

    def draw_upper(self, eyes: Eyes, brows: int) -> tuple[Image.Image, Window]:
        """Eyes and brows with the skin around them, soft at its edges, to be laid over the head."""
        window = window_of(self.window.scale, *UPPER)
        return _softened(self._upper(window, eyes, brows), window, "ltrb"), window

    def draw_lower(self, mouth: Mouth) -> tuple[Image.Image, Window]:
        """The face from the jaw down, soft at its edges, to be laid over the head."""
        window = window_of(self.window.scale, *LOWER)
        return _softened(self._lower(window, mouth), window, "tlr"), window

    def _upper(self, window: Window, eyes: Eyes, brows: int) -> Image.Image:
        picture = self._cut(self.face, window)
        self._add(picture, self._eyes(eyes), window)
        rise = RISES[brows]
        if rise:
            heights = (np.arange(window.height) + window.y) / window.scale
            picture = _stretched(picture, rise * window.scale * np.interp(heights, RISING, (0, 1, 1, 0)))
        picture.alpha_composite(self._cut(self.over, window))
        return picture

    def _lower(self, window: Window, mouth: Mouth) -> Image.Image:
        """The jaw as low as the mouth wants it: between the hinge's heights the skin stretches."""
        picture = self._cut(self.face, window)
        drop = self.figure.shape(mouth).jaw
        if drop:
            rows = np.arange(window.height, dtype=np.float64)
            share = np.clip(((rows + window.y) / window.scale - HINGE[0]) / (HINGE[1] - HINGE[0]), 0, 1)
            moved = rows + drop * window.scale * share * share * (3 - 2 * share)
            picture = _stretched(picture, np.interp(rows, moved, rows) - rows)
        self._add(
            picture, rasterise(self.figure.mouth(mouth), self._mouth_window), window, self._mouth_window
        )
        picture.alpha_composite(self._cut(self.over, window))
        return picture

    @property
    def _mouth_window(self) -> Window:
        return window_of(self.window.scale, *MOUTH)

    def _eyes(self, eyes: Eyes) -> Image.Image:
        if eyes not in self._drawn_eyes:
            window = window_of(self.window.scale, *EYES)
            self._drawn_eyes[eyes] = rasterise(self.figure.eyes(eyes), window)
        return self._drawn_eyes[eyes]

    def _cut(self, picture: Image.Image, window: Window) -> Image.Image:
        x, y = window.x - self.window.x, window.y - self.window.y
        return picture.crop((x, y, x + window.width, y + window.height))

    def _add(
        self, picture: Image.Image, pixels: Image.Image, window: Window, part: Window | None = None
    ) -> None:
        part = part or window_of(self.window.scale, *EYES)
        x, y = part.x - window.x, part.y - window.y
        visible = pixels.crop((max(0, -x), max(0, -y), pixels.width, pixels.height))
        picture.alpha_composite(visible, (max(0, x), max(0, y)))


def _stretched(picture: Image.Image, offsets: NDArray[np.float64]) -> Image.Image:
    """Each row as it was `offsets` pixels further down."""
    rows = np.arange(picture.height) + offsets
    upper = np.clip(np.floor(rows).astype(int), 0, picture.height - 2)
    rest = np.clip(rows - upper, 0, 1)[:, None, None].astype(np.float32)
    pixels = np.asarray(picture.convert("RGBa"), dtype=np.float32)
    mixed = pixels[upper] * (1 - rest) + pixels[upper + 1] * rest
    return Image.fromarray(np.rint(mixed).astype(np.uint8), "RGBa").convert("RGBA")


def thinned(picture: Image.Image, shares: NDArray[np.float64]) -> Image.Image:
    """The same picture, each of its rows with a share of its opacity."""
    alpha = np.asarray(picture.getchannel("A")) * shares[:, None]
    picture.putalpha(Image.fromarray(np.rint(alpha).astype(np.uint8)))
    return picture


def _softened(picture: Image.Image, window: Window, edges: str) -> Image.Image:
    """Opacity rises from nothing at these edges: left, top, right, bottom."""
    reach = SOFT * window.scale
    rising = {
        edge: np.clip(np.arange(window.height if edge in "tb" else window.width) / reach, 0, 1)
        for edge in edges
    }
    across, down = np.ones(window.width), np.ones(window.height)
    across = across * rising.get("l", across) * rising.get("r", across)[::-1]
    down = down * rising.get("t", down) * rising.get("b", down)[::-1]
    alpha = np.asarray(picture.getchannel("A")) * down[:, None] * across[None, :]
    picture.putalpha(Image.fromarray(np.rint(alpha).astype(np.uint8)))
    return picture
