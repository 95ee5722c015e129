"""A bus whose sounds are written ahead of what is taken from it."""

import numpy as np

from reelhouse.engines.music.composing.instruments import Samples


class Strip:
    """Stereo samples from the frame that is taken next to the end of the last sound."""

    def __init__(self) -> None:
        self._first = 0
        self._samples = np.zeros((0, 2), np.float32)

    def add(self, sound: Samples, start: int) -> None:
        """Lay `sound` over what is there; `start` counts frames from the beginning of the piece."""
        place = start - self._first
        self._reach(place + len(sound))
        self._samples[place : place + len(sound)] += sound

    def take(self, frames: int) -> Samples:
        """The next `frames`, to which nothing can be added any more."""
        self._reach(frames)
        taken, self._samples = self._samples[:frames], self._samples[frames:].copy()
        self._first += frames
        return taken

    def _reach(self, frames: int) -> None:
        if (missing := frames - len(self._samples)) > 0:
            room = max(missing, len(self._samples))  # doubled, so that a thousand notes copy little
            self._samples = np.concatenate([self._samples, np.zeros((room, 2), np.float32)])
