"""A finished file that breaks its plan is caught, and the finding has the right name."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from typing import TYPE_CHECKING

import av
import pytest

from reelhouse.media.speech import Word
from reelhouse.media.time import Span
from reelhouse.render.checks import REPAIRS, Check, examine

if TYPE_CHECKING:
    from pathlib import Path

    from tests.render.conftest import Finished

    from reelhouse.render.ffmpeg import Ffmpeg

pytestmark = pytest.mark.anyio

H264 = ("-c:v", "libx264", "-preset", "superfast", "-profile:v", "high", "-pix_fmt", "yuv420p")
BT709 = "setparams=range=tv:colorspace=bt709:color_primaries=bt709:color_trc=bt709"
FAST = ("-movflags", "+faststart")


async def names(path: Path, finished: Finished) -> set[str]:
    examination = await examine(path, finished.composition)
    assert examination.passed is not bool(examination.findings)
    return {finding.check for finding in examination.findings}


async def remade(finished: Finished, ffmpeg: Ffmpeg, folder: Path, *arguments: str) -> Path:
    """The finished file once more, with something done to it."""
    path = folder / "broken.mp4"
    source = ("-i", str(finished.rendered.path))
    await ffmpeg.run([*source, *arguments, *FAST, str(path)], cwd=folder, stage="breaking")
    return path


async def test_a_good_file_has_no_finding(finished: Finished) -> None:
    assert await names(finished.rendered.path, finished) == set()


async def test_a_copy_of_a_good_file_is_good(finished: Finished, ffmpeg: Ffmpeg, tmp_path: Path) -> None:
    path = await remade(finished, ffmpeg, tmp_path, "-c", "copy")

    assert await names(path, finished) == set()


@pytest.mark.parametrize("frames", ["0", "30", "between(n,10,12)"])
async def test_black_frames(frames: str, finished: Finished, ffmpeg: Ffmpeg, tmp_path: Path) -> None:
    when = frames if "between" in frames else f"eq(n,{frames})"
    black = f"drawbox=color=black:t=fill:enable='{when}',{BT709}"

    path = await remade(finished, ffmpeg, tmp_path, "-vf", black, *H264, "-c:a", "copy")

    assert await names(path, finished) == {Check.BLACK}


async def test_a_frozen_presenter(finished: Finished, ffmpeg: Ffmpeg, tmp_path: Path) -> None:
    still = f"loop=90:1:15,setpts=N/30/TB,trim=end_frame={finished.composition.frames},{BT709}"

    path = await remade(finished, ffmpeg, tmp_path, "-vf", still, *H264, "-c:a", "copy")

    assert await names(path, finished) == {Check.FROZEN}


async def test_a_silent_file(finished: Finished, ffmpeg: Ffmpeg, tmp_path: Path) -> None:
    path = await remade(finished, ffmpeg, tmp_path, "-c:v", "copy", "-af", "volume=0", "-c:a", "aac")

    assert await names(path, finished) == {Check.LOUDNESS, Check.SILENT_SPEECH}


async def test_one_lost_word(finished: Finished, ffmpeg: Ffmpeg, tmp_path: Path) -> None:
    lost = finished.composition.narration.timing.words[3].span
    begin, end = float(lost.start) + 0.2, float(lost.end) + 0.2
    hole = f"volume=0:enable='between(t,{begin - 0.03},{end + 0.03})'"

    path = await remade(finished, ffmpeg, tmp_path, "-c:v", "copy", "-af", hole, "-c:a", "aac")
    examination = await examine(path, finished.composition)

    (finding,) = examination.findings
    assert finding.check == Check.SILENT_SPEECH
    assert finding.found == "1 unheard: 'videos' at 1.10 s"


async def test_no_sound_at_all(finished: Finished, ffmpeg: Ffmpeg, tmp_path: Path) -> None:
    path = await remade(finished, ffmpeg, tmp_path, "-c:v", "copy", "-an")

    wanted = {Check.AUDIO_CODEC, Check.SAMPLE_RATE, Check.LOUDNESS, Check.SILENT_SPEECH}
    assert await names(path, finished) == wanted


async def test_too_loud(finished: Finished, ffmpeg: Ffmpeg, tmp_path: Path) -> None:
    path = await remade(finished, ffmpeg, tmp_path, "-c:v", "copy", "-af", "volume=12dB", "-c:a", "aac")

    assert await names(path, finished) == {Check.LOUDNESS, Check.TRUE_PEAK}


async def test_a_wrong_size_of_other_colours(finished: Finished, ffmpeg: Ffmpeg, tmp_path: Path) -> None:
    bt601 = "scale=108:192,setparams=range=tv:colorspace=smpte170m:color_primaries=bt709:color_trc=bt709"

    path = await remade(finished, ffmpeg, tmp_path, "-vf", bt601, *H264, "-c:a", "copy")

    assert await names(path, finished) == {Check.SIZE, Check.COLOUR}


async def test_another_rate_and_profile(finished: Finished, ffmpeg: Ffmpeg, tmp_path: Path) -> None:
    arguments = ("-vf", f"fps=15,{BT709}", *H264, "-profile:v", "baseline", "-c:a", "aac", "-ar", "44100")

    path = await remade(finished, ffmpeg, tmp_path, *arguments)

    wanted = {Check.PROFILE, Check.FRAME_RATE, Check.FRAME_COUNT, Check.SAMPLE_RATE}
    assert await names(path, finished) == wanted


async def test_a_cut_film(finished: Finished, ffmpeg: Ffmpeg, tmp_path: Path) -> None:
    path = await remade(finished, ffmpeg, tmp_path, "-c", "copy", "-t", "2")

    found = await names(path, finished)

    assert {Check.FRAME_COUNT, Check.DURATION, Check.SILENT_SPEECH} <= found


async def test_an_index_at_the_end(finished: Finished, ffmpeg: Ffmpeg, tmp_path: Path) -> None:
    path = tmp_path / "slow.mp4"
    await ffmpeg.run(
        ["-i", str(finished.rendered.path), "-c", "copy", str(path)], cwd=tmp_path, stage="breaking"
    )

    assert await names(path, finished) == {Check.FASTSTART}


@pytest.mark.parametrize("share", [0.0, 0.001, 0.3, 0.9])
async def test_a_truncated_file(share: float, finished: Finished, tmp_path: Path) -> None:
    """Promise 42."""
    whole = finished.rendered.path.read_bytes()
    path = tmp_path / "truncated.mp4"
    path.write_bytes(whole[: int(len(whole) * share)])

    found = await names(path, finished)

    assert found & {Check.READABLE, Check.FRAME_COUNT, Check.DECODES}


async def test_damaged_pictures(finished: Finished, tmp_path: Path) -> None:
    whole = bytearray(finished.rendered.path.read_bytes())
    at = whole.index(b"mdat") + 3000
    whole[at : at + 6000] = bytes(6000)
    path = tmp_path / "damaged.mp4"
    path.write_bytes(whole)

    assert Check.DECODES in await names(path, finished)


async def test_words_that_make_no_sound_are_not_missed(finished: Finished) -> None:
    """A dash, or a sign that takes no time, is no lost word."""
    composition = finished.composition
    last = composition.narration.timing.words[-1].span.end
    silent = (Word("—", Span(last, last + 1)), Word("x", Span(last, last + Fraction(1, 50))))
    timing = replace(composition.narration.timing, words=(*composition.narration.timing.words, *silent))
    narration = replace(composition.narration, timing=timing)

    examination = await examine(finished.rendered.path, replace(composition, narration=narration))

    assert examination.passed


async def test_damaged_sound(finished: Finished, ffmpeg: Ffmpeg, tmp_path: Path) -> None:
    path = await remade(finished, ffmpeg, tmp_path, "-map", "0:a", "-map", "0:v", "-c", "copy")
    whole = bytearray(path.read_bytes())
    with av.open(str(path)) as container:
        packets = [packet for packet in container.demux(audio=0) if packet.size]
        for packet in packets[40:60]:
            at = packet.pos or 0
            whole[at : at + packet.size] = b"\xff" * packet.size
    path.write_bytes(whole)

    assert Check.SOUND_DECODES in await names(path, finished)


def test_every_check_has_its_repair() -> None:
    assert set(REPAIRS) == set(Check)
