"""The builtin voice: espeak-ng in a process of its own, with exact times, softened for the ear."""

import asyncio

from reelhouse.engines.errors import EngineRefused
from reelhouse.engines.speech.espeak.polish import polish
from reelhouse.engines.speech.espeak.process import ENGINE, RawSpeech, record
from reelhouse.engines.speech.espeak.timing import timing_of
from reelhouse.engines.speech.espeak.voices import reading_for
from reelhouse.engines.speech.tokens import Token
from reelhouse.engines.speech.types import Speech, SpeechRequest

LONGEST_TEXT = 5_000  # characters, some five minutes; a longer text is several recordings


class BuiltinSpeech:
    """Speaks offline in the languages of espeak-ng; the same request always gives the same recording."""

    name = ENGINE

    def __init__(self, timeout_seconds: float = 120) -> None:
        self._timeout_seconds = timeout_seconds

    async def speak(self, request: SpeechRequest) -> Speech:
        """Mono at 22,050 Hz, voiced parts at -20 dBFS.

        Raises `EngineRefused` for an unknown language or timbre, a text over 5,000 characters, or one
        in which nothing can be said.
        """
        if len(request.text) > LONGEST_TEXT:
            raise EngineRefused(
                self.name, f"the text has {len(request.text)} characters, over {LONGEST_TEXT}"
            )
        reading, utterance = reading_for(request)
        raw = await record(utterance, timeout_seconds=self._timeout_seconds)
        if not raw.pcm:
            raise EngineRefused(self.name, "the text gave no sound")
        return await asyncio.to_thread(_finished, raw, reading.tokens)


def _finished(raw: RawSpeech, tokens: tuple[Token, ...]) -> Speech:
    pcm, timing = polish(raw.pcm, timing_of(raw, tokens), raw.sample_rate)
    return Speech(pcm=pcm, sample_rate=raw.sample_rate, timing=timing, engine=ENGINE)
