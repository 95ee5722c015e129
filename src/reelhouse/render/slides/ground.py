"""What lies behind a slide: the brand's colours with soft light, calm enough for its ink to be read."""

from dataclasses import dataclass, replace
from functools import lru_cache

import cv2
import numpy as np
from numpy.typing import NDArray

from reelhouse.media.composition import Canvas, Livery
from reelhouse.media.contrast import BLACK, BODY, WHITE, luminance, readable, worst
from reelhouse.render.presenter.ink import mix
from reelhouse.render.screens.ground import light_of

STEP = 8
CALMER = (0.0, 0.25, 0.5, 0.75, 1.0)
"""How much of the flow and the light is taken back, until some ink reads well everywhere."""

QUIET = 0.16
TINT = 0.16
DITHER = 0.5
TILE = 256

Pixels = NDArray[np.uint8]
Light = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Ground:
    """Pixels (height x width x RGB), and inks that read well on them: `quiet` for long texts, and `accent`,
    which reads as well where a little of `tint` is laid under it.
    """

    pixels: Pixels
    ink: str
    quiet: str
    accent: str
    tint: str


@lru_cache(maxsize=2)
def ground_of(livery: Livery, canvas: Canvas) -> Ground:
    """`ink` and `accent` of the livery, each corrected as far as text of any size needs.

    All slides of a carousel stand on the same one: whoever draws on it takes a copy.
    """
    width, height = -(-canvas.width // STEP), -(-canvas.height // STEP)
    for calmer in CALMER:
        light = light_of(_calmed(livery, calmer), width, height)
        extremes = _extremes(light)
        ink = readable(livery.ink, extremes)
        if worst(ink, extremes) >= BODY:
            break
    quiet = readable(mix(ink, livery.ground, QUIET), extremes)
    pixels = _spread(light, canvas)
    pixels.flags.writeable = False
    return Ground(pixels, ink, quiet, *_accent_and_tint(livery.accent, extremes))


def _accent_and_tint(accent: str, grounds: tuple[str, str]) -> tuple[str, str]:
    """The accent as it is read, and what is laid under it: its own colour, or else shade or light."""
    for tint in (accent, BLACK, WHITE):
        everywhere = (*grounds, *(mix(ground, tint, TINT) for ground in grounds))
        found = readable(accent, everywhere)
        if worst(found, everywhere) >= BODY:
            return found, tint
    return readable(accent, grounds), accent


def _calmed(livery: Livery, share: float) -> Livery:
    return replace(
        livery,
        ground_end=mix(livery.ground_end, livery.ground, share),
        accent=mix(livery.accent, livery.ground, share),
    )


def _extremes(light: Light) -> tuple[str, str]:
    """The darkest and the lightest colour, with a step to either side for rounding."""
    flat = light.reshape(-1, 3)
    weights = np.array([0.2126, 0.7152, 0.0722], np.float32)
    brightness = ((flat / 255) ** 2.2) @ weights
    ends = (flat[brightness.argmin()] - 1, flat[brightness.argmax()] + 1)
    dark, pale = (
        "#" + "".join(f"{int(value):02x}" for value in np.clip(np.rint(end), 0, 255)) for end in ends
    )
    return (dark, pale) if luminance(dark) <= luminance(pale) else (pale, dark)


def _spread(light: Light, canvas: Canvas) -> Pixels:
    smooth = cv2.resize(
        np.ascontiguousarray(light), (canvas.width, canvas.height), interpolation=cv2.INTER_CUBIC
    )
    dither = _dither()
    for top in range(0, canvas.height, TILE):
        for left in range(0, canvas.width, TILE):
            part = smooth[top : top + TILE, left : left + TILE]
            np.add(part, dither[: part.shape[0], : part.shape[1]], out=part)
    return np.asarray(cv2.convertScaleAbs(np.maximum(smooth, 0, out=smooth)), np.uint8)


@lru_cache(maxsize=1)
def _dither() -> Light:
    """Without it, colours that flow slowly show bands."""
    return np.random.default_rng(20).uniform(-DITHER, DITHER, (TILE, TILE, 1)).astype(np.float32)
