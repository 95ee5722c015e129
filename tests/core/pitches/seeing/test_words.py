"""What a reader reads is laid into what was seen."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from reelhouse.core.pitches.seeing.looking import look
from reelhouse.core.pitches.seeing.words import with_words
from reelhouse.engines.errors import EngineUnavailable
from reelhouse.engines.ocr.fake import FakeReader
from reelhouse.engines.ocr.types import ReadLine
from reelhouse.media.screens import Area

Draw = Callable[[str, str], tuple[Any, Path]]
UPPER, LOWER = Area(0.1, 0.1, 0.5, 0.2), Area(0.1, 0.6, 0.5, 0.1)


def test_lines_stand_in_the_region_that_holds_most_of_them() -> None:
    lines = (
        ReadLine(Area(0.1, 0.1, 0.4, 0.08), "Get paid", 0.9),
        ReadLine(Area(0.1, 0.2, 0.4, 0.08), "twice as fast", 0.9),
        ReadLine(Area(0.1, 0.6, 0.4, 0.09), "Continue", 0.9),
    )

    regions = with_words([UPPER, LOWER], lines)

    assert [region.words for region in regions] == ["Get paid twice as fast", "Continue"]


def test_words_where_nothing_was_seen_are_kept_when_they_are_sure() -> None:
    away = Area(0.7, 0.8, 0.2, 0.05)

    regions = with_words([UPPER], (ReadLine(away, "Help", 0.95), ReadLine(away, "iI|", 0.6)))

    assert [(region.area, region.words) for region in regions] == [(UPPER, ""), (away, "Help")]


def test_a_reader_sees_the_whole_picture_and_is_named(draw: Draw) -> None:
    page, path = draw("phone", "LIGHT")
    reader = FakeReader((ReadLine(page.lines[0], "Your invoices", 0.9),))

    seen = look(path, "image/png", reader)

    assert reader.requests[0].picture.shape == (1688, 780, 3)
    assert (seen.reader, seen.regions[0].words) == ("fake", "Your invoices")


def test_a_reader_that_fails_costs_the_words_alone(draw: Draw) -> None:
    _, path = draw("phone", "LIGHT")
    reader = FakeReader(failures=(EngineUnavailable("fake", "it is away"),))

    seen = look(path, "image/png", reader)

    assert seen == look(path, "image/png")
    assert seen.reader == ""
