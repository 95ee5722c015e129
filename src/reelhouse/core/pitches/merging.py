"""Wishes over wishes: what is said for a plan goes before what was said for its project."""

from dataclasses import fields, is_dataclass, replace
from typing import TypeVar

from reelhouse.core.pitches.asked import Asked

T = TypeVar("T")


def merged(below: Asked, above: Asked) -> Asked:
    """Every wish of `above`, and those of `below` about which `above` says nothing."""
    return _over(below, above)


def _over(below: T, above: T) -> T:
    """Records field by field, where both have one; lists and plain values as a whole."""
    if not is_dataclass(above) or isinstance(above, type) or type(above) is not type(below):
        return above
    values = {}
    for field in fields(above):
        wish, other = getattr(above, field.name), getattr(below, field.name)
        values[field.name] = other if wish is None else _over(other, wish)
    return replace(above, **values)
