"""A logo as it is kept: a PNG with its transparency, no larger than it is ever drawn."""

from io import BytesIO

from PIL import Image, UnidentifiedImageError

from reelhouse.core.brands.errors import LogoInvalid

MEDIA_TYPE = "image/png"
FORMATS = ("PNG", "JPEG", "WEBP")
MOST_BYTES = 5_000_000
MOST_PIXELS = 36_000_000
LEAST, MOST = 16, 1024
"""Pixels of its longer side."""


def logo_png(data: bytes) -> bytes:
    """The bytes of a PNG, without anything that the file said beside its picture; raises `LogoInvalid`.

    Equal files give equal bytes.
    """
    if len(data) > MOST_BYTES:
        raise LogoInvalid(f"it has more than {MOST_BYTES} bytes")
    try:
        with Image.open(BytesIO(data), formats=FORMATS) as file:
            if file.width * file.height > MOST_PIXELS:
                raise LogoInvalid(f"it has more than {MOST_PIXELS} pixels")
            picture = file.convert("RGBA")
    except (UnidentifiedImageError, OSError, ValueError, Image.DecompressionBombError) as error:
        raise LogoInvalid("it is no PNG, JPEG or WebP picture that can be read") from error
    if max(picture.size) < LEAST:
        raise LogoInvalid(f"its longer side has fewer than {LEAST} pixels")
    picture.thumbnail((MOST, MOST), Image.Resampling.LANCZOS)
    bare = Image.new("RGBA", picture.size)
    bare.paste(picture)
    png = BytesIO()
    bare.save(png, "PNG")
    return png.getvalue()
