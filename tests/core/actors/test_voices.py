"""Voices auditioned by measure, since ears are not at hand: pitch, pace, loudness and clarity.

``reelhouse actors audition`` hears the whole cast in the same way.
"""

import asyncio

import pytest

from reelhouse.bootstrap.auditions import Auditions, Heard
from reelhouse.core.actors.library import LIBRARY
from reelhouse.core.actors.types import Gender
from reelhouse.engines.speech.backends.builtin import BuiltinSpeech
from reelhouse.engines.speech.espeak.voices import catalogue

SAMPLE = LIBRARY[::9]

UNPLEASANT = (
    "whisper",
    "croak",
    "robosoft",
    "klatt",
    "unirobot",
    "demonic",
    "announcer",
    "grandpa",
    "grandma",
)


@pytest.fixture(scope="module")
def heard() -> list[Heard]:
    async def audition() -> list[Heard]:
        auditions = Auditions(BuiltinSpeech())
        return [await auditions.hear(actor) for actor in SAMPLE]

    return asyncio.run(audition())


def test_every_timbre_is_installed_and_pleasant() -> None:
    for actor in LIBRARY:
        assert actor.voice.timbre in catalogue().timbres
        assert not actor.voice.timbre.lower().startswith(UNPLEASANT)


def test_nobody_in_the_cast_is_doubted(heard: list[Heard]) -> None:
    """High or low as such people are, neither hurried nor dragging, clear, level, and on time."""
    assert {one.actor.slug: one.doubts for one in heard if one.doubts} == {}


def test_voices_of_a_gender_do_not_sound_alike(heard: list[Heard]) -> None:
    for gender in Gender:
        pitches = [one.audition.pitch for one in heard if one.actor.gender is gender]
        assert max(pitches) > 1.25 * min(pitches)


def test_voices_of_a_gender_are_spread_out() -> None:
    """No timbre speaks for more than a seventh of the people who could have it."""
    for gender in Gender:
        timbres = sorted(actor.voice.timbre for actor in LIBRARY if actor.gender is gender)
        assert max(timbres.count(timbre) for timbre in set(timbres)) <= 15
