"""Reading by tesseract: its languages, its limits, and what becomes of a picture before it."""

from collections.abc import Callable
from pathlib import Path

import pytest

from reelhouse.engines.errors import EngineNotConfigured, EngineUnavailable
from reelhouse.engines.ocr.backends import tesseract
from reelhouse.engines.ocr.factory import text_reader
from reelhouse.engines.ocr.settings import OcrSettings
from reelhouse.engines.ocr.types import ReadRequest
from reelhouse.engines.settings import EngineSettings
from reelhouse.engines.tools import Frame, Tools

Page = Callable[..., Frame]


@pytest.fixture
def missing(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))


@pytest.mark.usefixtures("tesseract_reader")
async def test_a_language_that_is_not_there_is_told_with_its_remedy() -> None:
    engine = tesseract.build(EngineSettings(backend="tesseract", model="eng+tlh"), Tools())

    with pytest.raises(EngineNotConfigured, match="tlh") as lack:
        await engine.check()

    assert "apt-get install tesseract-ocr" in lack.value.remedy


@pytest.mark.usefixtures("tesseract_reader")
async def test_a_language_that_is_not_there_makes_a_reader_unavailable(page: Page) -> None:
    engine = tesseract.build(EngineSettings(backend="tesseract", model="tlh"), Tools())

    with pytest.raises(EngineUnavailable, match="tesseract"):
        await engine.read(ReadRequest(page()))


@pytest.mark.usefixtures("missing")
async def test_without_the_program_nothing_is_read(page: Page) -> None:
    engine = tesseract.build(EngineSettings(backend="tesseract"), Tools())

    with pytest.raises(EngineUnavailable, match="not installed"):
        await engine.read(ReadRequest(page()))


@pytest.mark.usefixtures("missing")
def test_a_house_is_told_at_its_start_that_the_program_is_missing() -> None:
    with pytest.raises(EngineNotConfigured, match="tesseract"):
        text_reader(OcrSettings(backend="tesseract"), Tools())


def test_nobody_reads_unless_somebody_is_named() -> None:
    assert text_reader(OcrSettings(), Tools()) is None


@pytest.mark.usefixtures("tesseract_reader")
async def test_the_settings_reader_tells_who_read(page: Page) -> None:
    reader = text_reader(OcrSettings(backend="tesseract"), Tools())

    assert reader is not None
    reading = await reader.read(ReadRequest(page()))

    assert (reading.engine, reading.lines[0].words) == ("tesseract", "Create a video")
