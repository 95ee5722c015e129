"""Voices by description or example, by ElevenLabs: voice design, and instant voice cloning.

A voice that has to be kept there for speaking is taken away again, whatever happens: slots are few, and a
person's voice should not lie around. Sources: https://elevenlabs.io/docs/api-reference/text-to-voice/design,
…/text-to-voice/create, …/voices/ivc/create, …/voices/delete and …/text-to-speech/convert
"""

import asyncio
import binascii
from base64 import b64decode
from collections.abc import Awaitable, Callable
from hashlib import sha256

import structlog
from pydantic import BaseModel, ValidationError

from reelhouse.engines.errors import EngineRefused
from reelhouse.engines.queued import surely
from reelhouse.engines.settings import EngineSettings
from reelhouse.engines.sounds import decoded, kind_of
from reelhouse.engines.speech.limits import check, said
from reelhouse.engines.speech.types import CloneRequest, DescribedRequest, Spoken
from reelhouse.engines.tools import Tools
from reelhouse.engines.vendor import Answer, Attachment, Vendor

DEFAULT_URL = "https://api.elevenlabs.io"
DEFAULT_MODEL = "eleven_multilingual_v2"
DESIGN_MODEL = "eleven_multilingual_ttv_v2"
SAMPLE_RATE = 24_000  # pcm_24000: the best uncompressed sound that every plan may ask for
SHORTEST_DESCRIPTION, LONGEST_DESCRIPTION = 20, 1000
SHORTEST_PREVIEW, LONGEST_PREVIEW = 100, 1000  # characters of a text that a design says itself
MOST_SEED = 2**31
PADDING = "A voice, recorded in a quiet studio: "
KEPT = "The voice could not be deleted at ElevenLabs afterwards; its name there starts with reelhouse-."

log = structlog.get_logger(__name__)


class Preview(BaseModel):
    audio_base_64: str
    generated_voice_id: str


class Designs(BaseModel):
    previews: list[Preview]


class KeptVoice(BaseModel):
    voice_id: str
    requires_verification: bool = False


def build(settings: EngineSettings, _tools: Tools) -> "ElevenLabsVoice":
    return ElevenLabsVoice(settings)


class ElevenLabsVoice:
    name = "elevenlabs"

    def __init__(self, settings: EngineSettings) -> None:
        key = settings.key.get_secret_value() if settings.key else ""
        self._settings = settings
        self._url = (settings.url or DEFAULT_URL).rstrip("/").removesuffix("/v1")
        self._vendor = Vendor(self.name, "voice", settings, {"xi-api-key": key})

    async def describe(self, request: DescribedRequest) -> Spoken:
        """The design says the text itself where it is long enough; else its voice is kept for that."""
        check(self.name, request)
        description = _long_enough(request.description)
        is_preview = SHORTEST_PREVIEW <= len(request.text) <= LONGEST_PREVIEW
        preview = await self._designed(request, description, says_it=is_preview)
        if is_preview:
            return Spoken(*await asyncio.to_thread(self._of_preview, preview))
        return await self._with_voice(lambda: self._created(preview, description), request.text, request.seed)

    async def clone(self, request: CloneRequest) -> Spoken:
        """The voice is added, speaks, and is deleted; its transcript is not needed."""
        check(self.name, request)
        return await self._with_voice(lambda: self._added(request.reference), request.text, request.seed)

    async def check(self) -> str:
        await self._vendor.get(f"{self._url}/v1/models")
        return f"{self._url} lists its models"

    async def _designed(self, request: DescribedRequest, description: str, *, says_it: bool) -> Preview:
        body: dict[str, object] = {
            "voice_description": description,
            "model_id": DESIGN_MODEL,
            "seed": request.seed % MOST_SEED,
        }
        body |= {"text": said(request.text)} if says_it else {"auto_generate_text": True}
        answer = await self._vendor.post(f"{self._url}/v1/text-to-voice/design", body)
        try:
            return Designs.model_validate_json(answer.content).previews[0]
        except (ValidationError, IndexError):
            raise EngineRefused(self.name, "its answer has no voice for this description") from None

    def _of_preview(self, preview: Preview) -> tuple[bytes, int]:
        try:
            content = b64decode(preview.audio_base_64, validate=True)
        except binascii.Error:
            raise EngineRefused(self.name, "its recording is not base64") from None
        return decoded(self.name, content, channels=1)

    async def _created(self, preview: Preview, description: str) -> KeptVoice:
        answer = await self._vendor.post(
            f"{self._url}/v1/text-to-voice",
            {
                "voice_name": _name(description.encode()),
                "voice_description": description,
                "generated_voice_id": preview.generated_voice_id,
            },
        )
        return self._kept(answer)

    async def _added(self, reference: bytes) -> KeptVoice:
        answer = await self._vendor.post_form(
            f"{self._url}/v1/voices/add",
            {"name": _name(reference), "remove_background_noise": "false"},
            [Attachment("files", "reference.wav", reference, "audio/wav")],
        )
        return self._kept(answer)

    def _kept(self, answer: Answer) -> KeptVoice:
        try:
            return KeptVoice.model_validate_json(answer.content)
        except ValidationError:
            raise EngineRefused(self.name, "its answer names no voice") from None

    async def _with_voice(self, made: Callable[[], Awaitable[KeptVoice]], text: str, seed: int) -> Spoken:
        """Speak with a voice that is kept no longer than that, also when the caller is cancelled."""
        making = asyncio.ensure_future(made())
        try:
            voice = await asyncio.shield(making)
        except asyncio.CancelledError:
            await surely(self._unmade(making))
            raise
        deleted: list[str] = []
        try:
            if voice.requires_verification:
                raise EngineRefused(self.name, "it wants this voice to be verified by its owner")
            pcm, rate = await self._spoken(voice.voice_id, text, seed)
        finally:
            await surely(self._deleted(voice.voice_id, deleted))
        return Spoken(pcm, rate, notes=() if deleted else (KEPT,))

    async def _unmade(self, making: "asyncio.Future[KeptVoice]") -> None:
        await self._deleted((await making).voice_id, [])

    async def _deleted(self, voice_id: str, deleted: list[str]) -> None:
        async with self._vendor.connected() as line:
            try:
                await line.ask("DELETE", f"{self._url}/v1/voices/{voice_id}")
            except Exception:
                log.exception("voice_not_deleted", engine=self.name, voice=voice_id)
                raise
        deleted.append(voice_id)

    async def _spoken(self, voice_id: str, text: str, seed: int) -> tuple[bytes, int]:
        answer = await self._vendor.post(
            f"{self._url}/v1/text-to-speech/{voice_id}",
            {
                "text": said(text),
                "model_id": self._settings.model or DEFAULT_MODEL,
                "seed": seed % MOST_SEED,
            },
            {"output_format": f"pcm_{SAMPLE_RATE}"},
        )
        if answer.content_type in {"application/json", "text/html", "text/plain"} or not answer.content:
            raise EngineRefused(self.name, "it answered with something else than a recording")
        if answer.content_type != "audio/pcm" and kind_of(answer.content):
            return await asyncio.to_thread(decoded, self.name, answer.content, channels=1)
        return answer.content[: len(answer.content) // 2 * 2], SAMPLE_RATE


def _name(made_of: bytes) -> str:
    return f"reelhouse-{sha256(made_of).hexdigest()[:12]}"


def _long_enough(description: str) -> str:
    """A design takes 20 to 1000 characters."""
    told = " ".join(said(description).split())
    if len(told) < SHORTEST_DESCRIPTION:
        told = PADDING + told
    return told[:LONGEST_DESCRIPTION]
