"""What accompanying instruments play within a bar.

A figure is a line of sixteenths. For basses: R root, 3 third, 5 fifth, 7 seventh, 8 octave, w a step towards
the next root. For chords: a digit strikes the whole chord that hard, a to d are its voices from below, e the
lowest an octave up. A dash holds on, a dot is silent.
"""

from collections.abc import Iterator

from reelhouse.engines.music.composing.harmony import OCTAVE, Chord, nearest
from reelhouse.engines.music.songs.writing.score import STEPS, Bar, Note

LOWEST_ROOT = 33
STRUM = 0.09  # of a sixteenth between strings

BASS = {
    "whole": "R---------------", "long": "R-------..R---5-", "two beat": "R------.5------.",
    "quarters": "R--.R--.R--.R--.",
    "eighths": "R.R.R.R.R.R.R.R.", "octaves": "R.8.R.8.R.8.R.8.", "offbeats": "..R-..R-..R-..R-",
    "pop": "R-----R-R---5-R-", "gallop": "R.RRR.RRR.RRR.RR",
    "rolling": "..RR..RR..RR..R8", "syncopated": "R--R..R---5-..7-", "funk": "R..R..8...R.7.8.",
    "walking": "R---3---5---w---", "boogie": "R-3-5-6-8-6-5-3-",
    "blues": "R-R-3-3-5-5-6-5-", "lazy": "R-----...R--5---", "reggae": "....R-R-..3-5-..",
    "tumbao": "R-....5-....8---", "bossa": "R-----5-5-----R-",
    "tresillo": "R--R--R-R--R--R-", "wobbled": "R-R-RRR-R-R-RRRR",
}  # fmt: skip
CHORDS = {
    "sustained": "7---------------", "quarters": "7---6---7---6---", "eighths": "7-5-6-5-7-5-6-5-",
    "pushed": "7--7--7---7--7--", "gated": "7.77.77.7.77.77.",
    "stabs": "...7..6....7....", "offbeats": "..6-..6-..6-..6-", "skank": "....8.......8...",
    "scratched": "7.35.73.6.35.73.", "charleston": "7---..6---......",
    "strummed": "8---6-5-..6-7-5-", "picked": "a-c-b-d-a-c-b-d-", "rolled": "acbdacbdacbdacbd",
    "arpeggio": "a-b-c-d-e-d-c-b-", "alberti": "a-c-b-c-a-c-b-c-",
    "sixteenths": "abcdebcdabcdecdb", "sparse": "a-----c-----e---", "ostinato": "aaabaaacaaabaaac",
    "montuno": "a-ec-ae--ec-ae-c", "bossa": "7--6--7---6--6--",
    "tresillo": "7--7--7.7--7--7.", "marcato": "8.--8.--8.--8.8.", "waltz": "a---6-..6-..",
    "power eighths": "8.6.7.6.8.6.7.6.", "power gallop": "8.678.678.678.67",
    "power sustained": "8---------------",
}  # fmt: skip
LEVELS = {"R": 1.0, "8": 0.9, "5": 0.85, "3": 0.85, "6": 0.85, "7": 0.8, "w": 0.85}


def fitting(figure: str, steps: int) -> str:
    """A figure of four beats for bars of another length: cut, or begun again."""
    if steps == len(figure):
        return figure
    return (figure * 2)[:steps]


def strokes(figure: str) -> Iterator[tuple[int, int, str]]:
    """Step, length and sign of each note of a figure."""
    for step, sign in enumerate(figure):
        if sign in ".-":
            continue
        length = 1
        while step + length < len(figure) and figure[step + length] == "-":
            length += 1
        yield step, length, sign


def bass_bar(figure: str, bar: Bar, following: Bar, at: int, steps: int, velocity: float) -> Iterator[Note]:
    root = _root(bar.chord)
    for step, length, sign in strokes(fitting(BASS[figure], steps)):
        pitch = _bass_pitch(sign, root, bar.chord, _root(following.chord))
        yield Note(at + step, length * 0.94, pitch, velocity * LEVELS[sign])


def _root(chord: Chord) -> int:
    return LOWEST_ROOT + (chord.root - LOWEST_ROOT) % OCTAVE


def _bass_pitch(sign: str, root: int, chord: Chord, next_root: int) -> int:
    third = (chord.tones[1] - chord.root) % OCTAVE if len(chord.tones) > 1 else 4
    steps = {"R": 0, "8": OCTAVE, "5": 7, "3": third, "6": 9, "7": 10}
    if sign == "w":
        return next_root + (1 if root > next_root else -1) if root != next_root else root + 7
    fifth = chord.tones[2] if len(chord.tones) > 2 else (chord.root + 7) % OCTAVE  # noqa: PLR2004 - a triad
    return nearest(root + 7, (fifth,)) if sign == "5" else root + steps[sign]


def chord_bar(figure: str, bar: Bar, at: int, steps: int, velocity: float) -> Iterator[Note]:
    """Power chords are root and fifth, an octave lower; other chords are voiced in the middle."""
    voices = _power(bar.chord) if figure.startswith("power") else bar.voices
    pattern = (
        CHORDS[figure]
        if figure == "waltz" and steps == len(CHORDS[figure])
        else fitting(CHORDS[figure], steps)
    )
    strum = STRUM * STEPS / 4 if figure in {"strummed", "skank", "scratched"} else 0.0
    for step, length, sign in strokes(pattern):
        if sign.isdigit():
            order = voices if step % (2 * STEPS) == 0 or not strum else voices[::-1]
            for place, voice in enumerate(order):
                late = place * strum * 2
                yield Note(at + step + late, max(length * 0.96 - late, 0.5), voice, velocity * int(sign) / 9)
        else:
            pitch = voices["abcd".index(sign) % len(voices)] if sign != "e" else voices[0] + OCTAVE
            yield Note(at + step, length * 0.96, pitch, velocity * (0.8 if step % STEPS == 0 else 0.66))


def _power(chord: Chord) -> tuple[int, ...]:
    root = 40 + (chord.root - 40) % OCTAVE
    return (root, root + 7, root + OCTAVE)
