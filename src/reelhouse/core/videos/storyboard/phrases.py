"""Where a script may be cut: its sentences, and the phrases within them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

FULL_STOPS = (".", "!", "?", "…", ":", "。", "!", "?", "؟", "।")
COMMAS = (",", ";", "—", "–", "、", ",", "،")
CLOSERS = "\"')]}”’»"
OPENING_VOCABULARY = """
    and but or so because if when while until since although though that which who where with
    without for to from in on at by like than then after before instead
"""
OPENING_WORDS = frozenset(OPENING_VOCABULARY.split())
"""Words with which a new phrase may begin inside of a long clause."""

SHORTEST, LONGEST = 3, 8
"""Words of a phrase: a shorter one joins the next, a longer one is parted where it can be."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """Words from `first` up to, not including, `end`."""

    first: int
    end: int

    def __len__(self) -> int:
        return self.end - self.first


def sentences_of(words: Sequence[str]) -> tuple[Stretch, ...]:
    return tuple(_parted(words, Stretch(0, len(words)), FULL_STOPS))


def phrases_of(words: Sequence[str]) -> tuple[Stretch, ...]:
    """Three to eight words where that is possible; no phrase crosses the end of a sentence."""
    phrases: list[Stretch] = []
    for sentence in sentences_of(words):
        for clause in _joined(list(_parted(words, sentence, COMMAS))):
            phrases.extend(_short(words, clause))
    return tuple(phrases)


def bare(word: str) -> str:
    """A word in small letters, without what is written around it."""
    return word.strip("\"'“”‘’«»()[]{}.,;:!?…—–-*").lower()


def _parted(words: Sequence[str], stretch: Stretch, marks: tuple[str, ...]) -> Iterator[Stretch]:
    first = stretch.first
    for at in range(stretch.first, stretch.end):
        ends = words[at].rstrip(CLOSERS).endswith(marks) and any(map(str.isalnum, words[at]))
        if ends or at == stretch.end - 1 or words[at] in marks:
            yield Stretch(first, at + 1)
            first = at + 1


def _joined(clauses: list[Stretch]) -> list[Stretch]:
    """Without clauses that are too short to stand alone."""
    joined: list[Stretch] = []
    for clause in clauses:
        if joined and (len(joined[-1]) < SHORTEST or len(clause) < SHORTEST):
            joined[-1] = Stretch(joined[-1].first, clause.end)
        else:
            joined.append(clause)
    return joined


def _short(words: Sequence[str], clause: Stretch) -> Iterator[Stretch]:
    if len(clause) <= LONGEST:
        yield clause
        return
    places = [
        at
        for at in range(clause.first + SHORTEST, clause.end - SHORTEST + 1)
        if bare(words[at]) in OPENING_WORDS
    ]
    middle = (clause.first + clause.end) / 2
    at = min(places, key=lambda place: abs(place - middle)) if places else int(middle)
    yield from _short(words, Stretch(clause.first, at))
    yield from _short(words, Stretch(at, clause.end))
