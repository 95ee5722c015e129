"""Our voices and speeds in flite's words."""

from dataclasses import dataclass

from reelhouse.engines.errors import EngineRefused
from reelhouse.engines.speech.flite.process import ENGINE, Settings
from reelhouse.engines.speech.types import SpeechRequest, Voice, VoiceGender

NATURAL_WORDS_PER_SECOND = 2.5
SLOWEST, FASTEST = 0.5, 2.0
DEEP = 40  # a man's voice whose pitch is below is spoken by rms, who has the deepest one
OCTAVES = 0.9  # from the lowest pitch to the highest
DEVIATION = 0.11  # of the pitch, at a pitch range of 50


@dataclass(frozen=True, slots=True)
class Speaker:
    """What was measured of a voice: words a second, Hz, and whether it follows a pitch that is asked for."""

    pace: float
    hertz: float
    bends: bool = True


SPEAKERS = {
    "slt": Speaker(pace=3.13, hertz=175),
    "rms": Speaker(pace=2.70, hertz=107, bends=False),
    "awb": Speaker(pace=2.93, hertz=128),
    "kal16": Speaker(pace=3.30, hertz=105),
}


def settings_for(request: SpeechRequest, configured: str | None) -> Settings:
    """How flite should say `request`; `configured` names one of its voices, or leaves the choice to us."""
    if not SLOWEST <= request.speed <= FASTEST:
        raise EngineRefused(ENGINE, f"a speed of {request.speed:g} is outside {SLOWEST:g} to {FASTEST:g}")
    name = configured or speaker_of(request.voice)
    speaker = SPEAKERS.get(name)
    if speaker is None:
        raise EngineRefused(ENGINE, f"it has no voice {name!r}; it has {', '.join(SPEAKERS)}")
    pace = request.speed * request.voice.pace
    stretch = speaker.pace / (NATURAL_WORDS_PER_SECOND * pace)
    if not speaker.bends:
        return Settings(name, stretch, None, None)
    pitch = _bounded(request.voice.pitch + request.pitch_shift)
    spread = _bounded(request.voice.pitch_range + request.pitch_range_shift)
    hertz = speaker.hertz * 2 ** (OCTAVES * (pitch - 50) / 100)
    return Settings(name, stretch, hertz, hertz * DEVIATION * (0.3 + 1.4 * spread / 100))


def speaker_of(voice: Voice) -> str:
    """For women slt; for men rms, or awb where the voice is not deep."""
    if voice.gender is VoiceGender.FEMALE:
        return "slt"
    return "rms" if voice.pitch < DEEP else "awb"


def _bounded(value: int) -> int:
    return min(max(value, 0), 100)
