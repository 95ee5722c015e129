"""Words as a recogniser tells them become what a transcript engine owes: in order, exact, apart."""

import wave
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path

from reelhouse.engines.errors import EngineRefused
from reelhouse.engines.transcript.anchoring import anchor
from reelhouse.engines.transcript.lyrics import lyrics_of
from reelhouse.engines.transcript.types import Heard, HeardWord, TranscriptRequest
from reelhouse.media.time import Span

MILLISECOND = 1000


@dataclass(frozen=True, slots=True)
class RoughWord:
    """A word with its times in seconds, as a vendor told it: not yet to be trusted."""

    text: str
    start: float
    end: float
    confidence: float


def duration_of(engine: str, audio: Path) -> Fraction:
    """Raises `EngineRefused` for what is no WAV file."""
    try:
        with wave.open(str(audio), "rb") as file:
            return Fraction(file.getnframes(), file.getframerate())
    except (wave.Error, EOFError, ZeroDivisionError):
        raise EngineRefused(engine, "the recording is no WAV file") from None


def check_text(engine: str, request: TranscriptRequest) -> None:
    """Raises `EngineRefused` for a given text of which nothing can be heard, before anybody is asked."""
    if request.text is not None and not lyrics_of(request.text).spoken:
        raise EngineRefused(engine, "there is no word in the transcript")


def heard_from(
    request: TranscriptRequest, words: Iterable[RoughWord], duration: Fraction, notes: Sequence[str] = ()
) -> Heard:
    """The recognised words; with a given text, exactly its words at the times of those that were heard."""
    recognised = tuple(_in_order(words, duration))
    mean = sum(word.confidence for word in recognised) / len(recognised) if recognised else 0.0
    scores = {"recognition": round(mean, 4)}
    if request.text is None:
        return Heard(recognised, request.language, duration, "recognition", scores, tuple(notes))
    anchored = anchor(request.text, recognised, duration)
    if anchored:
        scores["anchoring"] = round(sum(word.confidence for word in anchored) / len(anchored), 4)
    return Heard(anchored, request.language, duration, "anchoring", scores, tuple(notes))


def _in_order(words: Iterable[RoughWord], duration: Fraction) -> Iterator[HeardWord]:
    """Within the recording and one after the other; a recogniser rounds, and repeats itself at seams."""
    place = Fraction(0)
    for word in sorted(words, key=lambda word: (word.start, word.end)):
        text = word.text.strip()
        if not text:
            continue
        start = min(max(_exact(word.start), place), duration)
        end = min(max(_exact(word.end), start), duration)
        place = end
        yield HeardWord(text, Span(start, end), min(max(word.confidence, 0.0), 1.0))


def _exact(seconds: float) -> Fraction:
    return Fraction(round(seconds * MILLISECOND), MILLISECOND)


def shared_out(text: str, start: float, end: float, confidence: float) -> Iterator[RoughWord]:
    """The words of a stretch that has no times of its own, by their letters."""
    tokens = text.split()
    letters = sum(map(len, tokens))
    place = start
    for token in tokens:
        until = place + (end - start) * len(token) / letters
        yield RoughWord(token, place, until, confidence)
        place = until
