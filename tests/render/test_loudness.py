"""Loudness and peaks as EBU R 128 measures them, and a limiter that keeps what it promises."""

from __future__ import annotations

import tracemalloc
from typing import TYPE_CHECKING

import numpy as np
import pytest

from reelhouse.render.limiting import apply_curve, levels_for, limiting_curve
from reelhouse.render.loudness import REACH, SAMPLE_RATE, SILENCE_LUFS, STEP, Meter, measure, peaks
from reelhouse.render.mixing import Mix, Track

if TYPE_CHECKING:
    from pathlib import Path

    from reelhouse.render.ffmpeg import Ffmpeg
    from reelhouse.render.loudness import Samples

AT = np.arange(6 * SAMPLE_RATE) / SAMPLE_RATE
NOISE = np.random.default_rng(3).normal(0, 0.1, (len(AT), 2)).astype(np.float32)


def tone(pitch: float, level: float = 0.3) -> Samples:
    return np.repeat((level * np.sin(2 * np.pi * pitch * AT))[:, None], 2, axis=1).astype(np.float32)


def gated(samples: Samples) -> Samples:
    """Now loud, now so quiet that both gates have something to do."""
    loud = np.where(np.sin(2 * np.pi * 0.7 * AT) > 0.2, 1.0, np.where(AT > 4, 0.0, 0.02))
    return (samples * loud[:, None]).astype(np.float32)


def metered(samples: Samples, piece: int = 70_001) -> float:
    meter = Meter()
    for begin in range(0, len(samples), piece):
        meter.add(samples[begin : begin + piece])
    return meter.lufs


def highest(samples: Samples) -> float:
    nothing = np.zeros((REACH, samples.shape[1]), np.float32)
    found = peaks(samples, before=nothing, after=nothing, near=0).max()
    return 20 * float(np.log10(found))


def raw(path: Path, samples: Samples) -> Path:
    path.write_bytes(samples.astype("<f4").tobytes())
    return path


@pytest.mark.anyio
@pytest.mark.parametrize(
    "samples",
    [
        tone(60),
        tone(997),
        tone(3000, 0.05),
        tone(10_000),
        NOISE,
        gated(tone(440)),
        gated(NOISE),
        NOISE[:, :1] * np.float32(0.5),
        tone(500)[: SAMPLE_RATE // 2],
        (tone(1000, 0.05) + 0.2).astype(np.float32),
    ],
    ids=["bass", "tone", "quiet", "treble", "noise", "words", "gated", "mono", "short", "offset"],
)
async def test_our_meter_agrees_with_ebur128(samples: Samples, ffmpeg: Ffmpeg, tmp_path: Path) -> None:
    raw(tmp_path / "sound.f32", samples)
    layout = "mono" if samples.shape[1] == 1 else "stereo"
    source = ["-f", "f32le", "-ar", str(SAMPLE_RATE), "-ch_layout", layout, "-i", "sound.f32"]
    await ffmpeg.run([*source, "-c:a", "pcm_f32le", "sound.wav"], cwd=tmp_path, stage="writing")

    heard = await measure(ffmpeg, tmp_path / "sound.wav")

    # It tells tenths, so that a tenth of difference may look like up to half of one more.
    assert metered(samples) == pytest.approx(heard.lufs, abs=0.15)


def test_a_tone_at_full_scale_is_as_loud_as_the_standard_says() -> None:
    """BS.1770-5: 997 Hz at 0 dBFS on one channel of two is −3.01 LUFS."""
    one_channel = tone(997, 1.0) * np.array([1, 0], np.float32)

    assert metered(one_channel) == pytest.approx(-3.01, abs=0.02)


def test_pieces_of_any_length_give_the_same_loudness() -> None:
    sound = gated(NOISE)

    assert metered(sound, 999) == pytest.approx(metered(sound, len(sound)), abs=1e-6)


def test_silence_has_no_loudness() -> None:
    assert metered(np.zeros((SAMPLE_RATE, 2), np.float32)) == SILENCE_LUFS
    assert Meter().lufs == SILENCE_LUFS


def test_a_peak_between_the_samples_is_found() -> None:
    """A quarter of the sample rate, shifted by an eighth: every sample is 3 dB below the crest."""
    at = np.arange(SAMPLE_RATE)
    fading = np.sin(np.pi * at / len(at))
    crest = (0.5 * fading * np.sin(np.pi / 2 * at + np.pi / 4)).astype(np.float32)[:, None]

    assert np.abs(crest).max() == pytest.approx(0.354, abs=0.001)
    assert highest(crest) == pytest.approx(-6.02, abs=0.15)


def test_a_limiter_holds_every_peak_and_leaves_the_rest_alone() -> None:
    sound = tone(300, 0.2)
    sound[100_000:100_300] *= 4
    held = apply_curve(sound, limiting_curve(peaks_of(sound), -6.0))

    assert highest(held) <= -5.9
    assert np.array_equal(held[:90_000], sound[:90_000])
    assert np.array_equal(held[-48_000:], sound[-48_000:])


def test_a_limiter_is_down_before_the_peak_comes_and_returns_slowly() -> None:
    level = np.full(1000, 0.1, np.float32)
    level[500] = 1.0

    gains = 20 * np.log10(limiting_curve(level, -6.0))

    assert gains[500] <= -6
    assert gains[480] == 0
    assert gains[520] < -3
    assert gains[600] == 0
    assert np.abs(np.diff(gains)).max() < 2


def peaks_of(samples: Samples) -> Samples:
    nothing = np.zeros((REACH, samples.shape[1]), np.float32)
    return peaks(samples, before=nothing, after=nothing, near=0)


def mixed(folder: Path, samples: Samples, length: int) -> Mix:
    voice = Track(raw(folder / "voice.f32", samples), 1)
    return Mix(voice, None, np.ones(length // STEP + 2, np.float32), length)


@pytest.mark.parametrize("crest", [1.0, 6.0, 12.0])
def test_a_mix_reaches_its_loudness_under_its_ceiling(crest: float, tmp_path: Path) -> None:
    """Also where the limiter has to take much: an even voice with clicks that stand out."""
    voice = gated(tone(220, 0.05))[:, :1].copy()
    voice[::4801] *= crest
    mix = mixed(tmp_path, voice, len(voice))

    levels = levels_for(mix.survey(near=0), -14.0, -1.5)
    sound = np.concatenate(list(mix.levelled(levels)))

    assert len(sound) == len(voice)
    assert metered(sound) == pytest.approx(-14, abs=0.3)
    assert highest(sound[: len(sound) // STEP * STEP]) <= -1.4


def test_five_minutes_need_no_more_memory_than_a_block(tmp_path: Path) -> None:
    length = 300 * SAMPLE_RATE
    mix = mixed(tmp_path, np.resize(NOISE[:, :1], (length, 1)).astype(np.float32), length)
    mix.survey(near=0.3)  # tables are made once

    tracemalloc.start()
    levels = levels_for(mix.survey(near=0.3), -14.0, -1.5)
    written = sum(len(block) for block in mix.levelled(levels))
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()

    assert written == length
    assert peak < 60 << 20
