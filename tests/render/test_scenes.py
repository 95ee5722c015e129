"""A scene's graph shows the planned picture in the planned frame."""

from collections.abc import Callable
from fractions import Fraction
from itertools import pairwise
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray
from PIL import Image

from reelhouse.media.composition import Canvas, Captions
from reelhouse.media.speech import Timing
from reelhouse.media.time import Span
from reelhouse.render.cache import Cache
from reelhouse.render.encoding import SceneEncoder
from reelhouse.render.ffmpeg import Ffmpeg
from reelhouse.render.presenter.types import Box, Eyes, Mouth, Pose, Stage
from reelhouse.render.scenes import ScenePlan, plan_end_card, plan_presenter
from reelhouse.render.types import Preset

pytestmark = pytest.mark.anyio

Decode = Callable[[Path], list[NDArray[np.uint8]]]

CANVAS = Canvas(160, 240)
HEAD = Box(40, 60, 48, 64)
GREY = 128
SILENCE = Timing((), (), Fraction(0))


def brightness(mouth: int, eyes: int) -> int:
    """Each cell of the sheet has a grey of its own."""
    return 20 + 4 * (eyes * len(Mouth) + mouth)


@pytest.fixture
def stage(tmp_path: Path) -> Stage:
    sheet = np.zeros((HEAD.height * len(Eyes), HEAD.width * len(Mouth), 4), np.uint8)
    for row in range(len(Eyes)):
        for column in range(len(Mouth)):
            top, left = row * HEAD.height, column * HEAD.width
            cell = sheet[top : top + HEAD.height, left : left + HEAD.width]
            cell[..., :3], cell[..., 3] = brightness(column, row), 255
    Image.fromarray(sheet).save(tmp_path / "heads.png")
    Image.new("RGB", (CANVAS.width, CANVAS.height), (GREY, GREY, GREY)).save(tmp_path / "scene.png")
    return Stage(tmp_path / "scene.png", tmp_path / "heads.png", HEAD, HEAD)


def plan(stage: Stage, poses: tuple[Pose, ...], captions: Captions | None = None) -> ScenePlan:
    return plan_presenter(
        "scene 1",
        span=Span(Fraction(0), Fraction(len(poses), CANVAS.fps)),
        canvas=CANVAS,
        timing=SILENCE,
        captions=captions,
        stage=stage,
        poses=poses,
    )


async def encoded(plan: ScenePlan, ffmpeg: Ffmpeg, kept: Cache) -> Path:
    encoder = SceneEncoder(ffmpeg, kept, Preset.FINAL, CANVAS.fps)
    return (await encoder.encode(plan, lambda _: None)).path


async def test_each_frame_shows_its_own_pose(
    stage: Stage, ffmpeg: Ffmpeg, kept: Cache, decode: Decode
) -> None:
    mouths, eyes = list(Mouth), list(Eyes)
    poses = tuple(
        Pose(mouths[frame % 10], eyes[frame // 10 % 5], dx=2 * (frame % 3), dy=-2 * (frame % 4))
        for frame in range(50)
    )

    frames = decode(await encoded(plan(stage, poses), ffmpeg, kept))

    assert len(frames) == len(poses)
    for number, (frame, pose) in enumerate(zip(frames, poses, strict=True)):
        top, left = HEAD.y + pose.dy, HEAD.x + pose.dx
        inside = frame[top + 4 : top + HEAD.height - 4, left + 4 : left + HEAD.width - 4, 0]
        wanted = brightness(mouths.index(pose.mouth), eyes.index(pose.eyes))
        assert abs(float(inside.mean()) - wanted) < 2, number
        assert abs(float(frame[top + 20, left - 3, 0]) - GREY) < 12, number


async def test_a_scene_may_be_one_frame_long(
    stage: Stage, ffmpeg: Ffmpeg, kept: Cache, decode: Decode
) -> None:
    frames = decode(await encoded(plan(stage, (Pose(Mouth.REST, Eyes.OPEN),)), ffmpeg, kept))

    assert len(frames) == 1


@pytest.mark.parametrize("count", [1, 7, 15, 16, 45])
async def test_an_end_card_comes_in_without_a_black_frame(
    count: int, tmp_path: Path, ffmpeg: Ffmpeg, kept: Cache, decode: Decode
) -> None:
    picture = np.full((CANVAS.height, CANVAS.width, 3), (90, 60, 240), np.uint8)
    picture[110:130, 40:120] = 255
    Image.fromarray(picture).save(tmp_path / "card.png")

    card = plan_end_card("scene 2", card=tmp_path / "card.png", canvas=CANVAS, frames=count)
    frames = decode(await encoded(card, ffmpeg, kept))

    assert len(frames) == count
    for frame in frames:
        assert abs(frame[10, 10].astype(int) - (90, 60, 240)).max() < 12
    brightest = [int(frame[115:125, 60:100].min()) for frame in frames]
    assert brightest[-1] > 235 or count < 15
    assert all(later >= earlier - 3 for earlier, later in pairwise(brightest))


async def test_the_same_plan_is_encoded_once(stage: Stage, ffmpeg: Ffmpeg, kept: Cache) -> None:
    poses = (Pose(Mouth.REST, Eyes.OPEN),) * 5
    encoder = SceneEncoder(ffmpeg, kept, Preset.FINAL, CANVAS.fps)

    first = await encoder.encode(plan(stage, poses), lambda _: None)
    second = await encoder.encode(plan(stage, poses), lambda _: None)

    assert (first.from_cache, second.from_cache) == (False, True)
    assert first.path == second.path


async def test_equal_plans_give_equal_bytes(stage: Stage, ffmpeg: Ffmpeg, tmp_path: Path) -> None:
    poses = tuple(Pose(mouth, Eyes.OPEN) for mouth in Mouth)

    one, other = [
        await encoded(plan(stage, poses), ffmpeg, Cache(tmp_path / name, 64)) for name in ("one", "other")
    ]

    assert one.read_bytes() == other.read_bytes()


async def test_a_damaged_cached_scene_is_made_again(
    stage: Stage, ffmpeg: Ffmpeg, kept: Cache, decode: Decode
) -> None:
    """Promise 42."""
    poses = tuple(Pose(mouth, Eyes.OPEN) for mouth in Mouth)
    path = await encoded(plan(stage, poses), ffmpeg, kept)
    path.write_bytes(path.read_bytes()[:-200])

    again = await encoded(plan(stage, poses), ffmpeg, kept)

    assert len(decode(again)) == len(poses)
