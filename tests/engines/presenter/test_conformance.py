"""What every presenter engine promises, whoever performs."""

from dataclasses import replace
from fractions import Fraction

import pytest

from reelhouse.engines.presenter.base import PresenterEngine
from reelhouse.engines.presenter.clips import examine
from reelhouse.engines.presenter.types import PresenterRequest


@pytest.mark.parametrize("seconds", [Fraction(1, 2), Fraction(7, 3)])
async def test_a_performance_is_a_video_that_lasts_as_long_as_the_recording(
    engine: PresenterEngine, request_: PresenterRequest, seconds: Fraction
) -> None:
    performance = await engine.perform(replace(request_, seconds=seconds))

    clip = examine(performance.video)
    assert float(clip.seconds) == pytest.approx(float(seconds), abs=0.05)
    assert (clip.width, clip.height) == (96, 160)
    assert performance.engine == engine.name


async def test_equal_requests_give_equal_performances(
    engine: PresenterEngine, request_: PresenterRequest
) -> None:
    first = await engine.perform(request_)

    assert await engine.perform(request_) == first
