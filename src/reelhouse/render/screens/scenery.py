"""Who paints a scene of a demo video."""

from collections.abc import Mapping
from pathlib import Path

import numpy as np

from reelhouse.media.composition import Canvas, ScreenScene, TitleScene
from reelhouse.media.screens import Device, ScreenLayout
from reelhouse.render.cards import draw_end_card
from reelhouse.render.fonts.library import FILES, FOLDER
from reelhouse.render.painting.cards import CardPainter
from reelhouse.render.painting.painter import Painter
from reelhouse.render.painting.pictures import load_picture
from reelhouse.render.painting.planes import Pixels, from_rgb
from reelhouse.render.screens.devices import ISLAND_HEIGHT, ISLAND_TOP, STATUS
from reelhouse.render.screens.ground import ground_for
from reelhouse.render.screens.screen_painter import ScreenPainter
from reelhouse.render.screens.shells import Shell
from reelhouse.render.screens.sights import Picture, Sights
from reelhouse.render.screens.stage import Stage, stage_for

PLAIN = 6.0
"""Steps of brightness (as a standard deviation) up to which the place of a camera island is empty."""


def screen_painter(scene: ScreenScene | TitleScene, canvas: Canvas, files: Mapping[str, Path]) -> Painter:
    """`files` by their SHA-256. Raises `MediaUnreadable` for what is no picture."""
    frames = int(scene.span.duration * canvas.fps)
    if isinstance(scene, TitleScene):
        from io import BytesIO

        from PIL import Image

        fonts = tuple(FOLDER / name for name in FILES.values())
        card = draw_end_card(scene.text, scene.livery.accent, canvas, fonts)
        pixels = np.asarray(Image.open(BytesIO(card)).convert("RGB"))
        return CardPainter(from_rgb(pixels), min(frames, canvas.fps // 2))
    return _screen(scene, canvas, files, frames)


def _screen(scene: ScreenScene, canvas: Canvas, files: Mapping[str, Path], frames: int) -> ScreenPainter:
    pixels = _even(load_picture(files[scene.screen.sha256]))
    stage = _stage(scene, canvas, pixels)
    height, width = pixels.shape[:2]
    picture = Picture.on(stage, width, height)
    sights = Sights(stage, picture, scene.glances, canvas, frames)
    bleeds = scene.layout is ScreenLayout.FULL_BLEED
    shell = None if bleeds else Shell(stage, _top_colour(pixels), sights.widest / picture.size.width)
    ground = None if bleeds else ground_for(scene.livery, canvas)
    return ScreenPainter(canvas, stage, sights, from_rgb(pixels), picture, shell, ground)


def _stage(scene: ScreenScene, canvas: Canvas, pixels: Pixels) -> Stage:
    height, width = pixels.shape[:2]
    status = STATUS if scene.device is Device.PHONE and not _has_room_for_island(pixels) else 0.0
    return stage_for(
        canvas, scene.device, scene.layout, height / width, words=scene.kinetic is not None, status=status
    )


def _has_room_for_island(pixels: Pixels) -> bool:
    """Whether a screenshot is empty where a phone has its camera, as those are that show a status bar."""
    width = pixels.shape[1]
    foot = round(width * (ISLAND_TOP * 2 + ISLAND_HEIGHT))
    place = pixels[:foot, round(width * 0.32) : round(width * 0.68)]
    return bool(place.std(axis=(0, 1)).max() < PLAIN)


def _top_colour(pixels: Pixels) -> str:
    row = pixels[: max(1, pixels.shape[0] // 200)].reshape(-1, 3)
    red, green, blue = (int(value) for value in np.median(row, axis=0))
    return f"#{red:02x}{green:02x}{blue:02x}"


def _even(pixels: Pixels) -> Pixels:
    height, width = pixels.shape[:2]
    return np.pad(pixels, ((0, height % 2), (0, width % 2), (0, 0)), mode="edge")
