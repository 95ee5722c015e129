"""The singing of a whole piece: lines on their notes, doubled and harmonised where choruses want it."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

import numpy as np

from reelhouse.engines.music.songs.playing.clock import Clock
from reelhouse.engines.music.songs.playing.player import lay
from reelhouse.engines.music.songs.playing.waves import Samples
from reelhouse.engines.music.songs.reading.lyrics import Kind
from reelhouse.engines.music.songs.reading.style import Singer
from reelhouse.engines.music.songs.singing.gestures import CONTROL, Target, gesture_of
from reelhouse.engines.music.songs.singing.syllables import Syllable
from reelhouse.engines.music.songs.singing.throat import sung
from reelhouse.engines.music.songs.singing.voiceprint import Voiceprint, voiceprint_of
from reelhouse.engines.music.songs.writing.score import Passage, Score, SungNote

MARGIN = 0.05  # seconds of the recording before and after a line
BREATHE = 0.06  # seconds that a long note ends before the next
OCTAVE = 12
LEVEL = 0.1
MAN, WOMAN = True, False


@dataclass(frozen=True, slots=True)
class Take:
    """A recording in which each line is said once on one pitch: mono at 22.05 kHz."""

    sound: Samples
    rate: int
    pitch: float
    lines: tuple[tuple[Syllable, ...], ...]


@dataclass(frozen=True, slots=True)
class Throat:
    """One of those who sing a line: `shift` in semitones, `cents` beside it, and `third` for a harmony."""

    is_man: bool
    level: float = 1.0
    pan: float = 0.0
    cents: float = 0.0
    late: float = 0.0
    shift: int = 0
    third: bool = False


def vocal_stem(
    score: Score, takes: Mapping[bool, Take], singer: Singer, clock: Clock, scale: Sequence[int],
    frames: int, seed: int, *, polish: bool
) -> Samples:  # fmt: skip
    """All that is sung, (frames, 2). `takes` has a man's recording under True, a woman's under False."""
    track = np.zeros((frames, 2), np.float32)
    by_line: dict[int, list[tuple[Passage, list[SungNote]]]] = {}
    for passage, line, notes in _occurrences(score):
        by_line.setdefault(line, []).append((passage, notes))
    for line, occurrences in sorted(by_line.items()):
        prints: dict[bool, tuple[Voiceprint, tuple[Syllable, ...]]] = {}
        for number, (passage, notes) in enumerate(occurrences):
            for place, throat in enumerate(_throats(passage, singer, polish=polish)):
                if throat.is_man not in prints:
                    prints[throat.is_man] = _printed(takes[throat.is_man], line)
                voice, syllables = prints[throat.is_man]
                targets = _targets(notes, throat, clock, scale)[: len(syllables)]
                dice = np.random.default_rng((seed % 2**32, line, number, place))
                gesture = gesture_of(syllables[: len(targets)], targets, dice, throat.cents)
                sound = _levelled(sung(voice, gesture))
                sides = np.array([1 - max(throat.pan, 0), 1 + min(throat.pan, 0)], np.float32) * np.float32(
                    throat.level
                )
                lay(track, sound, max(gesture.begins + throat.late, 0.0), sides)
    return track


def _occurrences(score: Score) -> Iterator[tuple[Passage, int, list[SungNote]]]:
    """Each singing of a line: a new one begins with the first syllable."""
    count = -1
    keyed: list[tuple[int, SungNote]] = []
    for note in score.sung:
        count += note.syllable == 0
        keyed.append((count, note))
    for _, group in groupby(keyed, key=lambda pair: pair[0]):
        notes = [note for _, note in group]
        bar = int(notes[0].note.start // score.steps)
        passage = next(passage for passage in reversed(score.passages) if passage.first <= bar)
        yield passage, notes[0].line, notes


def _throats(passage: Passage, singer: Singer, *, polish: bool) -> list[Throat]:
    is_man = singer is Singer.MAN or (
        singer is Singer.DUET and passage.kind is Kind.VERSE and passage.turn % 2 == 1
    )
    lower = -OCTAVE if is_man and singer is Singer.DUET else 0  # a duet's tune lies where the woman sings
    throats = [Throat(is_man, shift=lower)]
    is_chorus = passage.kind in {Kind.CHORUS, Kind.POST}
    if is_chorus or polish:
        level = 0.5 if is_chorus else 0.22
        throats += [
            Throat(is_man, level, -0.75, -8, 0.017, lower),
            Throat(is_man, level, 0.75, 9, 0.024, lower),
        ]
    if is_chorus and (passage.turn > 0 or passage.is_last or polish):
        throats += [Throat(is_man, 0.42, 0.45, 4, 0.012, third=True)]
    if singer is Singer.CHOIR:
        throats += [
            Throat(MAN, 0.6, -0.4, 5, 0.02, shift=-OCTAVE),
            Throat(MAN, 0.45, 0.6, -7, 0.03, shift=-OCTAVE),
            Throat(WOMAN, 0.5, 0.3, 12, 0.028),
        ]
    if singer is Singer.DUET and is_chorus:
        throats += [Throat(MAN, 0.75, -0.2, 3, 0.01, shift=-OCTAVE)]
    return throats


def _printed(take: Take, line: int) -> tuple[Voiceprint, tuple[Syllable, ...]]:
    """The voice in one line, and its syllables counted from the beginning of that."""
    syllables = take.lines[line]
    begin = max(syllables[0].start - MARGIN, 0.0)
    first, last = int(begin * take.rate), int((syllables[-1].end + MARGIN) * take.rate)
    voice = voiceprint_of(take.sound[first:last], take.rate, take.pitch)
    offset = first / take.rate
    moved = tuple(own.shifted(-offset) for own in syllables)
    return voice, moved


def _targets(notes: Sequence[SungNote], throat: Throat, clock: Clock, scale: Sequence[int]) -> list[Target]:
    targets = []
    for place, sung_note in enumerate(notes):
        note = sung_note.note
        start, end = clock.at(note.start), clock.at(note.start + note.length)
        is_tied = place + 1 < len(notes) and notes[place + 1].note.start - note.start - note.length < 1
        pitch = _third_above(note.pitch, scale) if throat.third else note.pitch + throat.shift
        targets.append(
            Target(
                start,
                end if is_tied else max(end - BREATHE, start + 0.08),
                pitch,
                0.75 + 0.25 * note.velocity,
            )
        )
    return targets


def _third_above(pitch: int, scale: Sequence[int]) -> int:
    """Two steps of the scale higher."""
    above = [step for step in range(pitch + 1, pitch + OCTAVE) if step % OCTAVE in scale]
    return above[1] if len(above) > 1 else pitch + 4


def _levelled(sound: Samples) -> Samples:
    """Loud and soft syllables come nearer to each other, as a compressor on a singer does."""
    count = max(len(sound) // CONTROL, 1)
    power = (
        (sound[: count * CONTROL].reshape(count, -1) ** 2).mean(axis=1) + 1e-9
        if len(sound) >= CONTROL
        else np.full(1, 1e-9)
    )
    window = np.hanning(9)
    smooth = np.convolve(np.pad(power, 4, mode="edge"), window / window.sum(), "valid")
    middle = float(np.quantile(smooth, 0.7)) + 1e-9
    gains = np.clip((smooth / middle) ** -0.22, 0.55, 1.9) * LEVEL / np.sqrt(middle)
    return np.asarray(
        sound * np.interp(np.arange(len(sound)) / CONTROL - 0.5, np.arange(count), gains), np.float32
    )
