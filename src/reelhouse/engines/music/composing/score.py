"""A piece as notes: form, harmony, bass, keys, melody and drums for an exact length."""

from collections.abc import Iterator
from dataclasses import dataclass
from random import Random

from reelhouse.engines.music.composing.feels import in_feel
from reelhouse.engines.music.composing.harmony import OCTAVE, Chord, chord_on, nearest, voiced
from reelhouse.engines.music.composing.moods import STYLES, Pattern, Style
from reelhouse.engines.music.types import MusicRequest

STEPS = 16  # sixteenths to a bar
BEATS = 4
SHORTEST_RING, LONGEST_RING, RING_SHARE = 1.2, 2.8, 0.16  # seconds of the last chord, and their share
TRANSPOSE = range(-3, 4)
BASS_REGISTER, MELODY_REGISTER = 38, 76
DOMINANT = 4
QUIET_BARS = 6  # a piece of fewer bars has no time for an introduction


@dataclass(frozen=True, slots=True)
class Note:
    """Times in seconds, `pitch` as MIDI number (ignored by drums), `velocity` from 0 to 1."""

    instrument: str
    start: float
    length: float
    pitch: int
    velocity: float


@dataclass(frozen=True, slots=True)
class Score:
    notes: tuple[Note, ...]
    style: Style
    beat: float
    ending: float
    """Seconds at which the last chord is struck."""


@dataclass(frozen=True, slots=True)
class Bar:
    """`steps` is less than sixteen in a last bar that is cut short."""

    index: int
    start: float
    steps: int
    chord: Chord
    voices: tuple[int, ...]


def write(request: MusicRequest) -> Score:
    """A whole piece: it begins at once, grows by layers, and closes on its tonic with time to ring out."""
    style = in_feel(STYLES[request.mood], request.feel)
    dice = Random(f"{request.mood.value}:{request.seed}")
    duration = float(request.duration)
    ring = min(max(RING_SHARE * duration, SHORTEST_RING), LONGEST_RING, duration / 2)
    beats = max(round((duration - ring) * style.beats_per_minute / 60), 1)
    beat = (duration - ring) / beats
    key = style.tonic + dice.choice(TRANSPOSE)
    bars = _bars(beats, beat, key, style, dice)
    notes = [note for part in (_pads, _bass, _keys, _drums) for note in part(bars, style, beat)]
    notes += _melody(bars, style, beat, key, dice)
    notes += _ending(bars, style, key, at=duration - ring, ring=ring)
    return Score(tuple(sorted(notes, key=lambda note: note.start)), style, beat, duration - ring)


