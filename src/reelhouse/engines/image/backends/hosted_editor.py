"""Pictures changed by the models of fal and Replicate; what comes back has the shape of the source again."""

import asyncio

from PIL import Image, ImageOps

from reelhouse.engines.hosted.fal import Fal
from reelhouse.engines.hosted.kinds import PICTURE
from reelhouse.engines.hosted.model import HostedModel, Service
from reelhouse.engines.hosted.replicate import Replicate
from reelhouse.engines.hosted.wishes import File, Wishes
from reelhouse.engines.image.fitting import as_png, decoded, fitted
from reelhouse.engines.image.limits import check
from reelhouse.engines.image.types import EditRequest, Picture
from reelhouse.engines.settings import EngineSettings
from reelhouse.engines.tools import Tools

LENT = "\nChange the first picture only; the others lend their colours and manner."


def fal(settings: EngineSettings, _tools: Tools) -> "HostedEditor":
    return HostedEditor(Fal("edit", settings), settings)


def replicate(settings: EngineSettings, _tools: Tools) -> "HostedEditor":
    return HostedEditor(Replicate("edit", settings), settings)


class HostedEditor:
    """Changes by one model of `service`."""

    def __init__(self, service: Service, settings: EngineSettings) -> None:
        self.name = service.name
        self._model = HostedModel(service, "edit", settings)

    async def edit(self, request: EditRequest) -> Picture:
        check(self.name, request)
        wishes = await asyncio.to_thread(self._wishes, request)
        content, notes = await self._model.file(wishes, PICTURE)
        png, more = await asyncio.to_thread(self._fitted, content, request)
        return Picture(png, request.width, request.height, self.name, notes=(*notes, *more))

    async def check(self) -> str:
        return await self._model.check()

    def _wishes(self, request: EditRequest) -> Wishes:
        size = (request.width, request.height)
        source = decoded(self.name, request.source, "the picture")
        shaped = ImageOps.fit(source, size, Image.Resampling.LANCZOS)
        lent = [decoded(self.name, one, "a reference picture") for one in request.references]
        return Wishes(
            {
                "prompt": request.prompt + LENT if lent else request.prompt,
                "seed": request.seed,
                "high_detail": request.high_detail,
            },
            {"source": [_file(shaped, "source")], "references": [_file(one, "reference") for one in lent]},
            size,
        )

    def _fitted(self, content: bytes, request: EditRequest) -> tuple[bytes, tuple[str, ...]]:
        with self._model.reading():
            return fitted(decoded(self.name, content), request.width, request.height)


def _file(picture: Image.Image, name: str) -> File:
    return File(as_png(picture), "image/png", f"{name}.png")
