"""Every reader, and pages whose words are known."""

import os
import shutil
from collections.abc import Callable

import numpy as np
import pytest
from PIL import Image, ImageDraw

from reelhouse.engines.ocr.backends import none, rapidocr, tesseract
from reelhouse.engines.ocr.base import TextReader
from reelhouse.engines.ocr.fake import FakeReader
from reelhouse.engines.settings import EngineSettings
from reelhouse.engines.tools import Frame, Tools

TITLE = "Create a video"
Page = Callable[..., Frame]


@pytest.fixture
def anyio_backend() -> str:
    return "asyncio"


@pytest.fixture
def page() -> Page:
    """A page of 1000 x 600 pixels, with a title from a tenth of it on."""

    def drawn(text: str = TITLE, ground: str = "#ffffff", ink: str = "#12141f") -> Frame:
        picture = Image.new("RGB", (1000, 600), ground)
        if text:
            ImageDraw.Draw(picture).text((100, 60), text, fill=ink, font_size=56)
        return np.asarray(picture, np.uint8)

    return drawn


def program(name: str) -> None:
    if shutil.which(name) is None and name in os.environ.get("REELHOUSE_TEST_REQUIRE", ""):
        pytest.fail(f"the program {name} is required here and not installed")
    if shutil.which(name) is None:
        pytest.skip(f"the program {name} is not installed")


@pytest.fixture
def tesseract_reader() -> TextReader:
    program("tesseract")
    return tesseract.build(EngineSettings(backend="tesseract"), Tools())


@pytest.fixture(scope="session")
def rapid_reader() -> TextReader:
    pytest.importorskip("rapidocr", reason="the extra ocr is not installed")
    return rapidocr.build(EngineSettings(backend="rapidocr"), Tools())


@pytest.fixture(params=["fake", "none", "tesseract", "rapidocr"])
def reader(request: pytest.FixtureRequest) -> TextReader:
    if request.param == "fake":
        return FakeReader()
    if request.param == "none":
        return none.build(EngineSettings(backend="none"), Tools())
    fixture = {"tesseract": "tesseract_reader", "rapidocr": "rapid_reader"}[request.param]
    made: TextReader = request.getfixturevalue(fixture)
    return made
