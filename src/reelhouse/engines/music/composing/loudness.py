"""How loud a whole bed is, measured section by section."""

from collections.abc import Iterable
from functools import cache

import numpy as np
from numpy.typing import NDArray

from reelhouse.engines.music.composing.instruments import Samples

MEMORY = 8192  # frames after which the filters have forgotten what they heard, to 17 digits


def loudness(sections: Iterable[Samples]) -> float:
    """LUFS of the whole, without gating: the power of what K-weighting (ITU-R BS.1770) lets through."""
    power, frames = 0.0, 0
    before = np.zeros((MEMORY, 2), np.float32)
    for section in sections:
        heard = np.concatenate([before, section])
        # The end of the block comes round into its beginning, which is only there to be forgotten.
        spectrum = np.fft.rfft(heard, axis=0) * _k_filter(len(heard))[:, None]
        weighted = np.fft.irfft(spectrum, len(heard), axis=0)[MEMORY:]
        power += float(np.vdot(weighted, weighted))
        frames += len(section)
        before = heard[-MEMORY:]
    return float(-0.691 + 10 * np.log10(power / frames + 1e-12))


@cache
def _k_filter(frames: int) -> NDArray[np.complex128]:
    """The two filters of BS.1770 at 48 kHz, for each bin of a spectrum of `frames`."""
    turn = np.exp(-2j * np.pi * np.fft.rfftfreq(frames))
    shelf = (1.53512485958697 - 2.69169618940638 * turn + 1.19839281085285 * turn**2) / (
        1 - 1.69065929318241 * turn + 0.73248077421585 * turn**2
    )
    high_pass = (1 - 2 * turn + turn**2) / (1 - 1.99004745483398 * turn + 0.99007225036621 * turn**2)
    return np.asarray(shelf * high_pass)
