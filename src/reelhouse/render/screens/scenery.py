"""Who paints a scene of a demo video."""

from collections.abc import Mapping
from io import BytesIO
from pathlib import Path

import numpy as np
from PIL import Image

from reelhouse.media.composition import Camera, Canvas, Fit, ScreenScene, TitleScene, View
from reelhouse.render.cards import draw_end_card
from reelhouse.render.fonts.library import FILES, FOLDER
from reelhouse.render.painting.cameras import PicturePainter
from reelhouse.render.painting.cards import CardPainter
from reelhouse.render.painting.painter import Painter
from reelhouse.render.painting.pictures import fitted, load_picture
from reelhouse.render.painting.planes import from_rgb


def screen_painter(scene: ScreenScene | TitleScene, canvas: Canvas, files: Mapping[str, Path]) -> Painter:
    """`files` by their SHA-256. Raises `MediaUnreadable` for what is no picture."""
    frames = int(scene.span.duration * canvas.fps)
    if isinstance(scene, TitleScene):
        fonts = tuple(FOLDER / name for name in FILES.values())
        card = draw_end_card(scene.text, scene.livery.accent, canvas, fonts)
        pixels = np.asarray(Image.open(BytesIO(card)).convert("RGB"))
        return CardPainter(from_rgb(pixels), min(frames, canvas.fps // 2))
    picture = fitted(load_picture(files[scene.screen.sha256]), canvas, Fit.CONTAIN, 1.04)
    return PicturePainter(picture, Camera(View(), View(zoom=1.04)), frames)
