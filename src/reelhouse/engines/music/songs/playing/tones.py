"""From a note to samples, by the design of its instrument."""

from dataclasses import dataclass

import numpy as np

from reelhouse.engines.music.songs.playing.timbres import Timbre
from reelhouse.engines.music.songs.playing.waves import (
    RATE,
    Samples,
    edged,
    hertz,
    noise,
    orders_for,
    places_of,
    read,
    seconds_of,
    tables_of,
)

GOLDEN = 0.618034
NOISE_FRAMES = 1 << 17


@dataclass(frozen=True, slots=True)
class Tone:
    """A tone of harmonics. `voices` are (cents, pan) of those that play together.

    A tone that is not `held` rings on after its note for `release` seconds by its own timbre. `vibrato` is in
    cents, `breath` a share of noise, `drive` how hard it is pressed into an amplifier.
    """

    timbre: Timbre
    attack: float = 0.004
    release: float = 0.12
    held: bool = True
    moments: tuple[float, ...] = (0.0, 0.03, 0.1, 0.3, 0.8, 2.0, 5.0)
    voices: tuple[tuple[float, float], ...] = ((0.0, 0.0),)
    vibrato: float = 0.0
    vibrato_rate: float = 5.4
    breath: float = 0.0
    drive: float = 0.0
    octave: int = 0
    glide: float = 0.0
    """Semitones from which it slides into the note."""


@dataclass(frozen=True, slots=True)
class Bars:
    """Struck metal or wood: (ratio to the pitch, strength, half-life in seconds) of each mode."""

    modes: tuple[tuple[float, float, float], ...]
    release: float = 1.5
    knock: float = 0.0
    octave: int = 0
    tremolo: float = 0.0


@dataclass(frozen=True, slots=True)
class Modulated:
    """Frequency modulation: `index` dies within `fall` seconds to `settled`, the tone within `life`."""

    ratio: float
    index: float
    settled: float
    fall: float
    life: float
    release: float = 0.3
    octave: int = 0
    tremolo: float = 0.0


Design = Tone | Bars | Modulated


def played(design: Design, pitch: int, length: float) -> Samples:
    """`length` seconds of a note, and its release; frames, or frames and two sides."""
    pitch += 12 * design.octave
    frames = int((length + design.release) * RATE)
    match design:
        case Tone():
            return _toned(design, pitch, frames)
        case Bars():
            return _barred(design, pitch, frames)
        case Modulated():
            return _modulated(design, pitch, frames)


def _toned(design: Tone, pitch: int, frames: int) -> Samples:
    frequency = hertz(pitch)
    moments = np.array(design.moments)[:, None]
    strengths = design.timbre(orders_for(frequency * 1.02), moments, frequency)
    strengths = np.broadcast_to(strengths, (len(design.moments), strengths.shape[-1]))
    tables = tables_of(strengths / (np.sqrt((strengths[0:3] ** 2).sum(axis=1).max() / 2) * 4))
    bend = _bend(design, frames)
    rows = []
    for number, (cents, _) in enumerate(design.voices):
        start = (number * GOLDEN) % 1
        rows.append(
            read(tables, design.moments, places_of(frequency * 2 ** (cents / 1200), frames, start, bend))
        )
    sound = _spread(rows, design)
    if design.breath:
        air = noise(pitch, NOISE_FRAMES, 0.8 * frequency, 5000)[np.arange(frames) % NOISE_FRAMES]
        sound += (air * np.float32(0.25 * design.breath)).reshape(-1, *[1] * (sound.ndim - 1))
    if design.drive:
        sound = np.tanh(sound * np.float32(design.drive)) * np.float32(0.3)
    return edged(sound, design.attack, design.release if design.held else 0.6 * design.release)


def _bend(design: Tone, frames: int) -> Samples | None:
    """Vibrato that begins late, and the slide into the note."""
    if not design.vibrato and not design.glide:
        return None
    at = seconds_of(frames)
    depth = np.minimum(np.maximum(at - 0.18, 0) / 0.35, 1) * design.vibrato / 1200
    slide = design.glide / 12 * np.exp(-at / 0.035)
    wave = np.sin(2 * np.pi * np.float32(design.vibrato_rate) * at)
    return np.asarray(2 ** (depth * wave + slide), np.float32)


def _spread(rows: list[Samples], design: Tone) -> Samples:
    if len(rows) == 1:
        return rows[0]
    out = np.zeros((len(rows[0]), 2), np.float32)
    for row, (_, pan) in zip(rows, design.voices, strict=True):
        angle = (pan + 1) * np.pi / 4
        out[:, 0] += row * np.float32(np.cos(angle))
        out[:, 1] += row * np.float32(np.sin(angle))
    return out * np.float32(1.4 / len(rows) ** 0.6)


def _barred(design: Bars, pitch: int, frames: int) -> Samples:
    at, frequency = seconds_of(frames), hertz(pitch)
    sound = np.zeros(frames, np.float32)
    for ratio, strength, life in design.modes:
        if ratio * frequency < 0.45 * RATE:
            decay = np.exp2(-at / np.float32(life * (523 / frequency) ** 0.3))
            sound += np.float32(strength) * np.sin(np.float32(2 * np.pi * ratio * frequency) * at) * decay
    if design.knock:
        thud = noise(pitch + 7, 4096, 600, 4000)[: min(4096, frames)]
        sound[: len(thud)] += np.float32(design.knock) * thud * np.exp(-at[: len(thud)] / np.float32(0.012))
    if design.tremolo:
        sound *= 1 + np.float32(design.tremolo) * np.sin(np.float32(2 * np.pi * 5.2) * at)
    return edged(sound * np.float32(0.35), 0.0015, min(0.6 * design.release, 0.5))


def _modulated(design: Modulated, pitch: int, frames: int) -> Samples:
    at, turn = seconds_of(frames), np.float32(2 * np.pi * hertz(pitch)) * seconds_of(frames)
    index = design.settled + (design.index - design.settled) * np.exp(-at / np.float32(design.fall))
    index *= np.float32(min(1.0, (440 / hertz(pitch)) ** 0.5))
    carried = np.sin(turn + index * np.sin(turn * np.float32(design.ratio)))
    sound = carried * np.exp(-at / np.float32(design.life))
    if design.tremolo:
        sides = np.float32(design.tremolo) * np.sin(np.float32(2 * np.pi * 4.6) * at)
        sound = np.stack([sound * (1 + sides), sound * (1 - sides)], axis=1)
    return edged((sound * np.float32(0.32)).astype(np.float32), 0.002, design.release)
