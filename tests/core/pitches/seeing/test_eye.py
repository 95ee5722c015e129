"""That text is found where it stands, and that the eye goes to what calls it; on drawn and real screens."""

from collections.abc import Callable
from itertools import combinations
from pathlib import Path
from typing import Any

import pytest

from reelhouse.core.pitches.seeing.looking import look

EXAMPLES = Path(__file__).parents[4] / "examples" / "pitch"
SCREENS = sorted(EXAMPLES.rglob("*.png"))
SIZES = ["phone", "phone3", "desktop", "desktop2", "tablet"]

Draw = Callable[[str, str], tuple[Any, Path]]


@pytest.mark.parametrize("colours", ["LIGHT", "DARK"])
@pytest.mark.parametrize("size", SIZES)
def test_every_line_is_found_and_little_else(
    draw: Draw, pages: dict[str, Any], size: str, colours: str
) -> None:
    page, path = draw(size, colours)

    regions = [region.area for region in look(path, "image/png").regions]

    common = pages["common"]
    found = [line for line in page.lines if max(common(line, region) for region in regions) > 0.7]
    true = [region for region in regions if sum(common(region, line) for line in page.lines) > 0.3]
    assert len(found) >= len(page.lines) * 0.9
    assert len(true) >= len(regions) * 0.9


@pytest.mark.parametrize("colours", ["LIGHT", "DARK"])
@pytest.mark.parametrize("size", SIZES)
def test_the_button_is_among_the_first_three_spots(
    draw: Draw, pages: dict[str, Any], size: str, colours: str
) -> None:
    page, path = draw(size, colours)

    spots = look(path, "image/png").spots[:3]

    common = pages["common"]
    assert any(min(common(page.button, spot.area), common(spot.area, page.button)) > 0.8 for spot in spots)


def test_what_is_read_first_comes_first(draw: Draw) -> None:
    _, path = draw("phone", "LIGHT")

    tops = [region.area.y for region in look(path, "image/png").regions]

    assert tops == sorted(tops)


@pytest.mark.parametrize("path", SCREENS, ids=lambda path: path.stem)
def test_a_real_screen_has_text_and_spots_that_stand_apart(pages: dict[str, Any], path: Path) -> None:
    seen = look(path, "image/png")

    assert seen.regions
    assert seen.spots
    assert seen.spots[0].weight == 1
    assert [spot.weight for spot in seen.spots] == sorted((spot.weight for spot in seen.spots), reverse=True)
    assert all(pages["common"](one.area, two.area) < 0.31 for one, two in combinations(seen.spots, 2))


@pytest.mark.parametrize(
    ("name", "area"),
    [
        ("01-one-command/2-finished", (0.04, 0.82, 0.92, 0.07)),
        ("04-jobs-and-money/1-job", (0.88, 0.06, 0.09, 0.06)),
        ("04-jobs-and-money/2-balance", (0.05, 0.84, 0.9, 0.07)),
        ("05-engines/1-engines", (0.88, 0.06, 0.09, 0.06)),
    ],
)
def test_the_primary_button_of_a_real_screen_comes_first(
    name: str, area: tuple[float, float, float, float]
) -> None:
    first = look(EXAMPLES / f"{name}.png", "image/png").spots[0].area

    x, y = first.centre
    left, top, wide, tall = area
    assert left < x < left + wide
    assert top < y < top + tall


def test_colours_begin_with_the_ground(draw: Draw) -> None:
    _, path = draw("desktop", "DARK")

    ground, *others = look(path, "image/png").colours

    assert ground == "#0d0f1a"
    assert "#7c5cff" in others
