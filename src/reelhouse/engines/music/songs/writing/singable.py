"""Where in a section its lines are sung."""

from collections.abc import Sequence
from dataclasses import dataclass

from reelhouse.engines.music.songs.reading.lyrics import Kind
from reelhouse.engines.music.songs.writing.form import Metre
from reelhouse.engines.music.songs.writing.melody import Words
from reelhouse.engines.music.songs.writing.score import STEPS

MOST_A_SECOND = 4.3  # syllables that are sung with ease
FULLNESS = 0.78  # of the eighths of a phrase
ROOM = 4  # bars that a line of a verse has at most, its answer included


@dataclass(frozen=True, slots=True)
class Phrase:
    """Line `line` is sung from bar `bar` of its section, within `bars`; `place` is its number there."""

    line: int
    bar: int
    bars: int
    place: int
    closes: bool


def bars_for(words: Words, metre: Metre) -> int:
    """1, 2, 4 or 8 bars: as few as its syllables can be sung in with ease, but two where bars are short."""
    count = len(words.ends)
    for bars in (1, 2, 4):
        seconds = float(metre.bar) * bars
        ease = min(MOST_A_SECOND * seconds * FULLNESS, FULLNESS * STEPS * metre.beats * bars)
        is_short = bars == 1 and seconds < 2.6 and count > 3  # noqa: PLR2004
        if count <= ease and not is_short:
            return bars
    return 8


def phrases_in(
    kind: Kind, bars: int, lines: Sequence[int], words: Sequence[Words], metre: Metre
) -> list[Phrase]:
    """A chorus is sung again and again until its section is full; a verse gives each line time for an answer.

    Lines for which there is no bar left are not sung.
    """
    if not lines:
        return []
    lengths = [bars_for(words[line], metre) for line in lines]
    if sum(lengths) > bars:
        lengths = _squeezed(lengths, bars)
    spare = bars - sum(lengths)
    is_chorus = kind in {Kind.CHORUS, Kind.POST}
    slots = lengths if is_chorus or kind is Kind.INTRO else _roomy(lengths, spare)
    lead_in = _lead_in(kind, bars - sum(slots))
    phrases: list[Phrase] = []
    at = lead_in
    while at < bars:
        round_of = _round(lines, lengths, slots if not phrases else lengths, at, bars, len(phrases))
        if not round_of:
            break
        phrases += round_of
        at = max(
            phrase.bar + (slots if len(phrases) <= len(lines) else lengths)[phrase.place % len(lines)]
            for phrase in round_of
        )
        if at + sum(lengths) > bars:
            break
    return phrases


def _squeezed(lengths: list[int], bars: int) -> list[int]:
    """Fewer bars for the longest, down to one each; what does not fit then has none."""
    squeezed = list(lengths)
    while sum(squeezed) > bars and max(squeezed) > 1:
        place = squeezed.index(max(squeezed))
        squeezed[place] -= 1
    return squeezed


def _roomy(lengths: list[int], spare: int) -> list[int]:
    """Each line's own time and that of its answer."""
    roomy = list(lengths)
    for place, length in enumerate(lengths):
        extra = min(length, max(ROOM - length, 0))
        if spare >= extra > 0 and spare >= extra * (len(lengths) - place) * 0.99:
            roomy[place] += extra
            spare -= extra
    return roomy


def _lead_in(kind: Kind, spare: int) -> int:
    """Introductions and solos play first, and sing then."""
    return max(spare, 0) if kind in {Kind.INTRO, Kind.SOLO, Kind.BREAK} else 0


def _round(
    lines: Sequence[int], lengths: list[int], slots: list[int], at: int, bars: int, place: int
) -> list[Phrase]:
    phrases = []
    for number, (line, length, slot) in enumerate(zip(lines, lengths, slots, strict=True)):
        if at + length > bars:
            break
        closes = number == len(lines) - 1
        phrases.append(Phrase(line, at, length, place + number, closes))
        at += slot
    return phrases
