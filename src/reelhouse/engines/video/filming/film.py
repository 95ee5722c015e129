"""From an order to the frames of a film."""

from collections.abc import Iterator
from dataclasses import dataclass

import cv2
import numpy as np

from reelhouse.engines.errors import EngineRefused
from reelhouse.engines.tools import Frame
from reelhouse.engines.video.filming.cameras import moves_of, path
from reelhouse.engines.video.filming.moments import Canvas, moments, smooth
from reelhouse.engines.video.filming.particles import KINDS, Particles
from reelhouse.engines.video.filming.pictures import fitted
from reelhouse.engines.video.filming.reading import Direction, read
from reelhouse.engines.video.filming.sound import Track, loudness, swayed
from reelhouse.engines.video.filming.stills import StillPainter
from reelhouse.engines.video.filming.vocabulary import ELEMENTS, MOVES, SPEEDS
from reelhouse.engines.video.types import MOST_PIXELS, VideoRequest


@dataclass(frozen=True, slots=True)
class Shot:
    canvas: Canvas
    frames: Iterator[Frame]
    understood: tuple[str, ...]
    notes: tuple[str, ...]


def check(request: VideoRequest) -> None:
    """Raises `EngineRefused` for what this engine does not make."""
    if request.width * request.height > MOST_PIXELS or min(request.width, request.height) < 2:  # noqa: PLR2004
        raise EngineRefused("builtin", f"a canvas of {request.width} x {request.height} is out of bounds")
    if request.frames < 1 or request.fps < 1 or len(request.overlap) > request.frames:
        raise EngineRefused("builtin", "there is no frame to draw")


def shoot(request: VideoRequest) -> Shot:
    """Decodes what was given now; the frames are drawn as they are taken. Raises `EngineRefused`."""
    check(request)
    if request.start is None and not request.overlap:
        raise EngineRefused("builtin", "it needs a start frame or overlap frames")
    size = request.width, request.height
    given = [fitted(data, size, f"overlap frame {place}") for place, data in enumerate(request.overlap, 1)]
    if request.start is not None:
        given[:1] = [fitted(request.start, size, "start frame")]
    final = fitted(request.final, size, "final frame") if request.final is not None else None
    smooths = request.smooth_fps is not None and not request.overlap
    canvas = Canvas(
        request.width,
        request.height,
        request.smooth_frames if smooths else request.frames,
        (request.smooth_fps or request.fps) if smooths else request.fps,
        request.seed,
        request.extreme_quality,
    )
    direction = read(request.prompt)
    loud = loudness(request.audio, canvas.frames, canvas.rate) if request.audio is not None else None
    frames = _frames(canvas, given, final, direction, loud)
    notes = _notes(direction)
    if loud is not None:
        notes = (_sound_note(loud), *notes)
    return Shot(canvas, frames, _understood(direction), notes)


def _frames(
    canvas: Canvas, given: list[Frame], final: "Frame | None", direction: Direction, loud: "Track | None"
) -> Iterator[Frame]:
    yield from (frame.copy() for frame in given)
    ahead = Canvas(
        canvas.width, canvas.height, canvas.frames - len(given) + 1, canvas.rate, canvas.seed, canvas.fine
    )
    driven = swayed(loud[len(given) - 1 :], ahead) if loud is not None else None
    poses = path(ahead, direction, restrained=driven is not None, landing=final is not None, driven=driven)
    painter = StillPainter(ahead, given[-1], poses)
    air = [Particles(ahead, kind) for kind in direction.elements if kind in KINDS]
    for moment in moments(ahead, fades_out=final is not None):
        if final is not None and moment.number == ahead.frames - 1:
            yield final.copy()
            return
        picture = painter.paint(moment)
        if final is not None:
            arrived = smooth((moment.share - 0.35) / 0.65)
            picture = cv2.addWeighted(picture, 1 - arrived, final, arrived, 0).astype(np.uint8, copy=False)
        for floating in air:
            floating.draw(picture, moment, poses[moment.number])
        yield picture


def _understood(direction: Direction) -> tuple[str, ...]:
    """The words about the camera and what floats in the air: no others shape the film."""
    drawn = [*MOVES.values(), *SPEEDS.values(), *(ELEMENTS[kind] for kind in KINDS)]
    known = {word for words in drawn for word in words.split(", ")}
    return tuple(word for word in direction.understood if word in known)


def _notes(direction: Direction) -> tuple[str, ...]:
    notes = []
    if {"pull-out", "zoom-out"} & set(moves_of(direction)):
        notes.append("Beyond its border the picture is mirrored.")
    missing = [kind for kind in direction.elements if kind not in KINDS]
    if missing:
        notes.append(f"Not drawn into the picture: {', '.join(missing)}.")
    if direction.unknown:
        notes.append(f"Not understood: {', '.join(direction.unknown)}.")
    if direction.left_out:
        notes.append(f"Left out, as asked: {', '.join(direction.left_out)}.")
    return tuple(notes)


def _sound_note(loud: Track) -> str:
    if not loud.any():
        return "The audio is silent: nothing in the picture moves with it."
    return "The picture moves with the loudness of the audio; mouths are not drawn."
