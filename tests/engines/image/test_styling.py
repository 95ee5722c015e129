"""Manners of drawing."""

import numpy as np
import pytest

from reelhouse.engines.image.illustrating.composing import compose
from reelhouse.engines.image.illustrating.scene import Scene, Subject
from reelhouse.engines.image.illustrating.sheet import Pixels
from reelhouse.engines.image.illustrating.styling import STYLES, restyled

SCENE = Scene("mountains", "sunset", "summer", frozenset(), "", (Subject("fox"),), ())


@pytest.fixture(scope="module")
def plain() -> Pixels:
    return compose(SCENE, 256, 192, 3, None).pixels


@pytest.mark.parametrize("style", STYLES)
def test_a_manner_changes_the_picture_and_not_its_size(plain: Pixels, style: str) -> None:
    changed = restyled(plain, style, 3)

    assert changed.shape == plain.shape
    assert changed.dtype == np.uint8
    assert np.abs(changed.astype(int) - plain).mean() > 3
    assert np.array_equal(changed, restyled(plain, style, 3))


def test_no_style_is_no_change(plain: Pixels) -> None:
    assert restyled(plain, "", 3) is plain


def test_noir_has_no_colour(plain: Pixels) -> None:
    assert np.ptp(restyled(plain, "noir", 3).astype(int), axis=2).max() == 0


def test_pixel_art_is_made_of_squares(plain: Pixels) -> None:
    squares = restyled(plain, "pixel art", 3)

    assert np.array_equal(squares[0::2], squares[1::2])


def test_line_art_is_mostly_paper(plain: Pixels) -> None:
    paper = (restyled(plain, "line art", 3) > 200).all(axis=2).mean()

    assert 0.5 < paper < 0.97
