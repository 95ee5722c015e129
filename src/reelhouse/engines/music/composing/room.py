"""The small hall that beds are played in, heard section by section."""

from functools import cache

import numpy as np

from reelhouse.engines.music.composing.instruments import RATE, Samples

TAPS, SECONDS, DECAY = 28, 1.1, 0.32
FIRST = 0.012  # seconds until the nearest wall answers


class Room:
    """Answers what is sent to it; it remembers what has not come back yet."""

    def __init__(self) -> None:
        self._reach = max(delay for delay, _, _ in _taps()) + 1
        self._before = np.zeros((self._reach, 2), np.float32)

    def answer(self, sent: Samples) -> Samples:
        """The echoes that arrive while `sent` sounds, which goes on where the last call ended."""
        heard = np.concatenate([self._before, sent])
        soft = heard.copy()
        soft[1:-1] = (heard[:-2] + 2 * heard[1:-1] + heard[2:]) / 4  # walls take the treble
        sides = (soft, np.ascontiguousarray(soft[:, ::-1]))
        wet = np.zeros_like(sent)
        for delay, gain, side in _taps():
            first = self._reach - delay
            wet += sides[side][first : first + len(sent)] * np.float32(gain)
        self._before = heard[len(sent) :].copy()
        return wet


@cache
def _taps() -> tuple[tuple[int, float, int], ...]:
    """Echoes (delay in frames, gain, swapped sides), spread like velvet noise.

    The nearest is more than a frame away, so that an answer never waits for what is still to be played.
    """
    dice = np.random.default_rng(7)
    places = (np.arange(TAPS) + dice.random(TAPS)) / TAPS * SECONDS
    gains = 0.3 * np.exp(-places / DECAY) * dice.choice([-1.0, 1.0], TAPS)
    sides = dice.integers(0, 2, TAPS)
    return tuple(
        (int((FIRST + place) * RATE), float(gain), int(side))
        for place, gain, side in zip(places, gains, sides, strict=True)
    )
