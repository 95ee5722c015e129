"""Saying a plan: every scene within its own time, so that no picture ever waits for a voice."""

import hashlib
from dataclasses import dataclass, field
from fractions import Fraction
from itertools import accumulate
from typing import Protocol

import numpy as np

from reelhouse.core.actors.service import Actors
from reelhouse.core.pitches.plan import Plan, PlannedScene
from reelhouse.core.videos.delivery import DELIVERIES, Delivery
from reelhouse.core.videos.languages import language_of
from reelhouse.core.videos.narration import speak_within
from reelhouse.engines.speech.base import SpeechEngine
from reelhouse.engines.speech.types import Speech, SpeechRequest
from reelhouse.media.speech import Phoneme, Timing, Word

LEAD_IN = Fraction(1, 5)
"""Seconds of a scene before its first word."""

TAIL = Fraction(1, 10)
"""Seconds of a scene after its last word, at least."""

SILENT_RATE = 22_050
ENGLISH = "en-us"


@dataclass(frozen=True, slots=True)
class Voiceover:
    """Mono 16-bit samples as long as the video, with times on its timeline; `engine` is empty for silence."""

    pcm: bytes = field(repr=False)
    sample_rate: int
    timing: Timing
    engine: str


class Takes(Protocol):
    """Recordings of single scenes, by what was said and how: what a vendor spoke is paid for once."""

    async def find(self, key: str) -> Speech | None: ...

    async def keep(self, key: str, speech: Speech) -> None: ...


async def voice(
    plan: Plan, engine: SpeechEngine, actors: Actors, *, takes: Takes | None = None, silent: bool = False
) -> Voiceover:
    """Speak what the scenes say; those who say nothing are silent, and all are where that is wanted.

    A scene that was said in just this way before is taken from `takes`.

    Raises `NarrationDoesNotFit`, `EngineUnavailable` or `EngineRefused`.
    """
    ends = list(accumulate(scene.seconds for scene in plan.scenes))
    spoken: list[tuple[Fraction, Speech]] = []
    if plan.direction.voice.on and not silent:
        for scene, end in zip(plan.scenes, ends, strict=True):
            if scene.narration.strip():
                room = scene.seconds - LEAD_IN - TAIL
                speech = await _spoken(_request(plan, scene, actors), room, engine, takes)
                spoken.append((end - scene.seconds + LEAD_IN, speech))
    return _laid_out(spoken, ends[-1] if ends else Fraction(0))


async def _spoken(
    request: SpeechRequest, room: Fraction, engine: SpeechEngine, takes: Takes | None
) -> Speech:
    if takes is None:
        return await speak_within(request, room, engine)
    key = hashlib.sha256(repr((engine.name, request, room)).encode()).hexdigest()
    known = await takes.find(key)
    if known is not None:
        return known
    speech = await speak_within(request, room, engine)
    await takes.keep(key, speech)
    return speech


def _request(plan: Plan, scene: PlannedScene, actors: Actors) -> SpeechRequest:
    delivery: Delivery = DELIVERIES[plan.intent.tone]
    choice = plan.direction.voice
    return SpeechRequest(
        text=" ".join(scene.narration.split()),
        voice=actors.get(choice.actor).voice,
        language=_language(plan),
        speed=choice.speed * delivery.speed,
        pitch_shift=delivery.pitch_shift,
        pitch_range_shift=delivery.pitch_range_shift,
    )


def _language(plan: Plan) -> str:
    found = language_of(" ".join(scene.narration for scene in plan.scenes)) or "en"
    return ENGLISH if found == "en" else found


def _laid_out(spoken: list[tuple[Fraction, Speech]], until: Fraction) -> Voiceover:
    """One recording of all, with silence between."""
    rate = spoken[0][1].sample_rate if spoken else SILENT_RATE
    samples = np.zeros(round(until * rate), np.int16)
    words: list[Word] = []
    phonemes: list[Phoneme] = []
    for starts, speech in spoken:
        sound = np.frombuffer(speech.pcm, np.int16)
        at = round(starts * rate)
        sound = sound[: len(samples) - at]
        samples[at : at + len(sound)] = sound
        timing = speech.timing.shifted(starts)
        words += timing.words
        phonemes += timing.phonemes
    source = spoken[0][1].timing.source if spoken else "measured"
    timing = Timing(tuple(words), tuple(phonemes), until, source)
    return Voiceover(samples.tobytes(), rate, timing, spoken[0][1].engine if spoken else "")
