"""How strong each harmonic of an instrument is, and how that changes after the stroke.

A timbre takes the numbers of the harmonics, the moments in seconds (as a column) and the pitch in Hz.
"""

from collections.abc import Callable

import numpy as np

from reelhouse.engines.music.songs.playing.waves import Strengths

Timbre = Callable[[Strengths, Strengths, float], Strengths]


def struck(bright: float, life: float, *, point: float = 0.125, damping: float = 0.045) -> Timbre:
    """A string under a hammer at `point` of its length; `life` in seconds, high notes die sooner."""

    def strengths(orders: Strengths, at: Strengths, pitch: float) -> Strengths:
        lasting = life * (220 / pitch) ** 0.5
        comb = 0.15 + np.abs(np.sin(np.pi * orders * point))
        start = comb / orders**1.05 * np.exp(-orders * pitch / bright)
        fast, slow = lasting * 0.22 / (1 + damping * 2 * orders), lasting / (1 + damping * orders)
        return np.asarray(start * (0.62 * np.exp(-at / fast) + 0.38 * np.exp(-at / slow)))

    return strengths


def plucked(bright: float, life: float, *, point: float = 0.18, damping: float = 0.02) -> Timbre:
    """A string under a finger or a plectrum; the treble goes first, with the square of the harmonic."""

    def strengths(orders: Strengths, at: Strengths, pitch: float) -> Strengths:
        lasting = life * (196 / pitch) ** 0.6
        comb = 0.08 + np.abs(np.sin(np.pi * orders * point))
        start = comb / orders**0.9 * np.exp(-orders * pitch / bright)
        return np.asarray(start * np.exp(-at / lasting * (1 + damping * orders**2)))

    return strengths


def blown(bright: float, dark: float, rise: float, *, odd: float = 1.0, peak: float = 0.0) -> Timbre:
    """Steepness `dark` becomes `bright` within `rise` seconds; `odd` is what is left of even harmonics.

    `peak` lifts the region around that many Hz, as a horn's bell or a reed's body does.
    """

    def strengths(orders: Strengths, at: Strengths, pitch: float) -> Strengths:
        steep = bright + (dark - bright) * np.exp(-at / rise) + 0.12 * np.minimum(at, 2)
        made = orders ** (-steep) * np.where(orders % 2 == 0, odd, 1.0)
        if peak:
            made = made * (1 + 2.2 * np.exp(-(((orders * pitch - peak) / (0.45 * peak)) ** 2)))
        return np.asarray(made * np.exp(-((orders * pitch / 9000) ** 2)))

    return strengths


def bowed(bright: float) -> Timbre:
    """A saw tooth behind a wooden body; the bow bites within a tenth of a second."""

    def strengths(orders: Strengths, at: Strengths, pitch: float) -> Strengths:
        frequency = orders * pitch
        body = (
            1
            + 0.9 * np.exp(-(((frequency - 480) / 260) ** 2))
            + 0.7 * np.exp(-(((frequency - 2600) / 900) ** 2))
        )
        bite = 1 - 0.35 * np.exp(-at / 0.08) * np.minimum(orders / 6, 1)
        return body / orders**1.05 * bite * np.exp(-((frequency / bright) ** 2))

    return strengths


def filtered(
    shape: str, start: float, settled: float, fall: float, *, resonance: float = 0.0, power: float = 4.0
) -> Timbre:
    """A synthesiser: `shape` (saw, square, pulse, triangle) through a low pass.

    The corner goes from `start` to `settled` Hz within `fall` seconds; `resonance` is its peak.
    """

    def strengths(orders: Strengths, at: Strengths, pitch: float) -> Strengths:
        corner = settled + (start - settled) * np.exp(-at / fall)
        corner = np.maximum(corner, pitch * 1.2)
        ratio = orders * pitch / corner
        low = 1 / np.sqrt(1 + ratio**power) * (1 + resonance * np.exp(-(((ratio - 1) / 0.22) ** 2)))
        return _shape(shape, orders) * low

    return strengths


def _shape(shape: str, orders: Strengths) -> Strengths:
    if shape == "square":
        return np.where(orders % 2 == 1, 1 / orders, 0.0)
    if shape == "triangle":
        return np.where(orders % 2 == 1, 1 / orders**2, 0.0)
    if shape == "pulse":
        return np.abs(np.sin(np.pi * orders * 0.25)) / orders
    return 1 / orders


def drawbars(*levels: float) -> Timbre:
    """An organ: pipes at the 1st, 2nd, 3rd, 4th, 6th, 8th and 10th harmonic."""

    def strengths(orders: Strengths, at: Strengths, _pitch: float) -> Strengths:
        made = np.zeros(len(orders))
        for place, level in zip((1, 2, 3, 4, 6, 8, 10), levels, strict=False):
            if place <= len(orders):
                made[place - 1] = level
        click = 1 + 0.5 * np.exp(-at / 0.012) * (orders > 3)  # noqa: PLR2004 - keys click in the treble
        return made * click

    return strengths


def sung(*formants: tuple[float, float, float]) -> Timbre:
    """A vowel: `formants` as (Hz, width, strength) over a soft voice."""

    def strengths(orders: Strengths, at: Strengths, pitch: float) -> Strengths:
        frequency = orders * pitch
        mouth = sum(
            (level * np.exp(-(((frequency - place) / width) ** 2)) for place, width, level in formants),
            np.full(len(orders), 0.04),
        )
        return mouth / orders**0.55 * np.ones_like(at)

    return strengths
