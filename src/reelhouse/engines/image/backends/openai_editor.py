"""Pictures changed by OpenAI, or any server that speaks its ``/images/edits``.

The protocol has three shapes. A picture of another one is laid into the nearest, and its place is cut out of
the answer again, so that nothing of it is lost or moved.
"""

import asyncio

from PIL import Image, ImageOps

from reelhouse.engines.image.fitting import Frame, as_png, decoded, fitted
from reelhouse.engines.image.limits import check
from reelhouse.engines.image.openai_pictures import OpenAIPictures, nearest
from reelhouse.engines.image.types import EditRequest, Picture
from reelhouse.engines.settings import EngineSettings
from reelhouse.engines.tools import Tools

LENT = "\nChange the first picture only; the others lend their colours and manner."


def build(settings: EngineSettings, _tools: Tools) -> "OpenAIEditor":
    return OpenAIEditor(settings)


class OpenAIEditor:
    """Changes by ``POST {url}/images/edits``; `seed` has no part in that protocol."""

    name = "openai"

    def __init__(self, settings: EngineSettings) -> None:
        self._pictures = OpenAIPictures(self.name, "edit", settings)

    async def edit(self, request: EditRequest) -> Picture:
        """Raises `EngineRefused` also when the answer is no picture: rubbish is never passed on."""
        check(self.name, request)
        frame = Frame.around((request.width, request.height), nearest(request.width, request.height))
        pictures = await asyncio.to_thread(self._sent, request, frame)
        prompt = request.prompt + LENT if request.references else request.prompt
        content = await self._pictures.changed(
            prompt, pictures, (frame.width, frame.height), high_detail=request.high_detail
        )
        png, notes = await asyncio.to_thread(self._fitted, content, request, frame)
        return Picture(png=png, width=request.width, height=request.height, engine=self.name, notes=notes)

    async def check(self) -> str:
        return await self._pictures.check()

    def _sent(self, request: EditRequest, frame: Frame) -> list[bytes]:
        source = decoded(self.name, request.source, "the picture")
        shaped = ImageOps.fit(source, (request.width, request.height), Image.Resampling.LANCZOS)
        lent = [decoded(self.name, reference, "a reference picture") for reference in request.references]
        return [as_png(picture) for picture in (frame.put(shaped), *lent)]

    def _fitted(self, content: bytes, request: EditRequest, frame: Frame) -> tuple[bytes, tuple[str, ...]]:
        return fitted(frame.cut(decoded(self.name, content)), request.width, request.height)
