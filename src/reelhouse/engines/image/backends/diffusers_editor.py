"""Pictures changed by Qwen-Image-Edit on this machine, by way of diffusers."""

import asyncio
from pathlib import Path

from PIL import Image, ImageOps

from reelhouse.engines.diffusion.client import Diffusion, scratch
from reelhouse.engines.diffusion.host import Host
from reelhouse.engines.diffusion.models import ENGINE, Model
from reelhouse.engines.diffusion.wire import PICTURE, EditWork
from reelhouse.engines.errors import EngineRefused
from reelhouse.engines.image.fitting import decoded, fitted
from reelhouse.engines.image.limits import check
from reelhouse.engines.image.types import EditRequest, Picture
from reelhouse.engines.settings import EngineSettings
from reelhouse.engines.tools import Tools

STEP = 16
SEVERAL = "QwenImageEditPlusPipeline"
MOST_LENT = 2  # beside the picture that is changed: as many as the model was taught
LENT = "\nChange the first picture only; the others lend their colours and manner."


def build(settings: EngineSettings, _tools: Tools) -> "DiffusersEditor":
    return DiffusersEditor(settings)


class DiffusersEditor:
    """Changes by the model of the settings."""

    name = ENGINE

    def __init__(self, settings: EngineSettings, host: Host | None = None) -> None:
        """Raises `EngineRefused` for a recipe that cannot be used."""
        self._diffusion = Diffusion("edit", settings, host)

    async def edit(self, request: EditRequest) -> Picture:
        """Raises `EngineRefused` also for more references than the model looks at."""
        check(self.name, request)
        model = await self._diffusion.model()
        self._check_lent(model, len(request.references))
        async with scratch() as folder:
            work = await asyncio.to_thread(self._work, request, folder)
            report = await self._diffusion.made(model, work, folder)
            png, notes = await asyncio.to_thread(self._fitted, folder / PICTURE, request)
        return Picture(png, request.width, request.height, self.name, notes=(*report.notes, *notes))

    async def check(self) -> str:
        return await self._diffusion.check()

    def _check_lent(self, model: Model, lent: int) -> None:
        if lent and model.pipeline != SEVERAL:
            raise EngineRefused(
                self.name, f"{model.name} takes no pictures for reference; a model of {SEVERAL} does"
            )
        if lent > MOST_LENT:
            raise EngineRefused(
                self.name, f"{model.name} takes {MOST_LENT} pictures for reference, not {lent}"
            )

    def _work(self, request: EditRequest, folder: Path) -> EditWork:
        size = -(-request.width // STEP) * STEP, -(-request.height // STEP) * STEP
        source = ImageOps.fit(
            decoded(self.name, request.source, "the picture"), size, Image.Resampling.LANCZOS
        )
        lent = [decoded(self.name, one, "a reference picture") for one in request.references]
        names = []
        for number, picture in enumerate((source, *lent)):
            names.append(f"given{number}.png")
            picture.save(folder / names[-1], compress_level=1)
        return EditWork(
            prompt=request.prompt + LENT if lent else request.prompt,
            width=size[0],
            height=size[1],
            seed=request.seed,
            more=request.high_detail,
            pictures=tuple(names),
        )

    def _fitted(self, path: Path, request: EditRequest) -> tuple[bytes, tuple[str, ...]]:
        return fitted(decoded(self.name, path.read_bytes()), request.width, request.height)
