"""Voice over music, laid block by block, so that ten minutes need no more memory than ten seconds."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from reelhouse.render.limiting import Curve, Levels, Survey, apply_curve
from reelhouse.render.loudness import REACH, STEP, Meter, Samples, peaks

BLOCK = 4_000
"""Milliseconds that are in memory at once."""

BYTES = 4


@dataclass(frozen=True, slots=True)
class Track:
    """A raw file of 32-bit floats at 48 kHz, which begins at the sample `start`; `gain` is a factor."""

    path: Path
    channels: int
    gain: float = 1.0
    start: int = 0

    @property
    def length(self) -> int:
        return self.path.stat().st_size // (BYTES * self.channels)

    def read(self, begin: int, end: int) -> Samples:
        """Samples of the timeline, silent before the start and after the end of the file."""
        first, last = max(0, begin - self.start), min(self.length, max(0, end - self.start))
        heard = np.zeros((end - begin, self.channels), np.float32)
        if last > first:
            width = BYTES * self.channels
            count = (last - first) * self.channels
            piece = np.fromfile(self.path, "<f4", count=count, offset=first * width)
            at = first + self.start - begin
            heard[at : at + last - first] = piece.reshape(-1, self.channels) * np.float32(self.gain)
        return heard


def loudness_of(track: Track) -> float:
    """The integrated loudness of a whole track, without its gain."""
    meter = Meter()
    whole = Track(track.path, track.channels)
    for begin in range(0, whole.length, BLOCK * STEP):
        meter.add(whole.read(begin, min(whole.length, begin + BLOCK * STEP)))
    return meter.lufs


@dataclass(frozen=True, slots=True)
class Mix:
    """A mono voice in the middle of a stereo bed, which a curve holds down while somebody speaks."""

    voice: Track
    music: Track | None
    bed: Curve
    samples: int

    @property
    def milliseconds(self) -> int:
        return -(-self.samples // STEP)

    def survey(self, near: float) -> Survey:
        """Listen to everything once; peaks between samples count where these reach `near`."""
        meter, highest = Meter(), []
        before = np.zeros((REACH, 2), np.float32)
        for first, block in self._blocks():
            after = self._laid(first + len(block) // STEP, first + len(block) // STEP + 1)[:REACH]
            meter.add(block)
            highest.append(peaks(block, before=before, after=after, near=near))
            before = block[-REACH:]
        return Survey(meter.energies, np.concatenate(highest))

    def levelled(self, levels: Levels) -> Iterator[Samples]:
        """The finished sound in blocks, `samples` long in all."""
        left = self.samples
        for first, block in self._blocks():
            count = len(block) // STEP
            curve = levels.curve[first : first + count + 1] * np.float32(levels.gain)
            yield apply_curve(block, curve)[:left]
            left -= len(block)

    def _blocks(self) -> Iterator[tuple[int, Samples]]:
        for first in range(0, self.milliseconds, BLOCK):
            yield first, self._laid(first, min(self.milliseconds, first + BLOCK))

    def _laid(self, first: int, last: int) -> Samples:
        """The sound between two milliseconds, silent behind the end."""
        begin, end = first * STEP, last * STEP
        voice = self.voice.read(begin, end)
        if self.music is None:
            return np.repeat(voice, 2, axis=1)
        bed = self.bed[np.minimum(np.arange(first, last + 1), len(self.bed) - 1)]
        return apply_curve(self.music.read(begin, end), bed) + voice
