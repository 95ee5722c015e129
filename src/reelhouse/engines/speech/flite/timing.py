"""From flite's phones to one span for each word of the script, and to sounds in IPA."""

from fractions import Fraction

from reelhouse.engines.speech.flite.matching import owners
from reelhouse.engines.speech.flite.process import PAUSE, RawSpeech
from reelhouse.engines.speech.tokens import Token
from reelhouse.media.speech import Phoneme, Timing, Word
from reelhouse.media.time import Span

# CMU's phones (http://www.speech.cs.cmu.edu/cgi-bin/cmudict), as the builtin voice writes the same sounds.
IPA = {
    "aa": "ɑː", "ae": "æ", "ah": "ʌ", "ao": "ɔː", "aw": "aʊ", "ax": "ə", "axr": "ɚ", "ay": "aɪ",
    "b": "b", "ch": "tʃ", "d": "d", "dh": "ð", "eh": "ɛ", "er": "ɜː", "ey": "eɪ", "f": "f", "g": "ɡ",
    "hh": "h", "hv": "h", "ih": "ɪ", "ix": "ɪ", "iy": "iː", "jh": "dʒ", "k": "k", "l": "l", "m": "m",
    "n": "n", "ng": "ŋ", "ow": "oʊ", "oy": "ɔɪ", "p": "p", "r": "ɹ", "s": "s", "sh": "ʃ", "t": "t",
    "th": "θ", "uh": "ʊ", "uw": "uː", "v": "v", "w": "w", "y": "j", "z": "z", "zh": "ʒ",
}  # fmt: skip


def timing_of(raw: RawSpeech, tokens: tuple[Token, ...], words: list[list[str]]) -> Timing:
    """Times in seconds from the first sample of `raw`; `words` are the phones of each token said alone."""
    duration = Fraction(len(raw.pcm) // 2, raw.sample_rate)
    sounds = _sounds(raw, duration)
    spoken = [(name, span) for name, span in sounds if name != PAUSE]
    if not any(words):
        words = [["?"] * token.weight for token in tokens]
    spans: list[list[Span]] = [[] for _ in tokens]
    for (_, span), owner in zip(spoken, owners([name for name, _ in spoken], words), strict=True):
        spans[owner].append(span)
    return Timing(
        words=_words(tokens, spans),
        phonemes=tuple(Phoneme(IPA.get(name, ""), span) for name, span in sounds if span.duration),
        duration=duration,
    )


def _sounds(raw: RawSpeech, duration: Fraction) -> list[tuple[str, Span]]:
    """Each phone and its span; the last pause is sometimes cut short."""
    sounds: list[tuple[str, Span]] = []
    start = Fraction(0)
    for name, seconds in raw.phones:
        end = min(max(Fraction(round(seconds * raw.sample_rate), raw.sample_rate), start), duration)
        sounds.append((name, Span(start, end)))
        start = end
    return sounds


def _words(tokens: tuple[Token, ...], spans: list[list[Span]]) -> tuple[Word, ...]:
    """From the first sound of each token to its last; what is not heard gets an instant."""
    words = []
    place = next((span.start for own in spans for span in own), Fraction(0))
    for token, own in zip(tokens, spans, strict=True):
        span = Span(own[0].start, own[-1].end) if own else Span(place, place)
        words.append(Word(token.text, span))
        place = span.end
    return tuple(words)
