"""Pictures by Qwen-Image on this machine, by way of diffusers."""

import asyncio
from pathlib import Path

from PIL import Image, ImageOps

from reelhouse.engines.diffusion.client import Diffusion, scratch
from reelhouse.engines.diffusion.host import Host
from reelhouse.engines.diffusion.models import ENGINE
from reelhouse.engines.diffusion.wire import PICTURE, DrawWork
from reelhouse.engines.image.fitting import decoded, fitted
from reelhouse.engines.image.limits import check
from reelhouse.engines.image.types import ImageRequest, Picture
from reelhouse.engines.image.wording import prompt_of
from reelhouse.engines.settings import EngineSettings
from reelhouse.engines.tools import Tools

STEP = 16
"""Sides are drawn in multiples of it, and what is too much is cropped."""

LENT = "reference.png"
ONE_LENT = "The first picture for reference lends colours and layout; the model takes no more than one."


def build(settings: EngineSettings, _tools: Tools) -> "DiffusersImage":
    return DiffusersImage(settings)


class DiffusersImage:
    """Draws by the model of the settings; the first reference is drawn over."""

    name = ENGINE

    def __init__(self, settings: EngineSettings, host: Host | None = None) -> None:
        """Raises `EngineRefused` for a recipe that cannot be used."""
        self._diffusion = Diffusion("image", settings, host)

    async def draw(self, request: ImageRequest) -> Picture:
        check(self.name, request)
        model = await self._diffusion.model()
        async with scratch() as folder:
            work = await asyncio.to_thread(self._work, request, folder)
            report = await self._diffusion.made(model, work, folder)
            png, notes = await asyncio.to_thread(self._fitted, folder / PICTURE, request)
        more = (ONE_LENT,) if len(request.references) > 1 else ()
        return Picture(png, request.width, request.height, self.name, notes=(*more, *report.notes, *notes))

    async def check(self) -> str:
        return await self._diffusion.check()

    def _work(self, request: ImageRequest, folder: Path) -> DrawWork:
        size = -(-request.width // STEP) * STEP, -(-request.height // STEP) * STEP
        if request.references:
            lent = decoded(self.name, request.references[0], "a reference picture")
            ImageOps.fit(lent, size, Image.Resampling.LANCZOS).save(folder / LENT, compress_level=1)
        return DrawWork(
            prompt=prompt_of(request),
            width=size[0],
            height=size[1],
            seed=request.seed,
            more=request.high_detail,
            reference=LENT if request.references else None,
        )

    def _fitted(self, path: Path, request: ImageRequest) -> tuple[bytes, tuple[str, ...]]:
        return fitted(decoded(self.name, path.read_bytes()), request.width, request.height)
