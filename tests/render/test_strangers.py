"""Finished files as programs see them that nobody here wrote: ffprobe, and ffmpeg's own detectors."""

from __future__ import annotations

import json
import re
import shutil
from fractions import Fraction
from typing import TYPE_CHECKING

import pytest

from reelhouse.kit.process import run
from reelhouse.media.composition import PresenterScene
from reelhouse.render.loudness import measure

if TYPE_CHECKING:
    from pathlib import Path

    from tests.render.conftest import Finished

    from reelhouse.render.ffmpeg import Ffmpeg

pytestmark = pytest.mark.anyio

needs_ffprobe = pytest.mark.skipif(
    shutil.which("ffprobe") is None, reason="ffprobe is not installed (apt-get install ffmpeg)"
)


async def probed(path: Path, *arguments: str) -> dict[str, object]:
    told = await run(
        ["ffprobe", "-v", "error", "-of", "json", *arguments, str(path)], cwd=path.parent, timeout_seconds=60
    )
    assert told.log == ""
    facts: dict[str, object] = json.loads(told.stdout)
    return facts


async def detected(ffmpeg: Ffmpeg, path: Path, *filters: str) -> str:
    arguments = ["-i", str(path), *filters, "-f", "null", "-"]
    return (await ffmpeg.run(arguments, cwd=path.parent, stage="detecting", level="info")).log


@needs_ffprobe
async def test_ffprobe_sees_the_streams_that_were_planned(finished: Finished) -> None:
    composition = finished.composition
    facts = await probed(finished.rendered.path, "-show_streams", "-show_format", "-count_frames")

    assert isinstance(facts["streams"], list)
    assert isinstance(facts["format"], dict)
    video, audio = facts["streams"]
    assert (video["codec_name"], video["profile"], video["pix_fmt"]) == ("h264", "High", "yuv420p")
    assert (video["width"], video["height"]) == (composition.canvas.width, composition.canvas.height)
    tags = ("color_range", "color_space", "color_primaries", "color_transfer")
    assert [video[tag] for tag in tags] == ["tv", "bt709", "bt709", "bt709"]
    assert video["r_frame_rate"] == video["avg_frame_rate"] == f"{composition.canvas.fps}/1"
    assert int(video["nb_read_frames"]) == int(video["nb_frames"]) == composition.frames
    assert (audio["codec_name"], audio["profile"], audio["sample_rate"]) == ("aac", "LC", "48000")
    assert (audio["channels"], float(audio["start_time"])) == (2, 0.0)
    lengths = [float(each["duration"]) for each in (video, audio, facts["format"])]
    assert lengths == pytest.approx([float(composition.duration)] * 3, abs=1 / composition.canvas.fps)


@needs_ffprobe
async def test_ffprobe_sees_every_frame_at_its_time(finished: Finished) -> None:
    facts = await probed(
        finished.rendered.path, "-select_streams", "v", "-show_entries", "packet=pts_time,duration_time"
    )

    assert isinstance(facts["packets"], list)
    times = sorted(float(packet["pts_time"]) for packet in facts["packets"])
    fps = finished.composition.canvas.fps
    assert times == pytest.approx([frame / fps for frame in range(len(times))], abs=1e-5)


async def test_blackdetect_finds_no_black(finished: Finished, ffmpeg: Ffmpeg) -> None:
    log = await detected(ffmpeg, finished.rendered.path, "-vf", "blackdetect=d=0.01:pic_th=0.98:pix_th=0.05")

    assert "black_start" not in log


async def test_freezedetect_finds_no_presenter_who_stands_still(finished: Finished, ffmpeg: Ffmpeg) -> None:
    log = await detected(ffmpeg, finished.rendered.path, "-vf", "freezedetect=n=0.0005:d=1.5")

    begun = [Fraction(found) for found in re.findall(r"freeze_start: (\S+)", log)]
    scenes = [scene.span for scene in finished.composition.scenes if isinstance(scene, PresenterScene)]
    assert [at for at in begun if any(span.start <= at < span.end for span in scenes)] == []


async def test_silencedetect_finds_no_silence_while_somebody_speaks(
    finished: Finished, ffmpeg: Ffmpeg
) -> None:
    log = await detected(ffmpeg, finished.rendered.path, "-af", "silencedetect=noise=-50dB:d=0.3")

    narration = finished.composition.narration
    spoken = narration.timing.shifted(narration.offset)
    silences = [Fraction(found) for found in re.findall(r"silence_start: (\S+)", log)]
    assert [at for at in silences if spoken.words[0].span.start < at < spoken.words[-1].span.end] == []


async def test_ebur128_hears_what_the_examination_says(finished: Finished, ffmpeg: Ffmpeg) -> None:
    heard = await measure(ffmpeg, finished.rendered.path)

    examination = finished.rendered.examination
    assert heard.lufs == pytest.approx(-14, abs=1)
    assert heard.true_peak_dbtp <= -1
    assert examination.loudness_lufs == pytest.approx(heard.lufs, abs=0.15)
    assert examination.true_peak_dbtp == pytest.approx(heard.true_peak_dbtp, abs=0.3)


async def test_a_decoder_finds_no_error(finished: Finished, ffmpeg: Ffmpeg) -> None:
    path = finished.rendered.path

    told = await ffmpeg.run(
        ["-xerror", "-i", str(path), "-f", "null", "-"], cwd=path.parent, stage="decoding"
    )

    assert told.log == ""
