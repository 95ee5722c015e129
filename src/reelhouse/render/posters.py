"""Frames of a finished video as pictures for people: the best one as its poster, and a sheet of several."""

import asyncio
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from math import ceil
from pathlib import Path
from typing import TYPE_CHECKING

import cv2
import numpy as np

from reelhouse.media.composition import (
    Composition,
    EndCard,
    PictureScene,
    PresenterScene,
    Scene,
    ScreenScene,
    VectorPresenter,
    presenter_of,
)
from reelhouse.media.time import Span, frame_at
from reelhouse.render.encoders import GOP_SECONDS
from reelhouse.render.errors import RenderFailed
from reelhouse.render.ffmpeg import telling_disk_full
from reelhouse.render.painting.planes import Pixels, Plane, Planes, blank, planes_over, to_rgb
from reelhouse.render.presenter.performance import Cast
from reelhouse.render.presenter.types import Eyes, Mouth
from reelhouse.render.scratch import unfinished

if TYPE_CHECKING:
    import av

GAP = 8
CELL_HEIGHT = 480
COLUMNS = 4
MOST = 12
WHITE = 255

SETTLING = Fraction(6, 10)
"""Seconds after which everything in a scene has come in."""

PATIENCE = Fraction(1)
"""Seconds for which a look is waited for that suits a poster."""

UNBECOMING = frozenset({Mouth.BITE, Mouth.TONGUE, Mouth.PUCKER, Mouth.WIDE})


@dataclass(frozen=True, slots=True)
class Moment:
    """A frame worth showing. Of the lowest `rank` the sharpest makes the poster."""

    frame: int
    rank: int


