"""From notes to a finished stereo track: buses, room, level and an end at zero."""

from functools import cache

import numpy as np
from numpy.typing import NDArray

from reelhouse.engines.music.composing import instruments
from reelhouse.engines.music.composing.instruments import RATE, Samples
from reelhouse.engines.music.composing.score import Note, Score

LOUDNESS = -20.0  # LUFS: a bed, to be turned up or down by whoever mixes it
CEILING, KNEE = 0.85, 0.55  # peaks over the knee are rounded, and never reach the ceiling
GAIN_STEPS = 4096  # gains are whole steps, so that the last digit of a sum decides nothing

LEVELS = {
    "pad": 0.17,
    "keys": 0.26,
    "lead": 0.24,
    "bass": 0.25,
    "kick": 0.42,
    "tom": 0.4,
    "clap": 0.5,
    "rim": 0.34,
    "hat": 0.42,
    "crash": 0.3,
}
PANS = {"hat": 0.25, "rim": -0.2, "clap": 0.05, "keys": -0.18, "lead": 0.24, "crash": -0.1}
ROOM_SENDS = {"pad": 0.35, "keys": 0.5, "lead": 0.7, "clap": 0.4, "rim": 0.5, "tom": 0.4, "crash": 0.4}

PUMP_EDGE = RATE * 2 // 1000  # two milliseconds, so that making room makes no click
ROOM_TAPS, ROOM_SECONDS, ROOM_DECAY = 28, 1.1, 0.32
ECHO_BEATS, ECHO_GAIN = 0.75, 0.3  # the melody answers itself a dotted eighth later
FADE_SECONDS = 0.6  # of the last chord, down to silence


def render(score: Score, frames: int) -> Samples:
    """Exactly `frames` of stereo, from -1 to 1."""
    dry = np.zeros((frames, 2), np.float32)
    chords = np.zeros((frames, 2), np.float32)
    sent = np.zeros((frames, 2), np.float32)
    for note in score.notes:
        sound = _played(note, score) * np.float32(LEVELS[note.instrument] * note.velocity)
        placed = _panned(sound, PANS.get(note.instrument, 0.0))
        start = int(note.start * RATE)
        _add(chords if note.instrument == "pad" else dry, placed, start)
        if note.instrument == "lead":
            _add(dry, placed[:, ::-1] * np.float32(ECHO_GAIN), start + int(ECHO_BEATS * score.beat * RATE))
        if (send := ROOM_SENDS.get(note.instrument)) is not None:
            _add(sent, placed * np.float32(send), start)
    if score.style.pump:
        chords *= _pump(score, frames)[:, None]
    return _mastered(dry + chords + _room(sent))


def _played(note: Note, score: Score) -> Samples:
    if note.instrument == "pad":
        return instruments.pad(note.pitch, note.length)
    if note.instrument == "keys":
        return instruments.keys(note.pitch, note.length, score.style.keys_colour)
    if note.instrument == "lead":
        return instruments.lead(note.pitch, note.length)
    if note.instrument == "bass":
        return instruments.bass(note.pitch, note.length)
    drum = {
        "kick": instruments.kick,
        "tom": instruments.tom,
        "clap": instruments.clap,
        "rim": instruments.rim,
        "hat": instruments.hat,
        "crash": instruments.crash,
    }[note.instrument]
    return drum()


def _panned(sound: Samples, pan: float) -> Samples:
    """Stereo with constant power; what is stereo already stays as it is."""
    if sound.ndim == 2:  # noqa: PLR2004 - frames and channels
        return sound
    angle = (pan + 1) * np.pi / 4
    return sound[:, None] * np.array([np.cos(angle), np.sin(angle)], np.float32) * np.float32(np.sqrt(2))


def _add(bus: Samples, sound: Samples, start: int) -> None:
    end = min(start + len(sound), len(bus))
    if end > start:
        bus[start:end] += sound[: end - start]


def _pump(score: Score, frames: int) -> Samples:
    """The kick makes room for itself."""
    shape = np.ones(frames, np.float32)
    length = int(score.beat * RATE)
    dip = 1 - score.style.pump * np.exp(-np.arange(length, dtype=np.float32) / np.float32(0.12 * RATE))
    for note in score.notes:
        if note.instrument == "kick":
            start = int(note.start * RATE)
            stop = min(start + length, frames)
            shape[start:stop] = np.minimum(shape[start:stop], dip[: stop - start])
    softened = np.convolve(np.pad(shape, PUMP_EDGE, mode="edge"), np.ones(PUMP_EDGE) / PUMP_EDGE, "same")
    return softened[PUMP_EDGE:-PUMP_EDGE].astype(np.float32)


@cache
def _taps() -> tuple[tuple[int, float, int], ...]:
    """Echoes of a small hall (delay in frames, gain, swapped sides), spread like velvet noise."""
    dice = np.random.default_rng(7)
    places = (np.arange(ROOM_TAPS) + dice.random(ROOM_TAPS)) / ROOM_TAPS * ROOM_SECONDS
    gains = 0.3 * np.exp(-places / ROOM_DECAY) * dice.choice([-1.0, 1.0], ROOM_TAPS)
    sides = dice.integers(0, 2, ROOM_TAPS)
    return tuple(
        (int((0.012 + place) * RATE), float(gain), int(side))
        for place, gain, side in zip(places, gains, sides, strict=True)
    )


def _room(sent: Samples) -> Samples:
    soft = sent.copy()
    soft[1:-1] = (sent[:-2] + 2 * sent[1:-1] + sent[2:]) / 4  # walls take the treble
    wet = np.zeros_like(sent)
    for delay, gain, side in _taps():
        if delay < len(sent):
            echo = soft[: len(sent) - delay]
            wet[delay:] += (echo[:, ::-1] if side else echo) * np.float32(gain)
    return wet


def _mastered(mix: Samples) -> Samples:
    fall = min(int(FADE_SECONDS * RATE), len(mix))
    mix[len(mix) - fall :] *= (np.cos(np.linspace(0, np.pi, fall, dtype=np.float32))[:, None] + 1) / 2
    gain = 10 ** ((LOUDNESS - loudness(mix)) / 20)
    louder = mix * np.float32(np.rint(gain * GAIN_STEPS) / GAIN_STEPS)
    over = np.maximum(np.abs(louder) - KNEE, 0)
    rounded = KNEE + (CEILING - KNEE) * np.tanh(over / (CEILING - KNEE))
    return np.where(over > 0, np.sign(louder) * rounded, louder).astype(np.float32)


def loudness(sound: Samples) -> float:
    """LUFS of the whole, without gating: K-weighted power (ITU-R BS.1770) summed over the spectrum."""
    power = np.abs(np.fft.rfft(sound, axis=0)) ** 2
    weighted = power.sum(axis=1) * _k_weights(len(sound))
    return float(-0.691 + 10 * np.log10(2 * weighted.sum() / len(sound) ** 2 + 1e-12))


@cache
def _k_weights(frames: int) -> NDArray[np.float64]:
    """|K(f)|² of the two filters of BS.1770 at 48 kHz, for each bin of a spectrum of `frames`."""
    turn = np.exp(-2j * np.pi * np.fft.rfftfreq(frames))
    shelf = (1.53512485958697 - 2.69169618940638 * turn + 1.19839281085285 * turn**2) / (
        1 - 1.69065929318241 * turn + 0.73248077421585 * turn**2
    )
    high_pass = (1 - 2 * turn + turn**2) / (1 - 1.99004745483398 * turn + 0.99007225036621 * turn**2)
    return np.asarray(np.abs(shelf * high_pass) ** 2)
