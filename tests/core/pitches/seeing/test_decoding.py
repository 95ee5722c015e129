"""What is no still picture of what was announced is refused; the others are seen as a person sees them."""

import struct
import zlib
from contextlib import suppress
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from reelhouse.core.pitches.seeing.decoding import open_picture
from reelhouse.core.pitches.seeing.errors import PictureUnreadable

FORMATS = {"image/png": "PNG", "image/jpeg": "JPEG", "image/webp": "WEBP"}
ORIENTATION = 0x0112


def marked() -> Image.Image:
    """Red in its upper left corner, blue elsewhere."""
    picture = Image.new("RGB", (80, 40), "#0000ff")
    picture.paste("#ff0000", (0, 0, 20, 20))
    return picture


@pytest.mark.parametrize("media_type", FORMATS)
@pytest.mark.parametrize("orientation", range(1, 9))
def test_pictures_are_upright_whatever_their_camera_did(
    tmp_path: Path, media_type: str, orientation: int
) -> None:
    exif = Image.Exif()
    exif[ORIENTATION] = orientation
    path = tmp_path / "picture"
    stored = {1: None, 2: 0, 3: 3, 4: 1, 5: 5, 6: 2, 7: 6, 8: 4}[orientation]  # Pillow's opposite turn
    lying = marked() if stored is None else marked().transpose(Image.Transpose(stored))
    lying.save(path, FORMATS[media_type], exif=exif, quality=100)

    opened = open_picture(path, media_type)
    pixels = opened.pixels()

    assert (opened.width, opened.height) == (80, 40)
    assert pixels.shape == (40, 80, 3)
    assert pixels[5, 5, 2] > 200
    assert pixels[35, 75, 0] > 200


def test_what_is_transparent_shows_white(tmp_path: Path) -> None:
    path = tmp_path / "glass.png"
    Image.new("RGBA", (40, 40), (0, 0, 0, 0)).save(path)

    assert np.all(open_picture(path, "image/png").pixels() == 255)


@pytest.mark.parametrize("announced", ["image/jpeg", "image/gif", "text/html"])
def test_a_picture_is_what_it_was_announced_as(tmp_path: Path, announced: str) -> None:
    path = tmp_path / "picture.png"
    marked().save(path)

    with pytest.raises(PictureUnreadable):
        open_picture(path, announced)


@pytest.mark.parametrize("media_type", ["image/png", "image/webp"])
def test_what_moves_is_refused(tmp_path: Path, media_type: str) -> None:
    path = tmp_path / "film"
    other = Image.new("RGB", (80, 40), "white")
    marked().save(path, FORMATS[media_type], save_all=True, append_images=[other], duration=100)

    with pytest.raises(PictureUnreadable, match="animated"):
        open_picture(path, media_type)


@pytest.mark.parametrize("size", [(8, 500), (40_000, 20)], ids=["small", "long"])
def test_sizes_out_of_bounds_are_refused(tmp_path: Path, size: tuple[int, int]) -> None:
    path = tmp_path / "picture.png"
    Image.new("1", size).save(path)

    with pytest.raises(PictureUnreadable, match="pixels"):
        open_picture(path, "image/png")


def chunk(name: bytes, content: bytes) -> bytes:
    check = zlib.crc32(name + content)
    return struct.pack(">I", len(content)) + name + content + struct.pack(">I", check)


def test_a_few_bytes_that_claim_a_billion_pixels_are_refused(tmp_path: Path) -> None:
    head = struct.pack(">IIBBBBB", 30_000, 30_000, 8, 2, 0, 0, 0)
    path = tmp_path / "bomb.png"
    path.write_bytes(b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(b"\0")))

    with pytest.raises(PictureUnreadable, match="50 megapixels"):
        open_picture(path, "image/png")


@pytest.mark.parametrize("media_type", FORMATS)
def test_a_cut_file_is_damaged_or_seen_but_never_more(tmp_path: Path, media_type: str) -> None:
    whole, path = tmp_path / "whole", tmp_path / "cut"
    marked().save(whole, FORMATS[media_type])
    content = whole.read_bytes()
    for length in range(0, len(content), 7):
        path.write_bytes(content[:length])
        with suppress(PictureUnreadable):
            assert open_picture(path, media_type).pixels(narrowest=10).shape[2] == 3
