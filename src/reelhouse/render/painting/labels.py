"""A chip with a few words in the upper part of a scene: it pops in, and stays."""

from collections.abc import Sequence
from pathlib import Path

import numpy as np
from PIL import Image, ImageDraw, ImageFilter

from reelhouse.media.composition import Canvas, Label
from reelhouse.render.captions.layout import margins_of
from reelhouse.render.cards.typesetting import Setting, fit
from reelhouse.render.painting.easing import arriving, between
from reelhouse.render.painting.planes import Planes
from reelhouse.render.painting.sprites import Sprite, sprite_from_rgba
from reelhouse.render.presenter.ink import brightness, darker

EM = 0.052
"""Letters as a part of the canvas's shorter side; one or two characters stand larger, in a disc."""

EM_OF_SIGNS = 0.1
SIGNS = 2
ROOM = 0.74
ENTRANCE_SECONDS = 0.3
RISE = 0.02
PALE = 0.56


class LabelLayer:
    """Draws `label` at the top of the safe area; `fonts` as for cards."""

    def __init__(self, label: Label, canvas: Canvas, fonts: Sequence[Path]) -> None:
        self._sprite = draw_label(label, canvas, fonts)
        self._x = (canvas.width - self._sprite.width) // 2
        self._y = round(canvas.height * margins_of(canvas).top)
        self._entrance = round(ENTRANCE_SECONDS * canvas.fps)
        self._rise = RISE * canvas.height

    def lay(self, frame: int, canvas: Planes) -> None:
        share = arriving((frame + 1) / self._entrance)
        sprite = self._sprite if frame >= self._entrance else self._sprite.faded(share)
        sprite.lay(canvas, self._x, self._y - round(between(self._rise, 0, share)))


def draw_label(label: Label, canvas: Canvas, fonts: Sequence[Path]) -> Sprite:
    """The chip as a sprite, with its shadow."""
    short = min(canvas.width, canvas.height)
    em = round(short * (EM_OF_SIGNS if len(label.text) <= SIGNS else EM))
    setting = fit(label.text, fonts, canvas.width * ROOM, short * 0.2, em, max(8, em // 2))
    wide, tall = setting.width + setting.size * 1.5, setting.height + setting.size * 0.7
    wide = max(wide, tall)
    return sprite_from_rgba(np.asarray(_chip(setting, label.accent, wide, tall)))


def _chip(setting: Setting, accent: str, wide: float, tall: float) -> Image.Image:
    margin = setting.size // 2
    size = tuple(2 * round((length + 2 * margin) / 2) for length in (wide, tall))
    shape = Image.new("L", (size[0] * 3, size[1] * 3))
    edges = (margin * 3, margin * 3, size[0] * 3 - margin * 3, size[1] * 3 - margin * 3)
    ImageDraw.Draw(shape).rounded_rectangle(edges, min(tall * 1.5, setting.size * 1.8), 255)
    mask = shape.resize((size[0], size[1]), Image.Resampling.BOX)
    shadow = mask.filter(ImageFilter.GaussianBlur(margin / 2.5)).point(lambda value: value * 0.45)
    chip = Image.new("RGBA", (size[0], size[1]), "#000000")
    chip.putalpha(shadow)
    plate = Image.new("RGBA", (size[0], size[1]), accent)
    plate.putalpha(mask)
    chip.alpha_composite(plate)
    ink = darker(accent, 0.85) if brightness(accent) > PALE else "#ffffff"
    setting.draw(ImageDraw.Draw(chip), size[0] / 2, (size[1] - setting.height) / 2 - setting.size * 0.02, ink)
    return chip
