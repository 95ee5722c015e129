"""The builtin film maker: moves a camera over given frames. No model, no network."""

import asyncio
from fractions import Fraction

from reelhouse.engines.settings import EngineSettings
from reelhouse.engines.tools import Tools
from reelhouse.engines.video.types import Film, VideoRequest

CRF, FINE_CRF = 18, 14


def build(_settings: EngineSettings, tools: Tools) -> "BuiltinVideo":
    return BuiltinVideo(tools)


class BuiltinVideo:
    """Films start and overlap frames by words about the camera; equal requests give equal frames."""

    name = "builtin"

    def __init__(self, tools: Tools) -> None:
        self._encode = tools.encode

    async def film(self, request: VideoRequest) -> Film:
        """Raises `EngineRefused`, and what the encoder raises."""
        from reelhouse.engines.video.filming.film import shoot  # noqa: PLC0415 - heavy

        shot = await asyncio.to_thread(shoot, request)
        out = request.folder / "film.mp4"
        await self._encode(
            shot.frames,
            width=request.width,
            height=request.height,
            fps=Fraction(shot.canvas.rate),
            out=out,
            crf=FINE_CRF if request.extreme_quality else CRF,
        )
        return Film(out, shot.understood, shot.notes)
