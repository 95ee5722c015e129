"""An encoder that spoils what it is given: its caller is told which check failed, and pays nothing.

What can be made again is made again, and then the caller sees nothing of it at all. More ways to spoil a file
are tried in ``tests/render/test_spoilt_files.py``.
"""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import imageio_ffmpeg
import pytest
from tests.spoiling_ffmpeg import WAYS, stand_in

from reelhouse.render.checks.names import Check
from running import ApiCaller, RunningHouse, serving

ALWAYS, ONCE = 99, 1
SCRIPT = "This is video number {number}, and it is just long enough to be spoken."


@dataclass
class SpoilingHouse:
    """A house whose encoder takes orders, and somebody who asks it for videos, each with words of its own."""

    house: RunningHouse
    orders: Path
    caller: ApiCaller

    def make(self, way: str, times: int, **wishes: object) -> dict[str, Any]:
        """The words are those of the order alone, whichever test comes first."""
        self.orders.write_text(f"{way}={times}")
        script = SCRIPT.format(number=1 + 2 * [*WAYS, "nothing"].index(way) + (times == ONCE))
        return self.caller.wait_for_end(self.caller.submit(script, cta="Follow for more", **wishes))

    @property
    def obeyed(self) -> bool:
        """Whether anything was spoilt since it was ordered."""
        return int(self.orders.read_text().partition("=")[2]) not in {ALWAYS, ONCE}


@pytest.fixture(scope="module")
def spoiling(tmp_path_factory: pytest.TempPathFactory) -> Iterator[SpoilingHouse]:
    folder = tmp_path_factory.mktemp("spoiling")
    orders = folder / "orders"
    program = stand_in(folder, orders, imageio_ffmpeg.get_ffmpeg_exe())
    with serving(folder / "data", RENDER_FFMPEG=str(program)) as house:
        yield SpoilingHouse(house, orders, house.caller())


@pytest.mark.parametrize(
    ("way", "check"),
    [
        ("scenes swapped", Check.SCENES),
        ("captions late", Check.CAPTIONS),
        ("mouth frozen", Check.LIPS),
        ("words early", Check.WORD_TIMES),
        ("sound late", Check.SILENT_SPEECH),
        ("sound lost", Check.LOUDNESS),
    ],
)
def test_a_caller_of_a_house_whose_encoder_spoils_a_video_is_told_and_refunded(
    way: str, check: Check, spoiling: SpoilingHouse
) -> None:
    """Promise 23."""
    before = spoiling.caller.credits()

    job = spoiling.make(way, ALWAYS)

    assert spoiling.obeyed
    assert job["status"] == "failed", json.dumps(job)
    assert job["error"]["code"] == "check_failed"
    assert f"failed {check.value}:" in job["error"]["message"]
    assert job["output_url"] is None
    assert spoiling.caller.credits() == before


@pytest.mark.parametrize("way", ["scenes swapped", "captions late"])
def test_what_was_spoilt_once_is_made_again(way: str, spoiling: SpoilingHouse) -> None:
    job = spoiling.make(way, ONCE)

    assert spoiling.obeyed
    assert job["status"] == "completed", json.dumps(job)


def test_the_same_encoder_is_believed_when_it_spoils_nothing(spoiling: SpoilingHouse) -> None:
    job = spoiling.make("nothing", ALWAYS)

    assert not spoiling.obeyed
    assert job["status"] == "completed", json.dumps(job)
