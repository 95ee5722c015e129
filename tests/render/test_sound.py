"""The sound track: as loud as networks want it, the voice in front, as long as the video."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

import numpy as np
import pytest

from reelhouse.media.speech import Word
from reelhouse.media.time import Span
from reelhouse.render.ducking import DUCKED_DB, duck_gain, spoken_stretches
from reelhouse.render.errors import MediaMissing, RenderFailed
from reelhouse.render.loudness import SAMPLE_RATE, measure
from reelhouse.render.sound import SoundMixer

if TYPE_CHECKING:
    from pathlib import Path

    from numpy.typing import NDArray
    from pytest_httpserver import HTTPServer
    from tests.render.conftest import Studio

    from reelhouse.render.cache import Cache
    from reelhouse.render.ffmpeg import Ffmpeg

pytestmark = pytest.mark.anyio


async def heard(ffmpeg: Ffmpeg, track: Path, folder: Path) -> NDArray[np.float32]:
    """The decoded track, mono."""
    arguments = ["-i", str(track), "-ac", "1", "-f", "f32le", "heard.f32"]
    await ffmpeg.run(arguments, cwd=folder, stage="decoding")
    return np.fromfile(folder / "heard.f32", np.float32)


def word(start: float, end: float) -> Word:
    return Word("word", Span(Fraction(start), Fraction(end)))


@pytest.mark.parametrize("level", [0.004, 0.1, 0.9])
@pytest.mark.parametrize("music", [False, True])
async def test_every_mix_is_equally_loud(
    level: float, music: bool, studio: Studio, ffmpeg: Ffmpeg, kept: Cache
) -> None:
    composition = studio.compose(level=level, music=music)

    track = await SoundMixer(ffmpeg, kept).mix(composition, studio.media)
    loudness = await measure(ffmpeg, track)

    assert loudness.lufs == pytest.approx(-14, abs=0.5)
    assert loudness.true_peak_dbtp <= -1


async def test_a_mix_may_be_corrected(studio: Studio, ffmpeg: Ffmpeg, kept: Cache) -> None:
    """When a finished file came out quieter than its track, the track is made louder by the difference."""
    track = await SoundMixer(ffmpeg, kept).mix(studio.compose(), studio.media, correction=1.5)

    assert (await measure(ffmpeg, track)).lufs == pytest.approx(-12.5, abs=0.5)


async def test_the_track_is_as_long_as_the_video_and_the_voice_starts_at_its_offset(
    studio: Studio, ffmpeg: Ffmpeg, kept: Cache, tmp_path: Path
) -> None:
    composition = studio.compose(card="Soon")

    track = await SoundMixer(ffmpeg, kept).mix(composition, studio.media)
    samples = await heard(ffmpeg, track, tmp_path)

    assert abs(len(samples) - composition.duration * SAMPLE_RATE) <= 1024
    begins = np.flatnonzero(np.abs(samples) > 0.05)[0] / SAMPLE_RATE
    assert begins == pytest.approx(0.2, abs=0.01)
    assert np.abs(samples[-SAMPLE_RATE // 2 :]).max() < 0.001


async def test_music_steps_back_for_the_voice_and_leaves_gently(
    studio: Studio, ffmpeg: Ffmpeg, kept: Cache, tmp_path: Path
) -> None:
    composition = studio.compose("one two three four five", card="Later", card_seconds=4, music=True)
    spoken = composition.scenes[0].span

    track = await SoundMixer(ffmpeg, kept).mix(composition, studio.media)
    samples = await heard(ffmpeg, track, tmp_path)

    def level(begin: float, end: float) -> float:
        return float(np.sqrt(np.mean(samples[int(begin * SAMPLE_RATE) : int(end * SAMPLE_RATE)] ** 2)))

    gap = 0.2 + 0.3 * 5 / 6 + 0.02
    between_words = level(gap, gap + 0.02)
    after = float(spoken.end) + 1
    assert 20 * np.log10(level(after, after + 0.2) / between_words) > 5
    assert level(float(composition.duration) - 0.02, float(composition.duration)) < between_words


def test_music_is_down_before_the_first_sound_and_back_after_the_last() -> None:
    gain = duck_gain([word(1, 1.4), word(1.5, 2), word(5, 5.5)], 8 * 1000, 1000)

    down = 10 ** (DUCKED_DB / 20)
    assert gain[0] == 1
    assert gain[1000:2100] == pytest.approx(down)
    assert gain[3500] == 1
    assert gain[5000:5500] == pytest.approx(down)
    assert gain[-1] == 1
    assert np.abs(np.diff(gain)).max() < 0.02


def test_short_pauses_do_not_pump() -> None:
    stretches = spoken_stretches([word(0, 1), word(1.8, 2), word(4, 5)])

    assert [(float(span.start), float(span.end)) for span in stretches] == [(0, 2), (4, 5)]


def test_nobody_speaking_leaves_the_music_alone() -> None:
    assert (duck_gain([], 100, 1000) == 1).all()


async def test_a_silent_voice_without_music_is_refused(studio: Studio, ffmpeg: Ffmpeg, kept: Cache) -> None:
    composition = studio.compose(level=0)

    with pytest.raises(RenderFailed) as failure:
        await SoundMixer(ffmpeg, kept).mix(composition, studio.media)

    assert failure.value.stage == "levelling sound"


async def test_a_recording_that_points_elsewhere_is_refused_unfetched(
    studio: Studio, ffmpeg: Ffmpeg, kept: Cache, httpserver: HTTPServer
) -> None:
    """Promise 38: no decoder opens a network protocol."""
    composition = studio.compose()
    playlist = f"#EXTM3U\n#EXT-X-TARGETDURATION:9\n#EXTINF:9,\n{httpserver.url_for('/secret.ts')}\n"
    studio.media[composition.narration.audio.sha256].write_text(playlist)

    with pytest.raises(RenderFailed):
        await SoundMixer(ffmpeg, kept).mix(composition, studio.media)

    assert httpserver.log == []


async def test_a_missing_recording_is_named(studio: Studio, ffmpeg: Ffmpeg, kept: Cache) -> None:
    composition = studio.compose()

    with pytest.raises(MediaMissing) as missing:
        await SoundMixer(ffmpeg, kept).mix(composition, {})

    assert missing.value.sha256 == composition.narration.audio.sha256


async def test_a_track_may_be_made_afresh(studio: Studio, ffmpeg: Ffmpeg, kept: Cache) -> None:
    """What is in the cache may be damaged."""
    mixer, composition = SoundMixer(ffmpeg, kept), studio.compose()
    track = await mixer.mix(composition, studio.media)
    whole = track.read_bytes()
    track.write_bytes(b"damaged")

    assert (await mixer.mix(composition, studio.media)).read_bytes() == b"damaged"
    assert (await mixer.mix(composition, studio.media, afresh=True)).read_bytes() == whole


async def test_headroom_lowers_the_peaks_alone(studio: Studio, ffmpeg: Ffmpeg, kept: Cache) -> None:
    composition = studio.compose(music=True)

    track = await SoundMixer(ffmpeg, kept).mix(composition, studio.media, headroom=2.0)
    loudness = await measure(ffmpeg, track)

    assert loudness.true_peak_dbtp <= -3
    assert loudness.lufs == pytest.approx(-14, abs=0.5)
