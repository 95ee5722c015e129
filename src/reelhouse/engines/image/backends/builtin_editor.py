"""The builtin editor: changes that words name, in their order. No model, no network."""

import asyncio
from collections.abc import Sequence
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

from reelhouse.engines.errors import EngineRefused
from reelhouse.engines.image.types import LEAST_SIDE, MOST_PIXELS, MOST_SIDE, EditRequest, Picture
from reelhouse.engines.settings import EngineSettings
from reelhouse.engines.tools import Tools

if TYPE_CHECKING:
    from PIL import Image, ImageFont

EXAMPLES = "noir, warmer, blur the background, poster, brighten, sunset, add text 'Hello'"
TEXT_SHARE, TEXT_MARGIN = 0.09, 0.05
PALETTE_SHARE = 0.6
SMALLEST = 8
"""Points; what is smaller cannot be read."""


def build(_settings: EngineSettings, tools: Tools) -> "BuiltinEditor":
    return BuiltinEditor(tools.faces)


class BuiltinEditor:
    """Equal requests give equal pictures. `faces` are fonts for words on pictures."""

    name = "builtin"

    def __init__(self, faces: Sequence[Path] = ()) -> None:
        self._faces = tuple(faces)

    async def edit(self, request: EditRequest) -> Picture:
        """Raises `EngineRefused` for a picture that cannot be read, or an instruction it does not know."""
        sides = (request.width, request.height)
        if not all(LEAST_SIDE <= side <= MOST_SIDE for side in sides) or sides[0] * sides[1] > MOST_PIXELS:
            raise EngineRefused(self.name, f"{sides[0]} x {sides[1]} pixels are outside of what it edits")
        return await asyncio.to_thread(self._edited, request)

    def _edited(self, request: EditRequest) -> Picture:
        import numpy as np  # noqa: PLC0415 - only when it edits
        from PIL import Image  # noqa: PLC0415

        from reelhouse.engines.image.editing.changes import like  # noqa: PLC0415
        from reelhouse.engines.image.editing.reading import read_instruction  # noqa: PLC0415

        instruction = read_instruction(request.prompt)
        if not instruction.steps and instruction.text is None and not request.references:
            raise EngineRefused(self.name, f"it does not know what to do; try {EXAMPLES}")
        size = (request.width, request.height)
        pixels = np.array(self._opened(request.source, size))
        chance = np.random.default_rng(request.seed)
        for reference in request.references:
            pixels = like(pixels, np.array(self._opened(reference, (256, 256))), PALETTE_SHARE)
        understood, notes = [], []
        for step in instruction.steps:
            changed = step.change(pixels, step.strength, chance)
            if np.array_equal(changed, pixels):
                notes.append(f"Without effect on this picture: {step.name}.")
            else:
                understood.append(step.name)
            pixels = changed
        if notes and not understood and instruction.text is None and not request.references:
            raise EngineRefused(self.name, f"nothing in the picture can be changed so. {notes[0]}")
        picture = Image.fromarray(pixels)
        if instruction.text is not None:
            self._write(picture, instruction.text, at_top=instruction.at_top)
            understood.append(f"text {instruction.text!r}")
        if request.references:
            understood.insert(0, "palette of the references")
        file = BytesIO()
        picture.save(file, "PNG", compress_level=1)
        if instruction.ignored:
            notes.append(f"Not understood, and not done: {', '.join(instruction.ignored)}.")
        return Picture(
            file.getvalue(), *size, engine=self.name, understood=tuple(understood), notes=tuple(notes)
        )

    def _opened(self, data: bytes, size: tuple[int, int]) -> "Image.Image":
        from PIL import Image, ImageOps  # noqa: PLC0415

        from reelhouse.engines.image.fitting import decoded  # noqa: PLC0415

        picture = decoded(self.name, data, "a picture")
        return ImageOps.fit(picture, size, Image.Resampling.LANCZOS)

    def _write(self, picture: "Image.Image", text: str, *, at_top: bool) -> None:
        from PIL import ImageDraw  # noqa: PLC0415

        pen = ImageDraw.Draw(picture)
        points = picture.height * TEXT_SHARE
        face = self._face(points)
        while points > SMALLEST and pen.textlength(text, face) > picture.width * (1 - 2 * TEXT_MARGIN):
            points *= 0.9
            face = self._face(points)
        margin = picture.height * TEXT_MARGIN
        place = (picture.width / 2, margin if at_top else picture.height - margin)
        stroke = max(round(points / 14), 1)
        anchor = "ma" if at_top else "md"
        pen.text(place, text, "white", face, anchor=anchor, stroke_width=stroke, stroke_fill="black")

    def _face(self, points: float) -> "ImageFont.FreeTypeFont | ImageFont.ImageFont":
        from PIL import ImageFont  # noqa: PLC0415

        if not self._faces:
            return ImageFont.load_default(points)
        return ImageFont.truetype(str(self._faces[0]), points)
