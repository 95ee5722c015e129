"""Work at fal and Replicate: submitted, waited for, fetched, and cancelled when nobody waits."""

import asyncio
from collections.abc import Callable
from io import BytesIO
from typing import Any

import pytest
from PIL import Image
from pydantic import JsonValue

from reelhouse.engines.errors import EngineRefused, EngineUnavailable
from reelhouse.engines.hosted.fakes.fal import FakeFal
from reelhouse.engines.hosted.fakes.host import KEY, Failed, FakeHost
from reelhouse.engines.hosted.fakes.replicate import FakeReplicate
from reelhouse.engines.image.types import ImageRequest

EngineOf = Callable[..., Any]
LAKE = ImageRequest("a lake", 320, 200, seed=7)


async def test_a_picture_is_asked_for_and_fitted_to_the_pixel(vendor: FakeHost, engine_of: EngineOf) -> None:
    picture = await engine_of(vendor).draw(LAKE)

    assert Image.open(BytesIO(picture.png)).size == (320, 200)
    (work,) = vendor.works
    assert (work.inputs["prompt"], work.inputs["seed"]) == ("a lake", 7)
    assert work.looks == 2


async def test_the_key_goes_to_the_queue_and_to_nobody_else(vendor: FakeHost, engine_of: EngineOf) -> None:
    await engine_of(vendor).draw(LAKE)

    shown = {path.startswith("/files/"): key for path, key in vendor.keys}
    assert shown == {False: f"{vendor.scheme} {KEY}", True: None}


@pytest.mark.parametrize("waits", [0, 5])
async def test_slow_work_is_waited_for(vendor: FakeHost, engine_of: EngineOf, waits: int) -> None:
    vendor.waits = waits

    await engine_of(vendor).draw(LAKE)

    assert vendor.works[0].looks == waits + 1


async def test_cancelling_a_job_cancels_the_work(vendor: FakeHost, engine_of: EngineOf) -> None:
    vendor.waits = 10_000
    drawing = asyncio.create_task(engine_of(vendor).draw(LAKE))
    await asyncio.to_thread(vendor.looking.wait, 10)

    drawing.cancel()
    with pytest.raises(asyncio.CancelledError):
        await drawing

    assert vendor.works[0].cancelled


async def test_work_that_takes_too_long_is_cancelled(vendor: FakeHost, engine_of: EngineOf) -> None:
    vendor.waits = 10_000

    with pytest.raises(EngineUnavailable, match="not done within 1 s"):
        await engine_of(vendor, timeout_seconds=1).draw(LAKE)

    await asyncio.to_thread(vendor.cancelling.wait, 10)
    assert vendor.works[0].cancelled


def failing(error: str, kind: str = "", status: int = 0) -> Callable[..., JsonValue]:
    def make(_host: FakeHost, _model: str, _inputs: dict[str, JsonValue]) -> JsonValue:
        raise Failed(error, kind, status)

    return make


@pytest.mark.parametrize(
    "kind", ["runner_disconnected", "request_timeout", "startup_timeout", "anything_new"]
)
async def test_trouble_of_fals_machines_may_be_over_next_time(
    fal: FakeFal, engine_of: EngineOf, kind: str
) -> None:
    fal.make = failing("the runner is gone", kind)

    with pytest.raises(EngineUnavailable, match="the runner is gone"):
        await engine_of(fal).draw(LAKE)


async def test_what_fals_model_does_not_take_is_refused_in_its_words(
    fal: FakeFal, engine_of: EngineOf
) -> None:
    fal.make = failing("no people, please", "content_policy_violation", 422)

    with pytest.raises(EngineRefused, match="status 422: prompt: no people, please"):
        await engine_of(fal).draw(LAKE)

    assert len(fal.works) == 1


@pytest.mark.parametrize("error", ["no such voice", "bad request"])
async def test_a_failure_that_fal_blames_on_the_request_is_refused(
    fal: FakeFal, engine_of: EngineOf, error: str
) -> None:
    fal.make = failing(error, "bad_request")

    with pytest.raises(EngineRefused, match=error):
        await engine_of(fal).draw(LAKE)


@pytest.mark.parametrize(
    "error",
    [
        "CUDA out of memory. Tried to allocate 2 GiB",
        "Prediction interrupted; please retry (code: PA)",
        "Service is temporarily unavailable (E004)",
        "Director: unexpected error handling prediction (E6716)",
    ],
)
async def test_trouble_of_replicates_machines_may_be_over_next_time(
    replicate: FakeReplicate, engine_of: EngineOf, error: str
) -> None:
    replicate.make = failing(error)

    with pytest.raises(EngineUnavailable, match=error[:20]):
        await engine_of(replicate).draw(LAKE)


@pytest.mark.parametrize(
    "error",
    [
        "NSFW content detected. Try running it again, or try a different prompt.",
        "The input or output was flagged as sensitive. Please try again with different inputs. (E005)",
        "width must be a multiple of 8",
    ],
)
async def test_what_replicates_model_does_not_take_is_refused_in_its_words(
    replicate: FakeReplicate, engine_of: EngineOf, error: str
) -> None:
    replicate.make = failing(error)

    with pytest.raises(EngineRefused, match=error[:20]):
        await engine_of(replicate).draw(LAKE)


async def test_a_community_model_is_asked_by_its_latest_version(
    replicate: FakeReplicate, engine_of: EngineOf
) -> None:
    replicate.community = frozenset({"qwen/qwen-image"})

    await engine_of(replicate).draw(LAKE)

    assert [work.model for work in replicate.works] == [replicate.version]


async def test_a_version_is_asked_for_by_name(replicate: FakeReplicate, engine_of: EngineOf) -> None:
    await engine_of(replicate, model=f"qwen/qwen-image:{replicate.version}").draw(LAKE)

    assert [work.model for work in replicate.works] == [replicate.version]


async def test_a_key_that_is_not_taken_is_refused_with_its_setting(
    vendor: FakeHost, engine_of: EngineOf
) -> None:
    engine = engine_of(vendor, key="wrong-key")

    with pytest.raises(EngineRefused, match="does not accept REELHOUSE_IMAGE_KEY"):
        await engine.draw(LAKE)
    with pytest.raises(EngineRefused, match="does not accept REELHOUSE_IMAGE_KEY"):
        await engine.check()


async def test_a_check_costs_nothing_and_names_the_model(vendor: FakeHost, engine_of: EngineOf) -> None:
    told = await engine_of(vendor).check()

    assert told.startswith(f"{vendor.url} takes the key; it would ask ")
    assert vendor.works == []
