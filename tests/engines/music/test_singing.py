"""Lines on their notes: syllables from a recording, and pitches that are really sung."""

from dataclasses import replace
from fractions import Fraction
from typing import Any

import numpy as np
import pytest

from reelhouse.engines.music.songs.performing import Cast, _words
from reelhouse.engines.music.songs.playing.clock import Clock
from reelhouse.engines.music.songs.playing.waves import RATE, hertz
from reelhouse.engines.music.songs.reading.lyrics import read_lyrics
from reelhouse.engines.music.songs.reading.style import Singer
from reelhouse.engines.music.songs.reading.tags import read_tags
from reelhouse.engines.music.songs.rehearsing import Rehearsal, rehearsed
from reelhouse.engines.music.songs.singing.choir import Take, vocal_stem
from reelhouse.engines.music.songs.writing.chords import SCALES
from reelhouse.engines.music.songs.writing.composer import Ask, Written, compose
from reelhouse.engines.music.songs.writing.score import SungNote
from reelhouse.engines.music.types import SongRequest
from reelhouse.engines.tools import Tools

LYRICS = "[Verse]\nWe were shadows in a crowded room\n[Chorus]\nTurn the static into fire\nHold the line"
TAGS = "pop, 100 bpm, {singer} vocals"
DURATION = Fraction(30)


async def rehearsal_of(tools: Tools, singer: str, lyrics: str = LYRICS) -> Rehearsal:
    return await rehearsed(SongRequest(TAGS.format(singer=singer), DURATION, lyrics, seed=3), tools)


def written_for(rehearsal: Rehearsal) -> Written:
    lyrics = rehearsal.lyrics
    cast = Cast(rehearsal.style, lyrics, rehearsal.takes, rehearsal.singer, ())
    return compose(Ask(rehearsal.style, DURATION, lyrics.stanzas, lyrics.lines, _words(cast), 3))


def take_of(rehearsal: Rehearsal) -> Take:
    return next(iter(rehearsal.takes.values()))


def pitch_heard(sound: Any, low: float, high: float) -> float:  # noqa: ANN401 - numpy's many parameters
    """By autocorrelation, between two pitches in Hz."""
    padded = np.fft.rfft(sound * np.hanning(len(sound)), 4 * len(sound))
    likeness = np.fft.irfft(np.abs(padded) ** 2)
    lags = np.arange(int(RATE / high), int(RATE / low))
    lag = int(lags[np.argmax(likeness[lags])])
    before, here, after = likeness[lag - 1 : lag + 2]
    return float(RATE / (lag + 0.5 * (before - after) / (before - 2 * here + after)))


async def test_syllables_are_those_that_a_person_would_count(tools: Tools) -> None:
    rehearsal = await rehearsal_of(tools, "female")

    lines = take_of(rehearsal).lines

    assert [len(line) for line in lines] == [9, 7, 3]
    for line in lines:
        assert all(own.start <= own.vowel < own.vowel_end <= own.end + 1e-9 for own in line)
        assert line[-1].ends_word


@pytest.mark.parametrize("singer", ["female", "male"])
async def test_the_pitches_of_the_notes_are_sung(tools: Tools, singer: str) -> None:
    rehearsal = await rehearsal_of(tools, singer, LYRICS.replace("[Chorus]", "[Verse]"))
    written = written_for(rehearsal)
    clock = Clock(float(written.metre.beat))
    scale = SCALES[written.mode]
    frames = round(DURATION * RATE)

    stem = vocal_stem(written.score, rehearsal.takes, rehearsal.singer, clock, scale, frames, 3, polish=False)

    off = []
    for note in (own.note for own in written.score.sung if own.note.length >= 3):
        start, end = clock.at(note.start), clock.at(note.start + note.length)
        middle = stem[int((start + 0.06) * RATE) : int((start + 0.06 + 0.5 * (end - start)) * RATE), 0]
        wanted = hertz(note.pitch)
        off.append(abs(1200 * np.log2(pitch_heard(middle, wanted / 1.3, wanted * 1.3) / wanted)))
    assert len(off) >= 10
    assert np.median(off) < 30
    assert np.quantile(off, 0.9) < 60


async def test_a_chorus_comes_back_with_its_melody(tools: Tools) -> None:
    lyrics = (
        "[Chorus]\nTurn the static into fire\n[Verse]\nHold the line\n[Chorus]\nTurn the static into fire"
    )
    written = written_for(await rehearsal_of(tools, "female", lyrics))
    passages = [own for own in written.score.passages if own.name == "Chorus"]

    def melody(first: int) -> list[tuple[float, int]]:
        begin = first * written.score.steps
        sung = [
            own.note
            for own in written.score.sung
            if begin <= own.note.start < begin + 2 * written.score.steps
        ]
        return [(note.start - begin, note.pitch) for note in sung]

    assert len(melody(passages[0].first)) == 7
    assert melody(passages[0].first) == melody(passages[1].first)


async def test_every_line_is_sung_and_syllables_come_in_order(tools: Tools) -> None:
    written = written_for(await rehearsal_of(tools, "female"))

    assert {own.line for own in written.score.sung} == {0, 1, 2}
    for one, other in zip(written.score.sung, written.score.sung[1:], strict=False):
        assert other.note.start >= one.note.start + one.note.length - 1e-6
        assert other.syllable in {0, one.syllable + 1}


async def test_singers_stay_where_they_feel_at_home(tools: Tools) -> None:
    def pitches(sung: tuple[SungNote, ...]) -> list[int]:
        return [own.note.pitch for own in sung]

    woman = pitches(written_for(await rehearsal_of(tools, "female")).score.sung)
    man = pitches(written_for(await rehearsal_of(tools, "male")).score.sung)

    assert 53 <= min(woman) < max(woman) <= 71
    assert 43 <= min(man) < max(man) <= 63


async def test_a_duet_needs_two_and_a_choir_too(tools: Tools) -> None:
    duet = await rehearsed(SongRequest("duet", DURATION, LYRICS), tools)
    choir = await rehearsed(SongRequest("gospel choir", DURATION, LYRICS), tools)

    assert (duet.singer, set(duet.takes)) == (Singer.DUET, {False, True})
    assert (choir.singer, set(choir.takes)) == (Singer.CHOIR, {False, True})


async def test_without_a_voice_an_instrument_plays_the_tune() -> None:
    rehearsal = await rehearsed(SongRequest("pop", DURATION, LYRICS), Tools())

    assert rehearsal.takes == {}
    assert rehearsal.notes == ("There is no voice here, so an instrument plays the tune of the lyrics.",)


def test_what_is_not_sung_is_played() -> None:
    lyrics, style = read_lyrics(LYRICS), read_tags("pop")
    cast = Cast(style, lyrics, {}, Singer.WOMAN, ())
    ask = Ask(style, DURATION, lyrics.stanzas, lyrics.lines, _words(cast), 3, sings=False)

    played, silent = compose(ask), compose(replace(ask, sings=True))

    def tune(written: Written) -> int:
        return sum(len(part.notes) for part in written.score.parts if part.role == "lead")

    assert tune(played) == tune(silent) + len(played.score.sung)
