"""Voices by description or example, by OpenAI or any server that speaks its ``/audio/speech``.

OpenAI gives one of its own voices instructions. Servers of vLLM-Omni also design voices (Qwen3-TTS
VoiceDesign) and clone them from ``ref_audio`` and ``ref_text`` (Qwen3-TTS Base, CosyVoice3, Fish Speech …);
OpenAI does not, and is refused before it is asked. Sources:
https://platform.openai.com/docs/api-reference/audio/createSpeech and
https://docs.vllm.ai/projects/vllm-omni/en/stable/serving/speech_api/
"""

import asyncio
from base64 import b64encode

from reelhouse.engines.errors import EngineRefused
from reelhouse.engines.settings import EngineSettings
from reelhouse.engines.sounds import decoded
from reelhouse.engines.speech.describing import gender_of, language_name
from reelhouse.engines.speech.limits import check, said
from reelhouse.engines.speech.types import CloneRequest, DescribedRequest, Spoken, VoiceGender
from reelhouse.engines.tools import Tools
from reelhouse.engines.vendor import Answer, Vendor

DEFAULT_URL = "https://api.openai.com/v1"
DEFAULT_MODEL = "gpt-4o-mini-tts"  # the one of OpenAI's that takes instructions
VOICES = {VoiceGender.FEMALE: "nova", VoiceGender.MALE: "onyx", None: "alloy"}
DESIGNS = "voicedesign"
"""Models of such a name make a voice of the description alone, and have none of their own."""

RAW_TYPES = frozenset({"audio/pcm", "audio/l16"})
RAW_RATE = 24_000  # Hz; the documented rate of raw samples
LONGEST_TEXT = 4_096


def build(settings: EngineSettings, _tools: Tools) -> "OpenAIVoice":
    return OpenAIVoice(settings)


class OpenAIVoice:
    """Speaks by ``POST {url}/audio/speech``."""

    name = "openai"

    def __init__(self, settings: EngineSettings) -> None:
        key = settings.key.get_secret_value() if settings.key else ""
        self._settings = settings
        self._url = (settings.url or DEFAULT_URL).rstrip("/")
        self._vendor = Vendor(self.name, "voice", settings, {"Authorization": f"Bearer {key}"} if key else {})

    async def describe(self, request: DescribedRequest) -> Spoken:
        """In a voice of the description where the model designs voices, else in the nearest of its own."""
        check(self.name, request)
        model = self._settings.model or DEFAULT_MODEL
        body = self._body(request.text, model) | {"instructions": said(request.description)}
        if DESIGNS in model.lower().replace("-", "").replace("_", ""):
            body |= {"task_type": "VoiceDesign", "language": language_name(request.language)}
            return await self._spoken(body, ())
        voice = VOICES[gender_of(request.description)]
        body |= {"voice": voice}
        notes = (f"The voice is the server's own {voice!r}; the description guides how it speaks.",)
        return await self._spoken(body, notes)

    async def clone(self, request: CloneRequest) -> Spoken:
        """In the voice of the recording. Raises `EngineRefused` for OpenAI itself, which does not clone."""
        if self._url == DEFAULT_URL:
            raise EngineRefused(
                self.name, "OpenAI does not clone voices; set REELHOUSE_VOICE_URL to a server that does"
            )
        check(self.name, request)
        recording = b64encode(request.reference).decode("ascii")
        body = self._body(request.text, self._settings.model) | {
            "task_type": "Base",
            "ref_audio": f"data:audio/wav;base64,{recording}",
            "language": language_name(request.language),
            "max_new_tokens": request.most_tokens,
            "seed": request.seed,
        }
        if request.transcript.strip():
            body |= {"ref_text": said(request.transcript)}
        else:
            body |= {"x_vector_only_mode": True}
        return await self._spoken(body, ())

    async def check(self) -> str:
        await self._vendor.get(f"{self._url}/models")
        return f"{self._url} lists its models"

    def _body(self, text: str, model: str) -> dict[str, object]:
        if len(text) > LONGEST_TEXT:
            raise EngineRefused(self.name, f"the text has {len(text)} characters, over {LONGEST_TEXT}")
        body: dict[str, object] = {"input": said(text), "response_format": "wav"}
        return body | {"model": model} if model else body

    async def _spoken(self, body: dict[str, object], notes: tuple[str, ...]) -> Spoken:
        answer = await self._vendor.post(f"{self._url}/audio/speech", body)
        pcm, rate = await asyncio.to_thread(self._samples, answer)
        return Spoken(pcm, rate, notes=notes)

    def _samples(self, answer: Answer) -> tuple[bytes, int]:
        if answer.content_type in RAW_TYPES and not answer.content.startswith(b"RIFF"):
            return answer.content[: len(answer.content) // 2 * 2], RAW_RATE
        return decoded(self.name, answer.content, channels=1)
