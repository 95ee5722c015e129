"""Pictures by the models of fal and Replicate; what comes back is cropped and scaled to the pixel."""

import asyncio

from reelhouse.engines.hosted.fal import Fal
from reelhouse.engines.hosted.kinds import PICTURE
from reelhouse.engines.hosted.model import HostedModel, Service
from reelhouse.engines.hosted.replicate import Replicate
from reelhouse.engines.hosted.wishes import File, Wishes
from reelhouse.engines.image.fitting import as_png, decoded, fitted
from reelhouse.engines.image.limits import check
from reelhouse.engines.image.types import ImageRequest, Picture
from reelhouse.engines.image.wording import prompt_of
from reelhouse.engines.settings import EngineSettings
from reelhouse.engines.tools import Tools

FROM_REFERENCES = "\nA new picture: take colours and layout from the attached, and nothing else."


def fal(settings: EngineSettings, _tools: Tools) -> "HostedImage":
    return HostedImage(Fal("image", settings), settings)


def replicate(settings: EngineSettings, _tools: Tools) -> "HostedImage":
    return HostedImage(Replicate("image", settings), settings)


class HostedImage:
    """Draws by one model of `service`."""

    def __init__(self, service: Service, settings: EngineSettings) -> None:
        self.name = service.name
        self._model = HostedModel(service, "image", settings)

    async def draw(self, request: ImageRequest) -> Picture:
        check(self.name, request)
        wishes = await asyncio.to_thread(self._wishes, request)
        content, notes = await self._model.file(wishes, PICTURE)
        png, more = await asyncio.to_thread(self._fitted, content, request)
        return Picture(png, request.width, request.height, self.name, notes=(*notes, *more))

    async def check(self) -> str:
        return await self._model.check()

    def _wishes(self, request: ImageRequest) -> Wishes:
        lent = [
            File(
                as_png(decoded(self.name, one, "a reference picture")), "image/png", f"reference-{place}.png"
            )
            for place, one in enumerate(request.references, start=1)
        ]
        return Wishes(
            {"prompt": _prompt(request), "seed": request.seed, "high_detail": request.high_detail},
            {"references": lent},
            (request.width, request.height),
        )

    def _fitted(self, content: bytes, request: ImageRequest) -> tuple[bytes, tuple[str, ...]]:
        with self._model.reading():
            return fitted(decoded(self.name, content), request.width, request.height)


def _prompt(request: ImageRequest) -> str:
    prompt = prompt_of(request)
    return prompt + FROM_REFERENCES if request.references else prompt
