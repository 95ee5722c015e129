"""What every reader promises, whoever reads."""

from collections.abc import Callable
from itertools import pairwise

import numpy as np
import pytest

from reelhouse.engines.errors import EngineRefused
from reelhouse.engines.ocr.base import TextReader
from reelhouse.engines.ocr.types import Reading, ReadRequest
from reelhouse.engines.tools import Frame

Page = Callable[..., Frame]

COLOURS = {
    "dark on light": ("#ffffff", "#12141f"),
    "light on dark": ("#0d0f1a", "#f3f4fb"),
    "white on a colour": ("#5b3df5", "#ffffff"),
}


def check(reading: Reading, reader: TextReader) -> None:
    """Within the picture, from the top, with words and a sureness that is one."""
    assert reading.engine == reader.name
    assert all(above.area.y <= below.area.y for above, below in pairwise(reading.lines))
    for line in reading.lines:
        assert 0 <= line.area.x <= line.area.x + line.area.width <= 1
        assert 0 <= line.area.y <= line.area.y + line.area.height <= 1
        assert 0 < line.confidence <= 1
        assert line.words == " ".join(line.words.split())
        assert any(map(str.isalnum, line.words))


@pytest.mark.parametrize(("ground", "ink"), COLOURS.values(), ids=COLOURS.keys())
async def test_what_is_written_is_read_where_it_stands(
    reader: TextReader, page: Page, ground: str, ink: str
) -> None:
    reading = await reader.read(ReadRequest(page("Create a video", ground, ink)))

    check(reading, reader)
    assert [line.words for line in reading.lines] in ([], ["Create a video"])
    assert reading.lines or reader.name == "none"
    for line in reading.lines:
        assert line.area.x == pytest.approx(0.1, abs=0.03)
        assert line.area.y == pytest.approx(0.12, abs=0.05)


async def test_nothing_is_read_on_a_blank_page(reader: TextReader, page: Page) -> None:
    reading = await reader.read(ReadRequest(page("")))

    check(reading, reader)
    assert reading.lines == ()


async def test_equal_pictures_are_read_equally(reader: TextReader, page: Page) -> None:
    assert await reader.read(ReadRequest(page())) == await reader.read(ReadRequest(page()))


async def test_noise_is_no_trouble(reader: TextReader) -> None:
    noise = np.random.default_rng(0).integers(0, 255, (200, 300, 3), np.uint8)

    check(await reader.read(ReadRequest(noise)), reader)


@pytest.mark.parametrize("shape", [(100, 100), (4, 100, 3), (100, 100, 4)], ids=["grey", "flat", "four"])
async def test_what_is_no_picture_is_refused(reader: TextReader, shape: tuple[int, ...]) -> None:
    with pytest.raises(EngineRefused, match="holds no words"):
        await reader.read(ReadRequest(np.zeros(shape, np.uint8)))
