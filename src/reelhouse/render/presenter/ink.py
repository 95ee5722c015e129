"""Strokes, fills and colours of a drawing in SVG, and how it becomes pixels.

Drawings are strings of SVG elements in *head units*: the origin lies between the eyes, x grows to the
right, y downwards, a head is some 350 units wide and its chin lies 245 below the eyes.
"""

from dataclasses import dataclass
from io import BytesIO

import resvg_py
from PIL import Image

BLURS = (2, 4, 8)
FALLOFF = ((0, 1), (0.2, 0.92), (0.4, 0.7), (0.6, 0.38), (0.8, 0.12), (1, 0))
LAYERS = (1, 0.8, 0.6, 0.42, 0.24)


def channels(colour: str) -> tuple[int, int, int]:
    """Red, green and blue (0-255) of ``#rrggbb``."""
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)


def mix(colour: str, other: str, share: float) -> str:
    """`colour` with a `share` (0-1) of `other`."""
    pairs = zip(channels(colour), channels(other), strict=True)
    return "#" + "".join(f"{round(one + (two - one) * share):02x}" for one, two in pairs)


def brightness(colour: str) -> float:
    """How light a colour looks, 0 (black) to 1 (white); weights of ITU-R BT.709."""
    red, green, blue = channels(colour)
    return (0.2126 * red + 0.7152 * green + 0.0722 * blue) / 255


def lighter(colour: str, share: float) -> str:
    return mix(colour, "#ffffff", share)


def darker(colour: str, share: float) -> str:
    return mix(colour, "#0b0714", share)


def fill(path: str, paint: str, opacity: float = 1) -> str:
    return f'<path d="{path}" fill="{paint}" fill-opacity="{opacity:.3g}"/>'


def line(path: str, paint: str, width: float, opacity: float = 1) -> str:
    return (
        f'<path d="{path}" fill="none" stroke="{paint}" stroke-width="{width:.4g}" '
        f'stroke-opacity="{opacity:.3g}" stroke-linecap="round" stroke-linejoin="round"/>'
    )


def ellipse(x: float, y: float, rx: float, ry: float, paint: str, opacity: float = 1) -> str:
    return (
        f'<ellipse cx="{x:.5g}" cy="{y:.5g}" rx="{rx:.5g}" ry="{ry:.5g}" '
        f'fill="{paint}" fill-opacity="{opacity:.3g}"/>'
    )


def box(x: float, y: float, width: float, height: float, paint: str, *, round_: float = 0) -> str:
    return (
        f'<rect x="{x:.6g}" y="{y:.6g}" width="{width:.6g}" height="{height:.6g}" rx="{round_:g}" '
        f'fill="{paint}"/>'
    )


def soft(inner: str, blur: int) -> str:
    """Blur a group; `blur` is one of `BLURS`. What is blurred must have both a width and a height.

    A blur costs by the pixels around it, so it is for small things: see `glow` and `soft_line`.
    """
    return f'<g filter="url(#soft{blur})">{inner}</g>'


def glow(x: float, y: float, rx: float, ry: float, paint: str, opacity: float = 1) -> str:
    """A blurred spot: full in the middle, gone at the rim of the ellipse."""
    name = f"glow{paint[1:]}"
    stops = "".join(
        f'<stop offset="{offset}" stop-color="{paint}" stop-opacity="{share}"/>' for offset, share in FALLOFF
    )
    return f'<radialGradient id="{name}">{stops}</radialGradient>' + ellipse(
        x, y, rx, ry, f"url(#{name})", opacity
    )


def soft_line(path: str, paint: str, width: float, opacity: float = 1) -> str:
    """A line with blurred edges, as strokes on top of each other; `width` is where it has gone."""
    layer = 1 - (1 - opacity) ** (1 / len(LAYERS))
    return "".join(line(path, paint, width * share, layer) for share in LAYERS)


def mirrored(inner: str) -> str:
    """The same on the other side of the face."""
    return f'<g transform="scale(-1,1)">{inner}</g>'


def both(inner: str) -> str:
    """A part and its mirror image."""
    return inner + mirrored(inner)


def clipped(inner: str, path: str, name: str) -> str:
    """Only what lies inside of `path`. `name` must be unique within the drawing."""
    return f'<clipPath id="{name}"><path d="{path}"/></clipPath><g clip-path="url(#{name})">{inner}</g>'


def falling(name: str, top: float, bottom: float, *stops: tuple[float, str, float]) -> str:
    """A gradient from the height `top` down to `bottom`; a stop is offset, colour, opacity."""
    return (
        f'<linearGradient id="{name}" gradientUnits="userSpaceOnUse" x1="0" x2="0" y1="{top:g}" '
        f'y2="{bottom:g}">{_stops(stops)}</linearGradient>'
    )


def sliding(name: str, left: float, right: float, *stops: tuple[float, str, float]) -> str:
    """A gradient from `left` to `right`; a stop is offset, colour, opacity."""
    return (
        f'<linearGradient id="{name}" gradientUnits="userSpaceOnUse" x1="{left:g}" x2="{right:g}" y1="0" '
        f'y2="0">{_stops(stops)}</linearGradient>'
    )


def moved(inner: str, dx: float, dy: float) -> str:
    return f'<g transform="translate({dx:g} {dy:g})">{inner}</g>'


def glowing(name: str, x: float, y: float, radius: float, *stops: tuple[float, str, float]) -> str:
    """A gradient outwards from a point; a stop is offset, colour, opacity."""
    return (
        f'<radialGradient id="{name}" gradientUnits="userSpaceOnUse" cx="{x:g}" cy="{y:g}" r="{radius:g}">'
        f"{_stops(stops)}</radialGradient>"
    )


def _stops(stops: tuple[tuple[float, str, float], ...]) -> str:
    return "".join(
        f'<stop offset="{offset:g}" stop-color="{colour}" stop-opacity="{opacity:g}"/>'
        for offset, colour, opacity in stops
    )


@dataclass(frozen=True, slots=True)
class Window:
    """Which pixels of a drawing are wanted.

    The drawing is first enlarged by `scale` (pixels a unit); then the window's upper left corner lies
    at pixel (`x`, `y`) of it. Windows of equal scale therefore share one pixel grid.
    """

    x: int
    y: int
    width: int
    height: int
    scale: float


def rasterise(drawing: str, window: Window) -> Image.Image:
    """The pixels (RGBA) of `window`; equal drawings give equal pixels on every machine."""
    blurs = "".join(
        f'<filter id="soft{blur}" x="-60%" y="-60%" width="220%" height="220%" '
        f'color-interpolation-filters="sRGB"><feGaussianBlur stdDeviation="{blur}"/></filter>'
        for blur in BLURS
    )
    document = (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{window.width}" height="{window.height}">'
        f"<defs>{blurs}</defs>"
        f'<g transform="translate({-window.x} {-window.y}) scale({window.scale})">{drawing}</g></svg>'
    )
    png = resvg_py.svg_to_bytes(svg_string=document, skip_system_fonts=True)
    return Image.open(BytesIO(png)).convert("RGBA")
