"""Gives known lyrics the times of recognised words.

A recogniser hears other words than were written, joins some and misses others. Both rows are aligned as a
whole (Needleman & Wunsch, 1970) by how words sound; one word may answer up to three of the other row
("A P I" and "API"). What was not heard is laid between its neighbours, over the time in which the
recogniser heard something else if there is such a time.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from reelhouse.engines.transcript.filling import Gap, fill
from reelhouse.engines.transcript.lyrics import Lyrics, lyrics_of
from reelhouse.engines.transcript.spelling import LONGEST, codes_of, key_of, likeness
from reelhouse.engines.transcript.types import HeardWord
from reelhouse.media.time import Span

Floats = NDArray[np.float64]

MOST_JOINED = 3  # words that one of the other row may answer
LEAST_LIKE = 0.5  # below, two words have nothing to do with each other
JOINED = 0.1  # what joining costs for each word more
SMALL = 3  # letters of a key that anchor nothing when they stand alone
ALONE_REACH = 2  # words on each side of which one must be heard too
MISSED_TEXT, MISSED_HEARD = 0.02, 0.01  # a little, so that equal alignments keep to the diagonal


@dataclass(frozen=True, slots=True)
class Match:
    """Words `text` of the lyrics (places among those that are said) are words `heard`; both end excluded."""

    text: range
    heard: range
    like: float


def anchor(text: str, heard: Sequence[HeardWord], duration: Fraction) -> tuple[HeardWord, ...]:
    """Exactly ``text.split()``, in order, with spans that do not overlap, inside of `duration` seconds.

    Marks in brackets and ornaments get an instant, and a confidence of 1: they are surely not heard. A word
    that was not recognised is never sure, 0.25 at most.
    """
    lyrics = lyrics_of(text)
    words = _in_order(heard, duration)
    spoken = [lyrics.tokens[place].spoken for place in lyrics.spoken]
    matches = _without_strays(_matches(spoken, [word.text for word in words]), spoken)
    anchored: list[HeardWord | None] = [None] * len(spoken)
    for match in matches:
        own = _shared(match, spoken, words)
        anchored[match.text.start : match.text.stop] = own
    taken = {place for match in matches for place in match.heard}
    voiced = [word.span for place, word in enumerate(words) if place not in taken]
    return with_marks(lyrics, _filled(lyrics, anchored, voiced, duration))


def with_marks(lyrics: Lyrics, spoken: Sequence[HeardWord]) -> tuple[HeardWord, ...]:
    """`spoken` words in their places, and an instant for every token between them that is not said."""
    rest = iter(spoken)
    words: list[HeardWord] = []
    place = Fraction(0)
    for token in lyrics.tokens:
        word = next(rest) if token.spoken else HeardWord(token.text, Span(place, place), 1.0)
        words.append(HeardWord(token.text, word.span, word.confidence))
        place = word.span.end
    return tuple(words)


def _in_order(heard: Sequence[HeardWord], duration: Fraction) -> list[HeardWord]:
    """Words that sound like something, each starting where the one before has ended or later."""
    kept: list[HeardWord] = []
    place = Fraction(0)
    for word in sorted(heard, key=lambda word: word.span):
        if not key_of(word.text):
            continue
        start = min(max(word.span.start, place), duration)
        place = min(max(word.span.end, start), duration)
        kept.append(HeardWord(word.text, Span(start, place), min(max(word.confidence, 0.0), 1.0)))
    return kept


def _matches(spoken: list[str], heard: list[str]) -> list[Match]:
    """The alignment with the most in common; each word in at most one match."""
    if not spoken or not heard:
        return []
    ours, theirs = [key_of(word) for word in spoken], [key_of(word) for word in heard]
    gains = _gains(ours, theirs)
    total = np.zeros((len(ours) + 1, len(theirs) + 1))
    total[0] = -MISSED_HEARD * np.arange(len(theirs) + 1)
    moves = np.zeros((len(ours) + 1, len(theirs) + 1), np.uint8)
    for row in range(1, len(ours) + 1):
        _fill_row(row, total, moves, gains)
    return _traced(moves, gains, ours)


Gains = dict[tuple[int, int], Floats]
"""For ``(m, n)``: rows of what it gains that `m` words of ours ending here are `n` of theirs ending there."""

SKIP_OURS, SKIP_THEIRS = 0, 1
JOINS = (
    (1, 1),
    *((1, more) for more in range(2, MOST_JOINED + 1)),
    *((more, 1) for more in range(2, MOST_JOINED + 1)),
)


def _gains(ours: list[str], theirs: list[str]) -> Gains:
    gains: Gains = {}
    for mine, yours in JOINS:
        left, right = _joined(ours, mine), _joined(theirs, yours)
        kinds = sorted(set(right))
        rows, lengths = codes_of(kinds)
        place_of = {key: place for place, key in enumerate(kinds)}
        column = np.array([place_of[key] for key in right], np.int64)
        known: dict[str, Floats] = {}
        table = np.full((len(ours), len(theirs)), -np.inf)
        for place, key in enumerate(left):
            if key not in known:
                like = likeness(key, rows, lengths)
                gain = (like - LEAST_LIKE) * np.sqrt(len(key)) - JOINED * (mine + yours - 2)
                known[key] = np.where((like > LEAST_LIKE) & (lengths > 0), gain, -np.inf)
            table[place + mine - 1, yours - 1 :] = known[key][column]
        gains[mine, yours] = table
    return gains


def _joined(keys: list[str], count: int) -> list[str]:
    """Every `count` neighbours as one key; none where there are fewer."""
    return ["".join(keys[place : place + count])[:LONGEST] for place in range(len(keys) - count + 1)]


def _fill_row(row: int, total: Floats, moves: NDArray[np.uint8], gains: Gains) -> None:
    best, move = total[row - 1] - MISSED_TEXT, np.full(total.shape[1], SKIP_OURS, np.uint8)
    for number, (mine, yours) in enumerate(JOINS, start=2):
        if mine > row or yours >= total.shape[1]:
            continue
        reached = np.full(total.shape[1], -np.inf)
        reached[yours:] = total[row - mine, :-yours] + gains[mine, yours][row - 1, yours - 1 :]
        move = np.where(reached > best, np.uint8(number), move)
        best = np.maximum(best, reached)
    drift = MISSED_HEARD * np.arange(total.shape[1])
    along = np.maximum.accumulate(best + drift) - drift
    total[row] = along
    moves[row] = np.where(along > best + 1e-12, np.uint8(SKIP_THEIRS), move)


def _traced(moves: NDArray[np.uint8], gains: Gains, ours: list[str]) -> list[Match]:
    found: list[Match] = []
    row, column = (size - 1 for size in moves.shape)
    while row and column:
        move = moves[row, column]
        if move == SKIP_OURS:
            row -= 1
        elif move == SKIP_THEIRS:
            column -= 1
        else:
            mine, yours = JOINS[move - 2]
            gain = gains[mine, yours][row - 1, column - 1] + JOINED * (mine + yours - 2)
            letters = len("".join(ours[row - mine : row])[:LONGEST])
            like = min(gain / np.sqrt(letters) + LEAST_LIKE, 1.0)
            found.append(Match(range(row - mine, row), range(column - yours, column), float(like)))
            row, column = row - mine, column - yours
    return found[::-1]


def _without_strays(matches: list[Match], spoken: list[str]) -> list[Match]:
    """Without little words that were heard alone: "the" is heard everywhere."""
    at = {place for match in matches for place in match.text}

    def is_firm(match: Match) -> bool:
        if sum(len(key_of(spoken[place])) for place in match.text) > SMALL:
            return True
        near = range(match.text.start - ALONE_REACH, match.text.stop + ALONE_REACH)
        return any(place in at for place in near if place not in match.text) or len(spoken) <= ALONE_REACH

    return [match for match in matches if is_firm(match)]


def _shared(match: Match, spoken: list[str], words: list[HeardWord]) -> list[HeardWord]:
    """The time of what was heard, cut among the words that it is by their letters."""
    own = [words[place] for place in match.heard]
    start, end = own[0].span.start, own[-1].span.end
    sure = sum(word.confidence for word in own) / len(own) * match.like
    weights = [len(spoken[place]) for place in match.text]
    edges = [
        start + (end - start) * Fraction(sum(weights[:count]), sum(weights))
        for count in range(len(weights) + 1)
    ]
    spans = [Span(first, last) for first, last in pairwise(edges)]
    return [HeardWord(spoken[place], span, sure) for place, span in zip(match.text, spans, strict=True)]


def _filled(
    lyrics: Lyrics, anchored: list[HeardWord | None], voiced: list[Span], duration: Fraction
) -> list[HeardWord]:
    """Every gap of `anchored` closed."""
    spoken = [lyrics.tokens[place] for place in lyrics.spoken]
    words = list(anchored)
    place = 0
    while place < len(words):
        if words[place] is not None:
            place += 1
            continue
        stop = next((after for after in range(place, len(words)) if words[after] is not None), len(words))
        before = words[place - 1] if place else None
        after_gap = words[stop] if stop < len(words) else None
        gap = Gap(
            words=tuple(token.spoken for token in spoken[place:stop]),
            lines=tuple(token.line for token in spoken[place:stop]),
            before=before,
            before_line=spoken[place - 1].line if place else None,
            after=after_gap,
            after_line=spoken[stop].line if stop < len(words) else None,
            voiced=tuple(voiced),
            duration=duration,
        )
        filled, before, after_gap = fill(gap)
        words[place:stop] = filled
        if place:
            words[place - 1] = before
        if stop < len(words):
            words[stop] = after_gap
        place = stop
    return [word for word in words if word is not None]
