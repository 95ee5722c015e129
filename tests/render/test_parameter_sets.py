"""What a file says of its pixels is what decoding it would tell."""

from pathlib import Path

import av
import pytest

from reelhouse.render.checks.watching import PicturesDamaged, watch
from reelhouse.render.ffmpeg import Ffmpeg
from reelhouse.render.parameter_sets import pixel_format_of
from reelhouse.render.probe import probe

pytestmark = pytest.mark.anyio


async def made(ffmpeg: Ffmpeg, folder: Path, pixel_format: str, profile: str = "") -> Path:
    source = ("-f", "lavfi", "-i", "testsrc2=size=96x64:rate=30:duration=0.1")
    options = ("-c:v", "libx264", "-pix_fmt", pixel_format, *(("-profile:v", profile) if profile else ()))
    await ffmpeg.run([*source, *options, "made.mp4"], cwd=folder, stage="a test")
    return folder / "made.mp4"


@pytest.mark.parametrize(
    ("pixel_format", "profile"),
    [
        ("yuv420p", "baseline"),
        ("yuv420p", "main"),
        ("yuv420p", ""),
        ("yuv422p", ""),
        ("yuv444p", ""),
        ("yuv420p10le", ""),
        ("yuv444p10le", ""),
    ],
)
async def test_the_pixel_format_is_known_without_decoding(
    ffmpeg: Ffmpeg, tmp_path: Path, pixel_format: str, profile: str
) -> None:
    path = await made(ffmpeg, tmp_path, pixel_format, profile)

    said = probe(path, decode=False)
    with av.open(str(path)) as container:
        decoded = next(container.decode(video=0)).format.name

    assert said is not None
    assert said.pixel_format == decoded == pixel_format


async def test_pictures_that_decode_to_another_format_are_damaged(ffmpeg: Ffmpeg, tmp_path: Path) -> None:
    """Luma from 0 to 255 is told behind what is read of the parameters."""
    path = await made(ffmpeg, tmp_path, "yuvj420p")

    with pytest.raises(PicturesDamaged, match="yuvj420p"):
        watch(path, 30, [], every_picture=True, pixel_format="yuv420p")


def test_what_is_no_record_of_mp4_says_nothing() -> None:
    assert pixel_format_of(b"") == ""
    assert pixel_format_of(b"\0\0\0\1\x67\x64\0\x28\xac") == ""
    assert pixel_format_of(b"\1\x64\0\x28\xff\xe1\0\x18\x67") == ""
