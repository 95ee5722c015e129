"""What is on every slide, or asks for a hand: the place in the carousel, a swipe hint and a button."""

from collections.abc import Iterator
from pathlib import Path

import numpy as np
from PIL import Image

from reelhouse.media.contrast import BODY, contrast
from reelhouse.render.errors import MediaUnreadable
from reelhouse.render.presenter.ink import mix
from reelhouse.render.screens.geometry import Rect
from reelhouse.render.screens.shapes import Outline, Shape, disc, rounded

MOST_DOTS = 12
"""More slides than that are counted in figures."""

DOT, FAINT = 12, 0.34
DARK, LIGHT = "#0c0a14", "#ffffff"


def dots(number: int, of: int, header: Rect, accent: str, ink: str, unit: float) -> Iterator[Shape]:
    """One for each slide at the right end of the header; that of this slide is long."""
    tall = gap = DOT * unit
    x = header.right - (of - 1) * (tall + gap) - 3 * tall
    for page in range(1, of + 1):
        here = page == number
        box = Rect(x, header.centre[1] - tall / 2, 3 * tall if here else tall, tall)
        yield Shape(rounded(box, tall / 2), accent if here else ink, 1.0 if here else FAINT)
        x = box.right + gap


def arrow(x: float, y: float, radius: float, accent: str) -> Iterator[Shape]:
    """A round button that points onwards."""
    ink = ink_on(accent)
    yield Shape(disc(x, y + radius * 0.16, radius), "#000000", 0.35, radius * 0.22)
    yield Shape(disc(x, y, radius), accent)
    arm, thick = radius * 0.42, radius * 0.15
    yield Shape(_bar((x - arm, y), (x + arm, y), thick), ink)
    for way in (-1, 1):
        yield Shape(_bar((x + arm, y), (x + arm * 0.12, y + way * arm * 0.86), thick), ink)


def button(box: Rect, accent: str) -> Iterator[Shape]:
    corner = box.height / 2
    below = Rect(box.x, box.y + box.height * 0.16, box.width, box.height)
    yield Shape(rounded(below, corner), "#000000", 0.35, box.height * 0.16)
    yield Shape(rounded(box, corner), accent)
    shine = Rect(box.x + corner * 0.7, box.y + 2, box.width - corner * 1.4, max(2.0, box.height * 0.02))
    yield Shape(rounded(shine, 1), "#ffffff", 0.4)


def ink_on(accent: str) -> str:
    """The clearer one of light and dark letters on a colour."""
    return max((LIGHT, DARK), key=lambda ink: contrast(ink, accent))


def solid(accent: str) -> str:
    """The accent, moved away from the ink that is written on it only as far as that asks."""
    ink = ink_on(accent)
    away = DARK if ink == LIGHT else LIGHT
    steps = (mix(accent, away, step / 20) for step in range(21))
    return next(colour for colour in steps if contrast(ink, colour) >= BODY)


def logo_of(path: Path, width: float, height: float) -> Image.Image:
    """A logo (RGBA) as large as a box allows, without the clear rim of its file. Raises `MediaUnreadable`."""
    try:
        with Image.open(path) as file:
            logo = file.convert("RGBA")
    except (OSError, ValueError, Image.DecompressionBombError) as error:
        raise MediaUnreadable(path.name, "it is no picture that can be read") from error
    box = logo.getchannel("A").getbbox()
    logo = logo.crop(box) if box else logo
    factor = min(width / logo.width, height / logo.height)
    size = max(1, round(logo.width * factor)), max(1, round(logo.height * factor))
    return logo.resize(size, Image.Resampling.LANCZOS)


def _bar(start: tuple[float, float], end: tuple[float, float], thick: float) -> Outline:
    """A line with round ends."""
    first, last = np.array(start), np.array(end)
    turn = np.arctan2(*(last - first)[::-1])
    ends = ((last, turn - np.pi / 2), (first, turn + np.pi / 2))
    angles = [(centre, angle) for centre, side in ends for angle in np.linspace(side, side + np.pi, 9)]
    return np.array([centre + thick / 2 * np.array([np.cos(at), np.sin(at)]) for centre, at in angles])
