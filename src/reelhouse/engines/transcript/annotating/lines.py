"""Lines and sections of an annotation, as tables of JSON; times are seconds."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from reelhouse.engines.transcript.lyrics import Lyrics
from reelhouse.engines.transcript.types import HeardWord

PAUSE = 0.6  # seconds between two lines of what was recognised
LONGEST = 14  # words of a line


@dataclass(frozen=True, slots=True)
class Line:
    """Words `first` up to `last` (excluded) among those that are said; `section` is the place of its mark."""

    text: str
    first: int
    last: int
    section: int | None = None


def lines_of_lyrics(lyrics: Lyrics) -> list[Line]:
    places = {token: place for place, token in enumerate(lyrics.spoken)}
    lines = []
    for line in lyrics.lines:
        own = [places[token] for token in range(line.first, line.last) if token in places]
        lines.append(Line(line.text, own[0], own[-1] + 1, line.section))
    return lines


def lines_of_words(words: Sequence[HeardWord]) -> list[Line]:
    """Recognised words, parted at pauses."""
    edges = [0] if words else []
    for place, (before, word) in enumerate(pairwise(words), start=1):
        if word.span.start - before.span.end > PAUSE or place - edges[-1] >= LONGEST:
            edges.append(place)
    return [
        Line(" ".join(word.text for word in words[first:last]), first, last)
        for first, last in pairwise([*edges, len(words)])
    ]


def lyrics_table(
    lines: Sequence[Line], words: Sequence[HeardWord], names: Sequence[str]
) -> list[dict[str, Any]]:
    return [
        {
            "text": line.text,
            "section": None if line.section is None else names[line.section],
            "start": seconds(words[line.first].span.start),
            "end": seconds(words[line.last - 1].span.end),
            "confidence": round(
                sum(word.confidence for word in words[line.first : line.last]) / (line.last - line.first), 3
            ),
            "words": list(range(line.first, line.last)),
        }
        for line in lines
    ]


def named_sections(
    names: Sequence[str], lines: Sequence[Line], words: Sequence[HeardWord], duration: float
) -> list[dict[str, Any]]:
    """Those of the lyrics. One without lines takes what lies between its neighbours."""
    spans: list[tuple[float, float] | None] = []
    for place in range(len(names)):
        own = [line for line in lines if line.section == place]
        spans.append(
            (seconds(words[own[0].first].span.start), seconds(words[own[-1].last - 1].span.end))
            if own
            else None
        )
    table = []
    for place, (name, span) in enumerate(zip(names, spans, strict=True)):
        before = max((known[1] for known in spans[:place] if known), default=0.0)
        after = min((known[0] for known in spans[place + 1 :] if known), default=duration)
        start, end = span or _share(spans, place, before, max(after, before))
        own_lines = [number for number, line in enumerate(lines) if line.section == place]
        table.append({"name": name, "start": start, "end": end, "source": "lyrics", "lines": own_lines})
    return table


def _share(
    spans: Sequence[tuple[float, float] | None], place: int, start: float, end: float
) -> tuple[float, float]:
    """The part of `place` in a row of sections without lines."""
    first = place
    while first and spans[first - 1] is None:
        first -= 1
    last = place
    while last < len(spans) and spans[last] is None:
        last += 1
    step = (end - start) / (last - first)
    return (round(start + step * (place - first), 3), round(start + step * (place - first + 1), 3))


def heard_sections(
    boundaries: Sequence[float], lines: Sequence[Line], words: Sequence[HeardWord]
) -> list[dict[str, Any]]:
    """Parts that were found in the sound; a line is in the one in which it starts."""
    starts = [float(words[line.first].span.start) for line in lines]
    return [
        {
            "name": f"section {number}",
            "start": round(start, 3),
            "end": round(end, 3),
            "source": "audio",
            "lines": [place for place, at in enumerate(starts) if start <= at < end],
        }
        for number, (start, end) in enumerate(pairwise(boundaries), start=1)
    ]


def seconds(value: Any) -> float:  # noqa: ANN401 - any kind of number
    return round(float(value), 3)
