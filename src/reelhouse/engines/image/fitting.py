"""Pictures from elsewhere, brought to the pixel: decoded under limits, cropped, framed and scaled."""

from dataclasses import dataclass
from io import BytesIO

from PIL import Image, ImageFilter, ImageOps, UnidentifiedImageError

from reelhouse.engines.errors import EngineRefused

FORMATS = ("PNG", "JPEG", "WEBP")
MOST_DECODED = 36_000_000
"""Pixels of a picture from elsewhere; more is not a picture that was asked for."""

MARGIN_BLUR = 1 / 24  # of the longer side; what is laid around a picture must not look like a part of it


def decoded(engine: str, content: bytes, whose: str = "its picture") -> Image.Image:
    """In RGB and upright; what is transparent becomes white. Its size is known before a pixel is unpacked.

    Raises `EngineRefused`, in which `whose` names the picture.
    """
    try:
        picture: Image.Image = Image.open(BytesIO(content), formats=FORMATS)
        if picture.width * picture.height > MOST_DECODED:
            raise EngineRefused(engine, f"{whose} has more than {MOST_DECODED} pixels")
        layered = ImageOps.exif_transpose(_in_bytes(picture)).convert("RGBA")
    except (UnidentifiedImageError, OSError, SyntaxError, ValueError, Image.DecompressionBombError):
        raise EngineRefused(engine, f"{whose} cannot be read") from None
    ground = Image.new("RGBA", layered.size, "white")
    ground.alpha_composite(layered)
    return ground.convert("RGB")


def _in_bytes(picture: Image.Image) -> Image.Image:
    """Greys of 16 bits in 8: Pillow cuts them off, so that nearly all become white."""
    if not picture.mode.startswith("I"):
        return picture
    return picture.convert("I").point(lambda grey: grey / 257).convert("L")


def as_png(picture: Image.Image) -> bytes:
    file = BytesIO()
    picture.save(file, "PNG", compress_level=1)
    return file.getvalue()


def fitted(picture: Image.Image, width: int, height: int) -> tuple[bytes, tuple[str, ...]]:
    """A PNG of exactly that size, cropped around the middle; the notes tell when it had to be enlarged."""
    whole = ImageOps.fit(picture, (width, height), Image.Resampling.LANCZOS)
    if picture.width < width or picture.height < height:
        return as_png(whole), (
            f"Enlarged from {picture.width} x {picture.height} pixels, the most that was drawn.",
        )
    return as_png(whole), ()


@dataclass(frozen=True, slots=True)
class Frame:
    """A canvas of another shape, and where in it (in fractions) the picture stands."""

    width: int
    height: int
    left: float
    top: float
    right: float
    bottom: float

    @classmethod
    def around(cls, picture: tuple[int, int], canvas: tuple[int, int]) -> "Frame":
        """The picture as large as the canvas allows, in its middle."""
        scale = min(canvas[0] / picture[0], canvas[1] / picture[1])
        across, down = picture[0] * scale / canvas[0], picture[1] * scale / canvas[1]
        return cls(*canvas, (1 - across) / 2, (1 - down) / 2, (1 + across) / 2, (1 + down) / 2)

    def put(self, picture: Image.Image) -> Image.Image:
        """The canvas with the picture; around it, what it would be if it went on, out of focus."""
        left, top, right, bottom = self._box(self.width, self.height)
        canvas = ImageOps.fit(picture, (self.width, self.height), Image.Resampling.BICUBIC).filter(
            ImageFilter.GaussianBlur(max(self.width, self.height) * MARGIN_BLUR)
        )
        canvas.paste(picture.resize((right - left, bottom - top), Image.Resampling.LANCZOS), (left, top))
        return canvas

    def cut(self, canvas: Image.Image) -> Image.Image:
        """The picture's place in a canvas that came back, whatever its size."""
        whole = canvas
        if not _same_shape(canvas.size, (self.width, self.height)):
            whole = ImageOps.fit(canvas, (self.width, self.height), Image.Resampling.LANCZOS)
        return whole.crop(self._box(*whole.size))

    def _box(self, width: int, height: int) -> tuple[int, int, int, int]:
        return (
            round(self.left * width),
            round(self.top * height),
            round(self.right * width),
            round(self.bottom * height),
        )


def _same_shape(one: tuple[int, int], other: tuple[int, int]) -> bool:
    return abs(one[0] / one[1] - other[0] / other[1]) < 0.01 * other[0] / other[1]
