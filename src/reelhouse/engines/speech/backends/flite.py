"""Speech by the program flite, where it is installed: smoother English than the builtin, with phone times.

Source: https://github.com/festvox/flite, version 2.1 and later (Debian's package ``flite``).
"""

import asyncio
import shutil

from reelhouse.engines.errors import EngineNotConfigured, EngineRefused
from reelhouse.engines.speech.espeak.polish import Bells, polish
from reelhouse.engines.speech.flite.process import ENGINE, PROGRAM, RawSpeech, phones_of, record
from reelhouse.engines.speech.flite.reading import alone, is_english, pieces_of
from reelhouse.engines.speech.flite.timing import timing_of
from reelhouse.engines.speech.flite.voices import settings_for
from reelhouse.engines.speech.settings import SpeechSettings
from reelhouse.engines.speech.tokens import Token, reading_of
from reelhouse.engines.speech.types import Speech, SpeechRequest

LONGEST_TEXT = 5_000  # characters, some five minutes; a longer text is several recordings
PRESENCE: Bells = ((3200.0, 1.2, 3.0),)  # its statistical voices are dull where consonants live


class FliteSpeech:
    """Speaks English offline; the same request always gives the same recording."""

    name = ENGINE

    def __init__(self, settings: SpeechSettings) -> None:
        """Raises `EngineNotConfigured` where the program is missing."""
        if shutil.which(PROGRAM) is None:
            raise EngineNotConfigured(
                "speech by flite", "install the program flite (Debian and Ubuntu: apt-get install flite)"
            )
        self._voices = settings.voices
        self._timeout_seconds = settings.timeout_seconds

    async def speak(self, request: SpeechRequest) -> Speech:
        """Mono at 16 kHz, voiced parts at -20 dBFS.

        Raises `EngineRefused` for another language than English, a text over 5,000 characters, or one in
        which nothing can be said, and `EngineUnavailable` when flite fails.
        """
        self._check(request)
        reading = reading_of(request.text)
        pieces = [] if reading.is_silent else pieces_of(reading)
        text = " ".join(piece for piece in pieces if piece)
        words = [alone(piece) for piece in pieces]
        if not any(words):
            raise EngineRefused(self.name, "there is nothing in the text that can be said")
        settings = settings_for(request, self._voices.get(request.voice.voice_id))
        raw, phones = await asyncio.gather(
            record(text, settings, self._timeout_seconds),
            phones_of(words, settings.voice, self._timeout_seconds),
        )
        return await asyncio.to_thread(_finished, raw, reading.tokens, phones)

    def _check(self, request: SpeechRequest) -> None:
        if len(request.text) > LONGEST_TEXT:
            raise EngineRefused(
                self.name, f"the text has {len(request.text)} characters, over {LONGEST_TEXT}"
            )
        if not request.language.lower().startswith("en") or not is_english(request.text):
            raise EngineRefused(self.name, f"it speaks English only, not {request.language!r}")


def _finished(raw: RawSpeech, tokens: tuple[Token, ...], phones: list[list[str]]) -> Speech:
    timing = timing_of(raw, tokens, phones)
    if not any(sound.ipa for sound in timing.phonemes):
        raise EngineRefused(ENGINE, "the text gave no sound")
    pcm, timing = polish(raw.pcm, timing, raw.sample_rate, bells=PRESENCE)
    return Speech(pcm=pcm, sample_rate=raw.sample_rate, timing=timing, engine=ENGINE)
