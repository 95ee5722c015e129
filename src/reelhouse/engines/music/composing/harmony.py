"""Scales, chords and voice-leading. Pitches are MIDI numbers; degrees count from 0."""

from dataclasses import dataclass
from itertools import pairwise, product

MAJOR = (0, 2, 4, 5, 7, 9, 11)
MINOR = (0, 2, 3, 5, 7, 8, 10)
OCTAVE = 12
LOWEST_VOICE, MIDDLE, HIGHEST_VOICE = 53, 62, 74
CLOSEST, NARROWEST, WIDEST = 3, 7, 14  # semitones between neighbours, and across a whole chord


@dataclass(frozen=True, slots=True)
class Chord:
    """`tones` are pitch classes from the root upwards; `root` is one of them."""

    root: int
    tones: tuple[int, ...]


def chord_on(degree: int, key: int, scale: tuple[int, ...], *, seventh: bool, leading: bool = False) -> Chord:
    """The chord in thirds on `degree` of the scale; `leading` raises the third, as minor's dominant wants."""
    steps = (0, 2, 4, 6) if seventh else (0, 2, 4)
    tones = [key + scale[(degree + step) % 7] for step in steps]
    if leading:
        tones[1] = tones[0] + 4
    return Chord(tones[0] % OCTAVE, tuple(tone % OCTAVE for tone in tones))


def voiced(chord: Chord, before: tuple[int, ...] | None) -> tuple[int, ...]:
    """`chord` as pitches in the middle register, each voice moving as little as it can from `before`."""
    choices = [
        tuple(pitch for pitch in range(LOWEST_VOICE, HIGHEST_VOICE + 1) if pitch % OCTAVE == tone)
        for tone in chord.tones
    ]
    spread = (tuple(sorted(voices)) for voices in product(*choices))
    return min(spread, key=lambda voices: (_movement(voices, before), voices))


def _movement(voices: tuple[int, ...], before: tuple[int, ...] | None) -> float:
    width = voices[-1] - voices[0]
    crowding = sum(high - low < CLOSEST for low, high in pairwise(voices))
    shape = 2.0 * crowding + max(0, width - WIDEST) + max(0, NARROWEST - width)
    if before is None:
        return shape + abs(sum(voices) / len(voices) - MIDDLE)
    return shape + sum(min(abs(voice - old) for old in before) for voice in voices)


def nearest(pitch: float, tones: tuple[int, ...]) -> int:
    """The pitch of class `tones` that is nearest to `pitch`."""
    candidates = (round(pitch) + step for step in range(-6, 7))
    return min(
        (candidate for candidate in candidates if candidate % OCTAVE in tones),
        key=lambda candidate: (abs(candidate - pitch), candidate),
    )
