"""Subtitles as text beside a video: SubRip and WebVTT.

Two lines of at most 42 columns, 1 to 7 seconds each, as broadcasters ask for (EBU R37, BBC Subtitle
Guidelines); an East Asian letter is as wide as two and a bit, so that a line holds 20 of them.
"""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import pairwise

from reelhouse.media.composition import Narration
from reelhouse.media.speech import Word
from reelhouse.media.time import Span

SRT_TYPE = "application/x-subrip"
VTT_TYPE = "text/vtt"

LINES = 2
LINE = 420
"""Tenths of a column."""

NARROW, WIDE = 10, 21

SHORTEST = Fraction(1)
LONGEST = Fraction(7)
LINGER = Fraction(3, 10)
"""Seconds that a text stays after its last word, when the next one lets it."""

FLICKER = Fraction(1, 5)
"""Seconds of nothing between two texts that look like a fault; the first one stays through them."""

BREATH = Fraction(35, 100)
SILENCE = Fraction(3, 2)
"""Seconds after which nobody reads on: always a new text."""

QUICKEST = 200
"""Tenths of columns a second that are read without haste."""

STOPS = ".!?…。!?।؟۔"
COMMAS = ",;:,、;:،—–"
CLOSERS = "\"'”’»)]})】」』"
SPACELESS = re.compile(
    r"[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3000-\u30ff\u3400-\u9fff\uf900-\ufaff\uff00-\uffef]"
)
THAI_AND_LAO = re.compile(r"[\u0e00-\u0eff]")
FIRST_VOWELS = "เแโใไເແໂໃໄ"
"""Written before the consonant that they follow in speech, so that a syllable begins with them."""

ZERO_WIDTH_JOINER = "\u200d"
WORD_JOINER = "\u2060"
MARKUP = re.compile(r"[<{\\]|--(?=>)")
"""What players take for the beginning of a tag, of a command of ASS, or of a line of times."""


@dataclass(frozen=True, slots=True)
class Cue:
    """What is read at once: one line or two."""

    span: Span
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Token:
    """A word, or a part of one that is `joined` to the part before."""

    text: str
    span: Span
    joined: bool = False


def cues_of(narration: Narration, until: Fraction) -> tuple[Cue, ...]:
    """The narration of a video that ends at `until`, in texts that never overlap, in the order of time."""
    words = narration.timing.shifted(narration.offset).words
    tokens = [token for word in words if word.span.start < until for token in _tokens(word)]
    groups = [
        tokens[start:stop] for part in _parts(tokens) for start, stop in _best_split(tokens, *part, until)
    ]
    return tuple(_timed(groups, until))


def srt_of(cues: Sequence[Cue]) -> str:
    """SubRip: no markup is meant, so signs that players take for it are held apart."""
    blocks = []
    for number, cue in enumerate(cues, 1):
        text = "\n".join(_plain(line) for line in cue.lines)
        blocks.append(f"{number}\n{_clock(cue.span.start, ',')} --> {_clock(cue.span.end, ',')}\n{text}\n")
    return "\n".join(blocks)


def vtt_of(cues: Sequence[Cue], language: str) -> str:
    """WebVTT (W3C); the language is a BCP-47 tag."""
    blocks = [f"WEBVTT\n\nNOTE Language: {_tag(language)}\n"]
    for cue in cues:
        text = "\n".join(_escaped(line) for line in cue.lines)
        blocks.append(f"{_clock(cue.span.start, '.')} --> {_clock(cue.span.end, '.')}\n{text}\n")
    return "\n".join(blocks)


def columns(text: str) -> int:
    """Tenths of columns that a text is wide."""
    return sum(_columns(letter) for letter in text)


def _columns(letter: str) -> int:
    if unicodedata.category(letter) in {"Mn", "Me", "Cf"}:
        return 0
    return WIDE if unicodedata.east_asian_width(letter) in "WF" else NARROW


def _tokens(word: Word) -> Iterator[_Token]:
    """A word as it is, or in parts where its script has no blanks or it is longer than a line."""
    text = " ".join(
        "".join(c if c.isprintable() or c.isspace() or _joins(c) else " " for c in word.text).split()
    )
    if not text:
        return
    parts = list(_split(text)) if SPACELESS.search(text) or columns(text) > LINE else [text]
    total, done = len("".join(parts)), 0
    for number, part in enumerate(parts):
        start = word.span.start + word.span.duration * Fraction(done, total)
        done += len(part)
        end = word.span.start + word.span.duration * Fraction(done, total)
        yield _Token(part, Span(start, end), joined=number > 0)


def _joins(letter: str) -> bool:
    return unicodedata.category(letter) in {"Mn", "Mc", "Me", "Cf"}


def _split(text: str) -> Iterator[str]:
    """Letters with all that belongs to them; longer parts of scripts that have blanks elsewhere."""
    part = ""
    for letter in text:
        clings = part and (
            _joins(letter)
            or part[-1] == ZERO_WIDTH_JOINER
            or letter in STOPS + COMMAS + CLOSERS
            or (THAI_AND_LAO.match(letter) and letter not in FIRST_VOWELS)
            or not (SPACELESS.match(letter) or SPACELESS.match(part[-1]))
        )
        if part and (not clings or columns(part + letter) > LINE):
            yield part
            part = ""
        part += letter
    yield part


