"""The builtin composer of songs, as it is heard: measured, not believed."""

import re
import subprocess
import wave
from fractions import Fraction
from itertools import pairwise
from pathlib import Path
from typing import Any

import imageio_ffmpeg
import numpy as np
import pytest

from reelhouse.engines.music.base import SongEngine
from reelhouse.engines.music.types import Song, SongRequest

TAGS = (
    "anthemic ace step electro-pop, wide stereo synths, tight sidechained bass, punchy drum transients, "
    "strong vocal hooks, modern polished mix"
)
LYRICS = """[Intro]
Neon rain on the avenue

[Verse]
We were shadows in a crowded room
Now the skyline sings our names

[Pre-Chorus]
Hands up, hearts up, hold the line

[Chorus]
We run through the midnight light
Turn the static into fire tonight

[Bridge]
Strip it down, then build it higher

[Final Chorus]
We run through the midnight light"""
MAJOR = (6.35, 2.23, 3.48, 2.33, 4.38, 4.09, 2.52, 5.19, 2.39, 3.66, 2.29, 2.88)
MINOR = (6.33, 2.68, 3.52, 5.38, 2.60, 3.53, 2.54, 4.75, 3.98, 2.69, 3.34, 3.17)
"""How well each tone fits a key, after Krumhansl and Kessler (1982)."""


def samples(song: Song) -> Any:  # noqa: ANN401 - numpy's many parameters
    return np.frombuffer(song.pcm, "<i2").reshape(-1, 2).astype(np.float64) / 32768


def mono(song: Song) -> Any:  # noqa: ANN401
    return samples(song).mean(axis=1)


def level(part: Any) -> float:  # noqa: ANN401
    return float(10 * np.log10((part**2).mean() + 1e-12))


def section(song: Song, name: str) -> Any:  # noqa: ANN401
    place = next(own for own in song.sections if own.name == name)
    return samples(song)[int(place.start * song.sample_rate) : int(place.end * song.sample_rate)]


def metered(song: Song, path: Path) -> tuple[float, float]:
    """Integrated LUFS and true peak, by the meter of the trade."""
    with wave.open(str(path), "wb") as file:
        file.setnchannels(2)
        file.setsampwidth(2)
        file.setframerate(song.sample_rate)
        file.writeframes(song.pcm)
    meter = [imageio_ffmpeg.get_ffmpeg_exe(), "-hide_banner", "-i", str(path), "-af", "ebur128=peak=true"]
    told = subprocess.run([*meter, "-f", "null", "-"], capture_output=True, text=True, check=True).stderr
    summary = told.split("Summary:")[1]
    loud, peak = re.search(r"I:\s+(-?[\d.]+) LUFS", summary), re.search(r"Peak:\s+(-?[\d.]+) dBFS", summary)
    assert loud is not None
    assert peak is not None
    return float(loud[1]), float(peak[1])


def heard_key(song: Song) -> tuple[int, str]:
    """The key whose tones fit best to what sounds between 60 and 2000 Hz."""
    sound = mono(song)
    spectrum = np.abs(np.fft.rfft(sound))
    hertz = np.fft.rfftfreq(len(sound), 1 / song.sample_rate)
    chosen = (hertz > 60) & (hertz < 2000)
    tones = np.rint(69 + 12 * np.log2(hertz[chosen] / 440)).astype(int) % 12
    chroma = np.bincount(tones, weights=spectrum[chosen], minlength=12)
    fits = {
        (tonic, mode): np.corrcoef(np.roll(profile, tonic), chroma)[0, 1]
        for tonic in range(12)
        for mode, profile in (("major", MAJOR), ("minor", MINOR))
    }
    return max(fits, key=lambda key: float(fits[key]))


def heard_tempo(song: Song, around: float) -> float:
    """The rate near `around` at which loudness comes again, in beats a minute."""
    hop = song.sample_rate // 200
    sound = mono(song)
    power = np.log(np.add.reduceat(sound**2, np.arange(0, len(sound) - hop, hop)) + 1e-6)
    onsets = np.maximum(np.diff(power), 0) - np.maximum(np.diff(power), 0).mean()
    rates = np.arange(around * 0.93, around * 1.07, around * 0.002)
    moments = np.arange(len(onsets)) * hop / song.sample_rate
    strengths = [abs((onsets * np.exp(-2j * np.pi * moments * rate / 60)).sum()) for rate in rates]
    return float(rates[int(np.argmax(strengths))])


async def test_the_example_of_the_document(composer: SongEngine, tmp_path: Path) -> None:
    song = await composer.create(SongRequest(TAGS, Fraction(108), LYRICS, seed=5, polish=True))

    assert len(song.pcm) == 4 * 108 * 44_100
    assert [own.name for own in song.sections] == [
        *("Intro", "Verse", "Pre-Chorus", "Chorus", "Bridge", "Final Chorus")
    ]
    assert not [note for note in song.notes if "Not understood" in note or "not sung" in note]
    loud, peak = metered(song, tmp_path / "song.wav")
    assert loud == pytest.approx(-14, abs=0.5)
    assert peak <= -1
    assert level(section(song, "Chorus")) > level(section(song, "Verse")) + 1.5
    assert level(section(song, "Verse")) > level(section(song, "Intro")) - 1
    assert 0.3 < np.corrcoef(samples(song).T)[0, 1] < 0.97, "neither mono nor out of phase"


