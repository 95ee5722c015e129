"""Files that are really spoilt, on their way through a whole render: caught by name, or made again."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, replace
from fractions import Fraction
from typing import TYPE_CHECKING

import imageio_ffmpeg
import pytest
from tests.render.conftest import Studio, write_wav
from tests.spoiling_ffmpeg import stand_in

from reelhouse.engines.speech.backends.builtin import BuiltinSpeech
from reelhouse.engines.speech.types import SpeechRequest, Voice, VoiceGender
from reelhouse.media.composition import Canvas, Composition, EndCard, Narration, PresenterScene
from reelhouse.media.time import Span
from reelhouse.render.checks import Check
from reelhouse.render.errors import CheckFailed

if TYPE_CHECKING:
    from pathlib import Path

    from reelhouse.render.types import Rendered

pytestmark = pytest.mark.anyio

SCRIPT = "Stop scrolling! I lost ten kilos in twelve weeks. Here is how: I walked and slept every day."
CANVAS = Canvas(360, 640)
OFFSET = Fraction(1, 5)
ALWAYS, ONCE = 99, 1


@dataclass
class SpoiltStudio:
    """A studio whose ffmpeg takes orders, and something to render."""

    studio: Studio
    orders: Path
    composition: Composition

    async def render(self, way: str, times: int) -> Rendered:
        self.orders.write_text(f"{way}={times}")
        return await self.studio.render(self.composition)

    async def refused(self, way: str) -> set[str]:
        with pytest.raises(CheckFailed) as failure:
            await self.render(way, ALWAYS)
        return {finding.check for finding in failure.value.findings}


def composed(studio: Studio) -> Composition:
    """A presenter who speaks with a real voice, and an end card."""
    voice = Voice("a-voice", VoiceGender.FEMALE, "f2")
    speech = asyncio.run(BuiltinSpeech(60).speak(SpeechRequest(SCRIPT, voice)))
    end = Fraction(-(-(OFFSET + speech.timing.duration + OFFSET) * 30 // 1), 30)
    plain = studio.compose("one", canvas=CANVAS)
    presenter = plain.scenes[0]
    assert isinstance(presenter, PresenterScene)
    card = EndCard(Span(end, end + 1), "Try it today", "#5b3df0")
    recording = write_wav(studio.folder, speech.pcm, speech.sample_rate, 1)
    return replace(
        plain,
        scenes=(replace(presenter, span=Span(Fraction(0), end)), card),
        narration=Narration(recording, OFFSET, speech.timing),
    )


@pytest.fixture
def spoilt(tmp_path: Path) -> SpoiltStudio:
    studio, orders = Studio(tmp_path), tmp_path / "orders"
    program = stand_in(tmp_path, orders, imageio_ffmpeg.get_ffmpeg_exe())
    studio.settings.ffmpeg = str(program)
    return SpoiltStudio(studio, orders, composed(studio))


@pytest.mark.parametrize(
    ("way", "check"),
    [
        ("scenes swapped", Check.SCENES),
        ("captions missing", Check.CAPTIONS),
        ("captions late", Check.CAPTIONS),
        ("mouth frozen", Check.LIPS),
        ("lips late", Check.LIPS),
        ("words late", Check.WORD_TIMES),
        ("words early", Check.WORD_TIMES),
        ("sound lost", Check.LOUDNESS),
    ],
)
async def test_a_spoilt_file_is_not_delivered(way: str, check: Check, spoilt: SpoiltStudio) -> None:
    assert check in await spoilt.refused(way)

    assert not (spoilt.studio.folder / "out.mp4").exists()


@pytest.mark.parametrize("way", ["scenes swapped", "captions missing", "captions late"])
async def test_what_was_spoilt_once_is_made_again(way: str, spoilt: SpoiltStudio) -> None:
    rendered = await spoilt.render(way, ONCE)

    assert spoilt.orders.read_text() == f"{way}=0"
    assert rendered.examination.passed


async def test_a_file_that_nobody_spoilt_has_no_finding(spoilt: SpoiltStudio) -> None:
    rendered = await spoilt.render("nothing", ALWAYS)

    assert rendered.examination.passed
