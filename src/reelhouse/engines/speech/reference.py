"""Times for recordings that came without them: the builtin voice says the same, and the two are aligned."""

import asyncio
from dataclasses import replace
from itertools import pairwise

import numpy as np

from reelhouse.engines.errors import EngineRefused, EngineUnavailable
from reelhouse.engines.speech.alignment import Sound, align, warp
from reelhouse.engines.speech.backends.builtin import BuiltinSpeech
from reelhouse.engines.speech.types import Speech, SpeechRequest
from reelhouse.media.speech import Timing, Word

QUIETEST = 1e-3  # RMS of the loudest tenth of a second, -60 dBFS


class Reference:
    """The builtin voice, asked for the same words.

    It costs nothing, so it is asked first: what it cannot say is refused before a vendor is paid.
    """

    def __init__(self, engine: str, timeout_seconds: float) -> None:
        self._engine = engine
        self._builtin = BuiltinSpeech(timeout_seconds)

    async def speak(self, request: SpeechRequest) -> Speech:
        """The builtin's recording, with times. Raises `EngineRefused` under the vendor's name."""
        try:
            return await self._builtin.speak(request)
        except EngineRefused as refusal:
            raise EngineRefused(self._engine, f"no word times: {refusal.reason}") from refusal

    async def aligned(self, known: Speech, sound: Sound) -> Timing:
        """Word and phoneme times of `sound`, which says what `known` says."""
        return await asyncio.to_thread(align, Sound(known.pcm, known.sample_rate), known.timing, sound)

    async def spoken_at(self, known: Speech, words: tuple[Word, ...], sound: Sound) -> Timing:
        """`words` as they were measured, with the phonemes of `known` warped into their spans."""
        timing = await asyncio.to_thread(_phonemes_into, known, words, sound)
        return replace(timing, words=words, source="measured")

    def check(self, sound: Sound) -> None:
        """Raise `EngineUnavailable` when `sound` holds no speech: an empty or silent answer is a failure."""
        samples = np.frombuffer(sound.pcm, "<i2").astype(np.float64) / 32768
        step = max(sound.sample_rate // 10, 1)
        parts = samples[: len(samples) // step * step].reshape(-1, step)
        if not len(parts):
            raise EngineUnavailable(self._engine, "it sent no sound")
        if np.sqrt((parts**2).mean(axis=1)).max() < QUIETEST:
            raise EngineUnavailable(self._engine, "it sent silence")


def _phonemes_into(known: Speech, words: tuple[Word, ...], sound: Sound) -> Timing:
    """The builtin's clock bent so that each of its words falls onto the measured one."""
    clock = _edges(known.timing.words, float(known.timing.duration))
    knots = _edges(words, float(sound.duration))
    bends = [place for place, (now, after) in enumerate(pairwise(clock)) if after > now]
    kept = [*bends, len(clock) - 1]
    return warp(known.timing, np.array(clock)[kept], np.array(knots)[kept], sound)


def _edges(words: tuple[Word, ...], duration: float) -> list[float]:
    edges = (edge for word in words for edge in (word.span.start, word.span.end))
    return [0.0, *map(float, edges), duration]