@pytest.mark.parametrize(
    "tags", ["metal", "lullaby", "techno, distorted", "solo violin", "lo-fi, tape, vinyl"]
)
async def test_it_is_loud_and_never_clips_or_clicks(composer: SongEngine, tags: str, tmp_path: Path) -> None:
    song = await composer.create(SongRequest(tags, Fraction(15)))

    loud, peak = metered(song, tmp_path / "song.wav")
    heard = samples(song)
    assert loud == pytest.approx(-14, abs=0.7)
    assert peak <= -1
    assert np.abs(heard[:4]).max() < 0.01
    assert np.abs(heard[-48:]).max() < 0.002
    assert np.abs(heard.mean(axis=0)).max() < 0.002


async def test_four_minutes_are_exact_and_end_on_purpose(composer: SongEngine) -> None:
    song = await composer.create(SongRequest("ballad", Fraction(240), LYRICS))

    heard = samples(song)
    assert len(heard) == 240 * 44_100
    assert song.sections[-1].end == 240
    assert all(one.end == other.start for one, other in pairwise(song.sections))
    assert level(heard[-44_100 * 3 : -44_100 * 2]) > level(heard[-22_050:]) + 12


@pytest.mark.parametrize("tempo", [92, 120, 140])
async def test_the_tempo_of_the_tags_is_heard(composer: SongEngine, tempo: int) -> None:
    song = await composer.create(SongRequest(f"house, {tempo} bpm", Fraction(25)))

    assert heard_tempo(song, tempo) == pytest.approx(tempo, rel=0.02)


@pytest.mark.parametrize(
    ("tags", "key"), [("pop in D minor", (2, "minor")), ("folk, A major", (9, "major")),
    ("rock, E major", (4, "major"))]
)  # fmt: skip
async def test_the_key_of_the_tags_is_heard(composer: SongEngine, tags: str, key: tuple[int, str]) -> None:
    song = await composer.create(SongRequest(tags, Fraction(30), seed=2))

    assert heard_key(song) == key


async def test_no_drums_are_no_drums(composer: SongEngine) -> None:
    def attacks(song: Song) -> float:
        spectrum = np.fft.rfft(mono(song))
        spectrum[: int(6000 * len(mono(song)) / song.sample_rate)] = 0
        treble = np.fft.irfft(spectrum)
        blocks = (treble[: len(treble) // 441 * 441].reshape(-1, 441) ** 2).mean(axis=1)
        return float(np.quantile(blocks, 0.98) / mono(song).var())

    with_drums = await composer.create(SongRequest("rock", Fraction(20)))
    without = await composer.create(SongRequest("rock, no drums", Fraction(20)))

    assert attacks(without) < 0.2 * attacks(with_drums)


async def test_mono_is_mono_and_wide_is_wide(composer: SongEngine) -> None:
    def side(song: Song) -> float:
        left, right = samples(song).T
        return float(((left - right) ** 2).mean() / ((left + right) ** 2).mean())

    wide = await composer.create(SongRequest("synthwave, wide stereo", Fraction(15)))
    usual = await composer.create(SongRequest("synthwave", Fraction(15)))
    narrow = await composer.create(SongRequest("synthwave, mono, dry", Fraction(15)))

    assert side(wide) > 1.2 * side(usual) > 5 * side(narrow)


async def test_lyrics_change_what_is_heard_and_instrumentals_do_not_sing(composer: SongEngine) -> None:
    sung = await composer.create(SongRequest("pop, female vocals", Fraction(15), "[Verse]\nThe rain is over"))
    hummed = await composer.create(
        SongRequest("pop, instrumental", Fraction(15), "[Verse]\nThe rain is over")
    )

    assert "Sung by a woman of the builtin voice." in sung.notes
    assert "The tags ask for an instrumental, so the lyrics only give the form." in hummed.notes
    assert [own.name for own in hummed.sections] == ["Verse"]


@pytest.mark.parametrize(
    ("language", "lyrics"),
    [("ru", "[Припев]\nМы поём вдвоём"), ("zh", "[副歌]\n你问我爱你有多深"), ("ar", "حبيبي يا نور العين"),
    ("ja", "さくら さくら")],
)  # fmt: skip
async def test_other_languages_are_sung(composer: SongEngine, language: str, lyrics: str) -> None:
    song = await composer.create(SongRequest("folk, female vocals", Fraction(15), lyrics, language))

    assert "Sung by a woman of the builtin voice." in song.notes


async def test_a_language_that_nobody_speaks_is_played_and_told(composer: SongEngine) -> None:
    song = await composer.create(SongRequest("folk", Fraction(15), "la la", "xx"))

    assert [note for note in song.notes if "not sung" in note and "'xx'" in note]
    assert level(samples(song)) > -30
