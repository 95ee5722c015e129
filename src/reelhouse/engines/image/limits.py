"""What every image engine refuses before it does anything."""

import re

from reelhouse.engines.errors import EngineRefused
from reelhouse.engines.image.types import LEAST_SIDE, MOST_PIXELS, MOST_SIDE, EditRequest, ImageRequest

COLOUR = re.compile(r"#[0-9a-fA-F]{6}")


def check(engine: str, request: ImageRequest | EditRequest) -> None:
    """Raises `EngineRefused` for a size out of bounds, a colour that is none, or a prompt without a word."""
    for name, side in (("width", request.width), ("height", request.height)):
        if not LEAST_SIDE <= side <= MOST_SIDE:
            raise EngineRefused(engine, f"a {name} of {side} is outside {LEAST_SIDE} to {MOST_SIDE} pixels")
    if request.width * request.height > MOST_PIXELS:
        raise EngineRefused(
            engine, f"{request.width} x {request.height} is more than {MOST_PIXELS} pixels (4 megapixels)"
        )
    accent = request.accent if isinstance(request, ImageRequest) else None
    if accent is not None and not COLOUR.fullmatch(accent):
        raise EngineRefused(engine, "the accent is no colour like #1a2b3c")
    if not any(letter.isprintable() and not letter.isspace() for letter in request.prompt):
        raise EngineRefused(engine, "there is nothing in the prompt that can be drawn")
