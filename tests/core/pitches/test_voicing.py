"""What is said, when, and how often a vendor is asked to say it."""

import asyncio
from dataclasses import replace
from fractions import Fraction
from pathlib import Path

import pytest
from tests.core.pitches.conftest import Studio

from reelhouse.core.actors.library import LIBRARY
from reelhouse.core.actors.service import Actors
from reelhouse.core.pitches.plan import Plan
from reelhouse.core.pitches.voicing import LEAD_IN, voice
from reelhouse.engines.speech.backends.builtin import BuiltinSpeech
from reelhouse.engines.speech.types import Speech, SpeechRequest
from reelhouse.workflows.takes import StoredTakes

ACTORS = Actors(LIBRARY)


class Vendor:
    """A voice that is asked from outside of the machine."""

    name = "vendor"

    def __init__(self) -> None:
        self.said: list[str] = []
        self._voice = BuiltinSpeech(30)

    async def speak(self, request: SpeechRequest) -> Speech:
        self.said.append(request.text)
        return await self._voice.speak(request)


@pytest.fixture
def plan(studio: Studio) -> Plan:
    return studio.plan(studio.project()).plan


def test_every_scene_is_said_within_its_own_time(plan: Plan) -> None:
    said = asyncio.run(voice(plan, BuiltinSpeech(30), ACTORS))

    words = iter(said.timing.words)
    at = Fraction(0)
    for scene in plan.scenes:
        own = [next(words) for _ in scene.narration.split()]
        assert all(at + LEAD_IN <= word.span.start < word.span.end <= at + scene.seconds for word in own)
        at += scene.seconds
    assert next(words, None) is None
    assert said.timing.duration == plan.estimate.seconds
    assert len(said.pcm) == 2 * round(plan.estimate.seconds * said.sample_rate)


def test_a_plan_whose_voice_is_off_is_silent_for_as_long(plan: Plan) -> None:
    mute = replace(plan, direction=replace(plan.direction, voice=replace(plan.direction.voice, on=False)))

    said = asyncio.run(voice(mute, BuiltinSpeech(30), ACTORS))

    assert (said.timing.words, said.engine) == ((), "")
    assert set(said.pcm) == {0}
    assert said.timing.duration == plan.estimate.seconds


def test_a_vendor_says_again_only_what_has_changed(plan: Plan, studio: Studio, tmp_path: Path) -> None:
    vendor = Vendor()
    takes = StoredTakes(studio.store, "pitches/project", tmp_path)
    first = asyncio.run(voice(plan, vendor, ACTORS, takes=takes))
    asked = len(vendor.said)
    scenes = [replace(plan.scenes[0], narration="Paid by Friday."), *plan.scenes[1:]]

    again = asyncio.run(voice(plan, vendor, ACTORS, takes=takes))
    asyncio.run(voice(replace(plan, scenes=tuple(scenes)), vendor, ACTORS, takes=takes))

    assert again == first
    assert vendor.said[asked:] == ["Paid by Friday."]
