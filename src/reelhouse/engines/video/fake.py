"""A video engine for tests: a small real film that grows brighter, and failures on request."""

import asyncio
from pathlib import Path

import av
import numpy as np

from reelhouse.engines.errors import EngineRefused, EngineUnavailable
from reelhouse.engines.video.types import Film, VideoRequest


class FakeVideo:
    """Films at the size, rate and length that is asked for.

    Each error in `failures` is raised once, in order, before it films. `requests` remembers what was asked.
    """

    name = "fake"

    def __init__(self, failures: tuple[EngineRefused | EngineUnavailable, ...] = ()) -> None:
        self.requests: list[VideoRequest] = []
        self._failures = list(failures)

    async def film(self, request: VideoRequest) -> Film:
        self.requests.append(request)
        if self._failures:
            raise self._failures.pop(0)
        return Film(await asyncio.to_thread(_film, request), tuple(request.prompt.split()))


def _film(request: VideoRequest) -> Path:
    out = request.folder / "fake.mp4"
    with av.open(str(out), "w", format="mp4") as container:
        stream = container.add_stream("mpeg4", rate=request.fps)
        stream.width, stream.height, stream.pix_fmt = request.width, request.height, "yuv420p"
        for number in range(request.frames):
            grey = 40 + 160 * number // request.frames
            picture = np.full((request.height, request.width, 3), (grey, 60, 90), np.uint8)
            container.mux(stream.encode(av.VideoFrame.from_ndarray(picture, format="rgb24")))
        container.mux(stream.encode())
    return out
