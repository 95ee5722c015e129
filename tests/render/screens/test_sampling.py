"""What moves by a fraction of a pixel is seen to move by just that."""

import cv2
import numpy as np
import pytest

from reelhouse.render.painting.planes import Plane
from reelhouse.render.screens.geometry import Rect
from reelhouse.render.screens.sampling import Pyramid, Window

SEEN = Window(40, 30, 300, 200)


@pytest.fixture
def plane() -> Plane:
    """Soft hills, in which every shift shows."""
    across, down = np.meshgrid(np.arange(500), np.arange(400))
    hills = 128 + 60 * np.sin(across / 23) + 60 * np.cos(down / 31)
    return np.asarray(hills, np.uint8)


@pytest.mark.parametrize("scale", [0.71, 0.83, 1.0, 1.37, 2.6])
def test_a_sample_is_as_exact_as_a_warp(plane: Plane, scale: float) -> None:
    pyramid = Pyramid(plane, 500 * scale)

    for shift in (0.0, 0.13, 0.37, 0.5, 0.81):
        place = Rect(-20 + shift, -15 - shift, 500 * scale, 400 * scale)
        move = np.array([[scale, 0, place.x + (scale - 1) / 2], [0, scale, place.y + (scale - 1) / 2]])
        warped = cv2.warpAffine(plane, move, (400, 300), borderMode=cv2.BORDER_REPLICATE)
        shown = pyramid.seen(place, 1, SEEN)
        wrong = np.abs(shown.astype(int) - warped[SEEN.part])
        assert wrong.mean() < 1
        assert wrong.max() <= 6


def test_what_glides_slowly_never_steps() -> None:
    """A spot is followed through a move of a twentieth of a pixel a frame."""
    dotted = np.zeros((400, 500), np.uint8)
    cv2.circle(dotted, (250, 200), 12, (255,), -1, cv2.LINE_AA)
    pyramid = Pyramid(dotted, 410)
    middles = []
    for frame in range(60):
        shown = pyramid.seen(Rect(frame * 0.05, 0, 410, 328), 1, Window(0, 0, 410, 328)).astype(float)
        middles.append((shown.sum(axis=0) * np.arange(410)).sum() / shown.sum())

    steps = np.diff(middles)

    assert abs(steps - 0.05).max() < 0.06
    assert middles[-1] - middles[0] == pytest.approx(59 * 0.05, abs=0.05)


def test_outside_is_more_of_the_edge_or_what_is_asked_for() -> None:
    white = np.full((100, 100), 255, np.uint8)
    window = Window(0, 0, 6, 6)

    assert Pyramid(white, 100).seen(Rect(4, 4, 100, 100), 1, window).min() == 255
    assert Pyramid(white, 100, outside=0).seen(Rect(4, 4, 100, 100), 1, window)[0, 0] == 0
