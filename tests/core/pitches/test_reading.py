"""Words on screenshots, in a house that can read them."""

import os
import shutil

import pytest
from tests.core.pitches.conftest import OpenStudio, screenshot

from reelhouse.core.pitches.seeing import viewing


@pytest.fixture(autouse=True)
def tesseract() -> None:
    if shutil.which("tesseract"):
        return
    if "tesseract" in os.environ.get("REELHOUSE_TEST_REQUIRE", ""):
        pytest.fail("tesseract is required here and not installed")
    pytest.skip("tesseract is not installed")


def test_words_are_read_and_known_to_the_next_plan_too(open_studio: OpenStudio) -> None:
    studio = open_studio(ocr="tesseract")
    opened = studio.create(("invoices",))
    studio.upload(opened, screenshot("Send invoice", (900, 500)))

    first = studio.plan(opened.project.project_id)
    studio.store.delete(opened.screenshots[0].object_name)
    again = studio.plan(opened.project.project_id)

    with studio.house.reading() as services:
        (kept,) = services.pitches.open(studio.workspace_id, opened.project.project_id).screenshots
    assert kept.seen is not None
    assert "Send invoice" in kept.seen.words
    assert kept.seen.reader == "tesseract"
    assert again == first


def test_what_is_not_read_in_time_is_told_and_read_for_the_next_plan(
    open_studio: OpenStudio, monkeypatch: pytest.MonkeyPatch
) -> None:
    studio = open_studio(ocr="tesseract")
    project_id = studio.project(("invoices",))
    with monkeypatch.context() as hasty:
        hasty.setattr(viewing, "READING_SECONDS", 0.01)
        first = studio.plan(project_id)

    second = studio.plan(project_id)

    assert "SCREENSHOTS_UNREAD" in {warning.code for warning in first.plan.warnings}
    assert "SCREENSHOTS_UNREAD" not in {warning.code for warning in second.plan.warnings}
