"""Turns an image of a stranger into a plain PNG. Run as a script, in a process with limits of its own.

A decoder is where a hostile file does its work, and a few bytes may claim billions of pixels. The image
comes on stdin; ``picture.png`` in the working folder is what can be seen of it: upright, RGB, without
metadata, at most `LONGEST_SIDE` pixels a side. A sentence on stderr tells why there is none.
"""

import sys
import warnings
from io import BytesIO
from pathlib import Path

from PIL import Image, ImageOps, UnidentifiedImageError

FORMATS = ("PNG", "JPEG", "WEBP", "GIF")
MOST_PIXELS = 50_000_000
LONGEST_SIDE = 3840
SHORTEST_SIDE = 16
GROUND = "#ffffff"
PICTURE = "picture.png"
REFUSED = 3


def read_image(data: bytes) -> Image.Image:
    """The first frame of an image as it is meant to be seen. Raises `ValueError` with a sentence."""
    warnings.simplefilter("error", Image.DecompressionBombWarning)
    Image.MAX_IMAGE_PIXELS = MOST_PIXELS
    try:
        image = Image.open(BytesIO(data), formats=FORMATS)
        _check_size(image)
        if image.format == "JPEG":
            image.draft("RGB", (LONGEST_SIDE, LONGEST_SIDE))
        image.load()
        return _shrunk(_flat(ImageOps.exif_transpose(image)))
    except UnidentifiedImageError:
        raise ValueError("it is no PNG, JPEG, WebP or GIF image") from None
    except (Image.DecompressionBombError, Image.DecompressionBombWarning):
        raise ValueError(f"it has more than {MOST_PIXELS // 1_000_000} megapixels") from None
    except (OSError, SyntaxError, EOFError) as error:
        raise ValueError(f"it is damaged ({error})") from None


def _check_size(image: Image.Image) -> None:
    if image.width * image.height > MOST_PIXELS:
        raise ValueError(f"it has more than {MOST_PIXELS // 1_000_000} megapixels")
    if min(image.size) < SHORTEST_SIDE:
        raise ValueError(f"it is {image.width} x {image.height} pixels, which is too small to be shown")


def _flat(image: Image.Image) -> Image.Image:
    """Without transparency and without more than eight bits."""
    if image.mode.startswith("I;16"):
        image = image.point(lambda value: value / 256).convert("L")
    if "A" not in image.getbands() and "transparency" not in image.info:
        return image.convert("RGB")
    seen = image.convert("RGBA")
    ground = Image.new("RGBA", seen.size, GROUND)
    ground.alpha_composite(seen)
    return ground.convert("RGB")


def _shrunk(image: Image.Image) -> Image.Image:
    image.thumbnail((LONGEST_SIDE, LONGEST_SIDE), Image.Resampling.LANCZOS)
    return image


def main() -> int:
    try:
        image = read_image(sys.stdin.buffer.read())
    except ValueError as refusal:
        sys.stderr.write(str(refusal))
        return REFUSED
    image.info.clear()
    image.save(Path(PICTURE), "PNG", compress_level=1)
    return 0


if __name__ == "__main__":
    sys.exit(main())
