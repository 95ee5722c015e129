"""Pictures by OpenAI, or any server that speaks its ``/images/generations`` (LocalAI, vLLM-Omni, …).

The protocol has few sizes and no seed: the nearest size is asked for, then cropped and scaled to the pixel.
Source: https://platform.openai.com/docs/api-reference/images/create
"""

import asyncio
import binascii
from base64 import b64decode
from io import BytesIO

from PIL import Image, ImageOps, UnidentifiedImageError
from pydantic import BaseModel, ValidationError

from reelhouse.engines.errors import EngineRefused
from reelhouse.engines.image.limits import check
from reelhouse.engines.image.types import ImageRequest, Picture
from reelhouse.engines.settings import EngineSettings
from reelhouse.engines.tools import Tools
from reelhouse.engines.vendor import Answer, Vendor

DEFAULT_URL = "https://api.openai.com/v1"
DEFAULT_MODEL = "gpt-image-1"
ALWAYS_BASE64 = "gpt-image"
"""Models of this name answer in base64 and refuse to be told so."""

SIZES = ((1024, 1024), (1536, 1024), (1024, 1536))
MOST_PROMPT = 32_000
MOST_DECODED = 36_000_000
"""Pixels of an answer; more is not a picture that was asked for."""

FORMATS = ("PNG", "JPEG", "WEBP")


def build(settings: EngineSettings, _tools: Tools) -> "OpenAIImage":
    return OpenAIImage(settings)


class DrawnImage(BaseModel):
    b64_json: str
    revised_prompt: str | None = None


class Images(BaseModel):
    data: list[DrawnImage]


class OpenAIImage:
    """Draws by ``POST {url}/images/generations``; `seed` has no part in that protocol."""

    name = "openai"

    def __init__(self, settings: EngineSettings) -> None:
        key = settings.key.get_secret_value() if settings.key else ""
        self._settings = settings
        headers = {"Authorization": f"Bearer {key}"} if key else {}
        self._vendor = Vendor(self.name, "image", settings, headers)

    async def draw(self, request: ImageRequest) -> Picture:
        """Raises `EngineRefused` also when the answer is no picture: rubbish is never passed on."""
        check(self.name, request)
        answer = await self._vendor.post(
            f"{(self._settings.url or DEFAULT_URL).rstrip('/')}/images/generations", self._body(request)
        )
        drawn = self._drawn(answer)
        png, notes = await asyncio.to_thread(self._fitted, drawn, request)
        return Picture(
            png=png, width=request.width, height=request.height, engine=self.name, notes=tuple(notes)
        )

    def _body(self, request: ImageRequest) -> dict[str, object]:
        prompt = request.prompt.replace("\0", " ").encode(errors="replace").decode()[:MOST_PROMPT]
        if request.accent:
            prompt += f"\nUse the colour {request.accent} somewhere in the picture."
        if request.clear_below:
            prompt += (
                f"\nLeave the lowest {request.clear_below:.0%} of the picture calm: words will stand there."
            )
        width, height = min(SIZES, key=lambda size: _unlikeness(size, request))
        model = self._settings.model or DEFAULT_MODEL
        body: dict[str, object] = {"model": model, "prompt": prompt, "n": 1, "size": f"{width}x{height}"}
        return body if model.startswith(ALWAYS_BASE64) else {**body, "response_format": "b64_json"}

    def _drawn(self, answer: Answer) -> DrawnImage:
        try:
            images = Images.model_validate_json(answer.content)
        except ValidationError:
            raise EngineRefused(self.name, "its answer has no picture in base64") from None
        if not images.data:
            raise EngineRefused(self.name, "its answer has no picture")
        return images.data[0]

    def _fitted(self, drawn: DrawnImage, request: ImageRequest) -> tuple[bytes, list[str]]:
        picture = self._decoded(drawn)
        size = (request.width, request.height)
        notes = []
        if picture.width < request.width or picture.height < request.height:
            notes.append(f"Enlarged from {picture.width} x {picture.height} pixels, the most that was drawn.")
        file = BytesIO()
        ImageOps.fit(picture, size, Image.Resampling.LANCZOS).save(file, "PNG", compress_level=1)
        return file.getvalue(), notes

    def _decoded(self, drawn: DrawnImage) -> Image.Image:
        """In RGB; what is transparent becomes white. Its size is known before a pixel is unpacked."""
        try:
            picture: Image.Image = Image.open(
                BytesIO(b64decode(drawn.b64_json, validate=True)), formats=FORMATS
            )
            if picture.width * picture.height > MOST_DECODED:
                raise EngineRefused(self.name, f"its picture has more than {MOST_DECODED} pixels")
            layered = picture.convert("RGBA")
        except (
            binascii.Error,
            UnidentifiedImageError,
            OSError,
            SyntaxError,
            ValueError,
            Image.DecompressionBombError,
        ):
            raise EngineRefused(self.name, "its picture cannot be read") from None
        ground = Image.new("RGBA", layered.size, "white")
        ground.alpha_composite(layered)
        return ground.convert("RGB")


def _unlikeness(size: tuple[int, int], request: ImageRequest) -> float:
    """How far apart two shapes are, the same for upright and lying ones."""
    shape, wanted = size[0] / size[1], request.width / request.height
    return max(shape / wanted, wanted / shape)
