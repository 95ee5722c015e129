"""The builtin composer: a small band that plays from rules. No samples, no model, no network."""

import asyncio
from fractions import Fraction

import numpy as np

from reelhouse.engines.errors import EngineRefused
from reelhouse.engines.music.composing.instruments import RATE
from reelhouse.engines.music.composing.mixing import render
from reelhouse.engines.music.composing.score import write
from reelhouse.engines.music.types import MusicRequest, Track

SHORTEST, LONGEST = Fraction(1), Fraction(600)


class BuiltinMusic:
    """Composes beds in five moods at 48 kHz and -20 LUFS; equal requests give equal tracks."""

    name = "builtin"

    async def compose(self, request: MusicRequest) -> Track:
        """Exactly ``round(duration * 48000)`` frames. Raises `EngineRefused` below 1 s and above 10 min."""
        if not SHORTEST <= request.duration <= LONGEST:
            raise EngineRefused(
                self.name, f"it composes {SHORTEST} to {LONGEST} seconds, not {request.duration}"
            )
        pcm = await asyncio.to_thread(_composed, request)
        return Track(pcm=pcm, sample_rate=RATE, engine=self.name)


def _composed(request: MusicRequest) -> bytes:
    sections = render(write(request), round(request.duration * RATE))
    return b"".join(np.rint(section * 32767).astype("<i2").tobytes() for section in sections)
