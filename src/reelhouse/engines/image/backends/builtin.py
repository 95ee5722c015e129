"""The builtin illustrator: draws by rules from a vocabulary. No model, no network."""

import asyncio
from collections.abc import Sequence
from pathlib import Path

from reelhouse.engines.image.limits import check
from reelhouse.engines.image.types import ImageRequest, Picture
from reelhouse.engines.settings import EngineSettings
from reelhouse.engines.tools import Tools


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
        from reelhouse.engines.image.illustrating.illustrator import illustrate  # noqa: PLC0415 - heavy

        illustration = illustrate(
            request.prompt,
            request.width,
            request.height,
            request.seed,
            request.accent,
            self._faces,
            request.clear_below,
        )
        return Picture(
            png=illustration.png,
            width=request.width,
            height=request.height,
            engine=self.name,
            understood=illustration.understood,
            notes=illustration.notes,
        )
