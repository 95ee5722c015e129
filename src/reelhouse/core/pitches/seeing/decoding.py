"""A file becomes pixels: checked first, upright as a person sees it, and no larger than the eye needs."""

import hashlib
from dataclasses import dataclass, field
from io import BytesIO
from pathlib import Path
from typing import Any, TypeAlias

import cv2
import numpy as np
import numpy.typing as npt
from PIL import Image, UnidentifiedImageError

from reelhouse.core.pitches.seeing.errors import PictureUnreadable
from reelhouse.media.sniffing import sniff

Pixels: TypeAlias = npt.NDArray[np.uint8]
"""Rows, columns, and the three colours blue, green, red, as OpenCV keeps them."""

FORMATS = {"image/png": "PNG", "image/jpeg": "JPEG", "image/webp": "WEBP"}
MOST_PIXELS = 50_000_000
MOST_BYTES = 50_000_000
SHORTEST_SIDE, LONGEST_SIDE = 16, 30_000
ORIENTATION = 0x0112
HIDDEN_ORIENTATION = (b"eXIf", b"XML:com.adobe.xmp", b"Raw profile type")
"""Where a PNG may say which way is up; without one of them nothing needs to be searched for it."""

TURNS: dict[int, tuple[int | None, int | None]] = {
    2: (None, 1),
    3: (cv2.ROTATE_180, None),
    4: (None, 0),
    5: (cv2.ROTATE_90_CLOCKWISE, 1),
    6: (cv2.ROTATE_90_CLOCKWISE, None),
    7: (cv2.ROTATE_90_CLOCKWISE, 0),
    8: (cv2.ROTATE_90_COUNTERCLOCKWISE, None),
}
"""EXIF orientations: how the stored picture is turned, and the axis over which it is mirrored then."""

LYING = frozenset({5, 6, 7, 8})
HALF, WHOLE = cv2.IMREAD_REDUCED_COLOR_2, cv2.IMREAD_COLOR
REDUCED = ((8, cv2.IMREAD_REDUCED_COLOR_8), (4, cv2.IMREAD_REDUCED_COLOR_4), (2, HALF))


@dataclass(frozen=True, slots=True)
class Opened:
    """A file whose header was read and found good: nothing of it is decoded yet.

    `width` and `height` are those of the upright picture, in pixels.
    """

    content: bytes = field(repr=False)
    media_type: str
    width: int
    height: int
    orientation: int
    transparent: bool

    @property
    def sha256(self) -> str:
        return hashlib.sha256(self.content).hexdigest()

    def pixels(self, narrowest: int = 0) -> Pixels:
        """The upright picture, reduced while decoding if it stays at least `narrowest` wide (0: never).

        What is transparent shows white. Raises `PictureUnreadable` for a damaged file.
        """
        decoded = _decoded(self.content, self._way(narrowest), transparent=self.transparent)
        return _turned(decoded, self.orientation)

    def _way(self, narrowest: int) -> int:
        """JPEG is decoded small at once; of the others only the half is a clean mean of their pixels."""
        if not narrowest:
            return WHOLE
        largest = 8 if self.media_type == "image/jpeg" else 2
        ways = (way for factor, way in REDUCED if factor <= largest and self.width >= narrowest * factor)
        return next(ways, WHOLE)


def open_picture(path: Path, media_type: str) -> Opened:
    """Read a file, and check what it says of itself before anything is decoded.

    Raises `PictureUnreadable` for what is not of `media_type`, is animated, too large or too small.
    """
    if path.stat().st_size > MOST_BYTES:
        raise PictureUnreadable(f"it has more than {MOST_BYTES // 1_000_000} MB")
    content = path.read_bytes()
    found = sniff(content)
    if media_type not in FORMATS:
        raise PictureUnreadable(f"{media_type} is none of {', '.join(FORMATS)}")
    if found != media_type:
        raise PictureUnreadable(f"it was announced as {media_type} and is {found or 'something else'}")
    try:
        with Image.open(BytesIO(content), formats=(FORMATS[media_type],)) as image:
            return _checked(image, content, media_type)
    except Image.DecompressionBombError:
        raise PictureUnreadable(f"it has more than {MOST_PIXELS // 1_000_000} megapixels") from None
    except UnidentifiedImageError:
        raise PictureUnreadable("it is damaged (its header cannot be read)") from None
    except (OSError, SyntaxError, ValueError, EOFError) as error:
        raise PictureUnreadable(f"it is damaged ({error})") from None


def _checked(image: Image.Image, content: bytes, media_type: str) -> Opened:
    width, height = image.size
    if width * height > MOST_PIXELS:
        raise PictureUnreadable(f"it has more than {MOST_PIXELS // 1_000_000} megapixels")
    if min(width, height) < SHORTEST_SIDE or max(width, height) > LONGEST_SIDE:
        raise PictureUnreadable(
            f"it is {width} x {height} pixels; a side has {SHORTEST_SIDE} to {LONGEST_SIDE}"
        )
    if media_type != "image/jpeg" and getattr(image, "is_animated", False):
        raise PictureUnreadable("it is animated")
    orientation = _orientation(image, content)
    if orientation in LYING:
        width, height = height, width
    return Opened(content, media_type, width, height, orientation, image.has_transparency_data)


def _orientation(image: Image.Image, content: bytes) -> int:
    if image.format == "PNG" and not any(mark in content for mark in HIDDEN_ORIENTATION):
        return 1  # for Pillow would decode all of it, to look behind its pixels too
    return int(image.getexif().get(ORIENTATION, 1))


def _decoded(content: bytes, way: int, *, transparent: bool) -> Pixels:
    data = np.frombuffer(content, np.uint8)
    try:
        if not transparent:
            pixels = cv2.imdecode(data, way | cv2.IMREAD_IGNORE_ORIENTATION)
        else:
            pixels = _on_white(cv2.imdecode(data, cv2.IMREAD_UNCHANGED))
    except cv2.error as error:
        raise PictureUnreadable(f"it is damaged ({error.err})") from None
    if pixels is None:
        raise PictureUnreadable("it is damaged (its pixels cannot be decoded)")
    return np.asarray(pixels, np.uint8)


def _on_white(layered: npt.NDArray[Any] | None) -> Pixels | None:
    """Of 8 or 16 bits, grey or coloured, with or without an opacity."""
    if layered is None:
        return None
    eight = np.asarray(layered if layered.dtype == np.uint8 else layered >> 8, np.uint8)
    if eight.ndim == 2:  # noqa: PLR2004 - rows and columns: grey
        return np.asarray(cv2.cvtColor(eight, cv2.COLOR_GRAY2BGR), np.uint8)
    if eight.shape[2] == 3:  # noqa: PLR2004 - its colours
        return eight
    opacity = eight[..., 3]
    if opacity.min() == 255:  # noqa: PLR2004 - the most of a byte
        return np.asarray(cv2.cvtColor(eight, cv2.COLOR_BGRA2BGR), np.uint8)
    share = opacity[..., None].astype(np.uint16)
    return ((eight[..., :3] * share + 255 * (255 - share) + 127) // 255).astype(np.uint8)


def _turned(pixels: Pixels, orientation: int) -> Pixels:
    turn, mirror = TURNS.get(orientation, (None, None))
    if turn is not None:
        pixels = np.asarray(cv2.rotate(pixels, turn), np.uint8)
    if mirror is not None:
        pixels = np.asarray(cv2.flip(pixels, mirror), np.uint8)
    return pixels
