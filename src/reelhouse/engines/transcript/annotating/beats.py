"""The pulse of a recording: tempo, beats and downbeats.

Beats are the best compromise between loud onsets and an even pulse (Ellis, "Beat Tracking by Dynamic
Programming", 2007).
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from reelhouse.engines.transcript.aligning.features import HOP, RATE, Mels

Floats = NDArray[np.float64]

FRAMES = RATE / HOP  # a second
SLOWEST, FASTEST = 50.0, 210.0  # beats a minute
USUAL, OCTAVES = 115.0, 0.9  # the tempo that people tap, and how far they go from it
EVENNESS = 400.0  # how much an even pulse is worth against loud onsets
LOCAL = int(FRAMES)  # frames around, against which an onset is one
COMPRESSION = 1000.0
SURE = 0.22  # below, there is no pulse: speech reaches 0.21, music with drums 0.4 and more
FEWEST = 8
METERS = (4, 3)
THREE_BETTER = 1.25  # times as clear must three be, to be believed instead of four
CLEAR = 0.1  # more than the mean of all beats
BASS_WEIGHT = 1.5  # or hi-hats between the beats win
BASS_BANDS = 4  # of mel: a kick drum and a bass tell where a bar begins


@dataclass(frozen=True, slots=True)
class Pulse:
    """`times` and `downbeats` are seconds; `tempo` is None and both are empty where there is no pulse.

    `sureness` is how regular the onsets are, 0 to 1.
    """

    tempo: float | None
    times: tuple[float, ...]
    downbeats: tuple[float, ...]
    meter: int | None
    sureness: float


def pulse_of(mels: Mels) -> Pulse:
    onsets = _onsets(mels.rows / mels.level)
    bass = _onsets(mels.rows[:, :BASS_BANDS] / mels.level)
    if len(onsets) < 2 * FRAMES or onsets.std() == 0:
        return Pulse(None, (), (), None, 0.0)
    period, sureness = _period(onsets)
    frames = _beats(onsets + BASS_WEIGHT * bass, period) if sureness >= SURE else np.zeros(0, np.int64)
    if len(frames) < FEWEST:
        return Pulse(None, (), (), None, round(sureness, 3))
    meter, phase = _bars(onsets + bass, frames)
    times = tuple(round(float(frame / FRAMES), 3) for frame in frames)
    tempo = 60 * FRAMES / float(np.polyfit(np.arange(len(frames)), frames, 1)[0])
    return Pulse(round(tempo, 2), times, times[phase::meter], meter, round(sureness, 3))


def _onsets(rows: Floats) -> Floats:
    """How much louder each frame is than the one before, against the frames around it."""
    loud = np.log1p(COMPRESSION * rows)
    rises = np.maximum(np.diff(loud, axis=0, prepend=loud[:1]), 0).mean(axis=1)
    around = np.convolve(rises, np.ones(LOCAL) / LOCAL, mode="same")
    return np.asarray(np.maximum(rises - around, 0) / (rises.std() + 1e-9))


def _period(onsets: Floats) -> tuple[float, float]:
    """Frames of a beat, and how much of all that happens comes back after so many."""
    blurred = np.convolve(onsets, np.hanning(9) / np.hanning(9).sum(), mode="same")
    centred = blurred - blurred.mean()
    size = 1 << int(np.ceil(np.log2(2 * len(centred))))
    again = np.fft.irfft(np.abs(np.fft.rfft(centred, size)) ** 2)[: len(centred)]
    again = again / (again[0] + 1e-9)
    lags = np.arange(int(60 * FRAMES / FASTEST), int(60 * FRAMES / SLOWEST) + 1)
    lags = lags[2 * lags < len(again)]
    both = again[lags] + 0.5 * again[2 * lags]
    tempos = 60 * FRAMES / lags
    taste = np.exp(-0.5 * (np.log2(tempos / USUAL) / OCTAVES) ** 2)
    best = int((np.maximum(both, 0) * taste).argmax())
    return _peak(again, int(lags[best])), float(min(max(again[lags[best]], 0.0), 1.0))


def _peak(curve: Floats, place: int) -> float:
    """The summit of a parabola through three points."""
    left, middle, right = curve[place - 1 : place + 2]
    bend = left - 2 * middle + right
    return place + (float(0.5 * (left - right) / bend) if bend < 0 else 0.0)


def _beats(onsets: Floats, period: float) -> NDArray[np.int64]:
    width = max(round(period / 16), 1)
    kernel = np.exp(-0.5 * (np.arange(-3 * width, 3 * width + 1) / width) ** 2)
    worth = np.convolve(onsets, kernel, mode="same")
    worth = worth / (worth.std() + 1e-9)
    back = np.arange(-round(2 * period), -round(period / 2) + 1)
    unevenness = -EVENNESS * np.log(-back / period) ** 2
    total, before = worth.copy(), np.full(len(worth), -1)
    for frame in range(-int(back[0]), len(worth)):
        options = total[frame + back] + unevenness
        best = int(options.argmax())
        if options[best] > 0:
            total[frame] += options[best]
            before[frame] = frame + back[best]
    frame = len(total) - round(period) + int(total[-round(period) :].argmax())
    chain = []
    while frame >= 0:
        chain.append(frame)
        frame = int(before[frame])
    frames = np.array(chain[::-1])
    heard = np.flatnonzero(worth[frames] > 0.5 * np.sqrt((worth[frames] ** 2).mean()))
    return frames[heard[0] : heard[-1] + 1] if len(heard) else frames[:0]


def _bars(onsets: Floats, frames: NDArray[np.int64]) -> tuple[int, int]:
    """Beats in a bar, and the first beat that begins one: where onsets are strongest."""
    near = np.stack([onsets[np.clip(frames + shift, 0, len(onsets) - 1)] for shift in (-1, 0, 1, 2)])
    strength = near.max(axis=0)
    clearness = {}
    for meter in METERS:
        phases = np.array([strength[phase::meter].mean() for phase in range(meter)])
        clearness[meter] = (phases.max() / (phases.mean() + 1e-9) - 1, int(phases.argmax()))
    four, three = (clearness[meter] for meter in METERS)
    is_three = three[0] > max(THREE_BETTER * four[0], CLEAR)
    return (3, three[1]) if is_three else (4, four[1])
