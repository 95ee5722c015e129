"""Lyrics said by the builtin voice, with the seconds and the sounds of each word."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction

from reelhouse.engines.tools import Utter, Utterance
from reelhouse.engines.transcript.lyrics import Lyrics

MOST_LETTERS = 1500  # that are said in one breath


@dataclass(frozen=True, slots=True)
class SaidWord:
    """From `start` to `end` seconds of what was said; `sounds` are its phonemes in IPA."""

    text: str
    start: float
    end: float
    sounds: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Said:
    """Mono 16-bit samples, and one word for each token of the lyrics that is said."""

    pcm: bytes
    sample_rate: int
    words: tuple[SaidWord, ...]


async def say(utter: Utter, lyrics: Lyrics, language: str, *, male: bool) -> Said:
    """Raises what `utter` raises."""
    pcm, words, rate, place = b"", list[SaidWord](), 0, Fraction(0)
    for part in _parts(lyrics):
        utterance = await utter(" ".join(part), language, male=male)
        words += _words(utterance, float(place))
        pcm += utterance.pcm
        rate = utterance.sample_rate
        place = Fraction(len(pcm) // 2, rate)
    return Said(pcm, rate, tuple(words))


def _parts(lyrics: Lyrics) -> Iterator[Sequence[str]]:
    """Tokens that are said together, cut between lines where that is possible."""
    part: list[str] = []
    letters, line = 0, None
    for place in lyrics.spoken:
        token = lyrics.tokens[place]
        full = letters + len(token.spoken) > MOST_LETTERS
        if part and (full or (token.line != line and letters > MOST_LETTERS // 2)):
            yield part
            part, letters = [], 0
        part.append(token.spoken)
        letters += len(token.spoken) + 1
        line = token.line
    if part:
        yield part


def _words(utterance: Utterance, place: float) -> Iterator[SaidWord]:
    sounds = [sound for sound in utterance.timing.phonemes if sound.ipa]
    for word in utterance.timing.words:
        own = tuple(sound.ipa for sound in sounds if word.span.start <= sound.span.start < word.span.end)
        yield SaidWord(word.text, float(word.span.start) + place, float(word.span.end) + place, own)
