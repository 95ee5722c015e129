"""Pictures changed by workflows on a ComfyUI server: Qwen-Image-Edit, or one of the operator's own."""

import asyncio

from PIL import Image, ImageOps

from reelhouse.engines.comfyui.client import ComfyUI
from reelhouse.engines.comfyui.outputs import PICTURE
from reelhouse.engines.comfyui.wishes import Upload, Wishes, more_steps, numbered, seed_of, up_to, words
from reelhouse.engines.comfyui.workflow import Fields, read, shipped
from reelhouse.engines.image.fitting import as_png, decoded, fitted
from reelhouse.engines.image.limits import check
from reelhouse.engines.image.types import EditRequest, Picture
from reelhouse.engines.settings import EngineSettings
from reelhouse.engines.tools import Tools

FIELDS = Fields(
    frozenset({"prompt", "width", "height", "seed", "steps", "model"}),
    files=frozenset({"source"}),
    many=frozenset({"reference"}),
)
STEP = 16


def build(settings: EngineSettings, _tools: Tools) -> "ComfyUIEditor":
    return ComfyUIEditor(settings)


class ComfyUIEditor:
    """Changes by the workflow of the settings, which must take ``source``."""

    name = "comfyui"

    def __init__(self, settings: EngineSettings) -> None:
        """Raises `EngineRefused` for a workflow that cannot be used."""
        self._settings = settings
        self._workflow = (
            read(settings.workflow, FIELDS) if settings.workflow else shipped("qwen_image_edit", FIELDS)
        )
        self._comfyui = ComfyUI("edit", settings)

    async def edit(self, request: EditRequest) -> Picture:
        """Raises `EngineRefused` also for references that the workflow has no place for."""
        check(self.name, request)
        files = await asyncio.to_thread(self._files, request)
        wishes = Wishes(
            {
                "prompt": words(request.prompt),
                "width": up_to(request.width, STEP, STEP),
                "height": up_to(request.height, STEP, STEP),
                "seed": seed_of(request.seed),
                "steps": more_steps(self._workflow) if request.high_detail else None,
                "model": self._settings.model or None,
            },
            files,
            quiet=frozenset({"width", "height"}),  # the source is sent in the size of the result
        )
        content, notes = await self._comfyui.made(self._workflow, wishes, PICTURE)
        png, more = await asyncio.to_thread(self._fitted, content, request)
        return Picture(png, request.width, request.height, self.name, notes=(*notes, *more))

    async def check(self) -> str:
        return await self._comfyui.check(self._workflow)

    def _files(self, request: EditRequest) -> dict[str, Upload]:
        source = decoded(self.name, request.source, "the picture")
        size = up_to(request.width, STEP, STEP), up_to(request.height, STEP, STEP)
        shaped = ImageOps.fit(source, size, Image.Resampling.LANCZOS)
        lent = [decoded(self.name, one, "a reference picture") for one in request.references]
        uploads = [Upload(as_png(picture), ".png") for picture in lent]
        return {"source": Upload(as_png(shaped), ".png"), **numbered("reference", uploads)}

    def _fitted(self, content: bytes, request: EditRequest) -> tuple[bytes, tuple[str, ...]]:
        return fitted(decoded(self.name, content), request.width, request.height)
