"""What stands in a picture is found, with its holes; where nothing stands, that is said."""

from io import BytesIO

import numpy as np
import pytest
from PIL import Image, ImageDraw

from reelhouse.engines.mesh.modelling.silhouette import Mask, NothingSeen, seen


def file_of(picture: Image.Image, form: str = "PNG") -> bytes:
    file = BytesIO()
    picture.save(file, form)
    return file.getvalue()


def ring(mode: str, ground: tuple[int, ...]) -> Image.Image:
    picture = Image.new(mode, (300, 300), ground)
    ImageDraw.Draw(picture).ellipse((60, 60, 240, 240), fill="#a03020")
    ImageDraw.Draw(picture).ellipse((110, 110, 190, 190), fill=ground)
    return picture


def overlap(one: Mask, other: Mask) -> float:
    return float((one & other).sum() / (one | other).sum())


RING = (np.asarray(ring("RGBA", (0, 0, 0, 0)))[..., 3] > 127).astype(np.uint8)


@pytest.mark.parametrize("form", ["PNG", "JPEG", "WEBP"])
def test_a_thing_on_white_is_found_with_its_hole(form: str) -> None:
    found = seen(file_of(ring("RGB", (255, 255, 255)), form), 300)

    assert overlap(found.mask, RING) > 0.97
    assert found.mask[150, 150] == 0


def test_transparency_is_believed() -> None:
    found = seen(file_of(ring("RGBA", (0, 0, 0, 0))), 300)

    assert overlap(found.mask, RING) > 0.999


def test_specks_are_left_out() -> None:
    picture = ring("RGBA", (0, 0, 0, 0))
    ImageDraw.Draw(picture).rectangle((5, 5, 8, 8), fill="black")

    assert seen(file_of(picture), 300).mask[6, 6] == 0


def test_the_longest_side_is_bounded() -> None:
    assert max(seen(file_of(ring("RGBA", (0, 0, 0, 0))), 128).mask.shape) == 128


@pytest.mark.parametrize("ground", [(255, 255, 255, 255), (10, 90, 40, 255), (0, 0, 0, 0)])
def test_a_picture_of_nothing_shows_nothing(ground: tuple[int, int, int, int]) -> None:
    with pytest.raises(NothingSeen):
        seen(file_of(Image.new("RGBA", (200, 200), ground)), 200)


def test_what_is_no_picture_is_pillows_error() -> None:
    with pytest.raises(OSError, match="identify"):
        seen(b"not a picture", 200)
