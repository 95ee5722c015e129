"""What clips of strangers are, found out without harm."""

from fractions import Fraction
from pathlib import Path

import pytest

from clip_making import MakeClip, ffmpeg
from reelhouse.render.clips.reading import ClipUnreadable, read_clip

pytestmark = pytest.mark.anyio


async def test_facts_are_those_of_the_file(make_clip: MakeClip) -> None:
    facts = await read_clip(make_clip(frames=24, rate=24, size=(160, 90), tone=300))

    assert (facts.width, facts.height, facts.frames, facts.fps) == (160, 90, 24, Fraction(24))
    assert (facts.codec, facts.pixel_format, facts.turned) == ("h264", "yuv420p", False)
    assert facts.seconds == pytest.approx(1.0, abs=0.01)
    assert facts.sound == "aac 48000 stereo"


async def test_a_huge_picture_in_a_small_file_is_refused(tmp_path: Path) -> None:
    bomb = tmp_path / "bomb.mov"
    ffmpeg(
        "-f",
        "lavfi",
        "-i",
        "color=black:s=16000x9000:d=0.04:r=25",
        "-c:v",
        "mjpeg",
        "-pix_fmt",
        "yuvj420p",
        str(bomb),
    )

    with pytest.raises(ClipUnreadable, match="16000 x 9000"):
        await read_clip(bomb)


@pytest.mark.parametrize("name", ["picture.png", "picture.webp", "clip.gif", "list.m3u8", "list.ffconcat"])
async def test_what_is_no_video_file_is_refused(make_clip: MakeClip, tmp_path: Path, name: str) -> None:
    clip, other = make_clip(), tmp_path / name
    if name.startswith("list"):
        head = "#EXTM3U\n#EXTINF:1,\n" if name.endswith("m3u8") else "ffconcat version 1.0\nfile "
        other.write_text(f"{head}{clip.name}\n#EXT-X-ENDLIST\n")
    else:
        ffmpeg("-i", str(clip), *(() if name.endswith("gif") else ("-frames:v", "1")), str(other))

    with pytest.raises(ClipUnreadable, match="no video"):
        await read_clip(other)


async def test_a_lying_header_is_refused(make_clip: MakeClip) -> None:
    clip = make_clip(options=("-c:v", "mpeg4"))
    data = clip.read_bytes()
    wide = data.index(b"mp4v") + 28
    clip.write_bytes(data[:wide] + b"\xff\xff\xff\xff" + data[wide + 4 :])

    try:
        facts = await read_clip(clip)
    except ClipUnreadable:
        return
    assert facts.width * facts.height <= 4096 * 2304


@pytest.mark.parametrize("name", ["clip.mp4", "clip.mkv", "clip.webm", "clip.avi"])
@pytest.mark.parametrize("kept", [0, 9, 300])
async def test_what_is_cut_off_early_is_refused(
    make_clip: MakeClip, tmp_path: Path, name: str, kept: int
) -> None:
    data = make_clip().read_bytes()
    (tmp_path / name).write_bytes(data[:kept])

    with pytest.raises(ClipUnreadable):
        await read_clip(tmp_path / name)


async def test_sound_alone_is_no_clip(tmp_path: Path) -> None:
    ffmpeg("-f", "lavfi", "-i", "sine=duration=0.2", str(tmp_path / "sound.mp4"))

    with pytest.raises(ClipUnreadable, match="no picture"):
        await read_clip(tmp_path / "sound.mp4")


async def test_a_clip_without_frames_is_refused(make_clip: MakeClip, tmp_path: Path) -> None:
    ffmpeg("-i", str(make_clip()), "-frames:v", "0", "-c", "copy", str(tmp_path / "none.mkv"))

    with pytest.raises(ClipUnreadable):
        await read_clip(tmp_path / "none.mkv")


@pytest.mark.parametrize(
    "text",
    [
        "#EXTM3U\n#EXTINF:1,\nfile:///etc/hostname\n",
        "ffconcat version 1.0\nfile /etc/hostname\n",
        "http://127.0.0.1:9/clip.mp4",
        "<svg xmlns='http://www.w3.org/2000/svg'/>",
    ],
)
async def test_lists_and_addresses_are_no_clips(tmp_path: Path, text: str) -> None:
    (tmp_path / "clip.mp4").write_text(text)

    with pytest.raises(ClipUnreadable):
        await read_clip(tmp_path / "clip.mp4")


async def test_a_frame_rate_that_nobody_shows_is_refused(make_clip: MakeClip) -> None:
    with pytest.raises(ClipUnreadable, match="frame rate"):
        await read_clip(make_clip(rate=500, frames=20))
