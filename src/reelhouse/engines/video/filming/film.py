"""From an order to the frames of a film."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from reelhouse.engines.errors import EngineRefused
from reelhouse.engines.tools import Frame
from reelhouse.engines.video.filming.air import AIRS, Air
from reelhouse.engines.video.filming.cameras import STILL, Pose
from reelhouse.engines.video.filming.flights import Flight
from reelhouse.engines.video.filming.moments import Canvas, Moment
from reelhouse.engines.video.filming.particles import KINDS, Particles
from reelhouse.engines.video.filming.pictures import fitted
from reelhouse.engines.video.filming.reading import Direction, read
from reelhouse.engines.video.filming.takes import Take
from reelhouse.engines.video.filming.telling import told, understood
from reelhouse.engines.video.filming.worlds.choosing import find_world
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


def needs_start(request: VideoRequest) -> bool:
    """Whether somebody has to draw the first frame: there is none, and no world to fly through either."""
    return request.start is None and not request.overlap and find_world(read(request.prompt)) is None


def shoot(request: VideoRequest) -> Shot:
    """Decodes and looks at what was given now; the frames are drawn as they are taken.

    Raises `EngineRefused`.
    """
    check(request)
    if needs_start(request):
        raise EngineRefused("builtin", "it needs a start frame or overlap frames")
    size = request.width, request.height
    given = [fitted(data, size, f"overlap frame {place}") for place, data in enumerate(request.overlap, 1)]
    if request.start is not None:
        given[:1] = [fitted(request.start, size, "start frame")]
    final = fitted(request.final, size, "final frame") if request.final is not None else None
    direction, canvas = read(request.prompt), _canvas(request)
    if not given:
        flight = Flight(canvas, direction, final)
        frames = _aired(flight.first(), flight.frames(), canvas, direction, ends=final is not None)
        return Shot(canvas, frames, understood(direction, flown=True), told(direction, flight.notes))
    ahead = replace(canvas, frames=canvas.frames - len(given) + 1)
    take = Take(ahead, given, final, direction, request.audio)
    frames = _led(
        given, _aired(given[-1], take.frames(), ahead, direction, ends=final is not None, poses=take.poses)
    )
    return Shot(canvas, frames, understood(direction), told(direction, take.notes, take.moves))


def _canvas(request: VideoRequest) -> Canvas:
    smooths = request.smooth_fps is not None and not request.overlap
    return Canvas(
        request.width,
        request.height,
        request.smooth_frames if smooths else request.frames,
        (request.smooth_fps or request.fps) if smooths else request.fps,
        request.seed,
        request.extreme_quality,
    )


def _led(given: list[Frame], ahead: Iterator[Frame]) -> Iterator[Frame]:
    """The frames that were given, and what follows on the last of them."""
    yield from (frame.copy() for frame in given[:-1])
    yield from ahead


def _aired(
    first: Frame,
    frames: Iterator[tuple[Moment, Frame]],
    canvas: Canvas,
    direction: Direction,
    *,
    ends: bool,
    poses: list[Pose] | None = None,
) -> Iterator[Frame]:
    """The first frame as it is, and the others with what floats in the air."""
    yield first.copy()
    air: list[Particles | Air] = [Particles(canvas, kind) for kind in direction.elements if kind in KINDS]
    air += [Air(canvas, kind) for kind in direction.elements if kind in AIRS]
    for moment, frame in frames:
        if not (ends and moment.number == canvas.frames - 1):
            for floating in air:
                floating.draw(frame, moment, poses[moment.number] if poses else STILL)
        yield frame
