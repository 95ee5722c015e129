"""Speech by ElevenLabs, with the character times it measures.

Source: https://elevenlabs.io/docs/api-reference/text-to-speech/convert-with-timestamps
"""

import asyncio
import binascii
from base64 import b64decode
from fractions import Fraction
from itertools import pairwise

from pydantic import BaseModel, ValidationError

from reelhouse.engines.errors import EngineRefused, EngineUnavailable
from reelhouse.engines.speech.alignment import Sound
from reelhouse.engines.speech.limits import said
from reelhouse.engines.speech.reference import Reference
from reelhouse.engines.speech.settings import SpeechSettings
from reelhouse.engines.speech.tempo import at_tempo
from reelhouse.engines.speech.types import Speech, SpeechRequest, VoiceGender
from reelhouse.engines.vendor import Vendor
from reelhouse.media.speech import Word
from reelhouse.media.time import Span

DEFAULT_URL = "https://api.elevenlabs.io"
DEFAULT_MODEL = "eleven_multilingual_v2"
DEFAULT_VOICES = {VoiceGender.FEMALE: "21m00Tcm4TlvDq8ikWAM", VoiceGender.MALE: "pNInz6obpgDQGcFmaJgB"}
SAMPLE_RATE = 24_000  # pcm_24000: the best uncompressed sound that every plan may ask for
SLOWEST, FASTEST = 0.7, 1.2  # of voice_settings.speed


class CharacterTimes(BaseModel):
    """When each character of the text is heard, in seconds."""

    characters: list[str]
    character_start_times_seconds: list[float]
    character_end_times_seconds: list[float]


class Recording(BaseModel):
    audio_base64: str
    alignment: CharacterTimes | None = None


class ElevenLabsSpeech:
    """Speaks by ``POST /v1/text-to-speech/{voice}/with-timestamps``."""

    name = "elevenlabs"

    def __init__(self, settings: SpeechSettings) -> None:
        key = settings.key.get_secret_value() if settings.key else ""
        self._settings = settings
        self._url = (settings.url or DEFAULT_URL).rstrip("/").removesuffix("/v1")
        self._vendor = Vendor(self.name, "speech", settings, {"xi-api-key": key})
        self._reference = Reference(self.name, settings.timeout_seconds)

    async def speak(self, request: SpeechRequest) -> Speech:
        """Mono at 24 kHz. Words are ElevenLabs' own times; where they are missing, aligned to the sound.

        It speaks at 0.7 to 1.2 of its pace; what goes beyond that is stretched here.
        """
        pace = request.speed * request.voice.pace
        asked = min(max(pace, SLOWEST), FASTEST)
        known = await self._reference.speak(request)
        answer = await self._vendor.post(
            f"{self._url}/v1/text-to-speech/{self._voice(request)}/with-timestamps",
            {
                "text": said(request.text),
                "model_id": self._settings.model or DEFAULT_MODEL,
                "voice_settings": {"speed": round(asked, 3)},
            },
            {"output_format": f"pcm_{SAMPLE_RATE}"},
        )
        recording = self._recording(answer.content)
        sound = self._sound(recording)
        self._reference.check(sound)
        words = _words(request.text, recording.alignment, sound)
        if words is None:
            timing = await self._reference.aligned(known, request.language, sound)
        else:
            timing = await self._reference.spoken_at(known, words, sound)
        rest = Fraction(pace / asked).limit_denominator(1000)
        sound, timing = await asyncio.to_thread(at_tempo, sound, timing, rest)
        return Speech(pcm=sound.pcm, sample_rate=sound.sample_rate, timing=timing, engine=self.name)

    def _voice(self, request: SpeechRequest) -> str:
        voice = request.voice
        return self._settings.voices.get(voice.voice_id) or DEFAULT_VOICES[voice.gender]

    def _recording(self, content: bytes) -> Recording:
        try:
            return Recording.model_validate_json(content)
        except ValidationError:
            raise EngineUnavailable(self.name, "it answered with something else than a recording") from None

    def _sound(self, recording: Recording) -> Sound:
        try:
            pcm = b64decode(recording.audio_base64, validate=True)
        except binascii.Error:
            raise EngineUnavailable(self.name, "its recording is not base64") from None
        if pcm.startswith((b"ID3", b"OggS", b"fLaC", b"RIFF", b"\xff\xfb", b"\xff\xf3")):
            raise EngineRefused(self.name, "it sent a sound file instead of plain samples")
        return Sound(pcm[: len(pcm) // 2 * 2], SAMPLE_RATE)


def _words(text: str, times: CharacterTimes | None, sound: Sound) -> tuple[Word, ...] | None:
    """One word for each of ``text.split()``; None when `times` do not spell `text` or run backwards."""
    if times is None or "".join(times.characters) != said(text):
        return None
    starts, ends = times.character_start_times_seconds, times.character_end_times_seconds
    if not len(starts) == len(ends) == len(text):
        return None
    words, place = [], 0
    for token in text.split():
        first = text.index(token, place)
        place = first + len(token)
        edges = (_exact(starts[first], sound), _exact(ends[place - 1], sound))
        words.append(Word(token, Span(edges[0], max(edges))))
    rising = all(before.span.end <= after.span.start for before, after in pairwise(words))
    return tuple(words) if rising else None


def _exact(seconds: float, sound: Sound) -> Fraction:
    """The nearest sample within the recording, as exact time."""
    return min(Fraction(max(round(seconds * sound.sample_rate), 0), sound.sample_rate), sound.duration)
