"""Pictures by workflows on a ComfyUI server: Qwen-Image, or a workflow of the operator's own.

With pictures for reference the usual workflow is another one, which looks at up to three.
"""

import asyncio

from reelhouse.engines.comfyui.client import ComfyUI
from reelhouse.engines.comfyui.outputs import PICTURE
from reelhouse.engines.comfyui.wishes import Upload, Wishes, more_steps, numbered, seed_of, up_to, words
from reelhouse.engines.comfyui.workflow import Fields, Workflow, read, shipped
from reelhouse.engines.image.fitting import as_png, decoded, fitted
from reelhouse.engines.image.limits import check
from reelhouse.engines.image.types import ImageRequest, Picture
from reelhouse.engines.image.wording import prompt_of
from reelhouse.engines.settings import EngineSettings
from reelhouse.engines.tools import Tools

FIELDS = Fields(
    frozenset({"prompt", "width", "height", "seed", "steps", "model"}), many=frozenset({"reference"})
)
STEP = 16
"""Sides are asked for in multiples of it, and what is too much is cropped."""


def build(settings: EngineSettings, _tools: Tools) -> "ComfyUIImage":
    return ComfyUIImage(settings)


class ComfyUIImage:
    """Draws by the workflow of the settings, which may take ``reference1`` to ``reference9``."""

    name = "comfyui"

    def __init__(self, settings: EngineSettings) -> None:
        """Raises `EngineRefused` for a workflow that cannot be used."""
        self._settings = settings
        own = read(settings.workflow, FIELDS) if settings.workflow else None
        self._plain = own or shipped("qwen_image", FIELDS)
        self._referring = own or shipped("qwen_image_references", FIELDS)
        self._comfyui = ComfyUI("image", settings)

    async def draw(self, request: ImageRequest) -> Picture:
        """Raises `EngineRefused` also for references that the workflow has no place for."""
        check(self.name, request)
        workflow = self._referring if request.references else self._plain
        lent = await asyncio.to_thread(self._lent, request)
        content, notes = await self._comfyui.made(workflow, self._wishes(request, workflow, lent), PICTURE)
        png, more = await asyncio.to_thread(self._fitted, content, request)
        return Picture(png, request.width, request.height, self.name, notes=(*notes, *more))

    async def check(self) -> str:
        more = () if self._referring is self._plain else (self._referring,)
        return await self._comfyui.check(self._plain, *more)

    def _wishes(self, request: ImageRequest, workflow: Workflow, lent: dict[str, Upload]) -> Wishes:
        return Wishes(
            {
                "prompt": words(prompt_of(request)),
                "width": up_to(request.width, STEP, STEP),
                "height": up_to(request.height, STEP, STEP),
                "seed": seed_of(request.seed),
                "steps": more_steps(workflow) if request.high_detail else None,
                "model": self._settings.model or None,
            },
            lent,
        )

    def _lent(self, request: ImageRequest) -> dict[str, Upload]:
        pictures = (decoded(self.name, one, "a reference picture") for one in request.references)
        return numbered("reference", [Upload(as_png(picture), ".png") for picture in pictures])

    def _fitted(self, content: bytes, request: ImageRequest) -> tuple[bytes, tuple[str, ...]]:
        return fitted(decoded(self.name, content), request.width, request.height)
