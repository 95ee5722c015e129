"""Worlds that are flown through without any picture given."""

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from moving_pictures import encoded, texture
from reelhouse.engines.video.filming.film import needs_start, shoot
from reelhouse.engines.video.filming.flows import motion
from reelhouse.engines.video.filming.vocabulary import TIMES, WORLDS
from reelhouse.engines.video.types import VideoRequest

PLACES = [name for name in WORLDS if name != "neon"]


@pytest.fixture
def order(tmp_path: Path) -> VideoRequest:
    words = "single continuous cinematic flythrough over a neon city at dawn"
    return VideoRequest(words, 384, 224, 7, 25, tmp_path)


def test_the_documents_flythrough_is_one(order: VideoRequest) -> None:
    shot = shoot(order)
    frames = list(shot.frames)

    assert len(frames) == 7
    assert {"flythrough", "neon", "city", "dawn"} <= set(shot.understood)
    outward = motion(frames[2], frames[4]).there[..., 0]
    middle = outward.shape[1] // 2
    assert np.percentile(outward[:, : middle // 2], 20) < -0.3, "what is left goes left"
    assert np.percentile(outward[:, -middle // 2 :], 80) > 0.3, "what is right goes right"


@pytest.mark.parametrize("place", PLACES)
def test_every_world_moves_and_is_the_same_again(order: VideoRequest, place: str) -> None:
    words = f"flythrough, {WORLDS[place].split(', ')[0]}"

    one, two = (list(shoot(replace(order, prompt=words, frames=5)).frames) for _ in range(2))

    assert all(map(np.array_equal, one, two))
    assert np.abs(one[4].astype(int) - one[0]).mean() > 1.5
    assert np.abs(one[1].astype(int) - one[0]).mean() < 45, "nothing jumps"
    assert one[0].std() > 8


def test_seeds_are_other_worlds(order: VideoRequest) -> None:
    one, two = (next(iter(shoot(replace(order, seed=seed)).frames)) for seed in (1, 2))

    assert np.abs(one.astype(int) - two).mean() > 5


def test_the_day_is_brighter_than_the_night(order: VideoRequest) -> None:
    light = {
        time: next(
            iter(shoot(replace(order, prompt=f"flythrough of a forest at {word.split(', ')[0]}")).frames)
        ).mean()
        for time, word in TIMES.items()
    }

    assert light["day"] > light["dusk"] > light["night"]


def test_a_flight_ends_on_its_final_frame(order: VideoRequest) -> None:
    final = texture(3, 384, 224)

    frames = list(shoot(replace(order, final=encoded(final))).frames)

    assert len(frames) == 7
    assert np.array_equal(frames[-1], final)


@pytest.mark.parametrize(
    ("prompt", "needed"),
    [("flythrough of a city", False), ("a fox in the forest", True), ("flythrough of a teapot", True)],
)
def test_only_without_a_world_somebody_has_to_draw(order: VideoRequest, prompt: str, needed: bool) -> None:
    assert needs_start(replace(order, prompt=prompt)) is needed


def test_the_finest_flight_has_the_size_asked_for(order: VideoRequest) -> None:
    frames = list(shoot(replace(order, extreme_quality=True, frames=2)).frames)

    assert [frame.shape for frame in frames] == [(224, 384, 3)] * 2
