"""Titles say what they should, in letters that can be read, and come to rest."""

from dataclasses import replace
from fractions import Fraction

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image
from tests.render.screens.conftest import DARK, FOUR_SECONDS, PALE, PORTRAIT, SQUARE, WIDE, Easel, near

from reelhouse.media.composition import Canvas, Livery, TitleScene
from reelhouse.media.contrast import worst
from reelhouse.media.screens import TitleKind
from reelhouse.media.time import Span
from reelhouse.render.screens.inks import LARGE, inks_for

colours = st.integers(0, 0xFFFFFF).map(lambda value: f"#{value:06x}")


def title(kind: TitleKind, livery: Livery = DARK, small: str = "Northwind") -> TitleScene:
    return TitleScene(FOUR_SECONDS, "Stop searching, start finding", livery, kind, small)


@pytest.mark.parametrize("canvas", [PORTRAIT, WIDE, SQUARE])
@pytest.mark.parametrize("kind", TitleKind)
def test_a_frame_is_the_same_whatever_was_painted_before_it(
    easel: Easel, canvas: Canvas, kind: TitleKind
) -> None:
    followed = easel.frames(title(kind), canvas, range(120))

    for frame in (0, 7, 15, 40, 70, 100):
        assert np.array_equal(easel.frame(title(kind), canvas, frame), followed[frame]), frame


@pytest.mark.parametrize("kind", [TitleKind.STATEMENT, TitleKind.BRAND])
def test_what_has_come_in_stands(easel: Easel, kind: TitleKind) -> None:
    settled, end = easel.frames(title(kind), PORTRAIT, [70, 119])

    assert np.array_equal(settled, end)


def test_a_statement_is_read_word_by_word(easel: Easel) -> None:
    shown = easel.frames(title(TitleKind.STATEMENT), PORTRAIT, [0, 8, 14, 60])

    white = [int(near(frame, (255, 255, 255), 50).sum()) for frame in shown]
    assert white[0] < white[1] < white[2] < white[3]


def test_a_button_beats_after_it_has_come(easel: Easel) -> None:
    shown = easel.frames(title(TitleKind.CALL, PALE), PORTRAIT, range(30, 120))

    sizes = [int(near(frame, (91, 61, 240), 30).sum()) for frame in shown]
    assert max(sizes) > 1.04 * min(sizes) > 0


def test_a_logo_is_shown_without_its_ground(easel: Easel) -> None:
    logo = Image.new("RGBA", (200, 200), (255, 0, 0, 0))
    logo.paste((20, 200, 60, 255), (60, 60, 140, 140))
    livery = replace(DARK, logo=easel.keep(logo))

    frame = easel.frame(title(TitleKind.BRAND, livery), PORTRAIT, 90)

    assert near(frame, (20, 200, 60), 40).sum() > 400
    assert not near(frame, (255, 0, 0), 90).any()


def test_a_title_shorter_than_its_entrance_still_shows_its_words(easel: Easel) -> None:
    short = replace(title(TitleKind.CALL), span=Span(Fraction(0), Fraction(1)))

    frame = easel.frame(short, PORTRAIT, 29)

    assert near(frame, (255, 255, 255), 50).sum() > 200


@given(colours, colours, colours, colours)
def test_large_letters_read_as_well_as_their_ground_allows(
    ground: str, ground_end: str, ink: str, accent: str
) -> None:
    inks = inks_for(Livery(ground, ground_end, accent, ink, "Inter"))

    best = max(worst("#ffffff", (ground, ground_end)), worst("#0d0f14", (ground, ground_end)))
    assert all(worst(one, (ground, ground_end)) >= min(LARGE, best) for one in inks)
