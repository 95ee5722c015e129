"""A camera shows what it was told to, and moves without a jerk."""

import cv2
import numpy as np
import pytest
from tests.render.painting.conftest import field

from reelhouse.media.composition import Camera, Canvas, Fit, View
from reelhouse.render.painting.cameras import PicturePainter
from reelhouse.render.painting.pictures import fitted
from reelhouse.render.painting.planes import Planes, blank, from_rgb, to_rgb

JERK = 0.25
"""Pixels by which a step may differ from the one before it."""

FRAMES = 150


def dot(canvas: Canvas, x: int, y: int) -> Planes:
    picture = field((0, 0, 0), canvas).copy()
    cv2.circle(picture, (x, y), 12, (255, 255, 255), -1)
    return from_rgb(np.asarray(cv2.GaussianBlur(picture, (0, 0), 3), np.uint8))


def centre(picture: Planes) -> tuple[float, float]:
    weights = picture.y.astype(np.float64) - 16
    rows, columns = np.mgrid[: picture.height, : picture.width]
    return float((weights * columns).sum() / weights.sum()), float((weights * rows).sum() / weights.sum())


def test_a_resting_camera_shows_the_picture_itself(canvas: Canvas) -> None:
    picture = dot(canvas, 60, 90)
    shown = blank(canvas.width, canvas.height)

    PicturePainter(picture, Camera(), FRAMES).paint(7, shown)

    assert np.array_equal(shown.buffer, picture.buffer)


def test_a_move_is_smooth_to_a_fraction_of_a_pixel(canvas: Canvas) -> None:
    painter = PicturePainter(dot(canvas, 80, 120), Camera(View(), View(0.42, 0.4, 1.2)), FRAMES)
    shown = blank(canvas.width, canvas.height)
    places = []
    for frame in range(FRAMES):
        painter.paint(frame, shown)
        places.append(centre(shown))

    steps = np.diff(np.array(places), axis=0)
    assert np.abs(np.diff(steps, axis=0)).max() < JERK
    assert np.linalg.norm(np.subtract(places[-1], places[0])) > 5


@pytest.mark.parametrize("view", [View(0, 0, 1.3), View(1, 1, 1.3), View(0.5, 0.5, 1.0)])
def test_no_view_looks_over_the_edge(canvas: Canvas, view: View) -> None:
    white = from_rgb(field((255, 255, 255)))
    shown = blank(canvas.width, canvas.height)

    PicturePainter(white, Camera(view, view), FRAMES).paint(0, shown)

    assert shown.y.min() == 235


def test_nearing_enlarges_about_the_point_that_is_looked_at(canvas: Canvas) -> None:
    view = View(90 / canvas.width, 150 / canvas.height, 1.5)
    painter = PicturePainter(dot(canvas, 90, 150), Camera(view, view), FRAMES)
    shown = blank(canvas.width, canvas.height)

    painter.paint(0, shown)

    x, y = centre(shown)
    assert abs(x - canvas.width / 2) < 1.5
    assert abs(y - canvas.height / 2) < 1.5


@pytest.mark.parametrize("size", [(400, 300), (60, 300), (3, 3), (2000, 40)])
@pytest.mark.parametrize("fit", Fit)
def test_every_shape_of_picture_fills_the_canvas(canvas: Canvas, size: tuple[int, int], fit: Fit) -> None:
    picture = np.full((size[1], size[0], 3), (200, 60, 60), np.uint8)

    planes = fitted(picture, canvas, fit, 1.1)

    assert (planes.width, planes.height) == (238, 422)
    assert planes.y.min() > 16
    middle = to_rgb(planes)[planes.height // 2, planes.width // 2]
    assert np.abs(middle.astype(int) - (200, 60, 60)).max() < 10


def test_a_contained_picture_is_seen_to_its_edges(canvas: Canvas) -> None:
    picture = np.full((300, 600, 3), (30, 30, 220), np.uint8)
    picture[:, :30] = picture[:, -30:] = (250, 220, 30)

    planes = fitted(picture, canvas, Fit.CONTAIN, 1.0)

    row = to_rgb(planes)[planes.height // 2].astype(int)
    yellow = (row[:, 0] > 200) & (row[:, 2] < 100)
    assert yellow[: canvas.width // 2].any()
    assert yellow[canvas.width // 2 :].any()
