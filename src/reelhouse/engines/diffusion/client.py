"""What a backend of any family asks of diffusers."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

import structlog

from reelhouse.engines.diffusion.host import Host, Job, shared_host
from reelhouse.engines.diffusion.models import CRAFTS, ENGINE, Model, find_model
from reelhouse.engines.diffusion.recipes import read_recipe
from reelhouse.engines.diffusion.wire import Report, Work
from reelhouse.engines.progress import tell
from reelhouse.engines.settings import EngineSettings

log = structlog.get_logger(__name__)


class Diffusion:
    """The models of one family. `host` is for tests; without one, all families share the loop's own."""

    def __init__(self, family: str, settings: EngineSettings, host: Host | None = None) -> None:
        """Raises `EngineRefused` for a recipe (the setting `workflow`) that cannot be used."""
        self._craft, self._settings, self._host = CRAFTS[family], settings, host
        self._recipe = read_recipe(ENGINE, settings.workflow)

    async def model(self) -> Model:
        """The one of the settings. Raises `EngineRefused` when it is not here, or is for other work."""
        return await asyncio.to_thread(find_model, self._craft, self._settings.model, self._recipe)

    async def made(self, model: Model, work: Work, folder: Path) -> Report:
        """What `Host.make` gives and raises; files are in `folder`."""
        job = Job(model, self._recipe, folder, work, self._settings.timeout_seconds, self._told)
        return await (self._host or shared_host()).make(job)

    async def check(self) -> str:
        """Whether the model is here; nothing is loaded. Raises `EngineRefused`."""
        model = await self.model()
        return f"{model.name} is here; it is run as {model.pipeline}"

    def _told(self, report: Report) -> None:
        if report.steps:
            tell(report.step / report.steps)
        log.debug(
            "diffusion", family=self._craft.family, told=report.told, step=report.step, steps=report.steps
        )


@asynccontextmanager
async def scratch(within: Path | None = None) -> AsyncIterator[Path]:
    """A folder for the files of one order."""
    kept = await asyncio.to_thread(TemporaryDirectory, prefix="reelhouse-diffusion-", dir=within)
    try:
        yield Path(kept.name)
    finally:
        await asyncio.to_thread(kept.cleanup)
