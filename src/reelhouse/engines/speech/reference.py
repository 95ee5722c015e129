"""Times for recordings that came without them: the builtin voice says the same, and the two are aligned."""

import asyncio
from dataclasses import replace
from itertools import pairwise

import numpy as np

from reelhouse.engines.errors import EngineRefused, EngineUnavailable
from reelhouse.engines.forcing.asking import find_words
from reelhouse.engines.forcing.types import Forced, WordAsked
from reelhouse.engines.speech.agreeing import agreed, trusts_warping
from reelhouse.engines.speech.alignment import Sound, align, resampled, warp
from reelhouse.engines.speech.backends.builtin import BuiltinSpeech
from reelhouse.engines.speech.silences import silences_of
from reelhouse.engines.speech.types import Speech, SpeechRequest
from reelhouse.media.speech import Timing, Word

QUIETEST = 1e-3  # RMS of the loudest tenth of a second, -60 dBFS


class Reference:
    """The builtin voice, asked for the same words.

    It costs nothing, so it is asked first: what it cannot say is refused before a vendor is paid.
    """

    def __init__(self, engine: str, timeout_seconds: float) -> None:
        self._engine = engine
        self._timeout_seconds = timeout_seconds
        self._builtin = BuiltinSpeech(timeout_seconds)

    async def speak(self, request: SpeechRequest) -> Speech:
        """The builtin's recording, with times. Raises `EngineRefused` under the vendor's name."""
        try:
            return await self._builtin.speak(request)
        except EngineRefused as refusal:
            raise EngineRefused(self._engine, f"no word times: {refusal.reason}") from refusal

    async def aligned(self, known: Speech, language: str, sound: Sound) -> Timing:
        """Word and phoneme times of `sound`, which says in `language` what `known` says."""
        own = Sound(known.pcm, known.sample_rate)
        aligned = await asyncio.to_thread(align, own, known.timing, sound)
        if trusts_warping(aligned):
            return aligned.timing
        forced = await self._forced(known.timing, aligned.timing, language, sound)
        silences = await asyncio.to_thread(silences_of, sound)
        words = agreed(known.timing, aligned, forced, silences)
        timing = await asyncio.to_thread(_phonemes_into, aligned.timing, words, sound)
        return replace(timing, words=words)

    async def spoken_at(self, known: Speech, words: tuple[Word, ...], sound: Sound) -> Timing:
        """`words` as they were measured, with the phonemes of `known` warped into their spans."""
        timing = await asyncio.to_thread(_phonemes_into, known.timing, words, sound)
        return replace(timing, words=words, source="measured")

    async def _forced(self, known: Timing, rough: Timing, language: str, sound: Sound) -> list[Forced | None]:
        """What the acoustic model finds, for each word; None for what is not heard. It knows English only."""
        forced: list[Forced | None] = [None] * len(known.words)
        if not language.lower().startswith("en"):
            return forced
        asked = words_asked(known, rough)
        pcm = await asyncio.to_thread(_for_the_model, sound)
        found = await find_words(pcm, list(asked.values()), self._timeout_seconds)
        for place, word in zip(asked, found, strict=True):
            forced[place] = word
        return forced

    def check(self, sound: Sound) -> None:
        """Raise `EngineUnavailable` when `sound` holds no speech: an empty or silent answer is a failure."""
        samples = np.frombuffer(sound.pcm, "<i2").astype(np.float64) / 32768
        step = max(sound.sample_rate // 10, 1)
        parts = samples[: len(samples) // step * step].reshape(-1, step)
        if not len(parts):
            raise EngineUnavailable(self._engine, "it sent no sound")
        if np.sqrt((parts**2).mean(axis=1)).max() < QUIETEST:
            raise EngineUnavailable(self._engine, "it sent silence")


def words_asked(known: Timing, rough: Timing) -> dict[int, WordAsked]:
    """The words that are heard, by their place; with their sounds in `known`, and about when they are."""
    sounds = [sound for sound in known.phonemes if sound.ipa]
    asked = {}
    for place, (word, near) in enumerate(zip(known.words, rough.words, strict=True)):
        if word.span.duration:
            own = tuple(sound.ipa for sound in sounds if word.span.start <= sound.span.start < word.span.end)
            asked[place] = WordAsked(word.text, own, (float(near.span.start), float(near.span.end)))
    return asked


def _for_the_model(sound: Sound) -> bytes:
    """Mono 16-bit samples at the rate of the acoustic model."""
    return np.rint(np.clip(resampled(sound), -1, 1) * 32767).astype("<i2").tobytes()


def _phonemes_into(known: Timing, words: tuple[Word, ...], sound: Sound) -> Timing:
    """The clock of `known` bent so that each of its words falls onto the measured one."""
    clock = _edges(known.words, float(known.duration))
    knots = _edges(words, float(sound.duration))
    bends = [place for place, (now, after) in enumerate(pairwise(clock)) if after > now]
    kept = [*bends, len(clock) - 1]
    return warp(known, np.array(clock)[kept], np.array(knots)[kept], sound)


def _edges(words: tuple[Word, ...], duration: float) -> list[float]:
    edges = (edge for word in words for edge in (word.span.start, word.span.end))
    return [0.0, *map(float, edges), duration]
