"""From style and words to a finished song."""

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from functools import partial

import numpy as np

from reelhouse.engines.music.songs.mixing.desk import clock_of, mixed
from reelhouse.engines.music.songs.playing.waves import RATE, Samples
from reelhouse.engines.music.songs.reading.figures import NAMES
from reelhouse.engines.music.songs.reading.lyrics import Lyrics
from reelhouse.engines.music.songs.reading.style import Singer, Style
from reelhouse.engines.music.songs.singing.choir import Take, vocal_stem
from reelhouse.engines.music.songs.writing.chords import SCALES
from reelhouse.engines.music.songs.writing.composer import Ask, Written, compose
from reelhouse.engines.music.songs.writing.melody import Words
from reelhouse.engines.music.types import Section, Song, SongRequest

LETTERS_A_SYLLABLE = 3.2


@dataclass(frozen=True, slots=True)
class Cast:
    """Who performs: `takes` are recordings of those who sing, none when nobody does."""

    style: Style
    lyrics: Lyrics
    takes: Mapping[bool, Take]
    singer: Singer
    notes: tuple[str, ...]


def performed(request: SongRequest, cast: Cast) -> Song:
    style, lyrics = cast.style, cast.lyrics
    ask = Ask(
        style, request.duration, lyrics.stanzas, lyrics.lines, _words(cast), request.seed, bool(cast.takes)
    )
    written = compose(ask)
    frames = round(request.duration * RATE)
    samples = mixed(
        written.score, style, float(written.metre.beat), frames, float(written.metre.ring), request.seed,
        polish=request.polish, sing=partial(_singing, written, cast, request, frames) if cast.takes else None,
    )  # fmt: skip
    return Song(
        pcm=_pcm(samples),
        sample_rate=RATE,
        sections=_sections(written, request.duration),
        understood=style.understood,
        notes=(*_told(written, cast), *cast.notes, *written.notes),
    )


def _words(cast: Cast) -> tuple[Words, ...]:
    """Syllables as they were heard, or guessed by the letters where nobody said them."""
    if cast.takes:
        take = next(iter(cast.takes.values()))
        return tuple(Words(tuple(syllable.ends_word for syllable in line)) for line in take.lines)
    return tuple(Words((True,) * max(2, round(len(line) / LETTERS_A_SYLLABLE))) for line in cast.lyrics.lines)


def _singing(written: Written, cast: Cast, request: SongRequest, frames: int) -> Samples:
    clock = clock_of(cast.style, float(written.metre.beat))
    scale = tuple((written.tonic + step) % 12 for step in SCALES[written.mode])
    return vocal_stem(
        written.score, cast.takes, cast.singer, clock, scale, frames, request.seed, polish=request.polish
    )


def _sections(written: Written, duration: Fraction) -> tuple[Section, ...]:
    """Without a gap from 0 to the end; the last chord belongs to the last section."""
    starts = [passage.first * written.metre.bar for passage in written.score.passages]
    ends = [*starts[1:], duration]
    return tuple(
        Section(passage.name, start, end)
        for passage, start, end in zip(written.score.passages, starts, ends, strict=True)
    )


SINGERS = {
    Singer.WOMAN: "a woman", Singer.MAN: "a man", Singer.DUET: "a woman and a man", Singer.CHOIR: "a choir",
}  # fmt: skip


def _told(written: Written, cast: Cast) -> list[str]:
    style, lyrics = cast.style, cast.lyrics
    mode = written.mode if written.mode != "blues" else "major (blues)"
    notes = [
        f"Composed as {style.genre.name} in {NAMES[written.tonic]} {mode} at {written.metre.tempo:.1f} bpm."
    ]
    if cast.takes:
        notes.append(f"Sung by {SINGERS[cast.singer]} of the builtin voice.")
    notes += style.notes
    if style.is_default:
        notes.append("The tags name no genre and no instrument, so it became pop.")
    if style.unknown:
        notes.append(f"Not understood in the tags: {', '.join(style.unknown)}.")
    if lyrics.ignored:
        notes.append(f"These marks name no section: {', '.join(lyrics.ignored)}.")
    return notes


def _pcm(samples: Samples) -> bytes:
    """16 bits, with the ends at zero; half a million samples at a time."""
    step = 1 << 19
    return b"".join(
        np.rint(samples[begin : begin + step] * 32767).astype("<i2").tobytes()
        for begin in range(0, len(samples), step)
    )
