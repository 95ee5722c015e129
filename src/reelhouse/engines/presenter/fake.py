"""A presenter engine for tests: a small real video that grows brighter, and failures on request."""

import asyncio
import io

import av
import numpy as np

from reelhouse.engines.errors import EngineRefused, EngineUnavailable
from reelhouse.engines.presenter.types import Performance, PresenterRequest


class FakePresenter:
    """Performs at the size, rate and length that is asked for.

    Each error in `failures` is raised once, in order, before it performs. `requests` remembers what was
    asked.
    """

    name = "fake"

    def __init__(self, failures: tuple[EngineRefused | EngineUnavailable, ...] = ()) -> None:
        self.requests: list[PresenterRequest] = []
        self._failures = list(failures)

    async def perform(self, request: PresenterRequest) -> Performance:
        self.requests.append(request)
        if self._failures:
            raise self._failures.pop(0)
        return Performance(await asyncio.to_thread(_film, request), self.name)


def _film(request: PresenterRequest) -> bytes:
    buffer = io.BytesIO()
    count = max(round(request.seconds * request.fps), 1)
    with av.open(buffer, "w", format="mp4") as container:
        stream = container.add_stream("mpeg4", rate=request.fps)
        stream.width, stream.height, stream.pix_fmt = request.width, request.height, "yuv420p"
        for number in range(count):
            grey = 40 + 160 * number // count
            picture = np.full((request.height, request.width, 3), (grey, 60, 90), np.uint8)
            container.mux(stream.encode(av.VideoFrame.from_ndarray(picture, format="rgb24")))
        container.mux(stream.encode())
    return buffer.getvalue()
