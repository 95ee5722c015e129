"""Parallax: what is near moves more than what is far, without holes; and what moves by itself."""

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from moving_pictures import Pixels, encoded, texture
from reelhouse.engines.video.filming.air import AIRS
from reelhouse.engines.video.filming.film import shoot
from reelhouse.engines.video.filming.flows import motion
from reelhouse.engines.video.filming.layers import parted
from reelhouse.engines.video.filming.particles import KINDS
from reelhouse.engines.video.filming.stirring import STIRS
from reelhouse.engines.video.filming.vocabulary import ELEMENTS
from reelhouse.engines.video.types import VideoRequest


def standing() -> Pixels:
    """A red texture in the middle, before a blue one."""
    picture = texture(1, 384, 224, (70, 110, 170))
    picture[70:190, 150:234] = texture(2, 84, 120, (210, 70, 60))
    return picture


@pytest.fixture
def order(tmp_path: Path) -> VideoRequest:
    return VideoRequest("dolly right, fast", 384, 224, 26, 25, tmp_path, start=encoded(standing()))


def test_the_subject_is_parted_from_what_is_behind_it() -> None:
    layers = parted(standing())

    assert layers is not None
    assert layers.front[90:170, 165:220].mean() > 0.95
    assert layers.front[:50].mean() < 0.05
    behind = layers.behind[90:170, 165:220].astype(int).mean(axis=(0, 1))
    assert behind[2] > behind[0], "blue goes on where red was"


def test_the_foreground_moves_more_than_the_background(order: VideoRequest) -> None:
    frames = list(shoot(order).frames)

    way = motion(frames[0], frames[12]).there[..., 0]
    near, far = np.median(way[90:170, 165:215]), np.median(way[60:180, 20:110])
    assert near < far < 0, "the camera goes right, so everything goes left"
    assert abs(near) > 1.3 * abs(far)


def test_nothing_is_torn_open(order: VideoRequest) -> None:
    frames = list(shoot(order).frames)

    darkest = min(int(frame.min(axis=2).min()) for frame in frames)
    assert darkest >= int(frames[0].min()) - 12
    assert all((frame.sum(axis=2) == 0).sum() == 0 for frame in frames)


@pytest.mark.parametrize("kind", sorted({*KINDS, *AIRS, *STIRS} - {"drifting"}))
def test_every_element_moves_in_a_locked_picture(order: VideoRequest, kind: str) -> None:
    word = ELEMENTS[kind].split(", ")[0]
    locked = replace(order, prompt=f"locked camera, {word}", start=encoded(texture(5, 384, 224)))

    shot = shoot(locked)
    frames = [frame.astype(int) for frame in shot.frames]

    assert word in shot.understood
    assert np.array_equal(frames[0], texture(5, 384, 224))
    assert np.abs(frames[20] - frames[0]).max() > 12
    assert np.abs(frames[20] - frames[15]).max() > 3


def test_clouds_drift_and_the_ground_stays(order: VideoRequest) -> None:
    sky = texture(5, 384, 224, (150, 180, 220))

    frames = list(shoot(replace(order, prompt="locked camera, clouds", start=encoded(sky))).frames)

    way = motion(frames[0], frames[25]).there[..., 0]
    assert np.median(way[10:50]) > 1.5 * max(np.median(np.abs(way[-40:])), 0.4)
