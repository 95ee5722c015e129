"""Pictures by OpenAI, or any server that speaks its ``/images/generations`` (LocalAI, vLLM-Omni, …).

The nearest size is asked for, then cropped and scaled to the pixel. With pictures for reference the work goes
to ``/images/edits``, which is where that protocol takes pictures.
"""

import asyncio

from reelhouse.engines.image.fitting import as_png, decoded, fitted
from reelhouse.engines.image.limits import check
from reelhouse.engines.image.openai_pictures import OpenAIPictures, nearest
from reelhouse.engines.image.types import ImageRequest, Picture
from reelhouse.engines.image.wording import prompt_of
from reelhouse.engines.settings import EngineSettings
from reelhouse.engines.tools import Tools

FROM_REFERENCES = "\nA new picture: take colours and layout from the attached, and nothing else."


def build(settings: EngineSettings, _tools: Tools) -> "OpenAIImage":
    return OpenAIImage(settings)


class OpenAIImage:
    """Draws by ``POST {url}/images/generations``; `seed` has no part in that protocol."""

    name = "openai"

    def __init__(self, settings: EngineSettings) -> None:
        self._pictures = OpenAIPictures(self.name, "image", settings)

    async def draw(self, request: ImageRequest) -> Picture:
        """Raises `EngineRefused` also when the answer is no picture: rubbish is never passed on."""
        check(self.name, request)
        size = nearest(request.width, request.height)
        if request.references:
            lent = await asyncio.to_thread(self._as_pngs, request.references)
            content = await self._pictures.changed(
                prompt_of(request) + FROM_REFERENCES, lent, size, high_detail=request.high_detail
            )
        else:
            content = await self._pictures.drawn(prompt_of(request), size, high_detail=request.high_detail)
        png, notes = await asyncio.to_thread(self._fitted, content, request)
        return Picture(png=png, width=request.width, height=request.height, engine=self.name, notes=notes)

    async def check(self) -> str:
        return await self._pictures.check()

    def _as_pngs(self, pictures: tuple[bytes, ...]) -> list[bytes]:
        return [as_png(decoded(self.name, picture, "a reference picture")) for picture in pictures]

    def _fitted(self, content: bytes, request: ImageRequest) -> tuple[bytes, tuple[str, ...]]:
        return fitted(decoded(self.name, content), request.width, request.height)
