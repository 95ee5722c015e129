"""The pictures of OpenAI's protocol: what may be asked for, and how it is answered.

The protocol has few sizes and no seed. Sources: https://platform.openai.com/docs/api-reference/images/create
and https://platform.openai.com/docs/api-reference/images/createEdit
"""

import binascii
from base64 import b64decode
from collections.abc import Sequence

from pydantic import BaseModel, ValidationError

from reelhouse.engines.errors import EngineRefused
from reelhouse.engines.settings import EngineSettings
from reelhouse.engines.vendor import Answer, Attachment, Vendor

DEFAULT_URL = "https://api.openai.com/v1"
DEFAULT_MODEL = "gpt-image-1"
ALWAYS_BASE64 = "gpt-image"
"""Models of this name answer in base64 and refuse to be told so; they know qualities too."""

SIZES = ((1024, 1024), (1536, 1024), (1024, 1536))
MOST_PROMPT = 32_000


class DrawnImage(BaseModel):
    b64_json: str
    revised_prompt: str | None = None


class Images(BaseModel):
    data: list[DrawnImage]


class OpenAIPictures:
    """Asks ``/images/generations`` and ``/images/edits`` of one server."""

    def __init__(self, engine: str, family: str, settings: EngineSettings) -> None:
        key = settings.key.get_secret_value() if settings.key else ""
        self._engine = engine
        self._url = (settings.url or DEFAULT_URL).rstrip("/")
        self._model = settings.model or DEFAULT_MODEL
        self._vendor = Vendor(engine, family, settings, {"Authorization": f"Bearer {key}"} if key else {})

    async def drawn(self, prompt: str, size: tuple[int, int], *, high_detail: bool) -> bytes:
        """An encoded picture, of `size` if the server obeys."""
        answer = await self._vendor.post(
            f"{self._url}/images/generations", {**self._wishes(prompt, size, high_detail=high_detail), "n": 1}
        )
        return self._picture(answer)

    async def changed(
        self, prompt: str, pictures: Sequence[bytes], size: tuple[int, int], *, high_detail: bool
    ) -> bytes:
        """An encoded picture made from others, all PNG; the first is the one that is changed."""
        field = "image" if len(pictures) == 1 else "image[]"
        answer = await self._vendor.post_form(
            f"{self._url}/images/edits",
            {**self._wishes(prompt, size, high_detail=high_detail), "n": "1"},
            [
                Attachment(field, f"picture-{place}.png", picture, "image/png")
                for place, picture in enumerate(pictures, start=1)
            ],
        )
        return self._picture(answer)

    async def check(self) -> str:
        """Whether the server is there and takes the key."""
        await self._vendor.get(f"{self._url}/models")
        return f"{self._url} lists its models"

    def _wishes(self, prompt: str, size: tuple[int, int], *, high_detail: bool) -> dict[str, str]:
        spoken = prompt.replace("\0", " ").encode(errors="replace").decode()[:MOST_PROMPT]
        wishes = {"model": self._model, "prompt": spoken, "size": f"{size[0]}x{size[1]}"}
        if not self._model.startswith(ALWAYS_BASE64):
            return {**wishes, "response_format": "b64_json"}
        return {**wishes, "quality": "high"} if high_detail else wishes

    def _picture(self, answer: Answer) -> bytes:
        try:
            images = Images.model_validate_json(answer.content)
        except ValidationError:
            raise EngineRefused(self._engine, "its answer has no picture in base64") from None
        if not images.data:
            raise EngineRefused(self._engine, "its answer has no picture")
        try:
            return b64decode(images.data[0].b64_json, validate=True)
        except binascii.Error:
            raise EngineRefused(self._engine, "its picture cannot be read") from None


def nearest(width: int, height: int) -> tuple[int, int]:
    """The size of the protocol whose shape is least unlike, upright and lying ones alike."""
    wanted = width / height
    return min(SIZES, key=lambda size: max(size[0] / size[1] / wanted, wanted * size[1] / size[0]))
