"""Speech engines for tests: a soft tone, evenly spaced words, and failures on request."""

from fractions import Fraction
from hashlib import sha256

import numpy as np

from reelhouse.engines.errors import EngineRefused, EngineUnavailable
from reelhouse.engines.speech.limits import check
from reelhouse.engines.speech.types import CloneRequest, DescribedRequest, Speech, SpeechRequest, Spoken
from reelhouse.media.speech import Phoneme, Timing, Word
from reelhouse.media.time import Span

SAMPLE_RATE = 16_000
WORD_SECONDS = Fraction(2, 5)  # 2.5 words a second
HEARD = Fraction(4, 5)  # how much of its turn a word sounds
USUAL_HERTZ, MORE_HERTZ = 220, 200


class FakeSpeech:
    """Says one 220 Hz beep a word, at 2.5 words a second times the speed.

    Each error in `failures` is raised once, in order, before speech succeeds. `requests` remembers what was
    asked.
    """

    name = "fake"

    def __init__(self, failures: tuple[EngineRefused | EngineUnavailable, ...] = ()) -> None:
        self.requests: list[SpeechRequest] = []
        self._failures = list(failures)

    async def speak(self, request: SpeechRequest) -> Speech:
        self.requests.append(request)
        if self._failures:
            raise self._failures.pop(0)
        tokens = request.text.split()
        if not tokens:
            raise EngineRefused(self.name, "there is nothing in the text that can be said")
        turn = WORD_SECONDS / Fraction(request.speed).limit_denominator(1000)
        spans = [Span(place * turn, (place + HEARD) * turn) for place in range(len(tokens))]
        duration = Fraction(int(len(tokens) * turn * SAMPLE_RATE), SAMPLE_RATE)
        timing = Timing(
            words=tuple(Word(token, span) for token, span in zip(tokens, spans, strict=True)),
            phonemes=tuple(sound for span in spans for sound in _sounds(span, turn, duration)),
            duration=duration,
            source="estimated",
        )
        return Speech(_beeps(spans, duration), SAMPLE_RATE, timing, self.name)


class FakeVoice:
    """Says one beep a word; its pitch stands for the description, or for the recording.

    `failures` and `requests` as with `FakeSpeech`.
    """

    name = "fake"

    def __init__(self, failures: tuple[EngineRefused | EngineUnavailable, ...] = ()) -> None:
        self.requests: list[DescribedRequest | CloneRequest] = []
        self._failures = list(failures)

    async def describe(self, request: DescribedRequest) -> Spoken:
        voice = f"{request.seed} {request.description}".encode(errors="replace")
        return self._spoken(request, voice, tuple(request.description.split()))

    async def clone(self, request: CloneRequest) -> Spoken:
        return self._spoken(request, request.reference, ())

    def _spoken(
        self, request: DescribedRequest | CloneRequest, voice: bytes, understood: tuple[str, ...]
    ) -> Spoken:
        self.requests.append(request)
        if self._failures:
            raise self._failures.pop(0)
        check(self.name, request)
        count = len(request.text.split())
        spans = [Span(place * WORD_SECONDS, (place + HEARD) * WORD_SECONDS) for place in range(count)]
        hertz = USUAL_HERTZ + int.from_bytes(sha256(voice).digest()[:2]) % MORE_HERTZ
        return Spoken(_beeps(spans, count * WORD_SECONDS, hertz), SAMPLE_RATE, understood)


def _sounds(span: Span, turn: Fraction, duration: Fraction) -> tuple[Phoneme, Phoneme]:
    return Phoneme("a", span), Phoneme("", Span(span.end, min(span.start + turn, duration)))


def _beeps(spans: list[Span], duration: Fraction, hertz: int = USUAL_HERTZ) -> bytes:
    seconds = np.arange(int(duration * SAMPLE_RATE)) / SAMPLE_RATE
    heard = np.zeros(len(seconds), dtype=bool)
    for span in spans:
        heard |= (seconds >= float(span.start)) & (seconds < float(span.end))
    return np.asarray(np.sin(2 * np.pi * hertz * seconds) * heard * 8000).astype("<i2").tobytes()
