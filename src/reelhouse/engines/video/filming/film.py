"""From an order to the frames of a film."""

from collections.abc import Iterator
from dataclasses import dataclass

import cv2
import numpy as np

from reelhouse.engines.errors import EngineRefused
from reelhouse.engines.tools import Frame
from reelhouse.engines.video.filming.cameras import path
from reelhouse.engines.video.filming.moments import Canvas, moments, smooth
from reelhouse.engines.video.filming.pictures import fitted
from reelhouse.engines.video.filming.reading import Direction, read
from reelhouse.engines.video.filming.stills import StillPainter
from reelhouse.engines.video.filming.vocabulary import MOVES, SPEEDS
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
    if request.audio is not None:
        raise EngineRefused("builtin", "it does not follow reference audio")
    if request.start is None and not request.overlap:
        raise EngineRefused("builtin", "it needs a start frame or overlap frames")


def shoot(request: VideoRequest) -> Shot:
    """Decodes what was given now; the frames are drawn as they are taken. Raises `EngineRefused`."""
    check(request)
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
    return Shot(canvas, _frames(canvas, given, final, direction), _understood(direction), _notes(direction))


def _frames(
    canvas: Canvas, given: list[Frame], final: "Frame | None", direction: Direction
) -> Iterator[Frame]:
    yield from (frame.copy() for frame in given)
    ahead = Canvas(
        canvas.width, canvas.height, canvas.frames - len(given) + 1, canvas.rate, canvas.seed, canvas.fine
    )
    painter = StillPainter(ahead, given[-1], path(ahead, direction, landing=final is not None))
    for moment in moments(ahead, given=1):
        if final is not None and moment.number == ahead.frames - 1:
            yield final.copy()
            return
        picture = painter.paint(moment)
        if final is not None:
            arrived = smooth((moment.share - 0.35) / 0.65)
            picture = cv2.addWeighted(picture, 1 - arrived, final, arrived, 0).astype(np.uint8, copy=False)
        yield picture


def _understood(direction: Direction) -> tuple[str, ...]:
    """The words about the camera: no others shape the film."""
    known = {word for table in (MOVES, SPEEDS) for words in table.values() for word in words.split(", ")}
    return tuple(word for word in direction.understood if word in known)


def _notes(direction: Direction) -> tuple[str, ...]:
    notes = []
    if direction.elements:
        notes.append(f"Not drawn into the picture: {', '.join(direction.elements)}.")
    if direction.unknown:
        notes.append(f"Not understood: {', '.join(direction.unknown)}.")
    if direction.left_out:
        notes.append(f"Left out, as asked: {', '.join(direction.left_out)}.")
    return tuple(notes)
