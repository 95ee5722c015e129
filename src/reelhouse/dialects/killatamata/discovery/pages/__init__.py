"""The texts, with places that are filled in: ``«name»``."""

import re
from importlib.resources import files

PLACE = re.compile("«([a-z_]+)»")


def filled(page: str, /, **passages: str) -> str:
    """The text of a file here. Raises `KeyError` for a place that nobody fills."""
    text = files(__name__).joinpath(page).read_text("utf-8")
    return PLACE.sub(lambda place: passages[place[1]], text)
