"""A sound engine for tests: a tone of the right length, and failures on request."""

from hashlib import sha256

import numpy as np

from reelhouse.engines.errors import EngineRefused, EngineUnavailable
from reelhouse.engines.sound.limits import check
from reelhouse.engines.sound.types import Sound, SoundRequest

SAMPLE_RATE = 48_000
LOWEST, SPAN = 200, 800  # Hz
LEVEL = 3000


class FakeSound:
    """Holds one tone on both sides, its pitch made of prompt and seed.

    Each error in `failures` is raised once, in order, before a sound succeeds. `requests` remembers what
    was asked.
    """

    name = "fake"

    def __init__(self, failures: tuple[EngineRefused | EngineUnavailable, ...] = ()) -> None:
        self.requests: list[SoundRequest] = []
        self._failures = list(failures)

    async def make(self, request: SoundRequest) -> Sound:
        self.requests.append(request)
        if self._failures:
            raise self._failures.pop(0)
        check(self.name, request)
        digest = sha256(f"{request.seed} {request.prompt}".encode(errors="replace")).digest()
        hertz = LOWEST + int.from_bytes(digest[:2]) % SPAN
        seconds = np.arange(round(request.duration * SAMPLE_RATE)) / SAMPLE_RATE
        tone = np.rint(np.sin(2 * np.pi * hertz * seconds) * LEVEL)
        pcm = np.repeat(tone, 2).astype("<i2").tobytes()
        return Sound(pcm=pcm, sample_rate=SAMPLE_RATE, understood=tuple(request.prompt.split()))
