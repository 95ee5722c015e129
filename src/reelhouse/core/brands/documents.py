"""A brand kit from a document of somebody's own: of known fields, shipped fonts, and readable."""

from pydantic import ValidationError

from reelhouse.core.brands.errors import BrandKitInvalid, InkUnreadable
from reelhouse.core.brands.types import LOOKS, Look
from reelhouse.media.contrast import BODY, contrast
from reelhouse.render.fonts.families import FAMILIES

MOST_BYTES = 10_000


def look_from_json(text: str | bytes) -> Look:
    """Raises `BrandKitInvalid`, which names the field, and `InkUnreadable`, which has the figures."""
    if len(text) > MOST_BYTES:
        raise BrandKitInvalid("", f"it has more than {MOST_BYTES} bytes")
    try:
        look = LOOKS.validate_json(text)
    except ValidationError as error:
        first = error.errors(include_url=False)[0]
        raise BrandKitInvalid(".".join(map(str, first["loc"])), first["msg"]) from error
    return checked(look)


def checked(look: Look) -> Look:
    """The same look, once its font and its contrasts are good; raises as `look_from_json` does."""
    if look.font not in FAMILIES:
        raise BrandKitInvalid("font", f"it is one of: {', '.join(sorted(FAMILIES))}")
    for ground in (look.ground, look.ground_end or look.ground):
        found = contrast(look.ink, ground)
        if found < BODY:
            raise InkUnreadable(look.ink, ground, found, BODY)
    return look
