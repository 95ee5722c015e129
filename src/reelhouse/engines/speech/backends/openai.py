"""Speech by OpenAI or any server that speaks its ``/audio/speech`` (Kokoro, LocalAI, vLLM, …).

The protocol has no word times, so the recording is aligned to the builtin voice saying the same.
Source: https://platform.openai.com/docs/api-reference/audio/createSpeech
"""

from reelhouse.engines.errors import EngineRefused
from reelhouse.engines.speech.alignment import Sound
from reelhouse.engines.speech.limits import said
from reelhouse.engines.speech.reference import Reference
from reelhouse.engines.speech.settings import SpeechSettings
from reelhouse.engines.speech.types import Speech, SpeechRequest, VoiceGender
from reelhouse.engines.speech.wav import NotAWav, read_wav
from reelhouse.engines.vendor import Answer, Vendor

DEFAULT_URL = "https://api.openai.com/v1"
DEFAULT_MODEL = "tts-1"  # it obeys `speed`, on which fitting a video's length depends
DEFAULT_VOICES = {VoiceGender.FEMALE: "nova", VoiceGender.MALE: "onyx"}
RAW_TYPES = frozenset({"audio/pcm", "audio/l16"})
RAW_RATE = 24_000  # Hz; the documented rate of raw samples
SLOWEST, FASTEST = 0.25, 4.0


class OpenAISpeech:
    """Speaks by ``POST {url}/audio/speech``; the voice is the configured one, or a default by gender."""

    name = "openai"

    def __init__(self, settings: SpeechSettings) -> None:
        key = settings.key.get_secret_value() if settings.key else ""
        self._settings = settings
        self._vendor = Vendor(
            self.name, "speech", settings, {"Authorization": f"Bearer {key}"} if key else {}
        )
        self._reference = Reference(self.name, settings.timeout_seconds)

    async def speak(self, request: SpeechRequest) -> Speech:
        """Mono at the server's rate, words aligned to the sound.

        Raises `EngineRefused` when the answer is not plain samples: noise is never passed on.
        """
        pace = request.speed * request.voice.pace
        if not SLOWEST <= pace <= FASTEST:
            raise EngineRefused(self.name, f"a speed of {pace:g} is outside {SLOWEST:g} to {FASTEST:g}")
        known = await self._reference.speak(request)
        answer = await self._vendor.post(
            f"{(self._settings.url or DEFAULT_URL).rstrip('/')}/audio/speech",
            {
                "model": self._settings.model or DEFAULT_MODEL,
                "voice": self._voice(request),
                "input": said(request.text),
                "response_format": "wav",
                "speed": round(pace, 3),
            },
        )
        sound = self._sound(answer)
        self._reference.check(sound)
        timing = await self._reference.aligned(known, request.language, sound)
        return Speech(pcm=sound.pcm, sample_rate=sound.sample_rate, timing=timing, engine=self.name)

    def _voice(self, request: SpeechRequest) -> str:
        voice = request.voice
        return self._settings.voices.get(voice.voice_id) or DEFAULT_VOICES[voice.gender]

    def _sound(self, answer: Answer) -> Sound:
        if answer.content_type in RAW_TYPES and not answer.content.startswith(b"RIFF"):
            return Sound(answer.content[: len(answer.content) // 2 * 2], RAW_RATE)
        try:
            return Sound(*read_wav(answer.content))
        except NotAWav as reason:
            raise EngineRefused(self.name, f"{reason} (content type {answer.content_type[:60]!r})") from None
