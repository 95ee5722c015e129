"""A transition begins with the picture that leaves and ends with the scene that comes."""

import itertools
from fractions import Fraction

import numpy as np
import pytest
from tests.render.painting.conftest import Plain, field

from reelhouse.media.composition import Canvas, TransitionKind
from reelhouse.render.painting.planes import Planes, blank, from_rgb
from reelhouse.render.painting.transitions import Transitioned

DARK, LIGHT = (20, 20, 20), (240, 240, 240)
FRAMES = 10


def run(kind: TransitionKind, canvas: Canvas, until: int) -> list[Planes]:
    painter = Transitioned(Plain(LIGHT), from_rgb(field(DARK)), kind, FRAMES)
    shown = []
    picture = blank(canvas.width, canvas.height)
    for frame in range(until):
        painter.paint(frame, picture)
        copy = blank(canvas.width, canvas.height)
        copy.take(picture)
        shown.append(copy)
    return shown


@pytest.mark.parametrize("kind", TransitionKind)
def test_light_grows_from_frame_to_frame_until_only_the_new_scene_is_seen(
    kind: TransitionKind, canvas: Canvas
) -> None:
    shown = run(kind, canvas, FRAMES + 3)

    means = [float(picture.y.mean()) for picture in shown]
    dark, light = float(from_rgb(field(DARK)).y.mean()), float(from_rgb(field(LIGHT)).y.mean())
    assert dark <= means[0] < dark + 0.45 * (light - dark)
    assert all(later >= earlier for earlier, later in itertools.pairwise(means))
    assert means[FRAMES] == means[FRAMES + 2] == light


def test_a_slide_moves_both_pictures_by_the_same_way(canvas: Canvas) -> None:
    picture = run(TransitionKind.SLIDE, canvas, 2)[1]

    row = picture.y[100]
    edges = np.flatnonzero(np.abs(np.diff(row.astype(int))) > 100)
    assert len(edges) == 1
    assert row[0] < row[-1]


def test_frames_may_be_left_out(canvas: Canvas) -> None:
    painter = Transitioned(Plain(LIGHT), from_rgb(field(DARK)), TransitionKind.WIPE, FRAMES)
    picture = blank(canvas.width, canvas.height)

    painter.paint(int(Fraction(FRAMES) + 5), picture)

    assert picture.y.min() == from_rgb(field(LIGHT)).y.max()