def _bars(beats: int, beat: float, key: int, style: Style, dice: Random) -> list[Bar]:
    """Chords bar by bar; the last bar is the dominant, so that the end is heard coming."""
    progression = dice.choice(style.progressions)
    count = -(-beats // BEATS)
    bars: list[Bar] = []
    voices: tuple[int, ...] | None = None
    for index in range(count):
        is_last = index == count - 1 and count > 1
        degree = DOMINANT if is_last else progression[index % len(progression)]
        is_minor_dominant = degree == DOMINANT and style.scale[2] == 3  # noqa: PLR2004 - a minor third
        chord = chord_on(degree, key, style.scale, seventh=style.sevenths, leading=is_minor_dominant)
        voices = voiced(chord, voices)
        steps = min(STEPS, (beats - index * BEATS) * STEPS // BEATS)
        bars.append(Bar(index, index * BEATS * beat, steps, chord, voices))
    return bars


def _hits(pattern: Pattern, bar: Bar, style: Style, beat: float) -> Iterator[tuple[int, float, float]]:
    """Step, time and velocity of each hit of `pattern` in `bar`, swung."""
    step_length = beat * BEATS / STEPS
    for step, mark in enumerate(pattern[: bar.steps]):
        if mark != ".":
            late = style.swing * 2 * step_length if step % 4 == 2 else 0.0  # noqa: PLR2004 - the second eighth
            yield step, bar.start + step * step_length + late, int(mark) / 9


def _swell(bar: Bar, bars: list[Bar], style: Style) -> float:
    """How loud a bar is within the whole."""
    return 1.0 - style.crescendo * (1 - (bar.index + 1) / len(bars))


def _is_opening(bar: Bar, bars: list[Bar]) -> bool:
    return len(bars) >= QUIET_BARS and bar.index < len(bars) // 5 + 1


def _pads(bars: list[Bar], style: Style, beat: float) -> Iterator[Note]:
    for bar in bars:
        length = bar.steps * beat * BEATS / STEPS
        for voice in bar.voices:
            yield Note("pad", bar.start, length, voice, style.pad_level * _swell(bar, bars, style))


def _bass(bars: list[Bar], style: Style, beat: float) -> Iterator[Note]:
    for bar in bars:
        root = nearest(BASS_REGISTER, (bar.chord.root,))
        fifth = nearest(root + 5, (bar.chord.tones[2],))
        for step, start, velocity in _hits(style.bass, bar, style, beat):
            is_turn = step >= STEPS - 4 and bar.index % 2 == 1  # a step towards what comes next
            loud = velocity * _swell(bar, bars, style)
            yield Note("bass", start, beat * 0.9, fifth if is_turn else root, loud)


def _keys(bars: list[Bar], style: Style, beat: float) -> Iterator[Note]:
    """Chord tones one after another, up and down."""
    for bar in bars:
        order = (*bar.voices, *bar.voices[-2:0:-1])
        for count, (_, start, velocity) in enumerate(_hits(style.keys, bar, style, beat)):
            pitch = order[count % len(order)] + (OCTAVE if style.keys_colour != "dark" else 0)
            loud = 0.7 * velocity * _swell(bar, bars, style)
            yield Note("keys", start, beat * 1.5, pitch, loud)


def _drums(bars: list[Bar], style: Style, beat: float) -> Iterator[Note]:
    for bar in bars:
        for name, pattern in style.drums.items():
            if _is_opening(bar, bars) and name != "hat":
                continue
            for _, start, velocity in _hits(pattern, bar, style, beat):
                yield Note(name, start, beat, 0, velocity * _swell(bar, bars, style))
        if bar.index == len(bars) - 1:
            yield from _fill(bar, style, beat)


def _fill(bar: Bar, style: Style, beat: float) -> Iterator[Note]:
    """Four quickening sixteenths lead into the last chord."""
    name = next((drum for drum in ("clap", "tom", "rim") if drum in style.drums), "hat")
    step_length = beat * BEATS / STEPS
    end = bar.start + bar.steps * step_length
    for count in range(min(4, bar.steps)):
        yield Note(name, end - (count + 1) * step_length, beat, 0, 0.55 - 0.09 * count)


def _melody(bars: list[Bar], style: Style, beat: float, key: int, dice: Random) -> list[Note]:
    """One motif, kept, answered and varied (A A' B A), on the tones of each chord."""
    motif, answer = dice.sample(style.motifs, 2)
    contour = [dice.choice((-4, -2, 0, 2, 3, 5)) for _ in range(8)]
    scale = tuple((key + step) % OCTAVE for step in style.scale)
    notes: list[Note] = []
    for bar in bars:
        if _is_opening(bar, bars):
            continue
        rhythm = answer if bar.index % 4 == 2 else motif  # noqa: PLR2004 - the third bar answers
        lift = 2 if bar.index % 4 == 1 else 0
        for count, (step, start, velocity) in enumerate(_hits(rhythm, bar, style, beat)):
            wanted = MELODY_REGISTER + lift + contour[count % len(contour)]
            pitch = nearest(wanted, bar.chord.tones if step % 4 == 0 else scale)
            loud = 0.75 * velocity * _swell(bar, bars, style)
            notes.append(Note("lead", start, beat * 1.2, pitch, loud))
    return notes


def _ending(bars: list[Bar], style: Style, key: int, *, at: float, ring: float) -> list[Note]:
    """The tonic, struck by everyone."""
    tonic = chord_on(0, key, style.scale, seventh=style.sevenths)
    voices = voiced(tonic, bars[-1].voices)
    root = nearest(BASS_REGISTER, (tonic.root,))
    top = nearest(MELODY_REGISTER, (tonic.root,))
    notes = [Note("pad", at, ring, voice, style.pad_level) for voice in voices]
    notes += [
        Note("keys", at + 0.02 * count, ring, voice + OCTAVE, 0.5) for count, voice in enumerate(voices)
    ]
    notes += [
        Note("bass", at, ring, root, 0.9),
        Note("lead", at, ring, top, 0.5),
        Note("crash", at, ring, 0, 0.6),
    ]
    drum = "tom" if "tom" in style.drums else "kick"
    return [*notes, Note(drum, at, ring, 0, 0.9)]
