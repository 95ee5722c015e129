"""Words are legible on any ground: what they stand out against is drawn with them."""

from fractions import Fraction

import numpy as np
import pytest
from numpy.typing import NDArray
from tests.effort import some
from tests.render.captions.conftest import Shoot

from reelhouse.media.captions import CaptionStyle
from reelhouse.media.composition import Canvas
from reelhouse.media.speech import Timing, Word
from reelhouse.media.time import Span
from reelhouse.render.captions.document import captions_for
from reelhouse.render.captions.styles import STYLES

pytestmark = pytest.mark.anyio

CANVAS = Canvas(1080, 1920)
LEGIBLE = 4.5
"""Contrast of WCAG 2.2 for text of any size (success criterion 1.4.3); words this big need 3."""


def luminance(picture: NDArray[np.uint8]) -> NDArray[np.float64]:
    share = picture / 255.0
    linear = np.where(share <= 0.04045, share / 12.92, ((share + 0.055) / 1.055) ** 2.4)
    return np.asarray(linear @ np.array([0.2126, 0.7152, 0.0722]))


@pytest.mark.parametrize("style", some([*STYLES.values()], 8), ids=lambda style: style.name)
async def test_captions_bring_their_own_contrast(style: CaptionStyle, shoot: Shoot) -> None:
    words = [
        Word(text, Span(Fraction(n), Fraction(n + 1))) for n, text in enumerate(["Hello", "WORLD", "again"])
    ]
    subtitles = captions_for(Timing(tuple(words), (), Fraction(3)), style, CANVAS, None, words[0].span)

    on_white = (await shoot(subtitles, CANVAS, 16, "white"))[-1]
    on_black = (await shoot(subtitles, CANVAS, 16, "black"))[-1]

    steady = np.abs(on_white.astype(int) - on_black).max(axis=2) < 40
    drawn = luminance(on_white)[steady]
    assert steady.sum() > 5000
    bright, dark = np.percentile(drawn, 97), np.percentile(drawn, 3)
    assert (bright + 0.05) / (dark + 0.05) >= LEGIBLE
