"""Where the weights of a pipeline are kept while it works."""

from collections.abc import Mapping
from enum import StrEnum

ROOM = 1.15
"""Weights against what they take with what is reckoned beside them …"""

SPARE_BYTES = 3 << 30
"""… and what a picture or a film of ordinary size takes besides."""


class Place(StrEnum):
    """All on the device; each part while it works; or each layer, which is slow."""

    WHOLE = "none"
    PARTS = "model"
    LAYERS = "sequential"


def place(parts: Mapping[str, int], free_bytes: int) -> Place:
    """The fastest place for `parts` (bytes of weights) on a device with `free_bytes`."""
    sizes = [*parts.values(), 0]
    if sum(sizes) * ROOM + SPARE_BYTES <= free_bytes:
        return Place.WHOLE
    if max(sizes) * ROOM + SPARE_BYTES <= free_bytes:
        return Place.PARTS
    return Place.LAYERS
