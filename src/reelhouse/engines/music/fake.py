"""A music engine for tests: a quiet hum of the right length, and failures on request."""

import numpy as np

from reelhouse.engines.errors import EngineRefused, EngineUnavailable
from reelhouse.engines.music.types import MusicRequest, Track

SAMPLE_RATE = 48_000


class FakeMusic:
    """Hums 110 Hz on both sides, louder and softer by seed.

    Each error in `failures` is raised once, in order, before music succeeds. `requests` remembers what was
    asked.
    """

    name = "fake"

    def __init__(self, failures: tuple[EngineRefused | EngineUnavailable, ...] = ()) -> None:
        self.requests: list[MusicRequest] = []
        self._failures = list(failures)

    async def compose(self, request: MusicRequest) -> Track:
        self.requests.append(request)
        if self._failures:
            raise self._failures.pop(0)
        if request.duration <= 0:
            raise EngineRefused(self.name, "music takes time")
        frames = round(request.duration * SAMPLE_RATE)
        hum = np.sin(2 * np.pi * 110 * np.arange(frames) / SAMPLE_RATE) * (2000 + request.seed % 1000)
        pcm = np.repeat(np.rint(hum), 2).astype("<i2").tobytes()
        return Track(pcm=pcm, sample_rate=SAMPLE_RATE, engine=self.name)