def _parts(tokens: Sequence[_Token]) -> Iterator[tuple[int, int]]:
    """Stretches between long silences."""
    start = 0
    for index in range(1, len(tokens) + 1):
        if index == len(tokens) or tokens[index].span.start - tokens[index - 1].span.end >= SILENCE:
            yield start, index
            start = index


def _best_split(tokens: Sequence[_Token], start: int, end: int, until: Fraction) -> list[tuple[int, int]]:
    """The cheapest way to part a stretch into texts, by dynamic programming over where they end."""
    best: dict[int, tuple[float, int]] = {start: (0.0, start)}
    for stop in range(start + 1, end + 1):
        following = tokens[stop].span.start if stop < len(tokens) else until
        options = []
        for begin in range(stop - 1, start - 1, -1):
            group = tokens[begin:stop]
            if begin < stop - 1 and not _fits(group):
                break
            options.append((best[begin][0] + _cost(group, following), begin))
        best[stop] = min(options)
    cuts = [end]
    while cuts[-1] > start:
        cuts.append(best[cuts[-1]][1])
    return list(pairwise(reversed(cuts)))


def _fits(group: Sequence[_Token]) -> bool:
    return group[-1].span.end - group[0].span.start <= LONGEST and _lines(group) is not None


def _cost(group: Sequence[_Token], following: Fraction) -> float:
    """What disturbs a reader: haste, texts that end within a phrase, sentences that end within a text."""
    start, last = group[0].span.start, group[-1]
    seen = float(min(max(last.span.end + LINGER, start + SHORTEST), max(following, last.span.end)) - start)
    cost = 1.0 + 3.0 * max(0.0, float(SHORTEST) - seen)
    cost += 0.5 * max(0.0, columns(_joined(group)) / max(seen, 0.1) / QUICKEST - 1)
    if not _ends(last.text, STOPS) and following - last.span.end < BREATH:
        cost += 0.3 if _ends(last.text, COMMAS) else 1.0
    for before, after in pairwise(group):
        cost += 1.3 * _ends(before.text, STOPS) + 0.8 * (after.span.start - before.span.end >= BREATH)
    return cost


def _ends(text: str, marks: str) -> bool:
    return text.rstrip(CLOSERS).endswith(tuple(marks))


def _joined(group: Sequence[_Token]) -> str:
    return "".join(token.text if token.joined else f" {token.text}" for token in group).strip()


def _lines(group: Sequence[_Token]) -> tuple[str, ...] | None:
    """One line, or two of like width that rather part behind a comma; None without room."""
    whole = _joined(group)
    if columns(whole) <= LINE:
        return (whole,)
    if columns(whole) > LINES * LINE:
        return None
    options = []
    for cut in range(1, len(group)):
        lines = (_joined(group[:cut]), _joined(group[cut:]))
        widths = [columns(line) for line in lines]
        if max(widths) <= LINE:
            marked = _ends(lines[0], STOPS + COMMAS)
            options.append((abs(widths[0] - widths[1]) - LINE // 3 * marked, lines))
    return min(options)[1] if options else None


def _timed(groups: Sequence[Sequence[_Token]], until: Fraction) -> Iterator[Cue]:
    """Each text from its first word on, long enough to be read, and gone when the next one comes."""
    before = Fraction(0)
    starts = [max(Fraction(0), group[0].span.start) for group in groups]
    for number, group in enumerate(groups):
        start = max(before, _in_milliseconds(starts[number]))
        following = _in_milliseconds(min([until, *starts[number + 1 : number + 2]]))
        end = min(following, max(group[-1].span.end + LINGER, start + SHORTEST))
        end = following if following < until and following - end < FLICKER else _in_milliseconds(end)
        if end > start:
            yield Cue(Span(start, end), _lines(group) or (_joined(group),))
            before = end


def _in_milliseconds(seconds: Fraction) -> Fraction:
    return Fraction(round(seconds * 1000), 1000)


def _clock(seconds: Fraction, comma: str) -> str:
    milliseconds = round(seconds * 1000)
    minutes, rest = divmod(milliseconds, 60_000)
    return f"{minutes // 60:02}:{minutes % 60:02}:{rest // 1000:02}{comma}{rest % 1000:03}"


def _plain(line: str) -> str:
    return MARKUP.sub(rf"\g<0>{WORD_JOINER}", line)


def _escaped(line: str) -> str:
    return line.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def _tag(language: str) -> str:
    """``en-us`` as ``en-US``; what is no tag at all is `und`, the tag of what is not determined."""
    parts = language.replace("_", "-").split("-")
    if not all(part.isascii() and part.isalnum() for part in parts):
        return "und"
    regions = (part.upper() if len(part) == 2 else part for part in parts[1:])  # noqa: PLR2004 - ISO 3166
    return "-".join([parts[0].lower(), *regions])
