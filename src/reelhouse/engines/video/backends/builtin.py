"""The builtin film maker: moves a camera over given or drawn frames. No model, no network."""

import asyncio
from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction

from reelhouse.engines.progress import Hear, teller
from reelhouse.engines.settings import EngineSettings
from reelhouse.engines.tools import Frame, Tools
from reelhouse.engines.video.types import Film, VideoRequest

CRF, FINE_CRF, JOINING_CRF = 18, 14, 11
"""Frames that go on from another clip are compared with it, so they are encoded nearly without loss."""

DRAWN = "The first frame is drawn from the words; after it only the camera and the air move."


def build(_settings: EngineSettings, tools: Tools) -> "BuiltinVideo":
    return BuiltinVideo(tools)


class BuiltinVideo:
    """Films start and overlap frames by words about the camera; equal requests give equal frames."""

    name = "builtin"

    def __init__(self, tools: Tools) -> None:
        self._encode, self._draw = tools.encode, tools.draw

    async def film(self, request: VideoRequest) -> Film:
        """Without frames the first one is drawn from the words, where there is something that draws.

        Raises `EngineRefused`, and what the encoder and who draws raise.
        """
        from reelhouse.engines.video.filming.film import check, needs_start, shoot  # noqa: PLC0415 - heavy

        check(request)
        notes: tuple[str, ...] = ()
        if self._draw is not None and needs_start(request):
            start = await self._draw(request.prompt, request.width, request.height, request.seed)
            request, notes = replace(request, start=start), (DRAWN,)
        shot = await asyncio.to_thread(shoot, request)
        out = request.folder / "film.mp4"
        await self._encode(
            _counted(shot.frames, request.frames, teller()),
            width=request.width,
            height=request.height,
            fps=Fraction(shot.canvas.rate),
            out=out,
            crf=_crf(request),
        )
        return Film(out, shot.understood, (*notes, *shot.notes))


def _counted(frames: Iterator[Frame], count: int, tell: Hear) -> Iterator[Frame]:
    for number, frame in enumerate(frames, start=1):
        yield frame
        tell(number / count)


def _crf(request: VideoRequest) -> int:
    if request.overlap:
        return JOINING_CRF
    return FINE_CRF if request.extreme_quality else CRF
