"""What image engines take and give."""

from dataclasses import dataclass, field

LEAST_SIDE, MOST_SIDE = 32, 16_352
"""A WebP file has at most 16,383 pixels a side."""

MOST_PIXELS = 4_194_304
"""Four megapixels: 2048 x 2048, or 1080 x 1920 twice."""


@dataclass(frozen=True, slots=True)
class ImageRequest:
    """Draw `prompt`, `width` x `height` pixels. Equal seeds, equal pictures.

    A side has 32 to 16,352 pixels, the whole at most `MOST_PIXELS`. `accent` (``#rrggbb``) is a colour that
    should appear in the picture, such as a brand's. The lowest part of the height, `clear_below` (0 to 0.5),
    stays free of anything that matters: words will stand there. `references` (encoded PNG, JPEG or WebP,
    decoded under limits before) lend palette and layout; `high_detail` asks for half as much work again.
    """

    prompt: str
    width: int
    height: int
    seed: int = 0
    accent: str | None = None
    clear_below: float = 0.0
    references: tuple[bytes, ...] = ()
    high_detail: bool = False


@dataclass(frozen=True, slots=True)
class EditRequest:
    """Change `source` (encoded PNG, JPEG or WebP, decoded under limits before) as `prompt` says.

    The result has `width` x `height` pixels; a source of another shape is fitted first. `references` lend
    palette and manner.
    """

    prompt: str
    source: bytes
    width: int
    height: int
    seed: int = 0
    references: tuple[bytes, ...] = ()
    high_detail: bool = False


@dataclass(frozen=True, slots=True)
class Picture:
    """A PNG in RGB of exactly `width` x `height` pixels.

    `understood` are the words of the prompt that were drawn, as far as the engine can tell; `notes` are
    honest sentences about what was not.
    """

    png: bytes = field(repr=False)
    width: int
    height: int
    engine: str
    understood: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
