"""From notes to a finished stereo track: buses, room, level and an end at zero."""

from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from reelhouse.engines.music.composing import instruments
from reelhouse.engines.music.composing.instruments import RATE, Samples
from reelhouse.engines.music.composing.loudness import loudness
from reelhouse.engines.music.composing.room import Room
from reelhouse.engines.music.composing.score import Note, Score
from reelhouse.engines.music.composing.strip import Strip

SECTION = 2**18  # frames that are mixed at once: five seconds and a half
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
ECHO_BEATS, ECHO_GAIN = 0.75, 0.3  # the melody answers itself a dotted eighth later
FADE_SECONDS = 0.6  # of the last chord, down to silence


def render(score: Score, frames: int, section: int = SECTION) -> Iterator[Samples]:
    """Exactly `frames` of stereo, from -1 to 1, in sections that are given away one after another.

    Only the sections of the mix exist all at once, 8 bytes a frame: the level depends on the whole.
    """
    sections = deque(_mixed(score, frames, section))
    gain = 10 ** ((LOUDNESS - loudness(sections)) / 20)
    while sections:
        yield _mastered(sections.popleft(), np.float32(np.rint(gain * GAIN_STEPS) / GAIN_STEPS))


def _mixed(score: Score, frames: int, section: int) -> Iterator[Samples]:
    desk, notes = _Desk(score), deque(score.notes)
    for first in range(0, frames, section):
        end = min(first + section, frames)
        while notes and _frame(notes[0]) < end:
            desk.play(notes.popleft())
        yield _faded(desk.mix(first, end), first, frames)


@dataclass(frozen=True, slots=True)
class _Desk:
    """Notes are played in the order of their beginnings, and mixed as far as no later one can reach."""

    score: Score
    dry: Strip = field(default_factory=Strip)
    chords: Strip = field(default_factory=Strip)
    sent: Strip = field(default_factory=Strip)
    room: Room = field(default_factory=Room)

    def play(self, note: Note) -> None:
        sound = _played(note, self.score) * np.float32(LEVELS[note.instrument] * note.velocity)
        placed = _panned(sound, PANS.get(note.instrument, 0.0))
        start = _frame(note)
        (self.chords if note.instrument == "pad" else self.dry).add(placed, start)
        if note.instrument == "lead":
            later = start + int(ECHO_BEATS * self.score.beat * RATE)
            self.dry.add(placed[:, ::-1] * np.float32(ECHO_GAIN), later)
        if (send := ROOM_SENDS.get(note.instrument)) is not None:
            self.sent.add(placed * np.float32(send), start)

    def mix(self, first: int, end: int) -> Samples:
        """The frames that follow the last call's, from `first` to `end`."""
        dry, chords, sent = (strip.take(end - first) for strip in (self.dry, self.chords, self.sent))
        if self.score.style.pump:
            chords *= _pump(self.score, first, end)[:, None]
        return dry + chords + self.room.answer(sent)


def _frame(note: Note) -> int:
    return int(note.start * RATE)


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


def _pump(score: Score, first: int, end: int) -> Samples:
    """How loud chords are from `first` to `end`: the kick makes room for itself."""
    begun = first - PUMP_EDGE // 2
    shape = np.ones(end - first + PUMP_EDGE - 1)
    length = int(score.beat * RATE)
    dip = 1 - score.style.pump * np.exp(-np.arange(length, dtype=np.float32) / np.float32(0.12 * RATE))
    for note in score.notes:
        start = _frame(note) - begun
        if note.instrument == "kick" and -length < start < len(shape):
            part = shape[max(start, 0) : start + length]
            skipped = max(-start, 0)
            np.minimum(part, dip[skipped : skipped + len(part)], out=part)
    return _softened(shape)


def _softened(shape: NDArray[np.float64]) -> Samples:
    """Each frame as the mean of the `PUMP_EDGE` around it."""
    sums = np.concatenate([[0.0], np.cumsum(shape)])
    return np.asarray((sums[PUMP_EDGE:] - sums[:-PUMP_EDGE]) / PUMP_EDGE, np.float32)


def _faded(mix: Samples, first: int, frames: int) -> Samples:
    """`mix`, which begins at the frame `first` of the piece, with its part of the last fade."""
    fall = min(int(FADE_SECONDS * RATE), frames)
    passed = first - (frames - fall)
    begin = max(-passed, 0)
    if begin < len(mix):
        curve = (np.cos(np.linspace(0, np.pi, fall, dtype=np.float32))[:, None] + 1) / 2
        mix[begin:] *= curve[begin + passed : len(mix) + passed]
    return mix


def _mastered(mix: Samples, gain: np.float32) -> Samples:
    louder = mix * gain
    over = np.maximum(np.abs(louder) - KNEE, 0)
    rounded = KNEE + (CEILING - KNEE) * np.tanh(over / (CEILING - KNEE))
    return np.where(over > 0, np.sign(louder) * rounded, louder).astype(np.float32)
