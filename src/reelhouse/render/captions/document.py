"""Word captions of one scene: which words, where, and when each is spoken."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path

from reelhouse.media.captions import CaptionStyle
from reelhouse.media.composition import Canvas
from reelhouse.media.speech import Timing
from reelhouse.media.time import Span
from reelhouse.render.captions.ass import document
from reelhouse.render.captions.drawing import Group, events_of, stickers_of
from reelhouse.render.captions.layout import Area, Shown, area_for, fits, measure, place
from reelhouse.render.captions.phrases import group_words
from reelhouse.render.captions.segments import Token, tokens_of
from reelhouse.render.captions.stickers import Sticker
from reelhouse.render.fonts.library import face
from reelhouse.render.presenter.types import Box

CAPITALS = 0.72
"""Em that capitals reach above the line they stand on."""

HOLD = Fraction(7, 10)
"""Seconds that a group stays when nothing follows it at once."""


@dataclass(frozen=True, slots=True)
class Spoken:
    """A word becomes the active one at a frame; `box` holds its letters, in pixels."""

    frame: int
    box: Box


@dataclass(frozen=True, slots=True)
class Subtitles:
    """A subtitle file whose time starts with the scene, what it needs, and what it could not show.

    `fonts` are exactly the files that its text needs; `stickers` are emoji to be laid over the picture.
    `spoken` says where each word is when its turn comes, for those who check the result.
    """

    text: str
    warnings: tuple[str, ...]
    faces: tuple[str, ...]
    fonts: tuple[Path, ...]
    stickers: tuple[Sticker, ...] = ()
    spoken: tuple[Spoken, ...] = ()


def captions_for(
    timing: Timing, style: CaptionStyle, canvas: Canvas, avoid: Box | None, span: Span
) -> Subtitles:
    """Captions for the words of `timing` (on the video's timeline) that begin within `span`.

    They keep clear of `avoid`, a face in pixels of the canvas. Changes fall on the frame nearest to the word.
    """
    tokens = tokens_of([word for word in timing.words if span.start <= word.span.start < span.end])
    shown = measure(tokens, style)
    area = area_for(style, canvas, avoid)
    groups = _schedule(tokens, shown, style, area, canvas.fps, span)
    used = {run.face.name: run.face.path for word in shown for run in word.drawn.runs}
    faces = {style.face: face(style.face).path, **used}
    return Subtitles(
        text=document(
            (event for group in groups for event in events_of(group, style, canvas)), canvas, style.face
        ),
        warnings=tuple(_warnings(shown, area)),
        faces=tuple(sorted(faces)),
        fonts=tuple(faces[name] for name in sorted(faces)),
        stickers=tuple(sticker for group in groups for sticker in stickers_of(group, style)),
        spoken=tuple(spoken for group in groups for spoken in _spoken(group)),
    )


def _spoken(group: Group) -> Iterator[Spoken]:
    em = group.placed.em
    for word, start in zip(group.placed.words, group.starts, strict=True):
        if word is not None and word.width and start < group.end:
            top = word.baseline - CAPITALS * em
            yield Spoken(
                start,
                Box(round(word.x - word.width / 2), round(top), round(word.width), round(CAPITALS * em)),
            )


def _schedule(
    tokens: Sequence[Token], shown: Sequence[Shown], style: CaptionStyle, area: Area, fps: int, span: Span
) -> list[Group]:
    words = [token.word for token in tokens]
    parts = group_words(words, style.max_words, lambda begin, stop: fits(shown[begin:stop], style, area))
    begin_frame = round(span.start * fps)
    length = round(span.duration * fps)
    frames = [round(word.span.start * fps) - begin_frame for word in words]
    groups = []
    shown_until = 0
    for begin, stop in parts:
        leaves = round((words[stop - 1].span.end + HOLD) * fps) - begin_frame
        end = min(leaves, frames[stop] if stop < len(words) else length, length)
        groups.append(
            Group(
                placed=place(shown[begin:stop], style, area),
                starts=tuple(frames[begin:stop]),
                said=tuple(round(word.span.end * fps) - begin_frame for word in words[begin:stop]),
                end=end,
                enters=frames[begin] > shown_until,
                number=begin,
            )
        )
        shown_until = end
    return groups


def _warnings(shown: Sequence[Shown], area: Area) -> Iterator[str]:
    missing = sorted(set().union(*(word.drawn.missing for word in shown)))
    if missing:
        listed = ", ".join(f"{character} (U+{ord(character):04X})" for character in missing)
        yield f"captions leave out characters that no font here has: {listed}"
    if area.covers_face:
        yield "captions found no room clear of the presenter's face"
