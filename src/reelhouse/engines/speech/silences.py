"""Where a recording is still: beside a pause, its level shows the edges of words better than its sounds."""

from dataclasses import dataclass

import numpy as np

from reelhouse.engines.speech.alignment import RATE, Floats, Sound, resampled

HOP, WINDOW = RATE // 200, RATE // 50  # a level every 5 ms, of 20 ms
SHORTEST = 0.06  # seconds of a silence; the closure of a stop is shorter, or heard where no pause is
FLOOR = 1e-9  # -90 dB
BELOW_SPEECH, ABOVE_NOISE, LEAST_BELOW = 40.0, 10.0, 15.0  # dB
"""Still is what lies so far below loud speech, or barely above the quietest; at least a good way below."""


@dataclass(frozen=True, slots=True)
class Silences:
    """Stretches in which nothing is said, as pairs of seconds, rising."""

    spans: tuple[tuple[float, float], ...]

    def end_near(self, moment: float, reach: float) -> float | None:
        """When it is loud again, nearest to `moment` and at most `reach` seconds from it."""
        return _nearest([end for _, end in self.spans], moment, reach)

    def start_near(self, moment: float, reach: float) -> float | None:
        """When it falls silent, nearest to `moment` and at most `reach` seconds from it."""
        return _nearest([start for start, _ in self.spans], moment, reach)


def silences_of(sound: Sound) -> Silences:
    """What lies before the first sound and behind the last is a silence however short it is."""
    samples = resampled(sound)
    count = len(samples) // HOP + 1
    padded = np.pad(samples, (WINDOW // 2, WINDOW + HOP))
    windows = np.lib.stride_tricks.sliding_window_view(padded, WINDOW)[::HOP][:count]
    levels: Floats = 10 * np.log10(np.square(windows * np.hanning(WINDOW)).mean(axis=1) + FLOOR)
    loud, quiet = np.percentile(levels, [95, 3])
    still = levels < min(max(loud - BELOW_SPEECH, quiet + ABOVE_NOISE), loud - LEAST_BELOW)
    edges = np.flatnonzero(np.diff(np.concatenate([[0], still, [0]]).astype(np.int8)))
    spans = [(int(start), int(end)) for start, end in zip(edges[::2], edges[1::2], strict=True)]
    least = SHORTEST * RATE / HOP
    kept = [(start, end) for start, end in spans if end - start >= least or start == 0 or end == count]
    return Silences(tuple((start * HOP / RATE, end * HOP / RATE) for start, end in kept))


def _nearest(edges: list[float], moment: float, reach: float) -> float | None:
    near = min(edges, key=lambda edge: abs(edge - moment), default=None)
    return near if near is not None and abs(near - moment) <= reach else None
