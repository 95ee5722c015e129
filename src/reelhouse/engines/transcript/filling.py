"""Where words may have been that nobody heard, between two that were."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from itertools import groupby, pairwise

from reelhouse.engines.transcript.types import HeardWord
from reelhouse.media.time import Span

VOICED, GUESSED = 0.25, 0.1
"""How sure a word is that lies where something else was heard, or nothing."""
LETTER = Fraction(70, 1000)  # seconds that a letter takes in easy speech, and a word begins with 1.5 more
CRAMPED = Fraction(3, 10)  # of its natural time, and the neighbours have to give way
DRAWL = 2  # times its natural time, and a word has enough
LEAST_VOICED = Fraction(1, 4)  # of the natural time of all words, for what was heard to be them
CLICK = Fraction(5, 100)


@dataclass(frozen=True, slots=True)
class Gap:
    """Words that were not heard, with their lines; their neighbours; and when something else was heard."""

    words: tuple[str, ...]
    lines: tuple[int | None, ...]
    before: HeardWord | None
    before_line: int | None
    after: HeardWord | None
    after_line: int | None
    voiced: tuple[Span, ...]
    duration: Fraction

    @property
    def span(self) -> Span:
        start = self.before.span.end if self.before else Fraction(0)
        return Span(start, max(self.after.span.start if self.after else self.duration, start))


def fill(gap: Gap) -> tuple[list[HeardWord], HeardWord | None, HeardWord | None]:
    """The words of `gap`, and its neighbours, who may have given way to them."""
    naturals = [natural(word) for word in gap.words]
    voiced = _inside(gap.voiced, gap.span)
    if sum((span.duration for span in voiced), Fraction(0)) >= LEAST_VOICED * sum(naturals):
        return _heard(gap.words, _along(voiced, naturals), VOICED), gap.before, gap.after
    if gap.span.duration < CRAMPED * sum(naturals):
        gap = _widened(gap, sum(naturals, Fraction(0)))
    return _heard(gap.words, _laid(gap, naturals), GUESSED), gap.before, gap.after


def natural(word: str) -> Fraction:
    """Seconds in which somebody in no hurry says `word`."""
    return LETTER * (sum(letter.isalnum() for letter in word) + Fraction(3, 2))


def _heard(words: Sequence[str], spans: Sequence[Span], confidence: float) -> list[HeardWord]:
    return [HeardWord(word, span, confidence) for word, span in zip(words, spans, strict=True)]


def _inside(voiced: Sequence[Span], room: Span) -> list[Span]:
    cut = (
        (max(span.start, room.start), min(span.end, room.end))
        for span in voiced
        if span.end > room.start and span.start < room.end
    )
    return [Span(start, end) for start, end in cut if end - start >= CLICK]


def _along(voiced: Sequence[Span], weights: Sequence[Fraction]) -> list[Span]:
    """Words one after the other over all of `voiced`; one across a pause keeps its larger part."""
    scale = sum((span.duration for span in voiced), Fraction(0)) / sum(weights)
    spans: list[Span] = []
    clock = Fraction(0)
    for weight in weights:
        pieces = _pieces(voiced, clock, clock + weight * scale)
        spans.append(max(pieces, key=lambda piece: piece.duration))
        clock += weight * scale
    return spans


def _pieces(voiced: Sequence[Span], first: Fraction, last: Fraction) -> list[Span]:
    """From `first` to `last` seconds of voice, as stretches of time."""
    pieces, clock = [], Fraction(0)
    for span in voiced:
        start, end = max(first - clock, Fraction(0)), min(last - clock, span.duration)
        if end > start:
            pieces.append(Span(span.start + start, span.start + end))
        clock += span.duration
    return pieces or [Span(voiced[-1].end, voiced[-1].end)]


def _widened(gap: Gap, wanted: Fraction) -> Gap:
    """The neighbours give up to half of their time."""
    missing = CRAMPED * wanted - gap.span.duration
    before, after = gap.before, gap.after
    offers = [word.span.duration / 2 if word else Fraction(0) for word in (before, after)]
    taken = [
        min(missing, sum(offers)) * offer / sum(offers) if sum(offers) else Fraction(0) for offer in offers
    ]
    if before:
        before = replace(before, span=Span(before.span.start, before.span.end - taken[0]))
    if after:
        after = replace(after, span=Span(after.span.start + taken[1], after.span.end))
    return replace(gap, before=before, after=after)


def _laid(gap: Gap, naturals: Sequence[Fraction]) -> list[Span]:
    """Words of a neighbour's line close to it, whole lines that are missing evenly between."""
    start, end = gap.span.start, gap.span.end
    if sum(naturals) >= gap.span.duration:
        return _in_row(start, [size * gap.span.duration / sum(naturals) for size in naturals])
    head = next((place for place, line in enumerate(gap.lines) if line != gap.before_line), len(gap.lines))
    tail = len(gap.lines)
    while tail > head and gap.after is not None and gap.lines[tail - 1] == gap.after_line:
        tail -= 1
    spans = _in_row(start, naturals[:head])
    closing = _in_row(end - sum(naturals[tail:], Fraction(0)), naturals[tail:])
    middle = Span(
        spans[-1].end if spans else start,
        closing[0].start if closing else end,
    )
    return [*spans, *_lines_in(middle, gap.lines[head:tail], naturals[head:tail]), *closing]


def _lines_in(room: Span, lines: Sequence[int | None], naturals: Sequence[Fraction]) -> list[Span]:
    """Each line in the midst of its share of `room`."""
    if not naturals:
        return []
    scale = room.duration / sum(naturals)
    spans: list[Span] = []
    clock = room.start
    for _, group in groupby(zip(lines, naturals, strict=True), key=lambda pair: pair[0]):
        sizes = [size for _, size in group]
        share, used = sum(sizes) * scale, sum(sizes) * min(scale, Fraction(DRAWL))
        spans += _in_row(clock + (share - used) / 2, [size * min(scale, Fraction(DRAWL)) for size in sizes])
        clock += share
    return spans


def _in_row(start: Fraction, sizes: Sequence[Fraction]) -> list[Span]:
    edges = [start + sum(sizes[:count], Fraction(0)) for count in range(len(sizes) + 1)]
    return [Span(first, last) for first, last in pairwise(edges)]
