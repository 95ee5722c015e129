"""Where given frames stand in a film."""

from pathlib import Path

import pytest

from reelhouse.engines.diffusion.models import Model
from reelhouse.engines.errors import EngineRefused
from reelhouse.engines.video.backends.diffusers_frames import planned
from reelhouse.engines.video.types import VideoRequest

LTX = Model("ltx", Path("ltx"), "LTXConditionPipeline")
LTX_2 = Model("ltx-2", Path("ltx-2"), "LTX2ConditionPipeline")
OLDER = Model("older", Path("older"), "LTXPipeline")


def asked(
    frames: int = 49, overlap: int = 0, *, start: bytes | None = None, final: bytes | None = None
) -> VideoRequest:
    pictures = tuple(b"%d" % number for number in range(overlap))
    return VideoRequest("a boat", 64, 64, frames, 24, Path(), start=start, final=final, overlap=pictures)


@pytest.mark.parametrize(("frames", "made"), [(1, 1), (2, 9), (9, 9), (10, 17), (49, 49), (241, 241)])
def test_films_have_eight_n_and_one_frames(frames: int, made: int) -> None:
    assert planned(asked(frames), LTX_2).frames == made


@pytest.mark.parametrize("model", [LTX, LTX_2])
def test_start_and_final_frames_stand_at_the_ends(model: Model) -> None:
    plan = planned(asked(49, start=b"start", final=b"final"), model)

    assert [(spot.at, spot.pictures) for spot in plan.spots] == [(0, (b"start",)), (48, (b"final",))]


@pytest.mark.parametrize("model", [LTX, LTX_2])
def test_overlap_frames_are_a_clip_that_begins_with_the_start_frame(model: Model) -> None:
    plan = planned(asked(49, 9, start=b"start"), model)

    assert [(spot.at, len(spot.pictures)) for spot in plan.spots] == [(0, 9)]
    assert plan.spots[0].pictures[:2] == (b"start", b"1")
    assert not plan.notes


def test_the_rest_of_the_overlap_stands_frame_by_frame() -> None:
    plan = planned(asked(49, 12), LTX)

    assert [spot.at for spot in plan.spots] == [0, 9, 10, 11]
    assert not plan.notes


def test_overlap_frames_without_a_place_are_told() -> None:
    plan = planned(asked(49, 12), LTX_2)

    assert [spot.at for spot in plan.spots] == [0, 9]
    assert plan.notes[0].startswith("2 of 12 overlap frames")


@pytest.mark.parametrize("request_", [asked(final=b"final"), asked(overlap=9)])
def test_an_older_model_refuses_what_it_cannot_place(request_: VideoRequest) -> None:
    with pytest.raises(EngineRefused, match="takes a start frame and no others"):
        planned(request_, OLDER)
