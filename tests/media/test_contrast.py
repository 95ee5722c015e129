"""Ink is measured as WCAG does, and corrected no further than it needs."""

import pytest

from reelhouse.media.contrast import BODY, contrast, readable, worst


def test_contrast_is_that_of_the_standard() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)
    assert contrast("#3366cc", "#3366cc") == 1


def test_ink_that_reads_well_stays_as_it_is() -> None:
    assert readable("#f4f1ff", ["#120b2e", "#2a1460"]) == "#f4f1ff"


@pytest.mark.parametrize(
    "ground", ["#808080", "#767676", "#777777", "#ff6600", "#ffe600", "#0a66c2", "#7f00ff"]
)
@pytest.mark.parametrize("ink", ["#808080", "#ffffff", "#101010", "#d0ff00"])
def test_any_ink_becomes_readable_on_any_plain_ground(ink: str, ground: str) -> None:
    assert worst(readable(ink, [ground]), [ground]) >= BODY


def test_what_reads_best_is_taken_where_nothing_reads_well() -> None:
    assert readable("#888888", ["#ffffff", "#777777", "#000000"]) in {"#ffffff", "#000000"}
