"""From espeak-ng's events to one span for each word of the script and each sound of the voice."""

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from fractions import Fraction
from itertools import accumulate, pairwise

from reelhouse.engines.speech.espeak.process import RawSpeech
from reelhouse.engines.speech.tokens import Token
from reelhouse.media.speech import Phoneme, Timing, Word
from reelhouse.media.time import Span

SHORTEST_PAUSE = Fraction(80, 1000)  # a shorter unnamed stretch is a closure, not a pause
NOT_IPA = re.compile(r"[ˈˌ0-9_:;|,()\-'%#*?!=.\s]")


@dataclass(frozen=True, slots=True)
class Stretch:
    """Tokens `first` up to `last` (excluded) that were spoken as one event, from `start`."""

    first: int
    last: int
    start: Fraction


def timing_of(raw: RawSpeech, tokens: tuple[Token, ...]) -> Timing:
    """Word and phoneme times, in seconds from the first sample of `raw`."""
    duration = Fraction(len(raw.pcm) // 2, raw.sample_rate)
    phonemes = _phonemes(raw, duration)
    return Timing(words=_words(raw, tokens, phonemes, duration), phonemes=phonemes, duration=duration)


def _phonemes(raw: RawSpeech, duration: Fraction) -> tuple[Phoneme, ...]:
    """Sounds without a gap from 0 to the end; neighbouring pauses are one."""
    starts = _rising([sample for sample, _ in raw.phonemes], raw.sample_rate, duration)
    sounds = [Phoneme("", Span(Fraction(0), starts[0] if starts else duration))]
    for (_, name), (start, end) in zip(raw.phonemes, pairwise([*starts, duration]), strict=True):
        ipa = "" if name.startswith("(") else NOT_IPA.sub("", name)  # (en) tells of a change of language
        if ipa == sounds[-1].ipa == "":
            sounds[-1] = Phoneme("", Span(sounds[-1].span.start, end))
        else:
            sounds.append(Phoneme(ipa, Span(start, end)))
    return tuple(_without_closures([sound for sound in sounds if sound.span.duration]))


def _without_closures(sounds: list[Phoneme]) -> list[Phoneme]:
    kept: list[Phoneme] = []
    for sound in sounds:
        if kept and sound.ipa == "" and sound.span.duration < SHORTEST_PAUSE:
            kept[-1] = Phoneme(kept[-1].ipa, Span(kept[-1].span.start, sound.span.end))
        else:
            kept.append(sound)
    return kept


def _words(
    raw: RawSpeech, tokens: tuple[Token, ...], phonemes: tuple[Phoneme, ...], duration: Fraction
) -> tuple[Word, ...]:
    stretches = _stretches(raw, tokens, duration)
    ends = [following.start for following in stretches[1:]] + [duration]
    spoken = [sound for sound in phonemes if sound.ipa]
    words: list[Word] = []
    for stretch, limit in zip(stretches, ends, strict=True):
        span = Span(stretch.start, _last_sound(spoken, stretch.start, limit))
        words += _share(tokens[stretch.first : stretch.last], span)
    return tuple(words)


def _stretches(raw: RawSpeech, tokens: tuple[Token, ...], duration: Fraction) -> list[Stretch]:
    """Every token in exactly one stretch: its own event's, or its neighbour's when espeak-ng joined them.

    ``of the`` comes as one event; numbers and addresses come as many, of which the first counts.
    """
    heard: list[tuple[int, Fraction]] = []  # token and start, both rising
    starts = _rising([sample for sample, _ in raw.words], raw.sample_rate, duration)
    spoken = [index for index, token in enumerate(tokens) if token.weight]
    places = [tokens[index].start for index in spoken]
    for (_, position), start in zip(raw.words, starts, strict=True):
        index = spoken[max(bisect_right(places, position) - 1, 0)]
        if not heard or index > heard[-1][0]:
            heard.append((index, start))
    if not heard:
        return [Stretch(0, len(tokens), Fraction(0))]
    firsts = [0, *(index for index, _ in heard[1:])]
    lasts = [*firsts[1:], len(tokens)]
    return [Stretch(first, last, start) for first, last, (_, start) in zip(firsts, lasts, heard, strict=True)]


def _rising(samples: list[int], sample_rate: int, duration: Fraction) -> list[Fraction]:
    """Event times in seconds; at high rates espeak-ng puts some a little before their predecessors."""
    return [min(Fraction(sample, sample_rate), duration) for sample in accumulate(samples, max)]


def _last_sound(spoken: list[Phoneme], start: Fraction, limit: Fraction) -> Fraction:
    """When the last of the `spoken` sounds that begin from `start` to before `limit` ends."""
    place = bisect_left(spoken, limit, key=lambda sound: sound.span.start)
    if place == 0 or spoken[place - 1].span.start < start:
        return limit
    return min(spoken[place - 1].span.end, limit)


def _share(tokens: tuple[Token, ...], span: Span) -> list[Word]:
    """Cut `span` among `tokens` by what is heard of them; the unspoken get an instant, not a share."""
    total = sum(token.weight for token in tokens) or 1
    words = []
    start = span.start
    for token in tokens:
        end = start + span.duration * Fraction(token.weight, total)
        words.append(Word(token.text, Span(start, end)))
        start = end
    return words
