"""Word captions of one scene: which words, where, and what each does while it is spoken.

Every word is an event of its own at a measured place, so that growing one never moves its neighbours.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import pairwise

from reelhouse.media.captions import CaptionStyle, Ink, Look
from reelhouse.media.composition import Canvas
from reelhouse.media.speech import Timing, Word
from reelhouse.media.time import Span
from reelhouse.render.captions.ass import Event, colour, document, escaped, rounded_box
from reelhouse.render.captions.layout import Area, Placed, PlacedWord, area_for, fits, measure, place
from reelhouse.render.captions.phrases import group_words
from reelhouse.render.fonts.library import Drawable
from reelhouse.render.presenter.types import Box

HOLD = Fraction(7, 10)
"""Seconds that a group stays when nothing follows it at once."""

RIM = 0.1
"""Em that a growing word keeps from its neighbour's edge."""

SINK = 0.05
"""Em that a ground lies lower than the middle of capitals, for the sake of g and y."""

GROUND, WAITING, SPOKEN = range(3)


@dataclass(frozen=True, slots=True)
class AssDocument:
    """A subtitle file whose time starts with the scene, and what it could not show."""

    text: str
    warnings: tuple[str, ...]
    faces: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Group:
    """Words that stand together, in frames of the scene; `starts` of each word, and the end of them all."""

    placed: Placed
    starts: tuple[int, ...]
    end: int
    fades: bool


def captions_for(
    timing: Timing, style: CaptionStyle, canvas: Canvas, avoid: Box | None, span: Span
) -> AssDocument:
    """Captions for the words of `timing` (on the video's timeline) that begin within `span`.

    They keep clear of `avoid`, a face in pixels of the canvas. Changes fall on the frame nearest to the word.
    """
    words = [word for word in timing.words if span.start <= word.span.start < span.end]
    drawn = measure([word.text for word in words], style)
    area = area_for(style, canvas, avoid)
    groups = _schedule(words, drawn, style, area, canvas.fps, span)
    events = [event for group in groups for event in _events(group, style, canvas.fps)]
    return AssDocument(
        text=document(events, canvas, style.face),
        warnings=tuple(_warnings(drawn, area)),
        faces=tuple(sorted({word.face.name for word in drawn})),
    )


def _schedule(
    words: Sequence[Word],
    drawn: Sequence[Drawable],
    style: CaptionStyle,
    area: Area,
    fps: int,
    span: Span,
) -> list[_Group]:
    parts = group_words(words, style.max_words, lambda begin, stop: fits(drawn[begin:stop], style, area))
    begin_frame = round(span.start * fps)
    length = round(span.duration * fps)
    frames = [round(word.span.start * fps) - begin_frame for word in words]
    groups = []
    shown_until = 0
    for begin, stop in parts:
        last = words[stop - 1].span.end
        leaves = round((last + HOLD) * fps) - begin_frame
        end = min(leaves, frames[stop] if stop < len(words) else length, length)
        fades = style.entrance is not None and frames[begin] > shown_until
        groups.append(
            _Group(place(drawn[begin:stop], style, area), tuple(frames[begin:stop]), end, fades=fades)
        )
        shown_until = end
    return groups


def _events(group: _Group, style: CaptionStyle, fps: int) -> Iterator[Event]:
    first = group.starts[0]
    if first >= group.end:
        return
    entry = f"\\fad({round(style.entrance.fade * 1000)},0)" if group.fades and style.entrance else ""
    yield from _ground(group, style, first, entry)
    for index, word in enumerate(group.placed.words):
        if word is None:
            continue
        start = group.starts[index]
        end = group.starts[index + 1] if index + 1 < len(group.starts) else group.end
        base = _base(word, style, group.placed.em)
        if style.sweep:
            yield _swept(base, word, style, (first, start, end, group.end), fps)
            continue
        text = escaped(word.drawn.text)
        stages = (
            (WAITING, first, start, colour(1, _ink(style.upcoming))),
            (SPOKEN, start, end, colour(1, _ink(style.active)) + _pop(word, style, group.placed.em)),
            (WAITING, end, group.end, colour(1, _ink(style.spoken or style.upcoming))),
        )
        for layer, begin, stop, tags in stages:
            if begin < stop:
                yield Event(layer, begin, stop, f"{{{base}{tags}{entry if begin == first else ''}}}{text}")


def _ink(look: Look | None) -> Ink:
    assert look is not None and isinstance(look.fill, Ink)
    return look.fill


def _base(word: PlacedWord, style: CaptionStyle, em: float) -> str:
    look = style.active
    stroke, shadow = (look.strokes[-1] if look.strokes else None), look.shadow
    tags = [
        f"\\an5\\pos({word.x:.1f},{word.y:.1f})",
        f"\\fn{word.drawn.face.name}\\fs{word.drawn.face.cell(em):.2f}",
        f"\\bord{stroke.width * em:.2f}{colour(3, stroke.ink)}" if stroke else "\\bord0",
        f"\\blur{stroke.blur * em:.2f}" if stroke and stroke.blur else "",
        f"\\shad{shadow.distance * em:.2f}{colour(4, shadow.ink)}" if shadow else "\\shad0",
    ]
    return "".join(tags)


def _pop(word: PlacedWord, style: CaptionStyle, em: float) -> str:
    """Grow as far as the style likes and the neighbours allow."""
    if style.motion is None:
        return ""
    most = 1 + 2 * max(0.0, word.room - RIM * em - 0.1 * em) / word.width
    frames = style.motion.keyframes
    return "".join(
        f"\\t({round(before.at * 1000)},{round(frame.at * 1000)}"
        f",\\fscx{min(frame.scale, most) * 100:.1f}\\fscy{min(frame.scale, most) * 100:.1f})"
        for before, frame in pairwise(frames)
    )


def _swept(
    base: str, word: PlacedWord, style: CaptionStyle, frames: tuple[int, int, int, int], fps: int
) -> Event:
    first, start, end, leaves = frames
    wait, sweep = (round(Fraction(count * 100, fps)) for count in (start - first, end - start))
    tags = f"{colour(1, _ink(style.active))}{colour(2, _ink(style.upcoming))}\\k{wait}\\kf{sweep}"
    return Event(WAITING, first, leaves, f"{{{base}{tags}}}{escaped(word.drawn.text)}")


def _ground(group: _Group, style: CaptionStyle, first: int, entry: str) -> Iterator[Event]:
    ground, em = style.ground, group.placed.em
    if ground is None:
        return
    cap = max((word.drawn.face.cap_height for word in group.placed.words if word), default=0.0)
    height = em * (cap + 2 * ground.padding_y)
    for line in group.placed.lines:
        left = line.left - ground.padding_x * em
        top = line.middle - height / 2 + SINK * em
        width = line.right - line.left + 2 * ground.padding_x * em
        tags = f"\\an7\\pos({left:.1f},{top:.1f})\\bord0\\shad0{colour(1, ground.ink)}"
        shape = rounded_box(width, height, ground.radius * em)
        yield Event(GROUND, first, group.end, f"{{{tags}{entry}\\p1}}{shape}")


def _warnings(drawn: Sequence[Drawable], area: Area) -> Iterator[str]:
    missing = sorted(set().union(*(word.missing for word in drawn)))
    if missing:
        listed = ", ".join(f"{character} (U+{ord(character):04X})" for character in missing)
        yield f"captions leave out characters that no font here has: {listed}"
    if area.covers_face:
        yield "captions found no room clear of the presenter's face"
