"""Plays parts: each note is made once and laid down wherever it comes again."""

from collections.abc import Iterable
from random import Random

import numpy as np

from reelhouse.engines.music.songs.playing.clock import Clock
from reelhouse.engines.music.songs.playing.designs import DESIGNS
from reelhouse.engines.music.songs.playing.drums import PANS, struck
from reelhouse.engines.music.songs.playing.tones import played
from reelhouse.engines.music.songs.playing.waves import RATE, Samples, seconds_of
from reelhouse.engines.music.songs.writing.score import Hit, Part

LENGTHS = 40  # different lengths of a note in a second
KEPT = 10_000_000  # samples of notes that are kept to be laid down again
LATE, LOUDER = 0.006, 0.07  # how far people are from the grid, in seconds, and how unevenly they strike
PUNCH, PUNCH_SECONDS = 0.8, 0.014


def stem_of(part: Part, clock: Clock, frames: int, dice: Random, *, pan: float, is_human: bool) -> Samples:
    """`part` on a track of its own: (frames, 2)."""
    track = np.zeros((frames, 2), np.float32)
    kept: dict[tuple[int, int], Samples] = {}
    room = KEPT
    sides = _sides(pan)
    for note in part.notes:
        start = clock.at(note.start)
        length = clock.at(note.start + note.length) - start
        key = (note.pitch, max(round(length * LENGTHS), 1))
        sound = kept.get(key)
        if sound is None:
            sound = played(DESIGNS[part.instrument], note.pitch, key[1] / LENGTHS)
            if room > sound.size:
                kept[key] = sound
                room -= sound.size
        late = abs(dice.gauss(0, LATE)) if is_human else 0.0
        force = note.velocity**1.3 * (1 + dice.uniform(-LOUDER, LOUDER))
        lay(track, sound, start + late, np.float32(force) * sides)
    return track


def drum_stem(
    hits: Iterable[Hit], clock: Clock, frames: int, dice: Random, *, punch: float, is_human: bool
) -> Samples:
    track = np.zeros((frames, 2), np.float32)
    kept: dict[str, Samples] = {}
    for hit in hits:
        if hit.piece not in kept:
            kept[hit.piece] = _punched(struck(hit.piece), punch)
        late = abs(dice.gauss(0, LATE / 2)) if is_human else 0.0
        force = hit.velocity**1.4 * (1 + dice.uniform(-LOUDER, LOUDER))
        lay(
            track,
            kept[hit.piece],
            clock.at(hit.start) + late,
            np.float32(force) * _sides(PANS.get(hit.piece, 0.0)),
        )
    return track


def lay(track: Samples, sound: Samples, start: float, sides: Samples) -> None:
    """Add `sound` to `track` from `start` seconds, as loud on each side as `sides` says."""
    begin = int(start * RATE)
    end = min(begin + len(sound), len(track))
    if end <= begin:
        return
    if sound.ndim == 1:
        track[begin:end, 0] += sound[: end - begin] * sides[0]
        track[begin:end, 1] += sound[: end - begin] * sides[1]
    else:
        track[begin:end] += sound[: end - begin] * sides


def _sides(pan: float) -> Samples:
    angle = (pan + 1) * np.pi / 4
    return np.asarray(np.array([np.cos(angle), np.sin(angle)]) * np.sqrt(2), np.float32)


def _punched(sound: Samples, punch: float) -> Samples:
    """The first moment stands out."""
    if not punch:
        return sound
    lifted = 1 + PUNCH * punch * np.exp(-seconds_of(len(sound)) / np.float32(PUNCH_SECONDS))
    return np.asarray(sound * lifted, np.float32)
