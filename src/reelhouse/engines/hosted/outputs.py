"""Where in a hosted model's answer its result stands."""

from collections.abc import Mapping, Sequence

from pydantic import JsonValue

DEEPEST = 4
SCHEMES = ("https://", "http://", "data:")


def found(answer: JsonValue, paths: Sequence[str]) -> JsonValue:
    """The first of `paths` (``images.0.url``; an empty one is the whole) that leads somewhere, else None."""
    for path in paths:
        place: JsonValue = answer
        for step in filter(None, path.split(".")):
            place = _inside(place, step)
        if place is not None:
            return place
    return None


def address_in(place: JsonValue, depth: int = 0) -> str | None:
    """The first address of a file: a string itself, the `url` of an object, or the first of a list."""
    if isinstance(place, str):
        return place if place.startswith(SCHEMES) else None
    if depth == DEEPEST:
        return None
    if isinstance(place, Mapping):
        return address_in(place.get("url"), depth + 1)
    if isinstance(place, list):
        return next((address for one in place if (address := address_in(one, depth + 1))), None)
    return None


def _inside(place: JsonValue, step: str) -> JsonValue:
    if isinstance(place, Mapping):
        return place.get(step)
    if isinstance(place, list) and step.isdecimal() and int(step) < len(place):
        return place[int(step)]
    return None