@dataclass(frozen=True, slots=True)
class _Still:
    moment: Moment
    picture: Planes

    @property
    def sharpness(self) -> float:
        """The energy of edges in the upper two thirds, where faces are and captions are not."""
        upper = self.picture.y[: self.picture.height * 2 // 3]
        return float(cv2.Laplacian(cv2.resize(upper, None, fx=0.5, fy=0.5), cv2.CV_32F).var())


async def stills_of(
    video: Path, composition: Composition, poster: Path, sheet: Path, poster_frame: int | None = None
) -> None:
    """Write a full frame of `video` and a sheet of up to twelve of its moments, both as PNG.

    Without a `poster_frame` the best of the moments is the poster. Only those frames are decoded, and the
    few from a key frame to them: hundredths of what the video took. Raises `RenderFailed` when the file
    cannot be read, and `NoSpaceLeft`.
    """
    await asyncio.to_thread(_draw, video, composition, poster, sheet, poster_frame)


async def draw_frames(video: Path, fps: int, wanted: Mapping[int, Path]) -> None:
    """Write frames of `video`, each as a PNG of its own. Raises `RenderFailed` and `NoSpaceLeft`."""

    def draw() -> None:
        moments = [Moment(frame, 0) for frame in sorted(wanted)]
        for still in _decoded(video, moments, fps):
            target = wanted[still.moment.frame]
            with telling_disk_full(target.parent):
                _write(target, to_rgb(still.picture))

    await asyncio.to_thread(draw)


def moments_of(composition: Composition) -> tuple[Moment, ...]:
    """When to look: in every scene after all has come in, and every few seconds in a long one.

    A presenter is met with open eyes and lips that are becoming. When there are too many moments, each
    part of the video keeps its share.
    """
    fps = composition.canvas.fps
    cast = Cast(composition.narration, fps)
    found = [moment for scene in composition.scenes for moment in _moments_in(scene, cast, fps)]
    step = max(1.0, len(found) / MOST)
    return tuple(found[int(number * step)] for number in range(min(len(found), MOST)))


def _moments_in(scene: Scene, cast: Cast, fps: int) -> Iterator[Moment]:
    span = scene.span
    if not span.duration:
        return
    transition = None if isinstance(scene, EndCard) else scene.transition
    settled = SETTLING + (transition.seconds if transition else 0)
    yield _moment(scene, min(span.start + settled, span.start + span.duration * 2 / 3), cast, fps)
    for number in range(1, ceil((span.duration - SETTLING) / GOP_SECONDS)):
        # A key frame stands there, which is decoded for itself alone.
        yield Moment(frame_at(span.start + number * GOP_SECONDS, fps), _rank(scene) + 1)


def _moment(scene: Scene, at: Fraction, cast: Cast, fps: int) -> Moment:
    frame, rank = frame_at(at, fps), _rank(scene)
    presenter = presenter_of(scene)
    if not isinstance(presenter, VectorPresenter):
        return Moment(frame, rank)
    start = Fraction(frame, fps)
    waiting = Span(start, min(start + PATIENCE, scene.span.end))
    poses = cast.poses(presenter, waiting)
    looks = (n for n, pose in enumerate(poses) if pose.eyes is Eyes.OPEN and pose.mouth not in UNBECOMING)
    return Moment(frame + next(looks, 0), rank)


def _rank(scene: Scene) -> int:
    """People look at faces; what they are told about comes second, and a card last."""
    if isinstance(scene, PresenterScene):
        return 0
    if isinstance(scene, PictureScene):
        return 2 if scene.inset else 4
    if isinstance(scene, ScreenScene):
        return 3
    return 6


def _draw(video: Path, composition: Composition, poster: Path, sheet: Path, poster_frame: int | None) -> None:
    fps = composition.canvas.fps
    stills = list(_decoded(video, moments_of(composition), fps))
    best = min(stills, key=lambda still: (still.moment.rank, -still.sharpness))
    if poster_frame is not None:
        best = next(_decoded(video, [Moment(poster_frame, 0)], fps))
    with telling_disk_full(poster.parent):
        _write(poster, to_rgb(best.picture))
        _write(sheet, _tiled([_small(still.picture) for still in stills]))


def _decoded(video: Path, moments: Sequence[Moment], fps: int) -> Iterator[_Still]:
    import av  # noqa: PLC0415 - 16 MB that a worker without work does without

    try:
        with av.open(str(video)) as container:
            container.streams.video[0].codec_context.thread_count = 1  # threads decode ahead, in vain
            for moment in moments:
                yield _Still(moment, _frame(container, Fraction(moment.frame, fps), fps))
    except (av.FFmpegError, OSError, IndexError, StopIteration) as error:
        raise RenderFailed("drawing stills", f"{video.name} is not a video that can be read") from error


def _frame(container: "av.container.InputContainer", at: Fraction, fps: int) -> Planes:
    stream = container.streams.video[0]
    base = stream.time_base or Fraction(1, fps)
    container.seek(int(at / base), stream=stream)
    shown = next(_shown_from(container.demux(stream), (at - Fraction(1, 2 * fps)) / base))
    buffer: Plane = shown.to_ndarray(format="yuv420p").astype(np.uint8, copy=False)
    return planes_over(np.ascontiguousarray(buffer).reshape(-1), shown.width, shown.height)


def _shown_from(packets: "Iterator[av.Packet[av.VideoStream]]", pts: Fraction) -> Iterator["av.VideoFrame"]:
    """The frames from a time on. Before it, those that no other one is built upon are not even decoded."""
    for packet in packets:
        early = packet.pts is not None and packet.pts < pts
        packet.stream.codec_context.skip_frame = "NONREF" if early else "DEFAULT"
        yield from (frame for frame in packet.decode() if frame.pts is not None and frame.pts >= pts)


def _small(picture: Planes) -> Pixels:
    width = picture.width * CELL_HEIGHT // picture.height & ~1
    small = blank(width, CELL_HEIGHT)
    for plane, shrunk in zip(picture.all, small.all, strict=True):
        cv2.resize(plane, shrunk.shape[::-1], shrunk, interpolation=cv2.INTER_AREA)
    return to_rgb(small)


def _tiled(cells: Sequence[Pixels]) -> Pixels:
    """Cells in rows of `COLUMNS`, with white between and around them."""
    columns = min(COLUMNS, len(cells))
    rows = ceil(len(cells) / columns)
    height, width = cells[0].shape[:2]
    sheet = np.full((rows * (height + GAP) + GAP, columns * (width + GAP) + GAP, 3), WHITE, np.uint8)
    for number, cell in enumerate(cells):
        top = GAP + number // columns * (height + GAP)
        left = GAP + number % columns * (width + GAP)
        sheet[top : top + height, left : left + width] = cell
    return sheet


def _write(target: Path, pixels: Pixels) -> None:
    _, encoded = cv2.imencode(".png", cv2.cvtColor(pixels, cv2.COLOR_RGB2BGR))
    with unfinished(target) as made:
        made.write_bytes(encoded.tobytes())
        made.replace(target)
