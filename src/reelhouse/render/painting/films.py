"""A film as painted frames: cut to the canvas by ffmpeg under limits, then read picture by picture."""

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import numpy as np

from reelhouse.media.composition import Canvas
from reelhouse.render.cache import Cache, digest_of, key_of
from reelhouse.render.errors import MediaUnreadable, RenderFailed
from reelhouse.render.ffmpeg import PROTOCOLS, Ffmpeg
from reelhouse.render.painting.planes import Plane, Planes
from reelhouse.render.scratch import unfinished

LONGEST_SECONDS = 600


async def cut_film(ffmpeg: Ffmpeg, cache: Cache, film: Path, canvas: Canvas) -> Path:
    """A film of the canvas's size and rate, centred and cropped, without sound; kept in `cache`.

    Raises `MediaUnreadable` for what is no film.
    """
    key = key_of("film 1", digest_of(film), repr(canvas), ffmpeg.version)
    if found := cache.find(key, ".mp4"):
        return found
    size = f"{canvas.width}:{canvas.height}"
    graph = (
        f"fps={canvas.fps},scale={size}:force_original_aspect_ratio=increase:flags=bicubic+accurate_rnd"
        f":out_color_matrix=bt709:out_range=tv,crop={size},format=yuv420p"
    )
    target = cache.target(key, ".mp4")
    with unfinished(target) as made:
        arguments = [
            *PROTOCOLS, "-t", str(LONGEST_SECONDS), "-i", str(film), "-map", "0:v:0", "-vf", graph,
            "-c:v", "libx264", "-preset", "ultrafast", "-qp", "8", "-g", "30", "-f", "mp4", str(made),
        ]  # fmt: skip
        try:
            await ffmpeg.run(arguments, cwd=target.parent, stage="reading a film")
        except RenderFailed as failure:
            raise MediaUnreadable(film.name, failure.log.strip().rpartition("\n")[2]) from failure
        return cache.keep(made, target)


class FilmPainter:
    """Shows a film that `cut_film` made, from its frame `first` on; after its end the last one stays."""

    def __init__(self, film: Path, first: int) -> None:
        self._film = film
        self._first = first
        self._pictures: Iterator[Plane] | None = None
        self._at = -1
        self._shown: Plane | None = None

    def paint(self, frame: int, canvas: Planes) -> None:
        if self._pictures is None:
            self._pictures = _pictures(self._film)
        wanted = self._first + frame
        fresh = self._shown is None
        while self._at < wanted and (picture := next(self._pictures, None)) is not None:
            self._at += 1
            self._shown = picture
            fresh = True
        self._at = max(self._at, wanted)
        if fresh and self._shown is not None:
            np.copyto(canvas.buffer, self._shown)


def _pictures(film: Path) -> Iterator[Plane]:
    """Each picture as one buffer of three planes. The file is our own, so it is decoded in this process."""
    import av  # noqa: PLC0415 - only where films are shown

    with closing(av.open(str(film))) as container:
        stream = container.streams.video[0]
        stream.thread_type = "NONE"
        for picture in container.decode(stream):
            yield np.asarray(picture.to_ndarray(format="yuv420p"), np.uint8).reshape(-1)
