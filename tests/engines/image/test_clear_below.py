"""A picture leaves room for the words that will stand on it."""

from io import BytesIO
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from reelhouse.engines.image.backends.builtin import BuiltinImage
from reelhouse.engines.image.types import ImageRequest

pytestmark = pytest.mark.anyio

FACES: tuple[Path, ...] = ()
CLEAR = 0.35


@pytest.fixture
def anyio_backend() -> str:
    return "asyncio"


async def drawn(prompt: str, clear_below: float) -> np.ndarray[tuple[int, ...], np.dtype[np.int64]]:
    request = ImageRequest(prompt, 270, 480, seed=3, clear_below=clear_below)
    picture = await BuiltinImage(FACES).draw(request)
    return np.asarray(Image.open(BytesIO(picture.png)), np.int64)


@pytest.mark.parametrize("prompt", ["an alarm clock", "a gift and a coffee cup", "a team in an office"])
async def test_nothing_stands_where_words_will(prompt: str) -> None:
    usual, raised = await drawn(prompt, 0.0), await drawn(prompt, CLEAR)

    lowest = round(480 * (1 - CLEAR)) + 14
    assert raised.shape == usual.shape == (480, 270, 3)
    rough, was = (np.abs(np.diff(picture[lowest:], axis=1)).max(axis=2) > 60 for picture in (raised, usual))
    assert rough.mean() < 0.6 * was.mean()


async def test_a_landscape_without_a_subject_stays_as_it_is() -> None:
    assert np.array_equal(await drawn("mountains at dawn", 0.0), await drawn("mountains at dawn", CLEAR))
