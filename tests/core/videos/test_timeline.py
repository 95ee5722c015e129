from dataclasses import replace
from fractions import Fraction

import pytest

from reelhouse.core.actors.library import LIBRARY
from reelhouse.core.actors.service import Actors
from reelhouse.core.actors.types import Actor
from reelhouse.core.videos.materials import Recording
from reelhouse.core.videos.timeline import Sources, compose
from reelhouse.core.videos.types import VideoPlan
from reelhouse.media.composition import (
    Aspect,
    EndCard,
    PresenterScene,
    composition_from_json,
    composition_to_json,
)
from reelhouse.media.speech import Timing, Word
from reelhouse.media.time import Span, milliseconds
from reelhouse.render.captions.styles import caption_style

AUDIO = "a" * 64


def sources(timing: Timing) -> Sources:
    return Sources(Recording(AUDIO, timing, "fake"), {})


@pytest.fixture
def emma() -> Actor:
    return Actors(LIBRARY).get("emma")


def timing(*ends: int) -> Timing:
    starts = (0, *ends[:-1])
    return Timing(
        words=tuple(
            Word(f"w{index}", Span(milliseconds(start), milliseconds(end)))
            for index, (start, end) in enumerate(zip(starts, ends, strict=True))
        ),
        phonemes=(),
        duration=milliseconds(ends[-1]),
    )


PLAN = VideoPlan(
    script="one two three",
    generated=False,
    actor_slug="emma",
    seconds=10,
    style=caption_style("hormozi"),
    aspect=Aspect.PORTRAIT,
    voice_speed=1.0,
)


def test_a_video_lasts_exactly_what_was_charged(emma: Actor) -> None:
    composition = compose(PLAN, emma, sources(timing(400, 900, 5_333)))

    assert composition.duration == 10
    assert composition.frames == 300
    assert [type(scene) for scene in composition.scenes] == [PresenterScene]


def test_a_call_to_action_gets_a_card_after_the_last_word(emma: Actor) -> None:
    composition = compose(replace(PLAN, call_to_action="Try it"), emma, sources(timing(400, 900, 5_333)))

    presenter, card = composition.scenes
    assert isinstance(card, EndCard)
    assert card.text == "Try it"
    assert card.span.start >= composition.narration.offset + Fraction(5_333, 1000)
    assert presenter.span.end == card.span.start


@pytest.mark.parametrize("aspect", list(Aspect))
def test_a_composition_survives_its_own_document(emma: Actor, aspect: Aspect) -> None:
    composition = compose(
        replace(PLAN, aspect=aspect, call_to_action="Go"), emma, sources(timing(333, 1_001))
    )

    again = composition_from_json(composition_to_json(composition))

    assert again == composition
    assert composition_to_json(again) == composition_to_json(composition)
