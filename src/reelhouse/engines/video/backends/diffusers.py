"""Films by LTX and LTX-2 on this machine, by way of diffusers."""

import asyncio
from collections.abc import Iterator
from fractions import Fraction
from pathlib import Path

import numpy as np

from reelhouse.engines.diffusion.client import Diffusion, scratch
from reelhouse.engines.diffusion.host import Host
from reelhouse.engines.diffusion.models import ENGINE
from reelhouse.engines.diffusion.wire import FRAMES, FilmWork, Placed
from reelhouse.engines.errors import EngineRefused
from reelhouse.engines.settings import EngineSettings
from reelhouse.engines.tools import Frame, Tools
from reelhouse.engines.video.backends.diffusers_frames import Plan, Spot, planned
from reelhouse.engines.video.types import MOST_PIXELS, Film, VideoRequest

STEP = 32
"""Sides are filmed in multiples of it, and what is too much is cropped."""

CRF, FINE_CRF = 18, 14
NOT_HEARD = "The movement does not follow the audio: the model does not hear."


def build(settings: EngineSettings, tools: Tools) -> "DiffusersVideo":
    return DiffusersVideo(settings, tools)


class DiffusersVideo:
    """Films by the model of the settings."""

    name = ENGINE

    def __init__(self, settings: EngineSettings, tools: Tools, host: Host | None = None) -> None:
        """Raises `EngineRefused` for a recipe that cannot be used."""
        self._diffusion = Diffusion("video", settings, host)
        self._encode = tools.encode

    async def film(self, request: VideoRequest) -> Film:
        """Raises `EngineRefused` also for frames that the model has no place for."""
        self._check(request)
        model = await self._diffusion.model()
        plan = planned(request, model)
        out = request.folder / "film.mp4"
        async with scratch(request.folder) as folder:
            work = await asyncio.to_thread(self._work, request, plan, folder)
            report = await self._diffusion.made(model, work, folder)
            await self._encode(
                _frames(folder / FRAMES, report.shape, request),
                width=request.width,
                height=request.height,
                fps=Fraction(request.fps),
                out=out,
                crf=FINE_CRF if request.extreme_quality else CRF,
            )
        heard = (NOT_HEARD,) if request.audio is not None else ()
        return Film(out, notes=(*plan.notes, *heard, *report.notes))

    async def check(self) -> str:
        return await self._diffusion.check()

    def _check(self, request: VideoRequest) -> None:
        if request.width * request.height > MOST_PIXELS or min(request.width, request.height) < 1:
            raise EngineRefused(self.name, f"a canvas of {request.width} x {request.height} is out of bounds")
        if request.frames < 1 or request.fps < 1 or len(request.overlap) > request.frames:
            raise EngineRefused(self.name, "there is no frame to film")
        if not request.prompt.strip():
            raise EngineRefused(self.name, "there is nothing in the prompt that can be filmed")

    def _work(self, request: VideoRequest, plan: Plan, folder: Path) -> FilmWork:
        width, height = _canvas(request)
        return FilmWork(
            prompt=request.prompt,
            width=width,
            height=height,
            frames=plan.frames,
            fps=request.fps,
            seed=request.seed,
            more=request.extreme_quality,
            placed=tuple(self._placed(spot, request, folder) for spot in plan.spots),
        )

    def _placed(self, spot: Spot, request: VideoRequest, folder: Path) -> Placed:
        names = []
        for number, given in enumerate(spot.pictures):
            names.append(f"at{spot.at}-{number}.png")
            self._write(given, spot.what, request, folder / names[-1])
        return Placed(at=spot.at, pictures=tuple(names))

    def _write(self, given: bytes, what: str, request: VideoRequest, path: Path) -> None:
        """As it is to be seen in the film; around it, where the film is cropped, its border goes on."""
        import cv2  # noqa: PLC0415 - heavy
        from PIL import Image  # noqa: PLC0415

        from reelhouse.engines.video.filming.pictures import fitted  # noqa: PLC0415 - heavy

        try:
            picture = fitted(given, (request.width, request.height), what)
        except EngineRefused as refusal:
            raise EngineRefused(self.name, refusal.reason) from None
        width, height = _canvas(request)
        left, top = (width - request.width) // 2, (height - request.height) // 2
        right, bottom = width - request.width - left, height - request.height - top
        whole = cv2.copyMakeBorder(picture, top, bottom, left, right, cv2.BORDER_REPLICATE)
        Image.fromarray(np.asarray(whole, np.uint8)).save(path, compress_level=1)


def _canvas(request: VideoRequest) -> tuple[int, int]:
    return -(-request.width // STEP) * STEP, -(-request.height // STEP) * STEP


def _frames(path: Path, shape: tuple[int, ...], request: VideoRequest) -> Iterator[Frame]:
    """As many as were asked for, cropped around the middle."""
    frames, rows, columns = shape
    whole = np.memmap(path, np.uint8, "r", shape=(frames, rows, columns, 3))
    top, left = (rows - request.height) // 2, (columns - request.width) // 2
    for frame in whole[: request.frames]:
        yield np.ascontiguousarray(frame[top : top + request.height, left : left + request.width])
