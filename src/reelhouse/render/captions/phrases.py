"""Which words stand together: three to five, a phrase when possible, never across a breath or a full stop."""

from collections.abc import Callable, Iterator, Sequence
from fractions import Fraction

from reelhouse.media.speech import Word

BREATH = Fraction(35, 100)
"""Seconds of silence that part two phrases."""

FULL_STOPS = (".", "!", "?", "…", ":", "。", "!", "?")
COMMAS = (",", ";", "—", "–", "-")
CLOSERS = "\"')]}”’»"
LEANING_WORDS = """
    a an the and or but nor so if of to in on at by for from with as than that this these those my your our
    their his her its is are was were be been will would can could i we they he she do does don't
    not no very just
"""
LEANING = frozenset(LEANING_WORDS.split())
"""Words that lean on the next one; a group reads badly when it ends with them."""

LEANING_COST = 1.5
COMMA_REWARD = 1.5
LONELY_COST = 2.0

Group = tuple[int, int]
"""Words from the first index up to, not including, the second."""


def group_words(words: Sequence[Word], max_words: int, fits: Callable[[int, int], bool]) -> list[Group]:
    """Part the words into groups that read well.

    `fits` tells whether the words of a range have room together; a single word always has.
    """
    groups: list[Group] = []
    for start, end in _clauses(words):
        groups.extend(_best_split(words, start, end, max_words, fits))
    return groups


def _clauses(words: Sequence[Word]) -> Iterator[Group]:
    start = 0
    for index in range(1, len(words) + 1):
        if index == len(words) or _parts(words[index - 1], words[index]):
            yield start, index
            start = index


def _parts(before: Word, after: Word) -> bool:
    stopped = before.text.rstrip(CLOSERS).endswith(FULL_STOPS)
    return stopped or after.span.start - before.span.end >= BREATH


def _best_split(
    words: Sequence[Word], start: int, end: int, max_words: int, fits: Callable[[int, int], bool]
) -> list[Group]:
    """The cheapest way to cut one clause, by dynamic programming over its cuts."""
    best: dict[int, tuple[float, list[Group]]] = {start: (0.0, [])}
    for stop in range(start + 1, end + 1):
        options = []
        for begin in range(max(start, stop - max_words), stop):
            if stop - begin > 1 and not fits(begin, stop):
                continue
            cost, groups = best[begin]
            options.append((cost + _cost(words, begin, stop, end, max_words), [*groups, (begin, stop)]))
        best[stop] = min(options, key=lambda option: option[0])
    return best[end][1]


def _cost(words: Sequence[Word], begin: int, stop: int, end: int, max_words: int) -> float:
    cost = 1.0 + 0.3 * (max_words - (stop - begin)) ** 2 / max_words
    last = words[stop - 1].text
    if stop < end and last.lower() in LEANING:
        cost += LEANING_COST
    if stop - begin == 1 and end - begin + stop > end and len(last) < 8:  # noqa: PLR2004 - a long word may stand alone
        cost += LONELY_COST
    if last.rstrip(CLOSERS).endswith(COMMAS):
        cost -= COMMA_REWARD
    if any(word.text.rstrip(CLOSERS).endswith(COMMAS) for word in words[begin : stop - 1]):
        cost += COMMA_REWARD
    return cost
