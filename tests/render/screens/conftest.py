"""Screenshots that are drawn on the spot, and one way to paint a scene frame by frame."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from io import BytesIO
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray
from PIL import Image, ImageDraw

from reelhouse.media.composition import Canvas, Livery, MediaRef, ScreenScene, TitleScene
from reelhouse.media.time import Span
from reelhouse.render.painting.planes import blank, to_rgb
from reelhouse.render.screens.ground import Grounds
from reelhouse.render.screens.scenery import set_for

Frame = NDArray[np.uint8]

PORTRAIT, WIDE, SQUARE = Canvas(270, 480), Canvas(480, 270), Canvas(270, 270)
DARK = Livery("#14122b", "#2a1b5e", "#7c5cff", "#ffffff", "Inter")
PALE = Livery("#f3f1ff", "#dfe7ff", "#5b3df0", "#15132b", "Poppins")
FOUR_SECONDS = Span(Fraction(0), Fraction(4))


@dataclass
class Easel:
    """A folder of screenshots, and painters for scenes that show them."""

    folder: Path

    @property
    def files(self) -> dict[str, Path]:
        return {path.name: path for path in self.folder.iterdir()}

    def keep(self, picture: Image.Image) -> MediaRef:
        kept = BytesIO()
        picture.save(kept, "PNG")
        name = hashlib.sha256(kept.getvalue()).hexdigest()
        (self.folder / name).write_bytes(kept.getvalue())
        return MediaRef(name, "image/png")

    def screenshot(
        self,
        size: tuple[int, int] = (640, 400),
        ground: str = "#f4f4f4",
        spots: Sequence[tuple[float, float, str]] = (),
    ) -> MediaRef:
        """A plain page with round spots, at parts of its width and height."""
        picture = Image.new("RGB", size, ground)
        pen = ImageDraw.Draw(picture)
        for x, y, colour in spots:
            middle, radius = (x * size[0], y * size[1]), size[0] / 40
            box = [middle[0] - radius, middle[1] - radius, middle[0] + radius, middle[1] + radius]
            pen.ellipse(box, fill=colour)
        return self.keep(picture)

    def frames(self, scene: ScreenScene | TitleScene, canvas: Canvas, wanted: Sequence[int]) -> list[Frame]:
        """These frames as one painter brings them, one after the other."""
        painter = set_for(scene, canvas, self.files, Grounds()).painter()
        picture = blank(canvas.width, canvas.height)
        shown = []
        for frame in wanted:
            painter.paint(frame, picture)
            shown.append(to_rgb(picture))
        return shown

    def frame(self, scene: ScreenScene | TitleScene, canvas: Canvas, wanted: int) -> Frame:
        return self.frames(scene, canvas, [wanted])[0]


@pytest.fixture
def easel(tmp_path: Path) -> Easel:
    return Easel(tmp_path)


def near(frame: Frame, colour: tuple[int, int, int], by: int = 70) -> NDArray[np.bool_]:
    """Where a picture has about a colour."""
    return np.asarray(np.abs(frame.astype(int) - colour).max(axis=2) < by)


def middle(mask: NDArray[np.bool_]) -> tuple[float, float]:
    """Where what is marked has its middle: x and y in pixels."""
    rows, columns = np.nonzero(mask)
    return float(columns.mean()), float(rows.mean())
