"""Music engines for tests: a quiet hum of the right length, and failures on request."""

from fractions import Fraction

import numpy as np

from reelhouse.engines.errors import EngineRefused, EngineUnavailable
from reelhouse.engines.music.songs.limits import check
from reelhouse.engines.music.types import MusicRequest, Section, Song, SongRequest, Track

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
        return Track(pcm=_hum(request.duration, request.seed), sample_rate=SAMPLE_RATE, engine=self.name)


class FakeSong:
    """Hums a whole piece in one section. `failures` and `requests` are as those of `FakeMusic`."""

    name = "fake"

    def __init__(self, failures: tuple[EngineRefused | EngineUnavailable, ...] = ()) -> None:
        self.requests: list[SongRequest] = []
        self._failures = list(failures)

    async def create(self, request: SongRequest) -> Song:
        self.requests.append(request)
        if self._failures:
            raise self._failures.pop(0)
        check(self.name, request)
        return Song(
            pcm=_hum(request.duration, request.seed),
            sample_rate=SAMPLE_RATE,
            sections=(Section("Hum", Fraction(0), request.duration),),
            understood=tuple(request.tags.split()),
            notes=("A hum that stands for music.",),
        )


def _hum(duration: Fraction, seed: int) -> bytes:
    frames = round(duration * SAMPLE_RATE)
    hum = np.sin(2 * np.pi * 110 * np.arange(frames) / SAMPLE_RATE) * (2000 + seed % 1000)
    return np.repeat(np.rint(hum), 2).astype("<i2").tobytes()
