"""The closing card of a video: a call to action on light and colour."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

from PIL import Image, ImageDraw, ImageFilter

from reelhouse.media.composition import Canvas
from reelhouse.render.backdrops.grain import with_grain
from reelhouse.render.cards.typesetting import Setting, drawable, fit
from reelhouse.render.presenter.ink import (
    Window,
    box,
    brightness,
    darker,
    ellipse,
    falling,
    glow,
    lighter,
    line,
    mix,
    rasterise,
    soft,
)

ADDRESS = re.compile(r"(?:https?://)?(?:[\w-]+\.)+(?:[^\W\d_]{2,})(?:[/?#]\S*)?", re.IGNORECASE)
SCHEME = re.compile(r"^https?://(?:www\.)?", re.IGNORECASE)
PUNCTUATION = ".,;:!?)("
DARK = "#0c0a14"
STEP = 4
"""The light behind the words is drawn at a quarter of its size."""

PALE = 0.56
"""From this brightness on, a button has dark letters."""


@dataclass(frozen=True, slots=True)
class Wording:
    """What a card says: a headline, and an address that becomes its button."""

    headline: str
    address: str


def draw_end_card(text: str, accent: str, canvas: Canvas, font_files: Sequence[Path]) -> bytes:
    """A PNG (RGB) of the whole canvas; equal arguments give equal bytes.

    The first of `font_files` that has a character draws it; what none of them has is left out, which
    `undrawable` tells beforehand. Up to 100 characters fit every canvas.
    """
    wording = worded(text)
    unit = min(canvas.width, canvas.height) / 1080
    picture = _ground(accent, canvas)
    room = canvas.width * 0.82, canvas.height * (0.46 if canvas.height >= canvas.width else 0.5)
    headline = fit(wording.headline, font_files, *room, round(132 * unit), round(30 * unit))
    button = _button_setting(wording.address, font_files, canvas, unit)
    gap = 74 * unit
    foot = _button_height(button) if button else 120 * unit
    top = (canvas.height - headline.height - gap - foot) / 2
    pen = ImageDraw.Draw(picture)
    _mark(picture, accent, canvas.width / 2, top - 54 * unit, unit)
    headline.draw(pen, canvas.width / 2, top, "#ffffff")
    middle = top + headline.height + gap + foot / 2
    if button:
        _draw_button(picture, button, accent, canvas.width / 2, middle)
    else:
        _draw_arrow(picture, accent, canvas.width / 2, middle, 60 * unit)
    png = BytesIO()
    picture.convert("RGB").save(png, "PNG", compress_level=1)
    return png.getvalue()


def undrawable(text: str, font_files: Sequence[Path]) -> str:
    """The characters of `text` that a card leaves out, each once, in their order."""
    kept = drawable(text, font_files)
    return "".join(dict.fromkeys(letter for letter in text if letter not in kept))


def worded(text: str) -> Wording:
    """The first thing that looks like an address leaves the headline and becomes the button."""
    found = ADDRESS.search(text)
    if not found:
        return Wording(" ".join(text.split()), "")
    address = found.group().rstrip(PUNCTUATION)
    rest = f"{text[: found.start()]} {text[found.start() + len(address) :]}".strip()
    headline = " ".join(rest.split()).rstrip(" :,-–—→>")
    return Wording(headline if any(map(str.isalnum, headline)) else "", SCHEME.sub("", address))


def _ground(accent: str, canvas: Canvas) -> Image.Image:
    """Deep colour with soft light and large thin rings."""
    size = (canvas.width // STEP, canvas.height // STEP)
    half, tall = canvas.width / canvas.height * 500, 500
    deep, warm = mix(accent, DARK, 0.84), mix(accent, "#ffffff", 0.15)
    shade = falling("ground", -tall, tall, (0, mix(accent, DARK, 0.7), 1), (0.55, deep, 1), (1, DARK, 1))
    drawing = (
        shade
        + box(-half - 9, -tall - 9, 2 * half + 18, 2 * tall + 18, "url(#ground)")
        + glow(-half * 0.7, -tall * 0.74, 620, 560, warm, 0.55)
        + glow(half * 0.9, tall * 0.8, 640, 560, mix(accent, "#3a5bff", 0.45), 0.6)
        + glow(half * 0.8, -tall * 0.5, 320, 300, accent, 0.24)
    )
    scale = size[1] / 1000
    window = Window(-(size[0] // 2), -(size[1] // 2), *size, scale)
    light = rasterise(drawing, window).filter(ImageFilter.GaussianBlur(4))
    picture = light.resize((canvas.width, canvas.height), Image.Resampling.BICUBIC)
    rings = "".join(
        (
            f'<circle cx="{x:g}" cy="{y:g}" r="{radius}" fill="none" stroke="#ffffff" '
            f'stroke-opacity="{opacity}" stroke-width="2"/>'
        )
        for x, y, radius, opacity in (
            (half, -tall, 250, 0.1),
            (half, -tall, 360, 0.07),
            (-half, tall, 300, 0.1),
            (-half, tall, 420, 0.06),
        )
    )
    full = Window(
        -(canvas.width // 2), -(canvas.height // 2), canvas.width, canvas.height, canvas.height / 1000
    )
    picture.alpha_composite(rasterise(rings, full))
    return with_grain(picture.convert("RGB")).convert("RGBA")


def _mark(picture: Image.Image, accent: str, middle: float, y: float, unit: float) -> None:
    """A short bar above the headline."""
    bar = box(-46 * unit, 0, 92 * unit, 12 * unit, mix(accent, "#ffffff", 0.18), round_=6 * unit)
    _stamp(picture, bar, middle, y, 60 * unit, 20 * unit)


def _button_setting(address: str, files: Sequence[Path], canvas: Canvas, unit: float) -> Setting | None:
    if not drawable(address, files):
        return None
    return fit(address, files, canvas.width * 0.68, canvas.height * 0.16, round(58 * unit), round(22 * unit))


def _button_height(setting: Setting) -> float:
    return setting.height + setting.size * 1.1


def _draw_button(picture: Image.Image, setting: Setting, accent: str, middle: float, y: float) -> None:
    width, height = setting.width + setting.size * 2.1, _button_height(setting)
    corner = min(height / 2, setting.size * 1.2)
    paint = falling(
        "button", -height / 2, height / 2, (0, lighter(accent, 0.2), 1), (1, darker(accent, 0.06), 1)
    )
    shape = box(-width / 2, -height / 2, width, height, "url(#button)", round_=corner)
    below = box(-width / 2, -height / 2 + height * 0.16, width, height, "#000000", round_=corner)
    shine = box(-width / 2 + corner * 0.5, -height / 2 + 3, width - corner, 2, "#ffffff", round_=1)
    reach = (width / 2 + height, height * 1.2)
    _stamp(picture, f'<g opacity="0.45">{soft(below, 8)}</g>', middle, y, *reach)
    _stamp(picture, paint + shape + f'<g opacity="0.5">{shine}</g>', middle, y, *reach)
    letters = DARK if brightness(accent) > PALE else "#ffffff"
    setting.draw(ImageDraw.Draw(picture), middle, y - setting.height / 2 - setting.size * 0.04, letters)


def _draw_arrow(picture: Image.Image, accent: str, middle: float, y: float, radius: float) -> None:
    """A round button with an arrow, for a call that names no address."""
    ink = DARK if brightness(accent) > PALE else "#ffffff"
    paint = falling("button", -radius, radius, (0, lighter(accent, 0.2), 1), (1, darker(accent, 0.06), 1))
    arm = radius * 0.42
    arrow = f"M{-arm:g},0 L{arm:g},0 M{arm * 0.1:g},{-arm * 0.85:g} L{arm:g},0 L{arm * 0.1:g},{arm * 0.85:g}"
    disc = ellipse(0, 0, radius, radius, "url(#button)") + line(arrow, ink, radius * 0.14)
    halo = glow(0, radius * 0.2, radius * 2, radius * 2, "#000000", 0.4)
    _stamp(picture, halo + paint + disc, middle, y, radius * 2.2, radius * 2.2)


def _stamp(
    picture: Image.Image, drawing: str, x: float, y: float, half_width: float, half_height: float
) -> None:
    """Put a drawing in pixels around its own origin onto (`x`, `y`)."""
    left, top = max(round(x - half_width), 0), max(round(y - half_height), 0)
    right = min(round(x + half_width), picture.width)
    bottom = min(round(y + half_height), picture.height)
    window = Window(left - round(x), top - round(y), right - left, bottom - top, 1)
    picture.alpha_composite(rasterise(drawing, window), (left, top))
