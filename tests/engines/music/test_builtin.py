"""The builtin composer: harmony that leads home, a level bed, and no click anywhere."""

import asyncio
import re
import subprocess
import tracemalloc
import wave
from fractions import Fraction
from itertools import combinations, pairwise, product
from pathlib import Path

import imageio_ffmpeg
import numpy as np
import pytest
from numpy.typing import NDArray
from tests.effort import some

from reelhouse.engines.errors import EngineRefused
from reelhouse.engines.music.backends.builtin import BuiltinMusic
from reelhouse.engines.music.composing.harmony import MAJOR, chord_on, voiced
from reelhouse.engines.music.composing.mixing import render
from reelhouse.engines.music.composing.moods import STYLES
from reelhouse.engines.music.composing.score import Score, write
from reelhouse.engines.music.factory import music_engine
from reelhouse.engines.music.settings import MusicSettings
from reelhouse.engines.music.types import Mood, MusicRequest

LENGTHS = (Fraction(1), Fraction(5), Fraction(15), Fraction(40))


async def heard(mood: Mood, duration: Fraction = Fraction(15), seed: int = 3) -> NDArray[np.float64]:
    track = await BuiltinMusic().compose(MusicRequest(mood, duration, seed))
    return np.asarray(np.frombuffer(track.pcm, "<i2").reshape(-1, 2).astype(np.float64) / 32768)


def last_chord(score: Score) -> set[int]:
    return {
        note.pitch % 12 for note in score.notes if note.instrument == "pad" and note.start == score.ending
    }


@pytest.mark.parametrize("mood", Mood)
def test_a_bed_is_level_by_the_meter_of_the_trade(mood: Mood, tmp_path: Path) -> None:
    track = asyncio.run(BuiltinMusic().compose(MusicRequest(mood, Fraction(15), 3)))
    path = tmp_path / "bed.wav"
    with wave.open(str(path), "wb") as file:
        file.setnchannels(2)
        file.setsampwidth(2)
        file.setframerate(track.sample_rate)
        file.writeframes(track.pcm)

    meter = [imageio_ffmpeg.get_ffmpeg_exe(), "-hide_banner", "-i", str(path), "-af", "ebur128=peak=true"]
    told = subprocess.run([*meter, "-f", "null", "-"], capture_output=True, text=True, check=True).stderr

    summary = told.split("Summary:")[1]
    assert float(re.findall(r"I:\s+(-?[\d.]+) LUFS", summary)[0]) == pytest.approx(-20, abs=1)
    assert float(re.findall(r"Peak:\s+(-?[\d.]+) dBFS", summary)[0]) < -1


@pytest.mark.parametrize("mood", Mood)
@pytest.mark.parametrize("duration", LENGTHS)
async def test_nothing_clips_or_clicks(mood: Mood, duration: Fraction) -> None:
    samples = await heard(mood, duration)

    assert np.abs(samples).max() < 0.86
    assert np.abs(np.diff(samples, axis=0)).max() < 0.3
    assert np.abs(samples[:4]).max() < 0.01
    assert np.abs(samples[-48:]).max() < 0.001
    assert abs(samples.mean()) < 0.002


@pytest.mark.parametrize("mood", Mood)
async def test_there_is_music_in_every_second_and_on_both_sides(mood: Mood) -> None:
    samples = await heard(mood)

    levels = np.sqrt((samples[: 14 * 48_000].reshape(14, -1) ** 2).mean(axis=1))
    assert levels.min() > 0.01
    assert float(np.corrcoef(samples.T).min()) < 0.99, "it is mono"


@pytest.mark.parametrize(("mood", "duration", "seed"), some([*product(Mood, LENGTHS, range(4))], 25))
def test_a_piece_ends_on_its_tonic_in_time_to_ring_out(mood: Mood, duration: Fraction, seed: int) -> None:
    score = write(MusicRequest(mood, duration, seed))

    roots = [note for note in score.notes if note.instrument == "bass" and note.start == score.ending]
    scale = STYLES[mood].scale
    assert [(roots[0].pitch + step) % 12 in last_chord(score) for step in (scale[0], scale[2], scale[4])]
    assert float(duration) - score.ending == pytest.approx(
        min(2.8, max(1.2, 0.16 * float(duration)), duration / 2)
    )
    assert not [note for note in score.notes if note.start > score.ending + 0.2]


