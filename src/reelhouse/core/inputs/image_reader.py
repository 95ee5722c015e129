"""Turns an image of a stranger into a plain PNG. Run as a script, in a process with limits of its own.

A decoder is where a hostile file does its work, and a few bytes may claim billions of pixels. The image
comes on stdin; ``picture.png`` in the working folder is what can be seen of it: upright, without metadata,
at most so many pixels a side. The arguments are ``alpha`` or ``opaque``, ``png`` or ``webp`` (lossless, and
``picture.webp``), and the longest side. A sentence on stderr tells why there is none.
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
PICTURE = "picture"
REFUSED = 3


def read_image(data: bytes, *, alpha: bool = False, longest: int = LONGEST_SIDE) -> Image.Image:
    """The first frame of an image as it is meant to be seen; in RGB, or with `alpha` where it has that.

    Raises `ValueError` with a sentence.
    """
    warnings.simplefilter("error", Image.DecompressionBombWarning)
    Image.MAX_IMAGE_PIXELS = MOST_PIXELS
    try:
        image = Image.open(BytesIO(data), formats=FORMATS)
        _check_size(image)
        if image.format == "JPEG":
            image.draft("RGB", (longest, longest))
        image.load()
        seen = _eight_bits(ImageOps.exif_transpose(image))
        return _shrunk(seen if alpha and seen.mode == "RGBA" else _flat(seen), longest)
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


def _eight_bits(image: Image.Image) -> Image.Image:
    """RGBA where something is transparent, else RGB."""
    if image.mode.startswith("I;16"):
        image = image.point(lambda value: value / 256).convert("L")
    transparent = "A" in image.getbands() or "transparency" in image.info
    return image.convert("RGBA" if transparent else "RGB")


def _flat(image: Image.Image) -> Image.Image:
    if image.mode == "RGB":
        return image
    ground = Image.new("RGBA", image.size, GROUND)
    ground.alpha_composite(image)
    return ground.convert("RGB")


def _shrunk(image: Image.Image, longest: int) -> Image.Image:
    image.thumbnail((longest, longest), Image.Resampling.LANCZOS)
    return image


def main(transparency: str, form: str, longest: int) -> int:
    try:
        image = read_image(sys.stdin.buffer.read(), alpha=transparency == "alpha", longest=longest)
    except ValueError as refusal:
        sys.stderr.write(str(refusal))
        return REFUSED
    image.info.clear()
    path = Path(f"{PICTURE}.{form}")
    if form == "webp":
        image.save(path, "WEBP", lossless=True, method=0, quality=20)
    else:
        image.save(path, "PNG", compress_level=1)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], sys.argv[2], int(sys.argv[3])))
