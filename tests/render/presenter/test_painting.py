"""The painter of presenters, frame by frame."""

from collections.abc import Callable
from fractions import Fraction
from itertools import pairwise
from pathlib import Path
from random import Random

import numpy as np
import pytest

from reelhouse.core.actors.library import LIBRARY
from reelhouse.media.appearance import Appearance
from reelhouse.media.composition import Canvas, Expression, Framing, VectorPresenter
from reelhouse.media.speech import Timing
from reelhouse.media.time import Span
from reelhouse.render.cache import Cache
from reelhouse.render.painting.planes import blank
from reelhouse.render.painting.presenters import PresenterPainter
from reelhouse.render.presenter.performance import perform
from reelhouse.render.presenter.stage import Stage
from reelhouse.render.presenter.stages import Stages
from reelhouse.render.presenter.types import Pose

CANVAS = Canvas(270, 480)
SCRIPT = "Hello everyone, look at these three great ideas! I love them. Do you want to know more? " * 2


@pytest.fixture
def stages(tmp_path: Path) -> Stages:
    return Stages(Cache(tmp_path, 512))


@pytest.fixture
def poses(said: Callable[[str], Timing]) -> tuple[Pose, ...]:
    return perform(said(SCRIPT), Span(Fraction(0), Fraction(10)), 30, Expression.ENERGETIC, seed=6)


def painted(stage: Stage, poses: tuple[Pose, ...], frames: list[int], canvas: Canvas = CANVAS) -> list[bytes]:
    """The picture of each of these frames, painted one after the other on one canvas."""
    painter, planes = PresenterPainter(stage, poses), blank(canvas.width, canvas.height)
    pictures = []
    for frame in frames:
        painter.paint(frame, planes)
        pictures.append(planes.buffer.tobytes())
    return pictures


@pytest.mark.parametrize("framing", [*Framing, None])
@pytest.mark.parametrize("slug", ["emma", "amara", "layla"])
def test_nothing_stays_behind(
    slug: str, framing: Framing | None, stages: Stages, poses: tuple[Pose, ...]
) -> None:
    appearance = next(actor.appearance for actor in LIBRARY if actor.slug == slug)
    stage = stages.get(VectorPresenter(appearance), CANVAS, framing)
    frames = list(range(len(poses)))

    going_on = painted(stage, poses, frames)

    for frame in Random(1).sample(frames, 24):
        assert painted(stage, poses, [frame])[0] == going_on[frame], frame


def test_frames_may_be_left_out(emma: Appearance, stages: Stages, poses: tuple[Pose, ...]) -> None:
    stage = stages.get(VectorPresenter(emma), CANVAS, Framing.MEDIUM)
    some = sorted(Random(2).sample(range(len(poses)), 60))

    every = painted(stage, poses, list(range(len(poses))))

    assert painted(stage, poses, some) == [every[frame] for frame in some]


@pytest.mark.parametrize("canvas", [Canvas(480, 270), Canvas(300, 300), Canvas(190, 220)])
def test_hands_and_hair_are_cut_at_the_edges(
    emma: Appearance, stages: Stages, poses: tuple[Pose, ...], canvas: Canvas
) -> None:
    stage = stages.get(VectorPresenter(emma), canvas, Framing.CLOSE)

    pictures = painted(stage, poses, list(range(0, len(poses), 7)), canvas)

    assert {len(picture) for picture in pictures} == {canvas.width * canvas.height * 3 // 2}


def test_nose_moves_smoothly(emma: Appearance, stages: Stages, said: Callable[[str], Timing]) -> None:
    canvas = Canvas(540, 960)
    stage = stages.get(VectorPresenter(emma), canvas, Framing.MEDIUM)
    span = Span(Fraction(0), Fraction(4))
    poses = perform(said(SCRIPT), span, 30, Expression.FRIENDLY, seed=6)
    painter, planes = PresenterPainter(stage, poses), blank(canvas.width, canvas.height)
    places = []

    for frame in range(len(poses)):
        painter.paint(frame, planes)
        x, y, reach = round(stage.x), round(stage.y + 76 * stage.scale), round(36 * stage.scale)
        patch = planes.y[y - reach : y + reach, x - reach : x + reach].astype(float)
        dark = np.clip(np.percentile(patch, 30) - patch, 0, None)
        rows, columns = np.mgrid[: patch.shape[0], : patch.shape[1]]
        places.append(((columns * dark).sum() / dark.sum(), (rows * dark).sum() / dark.sum()))

    steps = np.abs(np.diff(np.array(places), axis=0))
    assert steps.max() < 1.5
    assert max(abs(b - a) for a, b in pairwise(np.diff([x for x, _ in places]))) < 1


def test_breathing_is_seen(emma: Appearance, stages: Stages) -> None:
    stage = stages.get(VectorPresenter(emma), CANVAS, Framing.MEDIUM)
    shoulder = np.s_[round(stage.y + 340 * stage.scale) : round(stage.y + 500 * stage.scale)]

    empty, full = (stage.grounds[step].y[shoulder].astype(int) for step in (0, -1))

    assert np.abs(empty - full).max() > 20
