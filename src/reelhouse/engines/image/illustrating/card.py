"""Words that cannot be drawn, well set on an abstract ground."""
# ruff: noqa: PLR2004 - a drawing's measures are not constants

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from math import cos, pi, sin
from pathlib import Path
from random import Random
from unicodedata import category

import numpy as np
from fontTools.ttLib import TTFont
from PIL import Image, ImageDraw, ImageFont

from reelhouse.engines.image.illustrating import paths
from reelhouse.engines.image.illustrating.colours import brightness, darker, lighter, mix, turned
from reelhouse.engines.image.illustrating.composing import PAIRS
from reelhouse.engines.image.illustrating.pen import Air, Pen
from reelhouse.engines.image.illustrating.sheet import Pixels, Sheet

MOST_WORDS = 24
"""More words are no card; the rest is left to the imagination, behind an ellipsis."""

MOST_LETTERS = 160
LEADING = 1.12
DARK, PALE = "#171426", "#fffaf2"


@dataclass(frozen=True, slots=True)
class Card:
    pixels: Pixels
    notes: tuple[str, ...]


def draw_card(
    prompt: str, width: int, height: int, seed: int, accent: str | None, faces: Sequence[Path]
) -> Card:
    rng = Random(f"card {seed}")
    colour, second = rng.choice(PAIRS)
    if accent:
        colour, second = accent, turned(accent, 160, light=0.05)
    sheet = Sheet(width, height)
    scale = min(width, height) / 1000
    pen = Pen(sheet, Air(), (scale, 0, 0, scale, 0, 0))
    ink = _ground(pen, width / scale, height / scale, colour, second, rng)
    words, notes = _words(prompt, faces)
    picture = Image.fromarray(sheet.pixels)
    if words and faces:
        _set(picture, words, ink, faces)
    return Card(np.array(picture, dtype=np.uint8), notes)


def _ground(pen: Pen, w: float, h: float, colour: str, second: str, rng: Random) -> str:
    """Large soft shapes at the edges; answers the colour that reads well on the middle."""
    dark = rng.random() < 0.5
    base = mix(colour, DARK, 0.80) if dark else mix(colour, PALE, 0.84)
    pen.box(-10, -10, w + 20, h + 20, lighter(base, 0.05), mix(base, second, 0.10), along="slant")
    reach = max(w, h)
    for tone, strength in ((colour, 0.5), (second, 0.4)):
        if dark:
            pen.glow(rng.choice((0.0, w)), rng.choice((0.0, h)), reach * 0.7, tone, strength)
    turn = rng.uniform(0, 2 * pi)
    for number in range(3):
        angle = turn + number * 2.1
        x, y = w / 2 + cos(angle) * w * 0.55, h / 2 + sin(angle) * h * 0.52
        size, tone = rng.uniform(180, 330), (colour, second, lighter(colour, 0.3))[number]
        kind = rng.randrange(3)
        if kind == 0:
            pen.disc(x, y, size, lighter(tone, 0.2), darker(tone, 0.1))
        elif kind == 1:
            for ring in range(4):
                pen.ring(x, y, size * (1 - ring * 0.22), tone, 14)
        else:
            pen.at(x, y, turn=rng.uniform(20, 60)).box(
                -size, -size * 0.32, size * 2, size * 0.64, lighter(tone, 0.2), tone, radius=size * 0.32
            )
    for row in range(6):
        for column in range(6):
            pen.disc(w * 0.08 + column * 22, h * 0.90 + (row - 3) * 22, 4, second, opacity=0.8)
    pen.shadow(paths.ellipse(w / 2, h / 2, w * 0.40, h * 0.22), 90, 0.6, base)
    return PALE if brightness(base) < 0.5 else DARK


def _words(prompt: str, faces: Sequence[Path]) -> tuple[list[str], tuple[str, ...]]:
    """What can be set, and notes about what cannot."""
    text = prompt[: MOST_LETTERS * 8]
    kept = "".join(letter if letter.isspace() or _drawable(letter, faces) else " " for letter in text)
    words, notes = kept.split(), []
    missing = [
        letter
        for letter in dict.fromkeys(text)
        if letter.isprintable() and not letter.isspace() and not _drawable(letter, faces)
    ]
    if missing:
        notes.append(f"Left out, because no font here has them: {' '.join(missing[:12])}")
    short = words[:MOST_WORDS]
    while len(" ".join(short)) > MOST_LETTERS and len(short) > 1:
        short.pop()
    if len(short) < len(words) or len(prompt) > len(text):
        notes.append("The words are cut short on the card.")
        short = [*short[:-1], short[-1][:MOST_LETTERS] + " …"] if short else short
    return [word[:MOST_LETTERS] for word in short], tuple(notes)


def _drawable(letter: str, faces: Sequence[Path]) -> bool:
    return not category(letter).startswith("C") and any(ord(letter) in _characters(face) for face in faces)


@lru_cache(maxsize=16)
def _characters(face: Path) -> frozenset[int]:
    with TTFont(face, lazy=True) as font:
        return frozenset(font.getBestCmap())


def _set(picture: Image.Image, words: list[str], ink: str, faces: Sequence[Path]) -> None:
    width, height = picture.size
    room = (width * 0.80, height * 0.62)
    size = max(6, int(min(width, height) * 0.19))
    while True:
        lines = _lines(words, faces, size, room[0])
        wide = max(_width(line, faces, size) for line in lines)
        if (wide <= room[0] and len(lines) * size * LEADING <= room[1]) or size <= 6:
            break
        size = max(6, int(size * 0.93))
    pen, top = ImageDraw.Draw(picture), height / 2 - len(lines) * size * LEADING / 2
    for number, line in enumerate(lines):
        x, baseline = (width - _width(line, faces, size)) / 2, top + (number + 0.82) * size * LEADING
        for letter_run, face in _runs(line, faces):
            font = _font(face, size)
            pen.text((x, baseline), letter_run, ink, font, anchor="ls")
            x += font.getlength(letter_run)


def _lines(words: list[str], faces: Sequence[Path], size: int, room: float) -> list[str]:
    lines: list[str] = []
    for word in words:
        if lines and _width(f"{lines[-1]} {word}", faces, size) <= room:
            lines[-1] += f" {word}"
        else:
            lines.append(word)
    return lines


def _runs(line: str, faces: Sequence[Path]) -> list[tuple[str, Path]]:
    runs: list[tuple[str, Path]] = []
    for letter in line:
        face = next((face for face in faces if ord(letter) in _characters(face)), faces[0])
        if runs and (runs[-1][1] == face or letter == " "):
            runs[-1] = (runs[-1][0] + letter, runs[-1][1])
        else:
            runs.append((letter, face))
    return runs


def _width(line: str, faces: Sequence[Path], size: int) -> float:
    return sum(_font(face, size).getlength(run) for run, face in _runs(line, faces))


@lru_cache(maxsize=64)
def _font(face: Path, size: int) -> ImageFont.FreeTypeFont:
    return ImageFont.truetype(str(face), size)
