"""Screenshots of plain colours, and slides that differ in one thing."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image, ImageDraw

from reelhouse.media.composition import CANVASES, Aspect, Livery
from reelhouse.render.slides import Slide, SlideKind

DARK = Livery("#120b2e", "#3b1d8f", "#ffb020", "#f6f3ff", "Poppins")


@pytest.fixture
def desktop(tmp_path: Path) -> Path:
    """White, with a red box at 10-30 % of its width and 40-50 % of its height."""
    picture = Image.new("RGB", (1920, 1080), "#ffffff")
    ImageDraw.Draw(picture).rectangle((192, 432, 576, 540), "#e01020")
    picture.save(tmp_path / "desktop.png")
    return tmp_path / "desktop.png"


@pytest.fixture
def phone(tmp_path: Path) -> Path:
    picture = Image.new("RGB", (1170, 2532), "#ffffff")
    ImageDraw.Draw(picture).rectangle((117, 1012, 1053, 1266), "#e01020")
    picture.save(tmp_path / "phone.png")
    return tmp_path / "phone.png"


@pytest.fixture(scope="session")
def slide() -> Callable[..., Slide]:
    """A feature slide, the second of five; keywords change it."""

    def build(**wanted: object) -> Slide:
        given: dict[str, object] = {
            "kind": SlideKind.FEATURE,
            "canvas": CANVASES[Aspect.TALL],
            "livery": DARK,
            "number": 2,
            "of": 5,
            "kicker": "Dashboard",
            "headline": "See every open invoice at a glance",
            "body": "Sorted by who is late and by how much.",
            "brand": "Flowdesk",
        }
        return Slide(**(given | wanted))  # type: ignore[arg-type]

    return build
