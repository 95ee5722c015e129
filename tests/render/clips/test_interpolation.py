"""The frames between two frames."""

import numpy as np
import pytest
from numpy.typing import NDArray

from moving_pictures import moved, texture
from reelhouse.render.clips.inbetween import Between

Planes = list[NDArray[np.uint8]]
PICTURE = texture(3, 400, 260)
INNER = (slice(24, 216), slice(40, 360))


def planes(pixels: NDArray[np.uint8]) -> Planes:
    grey = np.ascontiguousarray(pixels.mean(axis=2).astype(np.uint8))
    return [grey, np.ascontiguousarray(grey[::2, ::2]), np.ascontiguousarray(grey[1::2, ::2])]


def psnr(one: NDArray[np.uint8], other: NDArray[np.uint8]) -> float:
    missed = float(np.mean((one.astype(float) - other) ** 2))
    return float(10 * np.log10(255**2 / max(missed, 1e-9)))


@pytest.mark.parametrize("share", [0.25, 0.5, 0.75])
@pytest.mark.parametrize(("right", "growth"), [(8.0, 1.0), (-5.0, 1.03), (0.0, 1.05)])
def test_a_frame_between_is_where_the_motion_is_then(share: float, right: float, growth: float) -> None:
    def then(part: float) -> Planes:
        return planes(moved(PICTURE, right * part, 3 * part, growth**part)[INNER])

    first, last, truth = then(0), then(1), then(share)

    made = Between(first, last).at(share)

    inner = (slice(14, -14), slice(14, -14))
    faded = ((1 - share) * first[0].astype(float) + share * last[0]).astype(np.uint8)
    assert psnr(made[0][inner], truth[0][inner]) > 36
    assert psnr(made[0][inner], truth[0][inner]) > psnr(faded[inner], truth[0][inner]) + 6
    assert [plane.shape for plane in made] == [plane.shape for plane in first]


def test_between_two_scenes_lies_nothing() -> None:
    one, other = planes(texture(1, 320, 192)), planes(texture(2, 320, 192, (200, 60, 30)))

    between = Between(one, other)

    assert between.is_cut
    assert np.array_equal(between.at(0.3)[0], one[0])
    assert np.array_equal(between.at(0.7)[0], other[0])


def test_still_pictures_stay() -> None:
    still = planes(PICTURE)

    assert psnr(Between(still, still).at(0.5)[0], still[0]) > 45
