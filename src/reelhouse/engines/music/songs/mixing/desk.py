"""The mixing desk: every part at its level and place, the kick makes room, and a room around it all."""

from collections.abc import Callable
from dataclasses import dataclass
from random import Random

import numpy as np

from reelhouse.engines.music.songs.mixing.loudness import CHUNK, loudness
from reelhouse.engines.music.songs.mixing.mastering import master
from reelhouse.engines.music.songs.mixing.space import EQ_TAPS, convolve, equaliser, hall
from reelhouse.engines.music.songs.playing.clock import Clock
from reelhouse.engines.music.songs.playing.player import drum_stem, stem_of
from reelhouse.engines.music.songs.playing.waves import RATE, Samples
from reelhouse.engines.music.songs.reading.style import Style
from reelhouse.engines.music.songs.writing.score import Hit, Part, Role, Score

LEVELS = {Role.DRUMS: -18.0, Role.BASS: -20.5, Role.CHORDS: -22.0, Role.LEAD: -20.5, Role.VOICE: -15.8}
"""LUFS of a stem before mastering."""

SENDS = {Role.DRUMS: 0.14, Role.BASS: 0.0, Role.CHORDS: 0.6, Role.LEAD: 0.7, Role.VOICE: 0.55}
PANS = (-0.22, 0.25, -0.4, 0.42, 0.0, 0.12)
PUMPED = {Role.BASS: 1.0, Role.CHORDS: 1.0, Role.LEAD: 0.5, Role.VOICE: 0.12}
PADS = ("pad", "strings", "choir", "oohs", "drone")
ECHO_BEATS, ECHO_GAIN = 0.75, 0.26
SPEECH = [
    (20, -30),
    (90, -14),
    (150, -2),
    (300, -1),
    (900, 0),
    (2500, 2.5),
    (5000, 2.5),
    (9000, 3),
    (20000, 0),
]
"""What makes words clear: decibels over Hz."""

SWELL, SWELL_SECONDS = 4.5, 0.12  # decibels between no energy and all of it, and how soon they come
RECOVERY = 0.13  # seconds in which the rest comes back after a kick
SWUNG_EIGHTHS, SLOW = 0.5, 100


@dataclass(slots=True)
class Desk:
    """Two buses that parts are added to one after another: what is heard dry, and what the room hears."""

    dry: Samples
    sent: Samples
    clock: Clock
    style: Style
    pump: Samples | None

    def add(self, stem: Samples, role: Role, level: float, *, narrow: bool = False) -> None:
        """`stem` at `level` LUFS; it is changed in place."""
        loud = loudness(stem, 3)
        if loud <= -69:  # noqa: PLR2004 - the gate: nothing is played
            return
        gain = np.float32(10 ** ((level - loud) / 20))
        width = self.style.sound.width
        for begin in range(0, len(stem), CHUNK):
            piece = stem[begin : begin + CHUNK]
            piece *= self._room_for(role, begin, len(piece)) * gain
            _widen(piece, min(width, 1.0) if narrow else width)
            self.dry[begin : begin + CHUNK] += piece
            if send := SENDS[role]:
                self.sent[begin : begin + CHUNK] += piece * np.float32(send)

    def _room_for(self, role: Role, begin: int, frames: int) -> Samples:
        """What the kick leaves to others, as a column."""
        if self.pump is None:
            return np.ones((1, 1), np.float32)
        share = np.float32(PUMPED.get(role, 0.0))
        return np.asarray(1 - share * (1 - self.pump[begin : begin + frames, None]), np.float32)


def mixed(
    score: Score, style: Style, beat: float, frames: int, ring: float, seed: int, *, polish: bool,
    sing: Callable[[], Samples] | None = None
) -> Samples:  # fmt: skip
    """A finished stereo piece, (frames, 2) from -1 to 1. `sing` gives the singing as a stem."""
    clock = clock_of(style, beat)
    amount = style.sound.pump if style.sound.pump is not None else style.genre.pump
    pump = _pump(score.hits, clock, frames, amount) if amount and style.drums else None
    desk = Desk(np.zeros((frames, 2), np.float32), np.zeros((frames, 2), np.float32), clock, style, pump)
    dice = Random(f"playing:{seed}")
    if sing is not None:
        _add_voices(desk, sing(), beat)
    _add_parts(desk, score, dice, frames, sings=sing is not None)
    _add_room(desk, style)
    _swell(desk.dry, score, clock)
    master(desk.dry, style.sound, ring, seed, polish=polish)
    return desk.dry


def clock_of(style: Style, beat: float) -> Clock:
    swing = style.genre.swing
    return Clock(beat, swing, is_fine=swing < SWUNG_EIGHTHS and 60 / beat < SLOW * 1.2)


