"""Colours as ``#rrggbb``: mixed, lightened, turned."""

from colorsys import hls_to_rgb, rgb_to_hls
from functools import lru_cache

RGB = tuple[float, float, float]
INK = "#120c22"
"""What shadows tend to: a deep violet, never black."""


@lru_cache(maxsize=4096)
def channels(colour: str) -> RGB:
    """Red, green and blue (0-255)."""
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)


def as_hex(rgb: RGB) -> str:
    return "#" + "".join(f"{min(255, max(0, round(value))):02x}" for value in rgb)


@lru_cache(maxsize=4096)
def mix(colour: str, other: str, share: float) -> str:
    """`colour` with a `share` (0-1) of `other`."""
    one, two = channels(colour), channels(other)
    return as_hex(
        (
            one[0] + (two[0] - one[0]) * share,
            one[1] + (two[1] - one[1]) * share,
            one[2] + (two[2] - one[2]) * share,
        )
    )


def lighter(colour: str, share: float) -> str:
    return mix(colour, "#ffffff", share)


def darker(colour: str, share: float) -> str:
    return mix(colour, INK, share)


def brightness(colour: str) -> float:
    """How light a colour looks, 0 (black) to 1 (white); weights of ITU-R BT.709."""
    red, green, blue = channels(colour)
    return (0.2126 * red + 0.7152 * green + 0.0722 * blue) / 255


def turned(colour: str, degrees: float, *, light: float = 0, rich: float = 1) -> str:
    """`colour` further round the wheel, its lightness moved by `light` (-1 to 1), saturation times `rich`."""
    red, green, blue = channels(colour)
    hue, lightness, saturation = rgb_to_hls(red / 255, green / 255, blue / 255)
    lightness = min(1.0, max(0.0, lightness + light))
    rgb = hls_to_rgb((hue + degrees / 360) % 1, lightness, min(1.0, saturation * rich))
    return as_hex((rgb[0] * 255, rgb[1] * 255, rgb[2] * 255))
