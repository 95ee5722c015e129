"""What stands in a picture is found, with its openings; where nothing stands, that is said."""

from dataclasses import replace
from io import BytesIO

import numpy as np
import pytest
from numpy.typing import NDArray
from PIL import Image, ImageDraw, ImageFilter

from reelhouse.engines.mesh.modelling.sheets import Grid
from reelhouse.engines.mesh.modelling.silhouette import FLAT, MARGIN, seen
from reelhouse.engines.mesh.modelling.thing import NoPicture, NothingSeen
from reelhouse.engines.mesh.types import MeshRequest

ASKED = MeshRequest(b"", texture_resolution=180)
CORNER, WIDTH = 60, 181


def file_of(picture: Image.Image, form: str = "PNG") -> bytes:
    file = BytesIO()
    picture.save(file, form)
    return file.getvalue()


def ring(mode: str, ground: tuple[int, ...]) -> Image.Image:
    picture = Image.new(mode, (300, 300), ground)
    draw = ImageDraw.Draw(picture)
    draw.ellipse((CORNER, CORNER, CORNER + WIDTH - 1, CORNER + WIDTH - 1), fill="#a03020")
    draw.ellipse((110, 110, 190, 190), fill=ground)
    return picture


RING = np.asarray(ring("RGBA", (0, 0, 0, 0)))[CORNER : CORNER + WIDTH, CORNER : CORNER + WIDTH, 3] > 127


def overlap(coverage: Grid, other: NDArray[np.bool_]) -> float:
    inner = Image.fromarray((coverage[MARGIN:-MARGIN, MARGIN:-MARGIN] * 255).astype(np.uint8))
    mask = np.asarray(inner.resize(other.shape[::-1])) > 127
    return float((mask & other).sum() / (mask | other).sum())


@pytest.mark.parametrize(
    ("form", "ground"),
    [("PNG", (255, 255, 255)), ("JPEG", (255, 255, 255)), ("WEBP", (16, 20, 26)), ("JPEG", (120, 150, 120))],
)
def test_a_thing_on_plain_ground_is_found_with_its_opening(form: str, ground: tuple[int, ...]) -> None:
    thing = seen(file_of(ring("RGB", ground), form), ASKED)

    assert overlap(thing.coverage, RING) > 0.97
    assert not thing.notes


def test_a_thing_in_a_busy_picture_is_found() -> None:
    noise = np.random.default_rng(2).integers(90, 220, (12, 12, 3), np.uint8)
    picture = Image.fromarray(noise).resize((300, 300), Image.Resampling.BICUBIC)
    ImageDraw.Draw(picture).ellipse((CORNER, CORNER, CORNER + WIDTH - 1, CORNER + WIDTH - 1), fill="#a02010")

    thing = seen(file_of(picture, "JPEG"), ASKED)

    disc = np.hypot(*(np.indices(RING.shape) - WIDTH / 2 + 0.5)) < WIDTH / 2
    assert overlap(thing.coverage, disc) > 0.96
    assert not thing.notes


def test_a_shadow_stays_behind() -> None:
    picture = Image.new("RGB", (300, 300), (235, 232, 228))
    ImageDraw.Draw(picture).ellipse((90, 215, 290, 265), fill=(150, 148, 145))
    picture = picture.filter(ImageFilter.GaussianBlur(12))
    ImageDraw.Draw(picture).ellipse((CORNER, CORNER, CORNER + WIDTH - 1, CORNER + WIDTH - 1), fill="#a02010")

    thing = seen(file_of(picture), ASKED)

    disc = np.hypot(*(np.indices(RING.shape) - WIDTH / 2 + 0.5)) < WIDTH / 2
    assert overlap(thing.coverage, disc) > 0.96


def test_an_eye_is_no_opening() -> None:
    picture = ring("RGB", (255, 255, 255))
    ImageDraw.Draw(picture).ellipse((130, 130, 170, 170), fill="black")

    thing = seen(file_of(picture), ASKED)

    assert thing.coverage[MARGIN + 90, MARGIN + 90] > 0.5


def test_transparency_is_believed() -> None:
    thing = seen(file_of(ring("RGBA", (0, 0, 0, 0))), ASKED)

    assert overlap(thing.coverage, RING) > 0.99


def test_dust_is_left_out() -> None:
    picture = ring("RGBA", (0, 0, 0, 0))
    ImageDraw.Draw(picture).rectangle((5, 5, 6, 6), fill="black")

    assert overlap(seen(file_of(picture), ASKED).coverage, RING) > 0.99


def test_the_border_is_empty_and_the_longest_side_bounded() -> None:
    coverage = seen(file_of(ring("RGBA", (0, 0, 0, 0))), replace(ASKED, texture_resolution=64)).coverage

    assert max(coverage.shape) == 64 + 2 * MARGIN
    assert not coverage[[0, -1]].any()
    assert not coverage[:, [0, -1]].any()


@pytest.mark.parametrize("perimeter", [0.0, 0.05, 1.0])
def test_openings_are_filled_up_to_a_perimeter(perimeter: float) -> None:
    picture = Image.new("RGBA", (300, 300))
    draw = ImageDraw.Draw(picture)
    draw.rectangle((20, 20, 280, 280), fill="green")
    draw.rectangle((60, 60, 62, 62), fill=(0, 0, 0, 0))
    draw.rectangle((150, 150, 200, 200), fill=(0, 0, 0, 0))

    coverage = seen(file_of(picture), replace(ASKED, fill_holes_perimeter=perimeter)).coverage

    opening = coverage < 0.5
    small, large = bool(opening[28:34, 28:34].any()), bool(opening[95:125, 95:125].any())
    assert (small, large) == (perimeter < 0.05, perimeter < 1)


@pytest.mark.parametrize("ground", [(255, 255, 255, 255), (10, 90, 40, 255), (0, 0, 0, 0), (9, 9, 9, 20)])
def test_a_picture_of_nothing_shows_nothing(ground: tuple[int, int, int, int]) -> None:
    with pytest.raises(NothingSeen):
        seen(file_of(Image.new("RGBA", (200, 200), ground)), ASKED)


def test_a_pattern_without_a_thing_becomes_a_relief_and_is_told() -> None:
    noise = np.random.default_rng(1).integers(0, 255, (90, 120, 3), np.uint8)

    thing = seen(file_of(Image.fromarray(noise)), ASKED)

    assert thing.notes == (FLAT,)
    assert thing.coverage[MARGIN:-MARGIN, MARGIN:-MARGIN].min() == 1


@pytest.mark.parametrize("data", [b"not a picture", file_of(ring("RGB", (9, 9, 9)))[:150]])
def test_what_is_no_picture_is_told(data: bytes) -> None:
    with pytest.raises(NoPicture, match=r"identify|truncated"):
        seen(data, ASKED)
