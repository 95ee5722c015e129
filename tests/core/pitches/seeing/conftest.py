"""Pages whose text and button are known: phone, desktop and tablet, light and dark, at several densities."""

import runpy
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Drawn = tuple[Any, Path]
SIZES = {
    "phone": (390, 844, 2),
    "phone3": (360, 800, 3),
    "desktop": (1280, 720, 1),
    "desktop2": (1440, 900, 2),
    "tablet": (834, 1194, 2),
}


@pytest.fixture(scope="session")
def pages() -> dict[str, Any]:
    return runpy.run_path(str(Path(__file__).with_name("pages.py")))


@pytest.fixture
def draw(pages: dict[str, Any], tmp_path: Path) -> Callable[[str, str], Drawn]:
    def drawn(size: str, colours: str) -> Drawn:
        page = pages["Page"](*SIZES[size], pages[colours])
        return page, page.draw(tmp_path / f"{size}-{colours}.png")

    return drawn
