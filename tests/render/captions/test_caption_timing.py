"""The word that lights up is the word that is heard, on decoded frames of an encoded file."""

import re
from fractions import Fraction

import numpy as np
import pytest
from numpy.typing import NDArray
from tests.render.captions.conftest import Frames, Shoot

from reelhouse.media.composition import Canvas
from reelhouse.media.speech import Timing, Word
from reelhouse.media.time import Span
from reelhouse.render.captions.document import captions_for
from reelhouse.render.captions.styles import STYLES

pytestmark = pytest.mark.anyio

CANVAS = Canvas(540, 960)
LATE = Fraction(40, 1000)
REACH = 8
"""Pixels around a word's centre that are looked at."""

STARTS = [Fraction(n, 1000) for n in (180, 561, 903, 1377, 1700, 2049, 2512, 2850)]
WORDS = ["Hmm", "many", "more", "moments", "where", "summers", "swim", "mammoths"]
SWEEPS = ("karaoke",)


def timing() -> Timing:
    ends = [*STARTS[1:], Fraction(3300, 1000)]
    words = tuple(Word(*one) for one in zip(WORDS, map(Span, STARTS, ends), strict=True))
    return Timing(words, (), ends[-1])


def centres(document: str) -> dict[str, tuple[int, int]]:
    found = {}
    for tags, word in re.findall(r",,((?:{[^}]*})+)([^}\n]+)$", document, re.MULTILINE):
        place = re.search(r"\\(?:pos\(|move\([\d.]+,[\d.]+,)([\d.]+),([\d.]+)", tags)
        if place is not None:
            found[word.lower()] = (round(float(place[1])), round(float(place[2])))
    return found


def patch(frame: NDArray[np.uint8], centre: tuple[int, int]) -> NDArray[np.int_]:
    x, y = centre
    return frame[y - 2 * REACH : y + 2 * REACH, x - REACH : x + REACH].astype(int)


def changes(frames: Frames, centre: tuple[int, int], near: int) -> list[int]:
    """The frames around `near` in which something new is seen there."""
    return [
        number
        for number in range(max(1, near - 4), min(len(frames), near + 5))
        if np.abs(patch(frames[number], centre) - patch(frames[number - 1], centre)).mean() > 4
    ]


@pytest.mark.parametrize(
    "name", ["hormozi", "minimal", "boxed", "pastel", "tiktok", "neon", "pop", "gradient"]
)
async def test_a_word_lights_up_when_it_is_heard(name: str, shoot: Shoot) -> None:
    subtitles = captions_for(timing(), STYLES[name], CANVAS, None, Span(Fraction(0), Fraction(4)))

    frames = await shoot(subtitles, CANVAS, 110, "0x7A6A60")

    places = centres(subtitles.text)
    for word in timing().words:
        heard = word.span.start
        seen = changes(frames, places[word.text.lower()], round(heard * CANVAS.fps))
        assert seen, word.text
        assert abs(Fraction(seen[0], CANVAS.fps) - heard) <= LATE, word.text


@pytest.mark.parametrize("name", SWEEPS)
async def test_a_sweep_is_half_way_when_half_of_the_word_is_said(name: str, shoot: Shoot) -> None:
    subtitles = captions_for(timing(), STYLES[name], CANVAS, None, Span(Fraction(0), Fraction(4)))

    frames = await shoot(subtitles, CANVAS, 110, "0x7A6A60")

    places = centres(subtitles.text)
    for word in timing().words:
        half = (word.span.start + word.span.end) / 2
        x, y = places[word.text.lower()]
        green = [
            number
            for number, frame in enumerate(frames)
            if _is_green(frame[y - 20 : y + 20, x - 3 : x + 4])
            and number >= round(word.span.start * CANVAS.fps)
        ]
        assert green, word.text
        assert abs(Fraction(green[0], CANVAS.fps) - half) <= 2 * LATE, word.text


def _is_green(picture: NDArray[np.uint8]) -> bool:
    red, green, blue = (picture[..., channel].astype(int) for channel in range(3))
    white = ((red > 200) & (blue > 200)).sum()
    shining = ((green > 180) & (red < 120) & (blue < 160)).sum()
    return bool(shining > 4 * white and shining > 10)
