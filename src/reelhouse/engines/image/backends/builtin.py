"""The builtin illustrator: draws by rules from a vocabulary. No model, no network."""

import asyncio
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from reelhouse.engines.image.limits import check
from reelhouse.engines.image.types import ImageRequest, Picture
from reelhouse.engines.settings import EngineSettings
from reelhouse.engines.tools import Tools

if TYPE_CHECKING:
    from reelhouse.engines.image.illustrating.sheet import Pixels

REFERENCE_SIDE = 512
"""A reference's longer side, in pixels, when it is looked at."""


def build(_settings: EngineSettings, tools: Tools) -> "BuiltinImage":
    return BuiltinImage(tools.faces)


class BuiltinImage:
    """Draws places, things, people, weather and moods by their words; equal requests give equal bytes.

    `faces` are the font files in which it sets words that it cannot draw.
    """

    name = "builtin"

    def __init__(self, faces: Sequence[Path]) -> None:
        self._faces = tuple(faces)

    async def draw(self, request: ImageRequest) -> Picture:
        """In a thread; OpenCV and numpy let the event loop run meanwhile. Raises `EngineRefused`."""
        check(self.name, request)
        return await asyncio.to_thread(self._drawn, request)

    def _drawn(self, request: ImageRequest) -> Picture:
        from reelhouse.engines.image.illustrating.illustrator import Order, illustrate  # noqa: PLC0415 - heavy

        order = Order(
            request.prompt,
            request.width,
            request.height,
            request.seed,
            request.accent,
            request.clear_below,
            [self._pixels(reference) for reference in request.references],
            request.high_detail,
        )
        illustration = illustrate(order, self._faces)
        return Picture(
            png=illustration.png,
            width=request.width,
            height=request.height,
            engine=self.name,
            understood=illustration.understood,
            notes=illustration.notes,
        )

    def _pixels(self, reference: bytes) -> "Pixels":
        import numpy as np  # noqa: PLC0415 - only where there are references
        from PIL import Image  # noqa: PLC0415

        from reelhouse.engines.image.fitting import decoded  # noqa: PLC0415

        small = decoded(self.name, reference, "a reference")
        small.thumbnail((REFERENCE_SIDE, REFERENCE_SIDE), Image.Resampling.BOX)
        return np.array(small)
