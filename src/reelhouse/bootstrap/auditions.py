"""Actors read a few sentences, by the engine that is configured, and are measured."""

import asyncio
from dataclasses import dataclass

import numpy as np

from reelhouse.core.actors.types import Actor
from reelhouse.engines.speech.alignment import Sound, align
from reelhouse.engines.speech.audition import Audition, audition, outliers
from reelhouse.engines.speech.backends.builtin import BuiltinSpeech
from reelhouse.engines.speech.base import SpeechEngine
from reelhouse.engines.speech.types import Speech, SpeechRequest, Voice, VoiceGender
from reelhouse.render.loudness import SAMPLE_RATE, Meter

TEXT = "Ever wonder why top founders wake up at five in the morning? It is not about the alarm clock."
PLAIN = {
    VoiceGender.FEMALE: Voice("plain woman", VoiceGender.FEMALE, "f3"),
    VoiceGender.MALE: Voice("plain man", VoiceGender.MALE, "m3"),
}
"""Whom an actor is compared with: the same words in a voice that is known to be clear."""


@dataclass(frozen=True, slots=True)
class Heard:
    """`doubts` names what is outside of its bounds."""

    actor: Actor
    audition: Audition
    doubts: tuple[str, ...]


class Auditions:
    """Hears one actor after the other. Equal engines and texts give equal figures."""

    def __init__(self, engine: SpeechEngine, text: str = TEXT) -> None:
        self._engine = engine
        self._text = text
        self._plain: dict[VoiceGender, Speech] = {}

    async def hear(self, actor: Actor) -> Heard:
        """Raises what the engine raises."""
        speech = await self._engine.speak(SpeechRequest(self._text, actor.voice))
        known = await self._said_plainly(actor.voice.gender)
        found = await asyncio.to_thread(_measured, speech, known)
        return Heard(actor, found, outliers(found, actor.voice.gender))

    async def _said_plainly(self, gender: VoiceGender) -> Speech:
        if gender not in self._plain:
            self._plain[gender] = await BuiltinSpeech().speak(SpeechRequest(self._text, PLAIN[gender]))
        return self._plain[gender]


def _measured(speech: Speech, known: Speech) -> Audition:
    aligned = align(Sound(known.pcm, known.sample_rate), known.timing, Sound(speech.pcm, speech.sample_rate))
    return audition(speech, _lufs(speech), aligned)


def _lufs(speech: Speech) -> float:
    """As one channel of a film, which is what it becomes: both sides say the same."""
    samples = np.frombuffer(speech.pcm, "<i2").astype(np.float64) / 32768
    places = np.arange(int(speech.timing.duration * SAMPLE_RATE)) * (speech.sample_rate / SAMPLE_RATE)
    mono = np.interp(places, np.arange(len(samples)), samples).astype(np.float32)
    meter = Meter()
    meter.add(mono[:, None])
    return meter.lufs
