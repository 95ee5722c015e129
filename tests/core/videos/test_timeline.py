from dataclasses import replace
from fractions import Fraction

import pytest

from reelhouse.core.actors.library import LIBRARY
from reelhouse.core.actors.service import Actors
from reelhouse.core.actors.types import Actor
from reelhouse.core.videos.materials import Recording
from reelhouse.core.videos.service import PLANS_OF_VIDEOS
from reelhouse.core.videos.storyboard.board import draw_storyboard
from reelhouse.core.videos.timeline import SHORTEST_SCENE, Sources, compose
from reelhouse.core.videos.types import PictureInPicture, SceneBrief, SceneKind, Template, VideoPlan
from reelhouse.engines.text.types import Tone
from reelhouse.media.composition import (
    Aspect,
    Composition,
    EndCard,
    FilmedPresenter,
    InsetAnimation,
    InsetFrame,
    InsetPosition,
    InsetSize,
    MediaRef,
    PictureScene,
    PresenterScene,
    composition_from_json,
    composition_to_json,
    presenter_of,
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


def said(*words: tuple[str, int, int]) -> Timing:
    """Words with their milliseconds."""
    spans = [Word(text, Span(milliseconds(start), milliseconds(end))) for text, start, end in words]
    return Timing(tuple(spans), (), milliseconds(words[-1][2]))


def paced(script: str, each: int = 400, pause: int = 60) -> Timing:
    """Every word takes as long as the others, with a little pause behind it."""
    return said(*((word, at * each, (at + 1) * each - pause) for at, word in enumerate(script.split())))


STORY = "My desk was a mess. Then I found this lamp. Now I drink my coffee by the window and smile."


def drawn(plan: VideoPlan) -> dict[str, MediaRef]:
    return {
        order.key: MediaRef(f"{number:064x}", "image/png")
        for number, order in enumerate(draw_storyboard(plan).orders, 1)
    }


def film_of(plan: VideoPlan, emma: Actor, timing_: Timing) -> Composition:
    return compose(plan, emma, Sources(Recording(AUDIO, timing_, "fake"), drawn(plan)))


@pytest.mark.parametrize("each", [233, 341, 400])
@pytest.mark.parametrize("pip", [None, PictureInPicture()])
@pytest.mark.parametrize("template", [None, *Template])
def test_no_cut_falls_into_a_word_and_no_scene_is_too_short(
    emma: Actor, template: Template | None, pip: PictureInPicture | None, each: int
) -> None:
    plan = replace(PLAN, script=STORY, template=template, pip=pip, broll=True, call_to_action="Go")
    timing_ = paced(STORY, each)

    composition = film_of(plan, emma, timing_)

    words = timing_.shifted(composition.narration.offset).words
    for scene in composition.scenes:
        assert scene.span.duration >= SHORTEST_SCENE
        cut = scene.span.start
        assert not any(word.span.start < cut < word.span.end for word in words), float(cut)
    assert isinstance(composition.scenes[-1], EndCard)
    assert composition.duration == 10


def test_a_cut_comes_just_before_its_word(emma: Actor) -> None:
    composition = film_of(replace(PLAN, script=STORY, tone=Tone.ENERGETIC), emma, paced(STORY))

    starts = {word.span.start + composition.narration.offset for word in paced(STORY).words}
    for scene in composition.scenes[1:]:
        assert any(0 <= start - scene.span.start <= Fraction(2, 30) for start in starts)


def test_scenes_too_short_to_be_seen_go_on_as_the_one_before(emma: Actor) -> None:
    scenes = tuple(SceneBrief(word, image_url="https://a.example/1.png") for word in STORY.split())
    plan = replace(PLAN, script=STORY, scenes=(SceneBrief("My"), *scenes[1:]))

    composition = film_of(plan, emma, paced(STORY))

    assert isinstance(composition.scenes[0], PresenterScene)
    assert min(scene.span.duration for scene in composition.scenes) >= SHORTEST_SCENE


def test_an_inset_comes_in_once_and_then_stays(emma: Actor) -> None:
    pip = PictureInPicture(InsetPosition.BOTTOM_LEFT, InsetSize.LARGE, InsetAnimation.FADE, InsetFrame.SHADOW)

    composition = film_of(replace(PLAN, script=STORY, pip=pip), emma, paced(STORY))

    insets = [scene.inset for scene in composition.scenes if isinstance(scene, PictureScene)]
    assert [inset.animation for inset in insets if inset] == [
        InsetAnimation.FADE,
        *[InsetAnimation.NONE] * (len(composition.scenes) - 1),
    ]
    assert {(one.position, one.size, one.frame) for one in insets if one} == {
        (InsetPosition.BOTTOM_LEFT, InsetSize.LARGE, InsetFrame.SHADOW)
    }


def test_pictures_move_gently_and_each_another_way(emma: Actor) -> None:
    composition = film_of(replace(PLAN, script=STORY, pip=PictureInPicture()), emma, paced(STORY))

    cameras = [scene.camera for scene in composition.scenes if isinstance(scene, PictureScene)]
    assert len(set(cameras)) == len(cameras)
    for camera in cameras:
        assert {camera.start.zoom, camera.end.zoom} == {1.0, 1.12}
        near = max(camera.start, camera.end, key=lambda view: view.zoom)
        assert abs(near.x - 0.5) <= 0.5 - 0.5 / near.zoom
        assert abs(near.y - 0.5) <= 0.5 - 0.5 / near.zoom


def test_a_film_of_the_presenter_takes_the_place_of_the_drawing(emma: Actor) -> None:
    film = MediaRef("f" * 64, "video/mp4")
    recording = Recording(AUDIO, paced(STORY), "fake")

    composition = compose(replace(PLAN, script=STORY), emma, Sources(recording, {}, film=film))

    assert {presenter_of(scene) for scene in composition.scenes} == {FilmedPresenter(film)}


def test_a_plan_of_an_older_house_still_loads() -> None:
    """Only what the first plans had, with a style that was no more than its name."""
    old = {
        "script": "one two three",
        "generated": False,
        "actor_slug": "emma",
        "seconds": 10,
        "style": "hormozi",
        "aspect": "9:16",
        "voice_speed": 1.0,
    }

    assert PLANS_OF_VIDEOS.validate_python(old) == PLAN


def test_a_plan_survives_its_own_document() -> None:
    plan = replace(
        PLAN,
        scenes=(SceneBrief("one two three", SceneKind.BROLL, "a lake"),),
        template=Template.LISTICLE,
        pip=PictureInPicture(),
        labels={"Before": "Antes"},
    )

    assert PLANS_OF_VIDEOS.validate_python(PLANS_OF_VIDEOS.dump_python(plan, mode="json")) == plan
