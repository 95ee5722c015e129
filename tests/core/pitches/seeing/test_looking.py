"""What is seen of a screenshot."""

from pathlib import Path

import pytest
from PIL import Image, ImageDraw

from reelhouse.core.pitches.seeing.errors import PictureUnreadable
from reelhouse.core.pitches.seeing.looking import look
from reelhouse.core.pitches.types import ScreenKind


def test_a_drawn_page_is_seen_with_its_facts(tmp_path: Path) -> None:
    path = tmp_path / "page.png"
    picture = Image.new("RGB", (1280, 800), "#ffffff")
    ImageDraw.Draw(picture).text((100, 100), "Make a video from a script", fill="#111111", font_size=40)
    picture.save(path)

    seen = look(path, "image/png")

    assert (seen.width, seen.height, seen.kind) == (1280, 800, ScreenKind.DESKTOP)
    assert len(seen.sha256) == 64
    assert seen.colours[0] == "#ffffff"
    assert seen.regions


def test_what_is_no_picture_cannot_be_looked_at(tmp_path: Path) -> None:
    path = tmp_path / "page.png"
    path.write_bytes(b"<html>")

    with pytest.raises(PictureUnreadable, match="announced as image/png"):
        look(path, "image/png")
