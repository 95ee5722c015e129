"""Feels: one piece of a mood, played in other hands."""

from fractions import Fraction

import numpy as np
import pytest

from reelhouse.engines.music.backends.builtin import BuiltinMusic
from reelhouse.engines.music.composing.score import Score, write
from reelhouse.engines.music.types import Feel, Mood, MusicRequest

DURATION = Fraction(30)


def written(mood: Mood, feel: Feel) -> Score:
    return write(MusicRequest(mood, DURATION, 3, feel))


def strokes_a_second(score: Score, *instruments: str) -> float:
    return sum(note.instrument in instruments for note in score.notes) / float(DURATION)


@pytest.mark.parametrize("mood", Mood)
def test_a_driving_bed_is_faster_and_denser_than_a_gentle_one(mood: Mood) -> None:
    gentle, plain, driving = (written(mood, feel) for feel in (Feel.GENTLE, Feel.PLAIN, Feel.DRIVING))

    assert gentle.beat > plain.beat > driving.beat
    rhythm = [strokes_a_second(score, "hat", "keys", "bass", "kick") for score in (gentle, plain, driving)]
    assert rhythm[0] < 0.75 * rhythm[1]
    assert rhythm[2] > 1.15 * rhythm[1]


@pytest.mark.parametrize("mood", Mood)
def test_a_tense_bed_pulses_below_and_grows_where_a_steady_one_walks(mood: Mood) -> None:
    steady, tense = written(mood, Feel.STEADY), written(mood, Feel.TENSE)

    assert strokes_a_second(tense, "bass") > 1.5 * strokes_a_second(steady, "bass")
    pads = [note.velocity for note in tense.notes if note.instrument == "pad" and note.start < tense.ending]
    assert pads[-1] > 1.5 * pads[0]
    assert strokes_a_second(tense, "hat") == 0


@pytest.mark.parametrize("mood", Mood)
@pytest.mark.parametrize("feel", Feel)
def test_a_feel_keeps_the_key_and_the_end_of_its_mood(mood: Mood, feel: Feel) -> None:
    plain, played = written(mood, Feel.PLAIN), written(mood, feel)

    assert played.ending == plain.ending
    assert last_chord(played) == last_chord(plain)
    assert first_chord(played) == first_chord(plain)


def last_chord(score: Score) -> set[int]:
    return {note.pitch % 12 for note in score.notes if (note.instrument, note.start) == ("pad", score.ending)}


def first_chord(score: Score) -> set[int]:
    return {note.pitch % 12 for note in score.notes if (note.instrument, note.start) == ("pad", 0.0)}


@pytest.mark.parametrize("mood", Mood)
@pytest.mark.parametrize("feel", Feel)
async def test_no_feel_clips_or_clicks_or_falls_silent(mood: Mood, feel: Feel) -> None:
    track = await BuiltinMusic().compose(MusicRequest(mood, Fraction(8), 3, feel))

    samples = np.frombuffer(track.pcm, "<i2").reshape(-1, 2).astype(np.float64) / 32768
    assert np.abs(samples).max() < 0.86
    assert np.abs(np.diff(samples, axis=0)).max() < 0.3
    assert np.abs(samples[-48:]).max() < 0.001
    levels = np.sqrt((samples[: 7 * 48_000].reshape(7, -1) ** 2).mean(axis=1))
    assert levels.min() > 0.01