def _add_voices(desk: Desk, voices: Samples, beat: float) -> None:
    convolve(voices, equaliser(SPEECH), delay=EQ_TAPS // 2)
    _echo(voices, beat, 0.14)
    desk.add(voices, Role.VOICE, LEVELS[Role.VOICE], narrow=True)


def _add_parts(desk: Desk, score: Score, dice: Random, frames: int, *, sings: bool) -> None:
    style, is_human = desk.style, not desk.style.genre.electronic
    if score.hits:
        stem = drum_stem(score.hits, desk.clock, frames, dice, punch=style.sound.punch, is_human=is_human)
        desk.add(stem, Role.DRUMS, LEVELS[Role.DRUMS] + style.genre.drums + style.sound.punch, narrow=True)
    chords = [part for part in score.parts if part.role is Role.CHORDS]
    crowd = 10 * np.log10(max(len(chords), 1)) * 0.6
    for number, part in enumerate(score.parts):
        pan = (
            PANS[number % len(PANS)]
            if part.role is Role.CHORDS and len(chords) > 1
            else 0.08
            if part.role is Role.LEAD
            else 0.0
        )
        stem = stem_of(part, desk.clock, frames, dice, pan=pan, is_human=is_human)
        if part.role is Role.LEAD:
            _echo(stem, desk.clock.beat, ECHO_GAIN)
        desk.add(
            stem,
            part.role,
            _level(part, crowd, alone=len(score.parts) == 1, sings=sings),
            narrow=part.role is Role.BASS,
        )


def _level(part: Part, crowd: float, *, alone: bool, sings: bool) -> float:
    if part.role is not Role.CHORDS or alone:
        return LEVELS[part.role] - (1.5 if sings and part.role is Role.LEAD else 0.0)
    behind = 2.0 if part.instrument.endswith(PADS) else 0.0
    return float(LEVELS[Role.CHORDS] - crowd - behind - (1.0 if sings else 0.0))


def _add_room(desk: Desk, style: Style) -> None:
    amount = style.genre.room * style.sound.room
    if amount <= 0.01:  # noqa: PLR2004 - dry
        return
    seconds = min(0.7 + 2.6 * amount, 3.2)
    convolve(desk.sent, hall(seconds, 4200))
    desk.sent *= np.float32(min(1.25 * amount**0.8, 1.3))
    desk.dry += desk.sent


def _swell(mix: Samples, score: Score, clock: Clock) -> None:
    """Sections of more energy are louder, as by a hand on the fader."""
    times, gains = [], []
    for passage in score.passages:
        start = clock.at(passage.first * score.steps)
        end = clock.at((passage.first + len(passage.bars)) * score.steps)
        times += [start, max(end - SWELL_SECONDS, start)]
        gains += [10 ** (SWELL * (passage.energy - 1) / 20)] * 2
    for begin in range(0, len(mix), CHUNK):
        at = np.arange(begin, min(begin + CHUNK, len(mix)), dtype=np.float32) / RATE
        mix[begin : begin + CHUNK] *= np.interp(at, times, gains)[:, None].astype(np.float32)


def _pump(hits: tuple[Hit, ...], clock: Clock, frames: int, amount: float) -> Samples:
    """How loud the rest may be: down with each kick, and back within a moment."""
    shape = np.ones(frames, np.float32)
    length = int(min(clock.beat, 4 * RECOVERY) * RATE)
    at = np.arange(length, dtype=np.float32) / RATE
    dip = 1 - np.float32(amount) * np.exp(-((at / np.float32(RECOVERY)) ** 1.6)) * np.minimum(
        at / np.float32(0.004), 1
    )
    for hit in hits:
        if hit.piece.endswith("kick") and hit.velocity > 0.5:  # noqa: PLR2004 - a real one
            begin = int(clock.at(hit.start) * RATE)
            end = min(begin + length, frames)
            shape[begin:end] = np.minimum(shape[begin:end], dip[: max(end - begin, 0)])
    return shape


def _echo(stem: Samples, beat: float, gain: float) -> None:
    """It answers itself from the other side, a dotted eighth later, and once more."""
    delay = int(ECHO_BEATS * beat * RATE)
    for end in range(len(stem), delay, -CHUNK):  # from the end, so that no echo is heard of an echo
        begin = max(end - CHUNK, delay)
        wet = stem[begin - delay : end - delay, ::-1] * np.float32(gain)
        if begin >= 2 * delay:
            wet += stem[begin - 2 * delay : end - 2 * delay] * np.float32(0.45 * gain)
        stem[begin:end] += wet


def _widen(stem: Samples, width: float) -> None:
    if width == 1.0:
        return
    middle = (stem[:, 0] + stem[:, 1]) * np.float32(0.5)
    side = (stem[:, 0] - stem[:, 1]) * np.float32(0.5 * width)
    stem[:, 0], stem[:, 1] = middle + side, middle - side