@pytest.mark.parametrize("mood", Mood)
def test_the_tempo_stays_near_what_the_mood_wants(mood: Mood) -> None:
    for duration in range(5, 61, 5):
        score = write(MusicRequest(mood, Fraction(duration)))

        assert 60 / score.beat == pytest.approx(STYLES[mood].beats_per_minute, rel=0.1)


@pytest.mark.parametrize("mood", Mood)
@pytest.mark.parametrize("seed", range(6))
def test_melody_and_chords_never_rub(mood: Mood, seed: int) -> None:
    """On the beat a melody note belongs to the chord that sounds under it."""
    score = write(MusicRequest(mood, Fraction(20), seed))
    pads = [note for note in score.notes if note.instrument == "pad"]

    bars = {note.start: {pad.pitch % 12 for pad in pads if pad.start == note.start} for note in pads}
    on_the_bar = [note for note in score.notes if note.instrument == "lead" and note.start in bars]
    assert all(note.pitch % 12 in bars[note.start] for note in on_the_bar)


def test_voices_move_by_small_steps() -> None:
    chords = [chord_on(degree, 0, MAJOR, seventh=True) for degree in (0, 5, 1, 4, 0, 3, 2, 5)]

    voicings: list[tuple[int, ...]] = []
    for chord in chords:
        voicings.append(voiced(chord, voicings[-1] if voicings else None))

    leaps = [abs(b - a) for one, other in pairwise(voicings) for a, b in zip(one, other, strict=True)]
    assert max(leaps) <= 5
    assert np.mean(leaps) < 2.5


async def test_moods_are_told_apart_by_ear() -> None:
    """By the balance of low and high, in decibels, or by major and minor."""
    balance = {}
    for mood in Mood:
        spectrum = np.abs(np.fft.rfft((await heard(mood)).mean(axis=1))) ** 2
        hertz = np.fft.rfftfreq(15 * 48_000, 1 / 48_000)
        bands = [
            spectrum[(hertz >= low) & (hertz < high)].sum()
            for low, high in pairwise((30, 120, 500, 2000, 16000))
        ]
        balance[mood] = 10 * np.log10(np.array(bands) / max(bands))

    for one, other in combinations(Mood, 2):
        is_same_mode = STYLES[one].scale == STYLES[other].scale
        assert not is_same_mode or np.abs(balance[one] - balance[other]).max() > 1.5


async def test_a_phone_can_play_it() -> None:
    """Small speakers begin at some 400 Hz; a bed of bass alone would vanish on them."""
    for mood in Mood:
        spectrum = np.abs(np.fft.rfft((await heard(mood)).mean(axis=1))) ** 2
        hertz = np.fft.rfftfreq(15 * 48_000, 1 / 48_000)

        assert spectrum[hertz > 400].sum() > 0.1 * spectrum.sum()


def test_a_long_bed_needs_little_more_memory_than_its_samples() -> None:
    """Ten minutes would take 8 bytes a frame, 230 MB, while they are mixed and when they are handed over."""
    score = write(MusicRequest(Mood.UPBEAT, Fraction(120)))
    frames = 120 * 48_000

    tracemalloc.start()
    pcm = b"".join(np.rint(part * 32767).astype("<i2").tobytes() for part in render(score, frames))
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()

    assert len(pcm) == 4 * frames
    assert peak < 8 * frames + (48 << 20)


def test_sections_join_without_a_seam() -> None:
    """The echo, the room, the fade and what rings on pass over every seam as if there were none."""
    score = write(MusicRequest(Mood.ENERGETIC, Fraction(13), 5))

    whole = np.concatenate(list(render(score, 13 * 48_000)))
    small = np.concatenate(list(render(score, 13 * 48_000, section=20_011)))

    assert np.abs(whole - small).max() < 1e-4


@pytest.mark.parametrize("duration", [Fraction(-1), Fraction(1, 2), Fraction(601)])
async def test_lengths_it_cannot_fill_are_refused(duration: Fraction) -> None:
    with pytest.raises(EngineRefused):
        await BuiltinMusic().compose(MusicRequest(Mood.CHILL, duration))


def test_the_settings_name_the_engine() -> None:
    assert music_engine(MusicSettings()).name == "builtin"
