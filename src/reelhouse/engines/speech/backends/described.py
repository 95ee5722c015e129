"""Builtin voices by description: espeak-ng, chosen and treated by words. It clones nobody."""

import asyncio

from reelhouse.engines.errors import EngineRefused
from reelhouse.engines.settings import EngineSettings
from reelhouse.engines.speech.backends.builtin import BuiltinSpeech
from reelhouse.engines.speech.types import (
    CloneRequest,
    DescribedRequest,
    SpeechRequest,
    Spoken,
    Voice,
    VoiceGender,
)
from reelhouse.engines.speech.voicing.reading import Description, Traits, read_description
from reelhouse.engines.tools import Tools

TIMBRES = {
    VoiceGender.FEMALE: ("f1", "f2", "f3", "f4", "f5"),
    VoiceGender.MALE: ("m1", "m2", "m3", "m4", "m7"),
}
USUAL_PITCH = {VoiceGender.FEMALE: 55, VoiceGender.MALE: 45}
USUAL_SPREAD = 50
MOST = 99
SLOWEST, FASTEST = 0.5, 2.0


def build(settings: EngineSettings, _tools: Tools) -> "DescribedVoice":
    return DescribedVoice(settings.timeout_seconds)


class DescribedVoice:
    """Speaks offline; equal requests give equal recordings."""

    name = "builtin"

    def __init__(self, timeout_seconds: float = 120) -> None:
        self._speech = BuiltinSpeech(timeout_seconds)

    async def describe(self, request: DescribedRequest) -> Spoken:
        """Mono at 22,050 Hz. Raises `EngineRefused` as builtin speech does."""
        description = read_description(request.description)
        speech = await self._speech.speak(_asked(request, description.traits))
        pcm = await asyncio.to_thread(
            _treated, speech.pcm, speech.sample_rate, description.traits, request.seed
        )
        return Spoken(pcm, speech.sample_rate, description.understood, _notes(description))

    async def clone(self, _request: CloneRequest) -> Spoken:
        raise EngineRefused(self.name, "it cannot take on the voice of a recording")


def _asked(request: DescribedRequest, traits: Traits) -> SpeechRequest:
    """The seed chooses among the timbres that fit, and shifts the pitch a little."""
    gender = traits.gender or (VoiceGender.FEMALE, VoiceGender.MALE)[request.seed % 2]
    timbres = TIMBRES[gender]
    pitch = USUAL_PITCH[gender] * traits.pitch + request.seed // 2 % 5 - 2
    voice = Voice(
        voice_id="described",
        gender=gender,
        timbre=timbres[request.seed // 10 % len(timbres)],
        pitch=_within(pitch),
        pitch_range=_within(USUAL_SPREAD * traits.spread),
    )
    return SpeechRequest(
        text=request.text,
        voice=voice,
        language=traits.accent or request.language,
        speed=min(FASTEST, max(SLOWEST, traits.pace)),
    )


def _within(value: float) -> int:
    return max(0, min(MOST, round(value)))


def _treated(pcm: bytes, rate: int, traits: Traits, seed: int) -> bytes:
    import numpy as np  # noqa: PLC0415 - only when it speaks

    from reelhouse.engines.speech.voicing.treating import treat  # noqa: PLC0415

    return treat(pcm, rate, traits, np.random.default_rng(seed))


def _notes(description: Description) -> tuple[str, ...]:
    notes = []
    if description.contradicted:
        notes.append(f"Later words won over earlier ones: {', '.join(description.contradicted)}.")
    if description.ignored:
        notes.append(f"Had no effect on the voice: {', '.join(description.ignored)}.")
    return tuple(notes)
