"""The last hand on a mix: colour, glue, loudness, and an end in silence."""

from itertools import pairwise

import numpy as np

from reelhouse.engines.music.songs.mixing.loudness import CHUNK, balance, limit, loudness
from reelhouse.engines.music.songs.mixing.space import EQ_TAPS, convolve, equaliser
from reelhouse.engines.music.songs.playing.waves import RATE, Samples, Strengths, noise, smooth
from reelhouse.engines.music.songs.reading.style import Sound

LOUDNESS = -14.0
CEILING = 10 ** (-1.5 / 20)
GLUE_BLOCK = 1024
GLUE_RATIO, GLUE_OVER = 0.3, -16.0  # share of decibels taken above the threshold
TURNS = 3
OCTAVES = (28, 63, 125, 250, 500, 1000, 2000, 4000, 8000, 16000)
BALANCE = (-9.0, -5.5, -6.5, -8.0, -9.5, -12.0, -14.5, -17.5, -22.5)
"""How the power of finished recordings is usually spread over the octaves, in decibels of the whole."""

TRUST, MOST_CORRECTION, NOBODY = 0.5, 5.0, 22.0


def master(mix: Samples, sound: Sound, ring: float, seed: int, *, polish: bool) -> None:
    """In place, to -14 LUFS and peaks below -1 dBTP; the last `ring` seconds fade to silence."""
    mix *= np.float32(10 ** ((-18 - loudness(mix, 2)) / 20))
    if sound.vinyl:
        _add_vinyl(mix, sound.vinyl, seed)
    if sound.tape or sound.drive:
        _saturate(mix, 1 + 1.2 * sound.tape + 2.5 * sound.drive)
    convolve(mix, equaliser(_curve(sound, _correction(mix), polish=polish)), delay=EQ_TAPS // 2)
    if sound.tape >= 0.5:  # noqa: PLR2004 - audibly so
        _wow(mix, sound.tape)
    _glue(mix)
    _fade(mix, ring)
    for _ in range(TURNS):
        mix *= np.float32(10 ** ((LOUDNESS - loudness(mix)) / 20))
        limit(mix, CEILING)
        if abs(loudness(mix, 2) - LOUDNESS) < 0.15:  # noqa: PLR2004 - nobody hears it
            break
    _edge(mix)


def _correction(mix: Samples) -> Strengths:
    """Decibels for each octave that bring it half-way to how music is usually balanced.

    An octave in which nobody plays is left alone: noise is no music.
    """
    off = np.array(BALANCE) - balance(mix, OCTAVES)
    return np.where(off > NOBODY, 0.0, np.clip(TRUST * off, -MOST_CORRECTION, MOST_CORRECTION))


def _curve(sound: Sound, octaves: Strengths, *, polish: bool) -> list[tuple[float, float]]:
    """Decibels over Hz: rumble away, each octave at its share, and what the tags want."""
    air = 1.0 if polish else 0.0
    centres = [(low * high) ** 0.5 for low, high in pairwise(OCTAVES)]
    tilts = [
        sound.low,
        sound.low,
        0.3 * sound.low,
        0.0,
        0.0,
        0.0,
        0.4 * sound.treble,
        sound.treble,
        1.3 * sound.treble + air,
    ]
    points = [(hertz, gain + tilt) for hertz, gain, tilt in zip(centres, octaves, tilts, strict=True)]
    return [(10, -60), (22, -18), *points, (17000, points[-1][1] - 1), (21000, -12)]


def _saturate(mix: Samples, drive: float) -> None:
    for begin in range(0, len(mix), CHUNK):
        piece = mix[begin : begin + CHUNK]
        piece[:] = np.tanh(piece * np.float32(drive)) / np.float32(drive**0.6)


def _add_vinyl(mix: Samples, share: float, seed: int) -> None:
    """Dust and a quiet hiss."""
    dice = np.random.default_rng(seed)
    hiss = noise(91, 1 << 17, 500, 9000) * np.float32(0.0016 * share)
    for begin in range(0, len(mix), len(hiss)):
        piece = mix[begin : begin + len(hiss)]
        piece += hiss[: len(piece), None]
    places = dice.integers(0, max(len(mix) - 64, 1), int(len(mix) / RATE * 11 * share))
    click = np.exp(-np.arange(64) / 7.0) * np.sin(np.arange(64) * 0.9)
    for place, force, pan in zip(
        places, dice.exponential(0.022, len(places)), dice.uniform(0.3, 1, (len(places), 2)), strict=True
    ):
        mix[place : place + 64] += (click[:, None] * min(force, 0.09) * pan).astype(np.float32)


def _wow(mix: Samples, share: float) -> None:
    """A tape that does not run evenly: up to a thousandth fast or slow."""
    depth = 0.0011 * share * RATE / (2 * np.pi * 0.6)
    source = mix.copy()
    grid = np.arange(len(mix))
    for begin in range(0, len(mix), CHUNK):
        here = grid[begin : begin + CHUNK]
        places = here - depth * (1 - np.cos(2 * np.pi * 0.6 * here / RATE)) * np.minimum(here / RATE, 1)
        low = max(begin - int(2 * depth) - 2, 0)
        window = source[low : begin + len(here)]
        for side in (0, 1):
            mix[begin : begin + CHUNK, side] = np.interp(
                places - low, np.arange(len(window)), window[:, side]
            )


def _glue(mix: Samples) -> None:
    """A slow compressor of the whole: what is over the threshold grows more slowly."""
    count = len(mix) // GLUE_BLOCK + 1
    levels = np.full(count, 1e-6)
    for place in range(count):
        piece = mix[place * GLUE_BLOCK : (place + 1) * GLUE_BLOCK]
        if len(piece):
            levels[place] = float(np.einsum("ij,ij->", piece, piece)) / piece.size + 1e-9
    window = np.hanning(11)
    power = np.convolve(np.pad(levels, 5, mode="edge"), window / window.sum(), mode="valid")
    over = np.maximum(10 * np.log10(power) - GLUE_OVER, 0)
    gains = 10 ** (-GLUE_RATIO * over / 20)
    for begin in range(0, len(mix), CHUNK):
        places = np.arange(begin, min(begin + CHUNK, len(mix))) / GLUE_BLOCK - 0.5
        mix[begin : begin + CHUNK] *= np.interp(places, np.arange(count), gains)[:, None].astype(np.float32)


def _fade(mix: Samples, ring: float) -> None:
    fall = min(int(ring * 0.75 * RATE), len(mix))
    mix[len(mix) - fall :] *= (smooth(fall)[::-1] ** 1.5)[:, None]


def _edge(mix: Samples) -> None:
    """Silence at both ends: nothing clicks."""
    rise, fall = int(0.003 * RATE), int(0.02 * RATE)
    mix[:rise] *= smooth(rise)[:, None]
    mix[len(mix) - fall :] *= smooth(fall)[::-1, None]
