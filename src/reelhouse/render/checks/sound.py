"""Listening to the sound of a file: how loud it is, how high its peaks, and when somebody speaks."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from reelhouse.media.composition import Composition
from reelhouse.media.speech import Word
from reelhouse.media.time import milliseconds
from reelhouse.render.checks.names import Check
from reelhouse.render.loudness import (
    CEILING_DBTP,
    REACH,
    SAMPLE_RATE,
    SILENCE_LUFS,
    TARGET_LUFS,
    TOLERANCE_LU,
    Loudness,
    Meter,
    Samples,
    peaks,
)
from reelhouse.render.probe import UNDECODED
from reelhouse.render.types import Finding

if TYPE_CHECKING:
    import av

HOP = SAMPLE_RATE // 100
HOPS_PER_SECOND = SAMPLE_RATE // HOP
BLOCK = 4 * SAMPLE_RATE

NEAR_DB = 4.0
"""Peaks between samples are looked for where these are so near to the ceiling, in dB."""

VOICE_HZ = (300, 4000)
"""Where speech is strong, and most of a bed is not."""

DYNAMICS_DB = 45.0
SHORTEST_WORD = milliseconds(80)
QUIETEST_WORD_DBFS = -36.0
"""The loudest 20 ms of a word: below this nobody hears it in a mix of −14 LUFS."""


class SoundDamaged(Exception):
    """The sound does not decode to its end."""


@dataclass(frozen=True, slots=True)
class Heard:
    """What was measured. `levels` and `voice` hold a value in dB for each hundredth of a second.

    The first is of the first 20 ms, so that its middle lies at the first hundredth. `levels` are of all
    sound; `voice` is what lies in the range of speech, cut off at `DYNAMICS_DB` below the loudest.
    """

    loudness: Loudness
    levels: NDArray[np.float64]
    voice: NDArray[np.float64]


SILENT = Heard(Loudness(SILENCE_LUFS, SILENCE_LUFS), np.zeros(0), np.zeros(0))


def listen(path: Path) -> Heard:
    """Decode the first sound of a file once, in blocks. Raises `SoundDamaged`."""
    import av  # noqa: PLC0415 - 16 MB that a worker without work does without

    ear = _Ear()
    try:
        with av.open(str(path), options=UNDECODED) as container:
            if not container.streams.audio:
                return SILENT
            for block in _blocks(container):
                ear.hear(block)
    except (av.FFmpegError, OSError) as error:
        raise SoundDamaged(str(error)) from error
    return ear.heard()


def _blocks(container: "av.container.InputContainer") -> Iterator[Samples]:
    """Samples × 2 at 48 kHz, in blocks of some seconds."""
    import av  # noqa: PLC0415 - loaded by the caller already

    resampler = av.AudioResampler("fltp", "stereo", SAMPLE_RATE)
    pieces: list[NDArray[np.float32]] = []
    held = 0
    for decoded in container.decode(audio=0):
        native = decoded.format.name == "fltp" and decoded.layout.name == "stereo"
        same = native and decoded.sample_rate == SAMPLE_RATE
        for part in [decoded] if same else resampler.resample(decoded):
            pieces.append(np.asarray(part.to_ndarray(), np.float32))
            held += part.samples
        if held >= BLOCK:
            yield np.concatenate(pieces, axis=1).T
            pieces, held = [], 0
    if pieces:
        yield np.concatenate(pieces, axis=1).T


class _Ear:
    """Takes blocks of any length, and works in whole hundredths of a second."""

    def __init__(self) -> None:
        self._meter = Meter()
        self._peak = 0.0
        self._before = np.zeros((REACH, 2), np.float32)
        self._rest = np.zeros((0, 2), np.float32)
        self._power: list[NDArray[np.float64]] = []
        self._voice: list[NDArray[np.float64]] = []

    def hear(self, block: Samples) -> None:
        self._meter.add(block)
        samples = np.concatenate((self._rest, block))
        whole = (len(samples) - HOP) // HOP * HOP
        if whole > 0:
            self._measure(samples[:whole], samples[whole : whole + HOP])
        self._rest = samples[max(0, whole) :]

    def heard(self) -> Heard:
        """Everything, with silence behind the end."""
        silence = np.zeros((-len(self._rest) % HOP + HOP, 2), np.float32)
        padded = np.concatenate((self._rest, silence))
        self._measure(padded[:-HOP], padded[-HOP:])
        power = np.concatenate(self._power)
        voice = _decibels(np.concatenate(self._voice))
        return Heard(
            Loudness(self._meter.lufs, max(SILENCE_LUFS, 20 * float(np.log10(self._peak + 1e-9)))),
            levels=_decibels(power),
            voice=np.maximum(voice, voice.max() - DYNAMICS_DB),
        )

    def _measure(self, samples: Samples, after: Samples) -> None:
        near = 10 ** ((CEILING_DBTP - NEAR_DB) / 20)
        if len(samples):
            highest = peaks(samples, before=self._before, after=after[:REACH], near=near)
            self._peak = max(self._peak, float(highest.max()))
            self._before = samples[-REACH:]
        mono = np.concatenate((samples, after)).mean(axis=1)
        windows = np.lib.stride_tricks.sliding_window_view(mono, 2 * HOP)[::HOP]
        self._power.append(np.square(windows, dtype=np.float32).mean(axis=1, dtype=np.float64))
        spectra = np.fft.rfft(windows * np.hanning(2 * HOP).astype(np.float32))
        low, high = (edge * 2 * HOP // SAMPLE_RATE for edge in VOICE_HZ)
        band = spectra[:, low:high]
        self._voice.append((np.square(band.real) + np.square(band.imag)).sum(axis=1, dtype=np.float64))


def _decibels(power: NDArray[np.float64]) -> NDArray[np.float64]:
    return np.asarray(10 * np.log10(power + 1e-12))


def level_findings(heard: Heard) -> Iterator[Finding]:
    lufs, peak = heard.loudness.lufs, heard.loudness.true_peak_dbtp
    if abs(lufs - TARGET_LUFS) > TOLERANCE_LU:
        yield Finding(Check.LOUDNESS, f"{TARGET_LUFS:g} LUFS ± {TOLERANCE_LU:g}", f"{lufs:.1f} LUFS")
    if peak > CEILING_DBTP:
        yield Finding(Check.TRUE_PEAK, f"at most {CEILING_DBTP:g} dBTP", f"{peak:.1f} dBTP")


def silence_findings(heard: Heard, composition: Composition) -> Iterator[Finding]:
    unheard = [word for word in _spoken(composition) if _loudest(heard, word) < QUIETEST_WORD_DBFS]
    if unheard:
        listed = ", ".join(f"{word.text!r} at {float(word.span.start):.2f} s" for word in unheard[:5])
        yield Finding(Check.SILENT_SPEECH, "every word heard", f"{len(unheard)} unheard: {listed}")


def _spoken(composition: Composition) -> Iterator[Word]:
    """Words that make a sound and are long enough to be looked for."""
    narration = composition.narration
    for word in narration.timing.shifted(narration.offset).words:
        speaks = any(character.isalnum() for character in word.text)
        if speaks and word.span.duration >= SHORTEST_WORD and word.span.end <= composition.duration:
            yield word


def _loudest(heard: Heard, word: Word) -> float:
    """The level of the loudest 20 ms within a word, in dBFS."""
    first = -(-word.span.start * HOPS_PER_SECOND // 1)
    last = word.span.end * HOPS_PER_SECOND // 1 - 1
    inside = heard.levels[int(first) : int(last)]
    return float(inside.max()) if inside.size else -float("inf")
