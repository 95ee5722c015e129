"""Films that end on a final frame."""

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from moving_pictures import encoded, moved, psnr, texture
from reelhouse.engines.video.filming.film import shoot
from reelhouse.engines.video.types import VideoRequest

START = texture(1)


@pytest.fixture
def order(tmp_path: Path) -> VideoRequest:
    return VideoRequest("", 320, 192, 21, 25, tmp_path, start=encoded(START))


def test_what_is_alike_is_moved_from_one_to_the_other(order: VideoRequest) -> None:
    final = moved(START, 24)

    shot = shoot(replace(order, final=encoded(final)))
    frames = list(shot.frames)

    inner = (slice(20, 170), slice(60, 290))
    halfway, faded = moved(START, 12), ((START.astype(int) + final) // 2).astype(np.uint8)
    assert psnr(frames[10][inner], halfway[inner]) > 30
    assert psnr(frames[10][inner], halfway[inner]) > psnr(faded[inner], halfway[inner]) + 6
    assert any("same" in note for note in shot.notes)


def test_what_is_unlike_comes_shape_by_shape(order: VideoRequest) -> None:
    final = texture(9, tone=(200, 60, 40))

    shot = shoot(replace(order, final=encoded(final)))
    frames = list(shot.frames)

    middle = frames[15].astype(int)
    ended = (np.abs(middle - final).mean(axis=2) < 24).mean()
    begun = (np.abs(middle - frames[8]).mean(axis=2) < 24).mean()
    assert ended > 0.1, "some of it is there"
    assert begun > 0.1, "while other parts have not begun"
    assert any("something else" in note for note in shot.notes)


@pytest.mark.parametrize("frames", [1, 2, 3, 9, 25])
@pytest.mark.parametrize("final", [moved(START, 12), texture(7)], ids=["alike", "unlike"])
def test_first_and_last_frame_are_the_given_ones(order: VideoRequest, frames: int, final: np.ndarray) -> None:
    made = list(shoot(replace(order, frames=frames, final=encoded(final))).frames)

    assert len(made) == frames
    assert np.array_equal(made[-1], final if frames > 1 else START)
    assert np.array_equal(made[0], START)
