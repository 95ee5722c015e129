"""Every documented parameter of POST /videos, from its body to the composition of the film."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from itertools import pairwise
from typing import TYPE_CHECKING
from uuid import UUID

import pytest

from reelhouse.core.actors.library import LIBRARY
from reelhouse.core.actors.service import Actors
from reelhouse.core.videos.materials import Recording
from reelhouse.core.videos.service import PLANS_OF_VIDEOS
from reelhouse.core.videos.storyboard.board import draw_storyboard
from reelhouse.core.videos.timeline import Sources, compose
from reelhouse.kit.money import cents
from reelhouse.media.composition import (
    Composition,
    EndCard,
    Fit,
    InsetAnimation,
    InsetFrame,
    InsetPosition,
    InsetSize,
    MediaRef,
    PictureScene,
    PresenterScene,
    VectorPresenter,
)
from reelhouse.media.speech import Timing, Word
from reelhouse.media.time import Span
from reelhouse.render.captions.styles import STYLES

if TYPE_CHECKING:
    import httpx2
    from tests.dialects.conftest import Studio

STORY = (
    "My desk was a mess and mornings were chaos. Then I found this lamp. Now I wake up at sunrise,"
    " drink my coffee by the window, and start work calm."
)
IMAGE, OTHER = "https://shop.example/1.png", "https://shop.example/2.png"
TEMPLATES = [
    "monologue",
    "testimonial",
    "product-review",
    "problem-solution",
    "saas-review",
    "before-after",
    "listicle",
    "product-demo",
]


def film(client: httpx2.Client, studio: Studio, **fields: object) -> Composition:
    """What the body becomes when its words are said at the natural pace."""
    answer = client.post("/videos", json={"script": STORY, **fields})
    assert answer.status_code == 201, answer.text
    assert answer.json()["credits_deducted"] == answer.json()["estimated_duration"] * 30
    with studio.house.reading() as services:
        plan = PLANS_OF_VIDEOS.validate_python(services.jobs.load(UUID(answer.json()["job_id"])).input)
    words = plan.script.split()
    beats = [Fraction(4 * number, 10) for number in range(len(words) + 1)]
    spans = [Word(word, Span(*times)) for word, times in zip(words, pairwise(beats), strict=True)]
    recording = Recording("a" * 64, Timing(tuple(spans), (), beats[-1]), "fake")
    keys = [order.key for order in draw_storyboard(plan).orders]
    pictures = {key: MediaRef(f"{number:064x}", "image/png") for number, key in enumerate(keys)}
    return compose(plan, Actors(LIBRARY).get(plan.actor_slug), Sources(recording, pictures))


def pictures(composition: Composition) -> list[PictureScene]:
    return [scene for scene in composition.scenes if isinstance(scene, PictureScene)]


@pytest.mark.parametrize("style", list(STYLES))
def test_style(client: httpx2.Client, studio: Studio, style: str) -> None:
    captions = film(client, studio, style=style).captions

    assert captions is not None
    assert captions.style == STYLES[style]


@pytest.mark.parametrize("tone", ["energetic", "calm", "confident", "dramatic"])
def test_tone(client: httpx2.Client, studio: Studio, tone: str) -> None:
    first = film(client, studio, tone=tone).scenes[0]

    assert isinstance(first, PresenterScene)
    assert isinstance(first.presenter, VectorPresenter)
    assert first.presenter.expression.value == tone


@pytest.mark.parametrize(
    ("ratio", "size"), [("9:16", (1080, 1920)), ("16:9", (1920, 1080)), ("1:1", (1080, 1080))]
)
def test_aspect_ratio(client: httpx2.Client, studio: Studio, ratio: str, size: tuple[int, int]) -> None:
    canvas = film(client, studio, aspect_ratio=ratio).canvas

    assert (canvas.width, canvas.height) == size


def test_cta(client: httpx2.Client, studio: Studio) -> None:
    card = film(client, studio, cta="Try it today").scenes[-1]

    assert isinstance(card, EndCard)
    assert card.text == "Try it today"


@pytest.mark.parametrize("template", TEMPLATES)
def test_template(client: httpx2.Client, studio: Studio, template: str) -> None:
    plain, told = film(client, studio), film(client, studio, template=template)

    assert told.scenes != plain.scenes
    assert told.duration == plain.duration == 15


@pytest.mark.parametrize(
    "fields", [{"allow_broll": True}, {"broll_model": "hailuo2"}, {"broll_images": [IMAGE]}]
)
def test_broll(client: httpx2.Client, studio: Studio, fields: dict[str, object]) -> None:
    composition = film(client, studio, **fields)

    assert pictures(composition)
    assert isinstance(composition.scenes[0], PresenterScene)
    assert composition.scenes[0].span.duration >= Fraction(3, 2)
    assert isinstance(composition.scenes[-1], PresenterScene)


def test_product_image_url(client: httpx2.Client, studio: Studio) -> None:
    (scene,) = pictures(film(client, studio, product_image_url=IMAGE))

    assert scene.fit is Fit.CONTAIN


def test_composition_mode(client: httpx2.Client, studio: Studio) -> None:
    composition = film(client, studio, composition_mode="pip")

    assert len(pictures(composition)) == len(composition.scenes) > 2
    assert all(scene.inset for scene in pictures(composition))


@pytest.mark.parametrize("position", list(InsetPosition))
@pytest.mark.parametrize("size", list(InsetSize))
def test_pip_position_and_size(
    client: httpx2.Client, studio: Studio, position: InsetPosition, size: InsetSize
) -> None:
    options = {"position": position.value, "size": size.value}

    inset = pictures(film(client, studio, composition_mode="pip", pip_options=options))[0].inset

    assert inset is not None
    assert (inset.position, inset.size) == (position, size)


@pytest.mark.parametrize("animation", [one for one in InsetAnimation if one is not InsetAnimation.NONE])
@pytest.mark.parametrize("frame", list(InsetFrame))
def test_pip_animation_and_frame(
    client: httpx2.Client, studio: Studio, animation: InsetAnimation, frame: InsetFrame
) -> None:
    options = {"animation": animation.value, "frame_style": frame.value}

    first, *later = pictures(film(client, studio, composition_mode="pip", pip_options=options))

    assert first.inset is not None
    assert (first.inset.animation, first.inset.frame) == (animation, frame)
    assert all(scene.inset and scene.inset.animation is InsetAnimation.NONE for scene in later)


def test_pip_options_mean_nothing_without_the_mode(client: httpx2.Client, studio: Studio) -> None:
    assert film(client, studio, pip_options={"size": "small"}).scenes == film(client, studio).scenes


def test_scenes(client: httpx2.Client, studio: Studio) -> None:
    """They are the narration, whatever the script says."""
    scenes = [
        {"text": "Look at this quiet lake.", "type": "talking_head"},
        {"text": "It is calm at dawn.", "visual_prompt": "a lake at dawn"},
        {"text": "So am I these days.", "type": "talking_head"},
        {"text": "And this is my boat.", "image": IMAGE},
    ]

    composition = film(client, studio, scenes=scenes)

    said = [word.text for word in composition.narration.timing.words]
    assert " ".join(said) == " ".join(str(scene["text"]) for scene in scenes)
    assert [type(scene) for scene in composition.scenes] == [
        PresenterScene,
        PictureScene,
        PresenterScene,
        PictureScene,
    ]
    assert composition.duration == 10


def test_scenes_with_a_prompt_are_said_as_they_are_and_nothing_is_written(
    client: httpx2.Client, studio: Studio
) -> None:
    body = {"prompt": "A lamp", "scenes": [{"text": "Look at this lamp."}]}

    answer = client.post("/videos", json=body).json()

    assert (answer["credits_deducted"], answer["word_count"]) == (150, 4)
    assert "generated_script" not in answer
    assert studio.writer.asked == []


def test_dub_language(client: httpx2.Client, studio: Studio) -> None:
    studio.writer.can_translate = True

    narration = film(client, studio, dub_language="es").narration

    assert narration.language == "es"
    assert narration.timing.words[0].text == "es:My"


@pytest.mark.parametrize(
    ("body", "status", "code"),
    [
        ({"scenes": [{"text": "Look at this lamp."}]}, 400, "missing_script"),
        ({"script": STORY, "scenes": [{"text": "  "}]}, 400, "invalid_parameter"),
        ({"script": STORY, "scenes": [{"text": "word " * 20}] * 2}, 400, "script_too_long"),
        ({"script": STORY, "scenes": [{"text": "..."}]}, 400, "script_not_speakable"),
        ({"script": STORY, "scenes": [{"text": "Hi", "image": "http://10.0.0.1/a"}]}, 400, "url_not_allowed"),
        ({"script": STORY, "broll_images": [IMAGE, "file:///etc/passwd"]}, 400, "url_not_allowed"),
        ({"script": STORY, "product_image_url": "http://169.254.169.254/"}, 400, "url_not_allowed"),
        ({"script": STORY, "style": "of nobody"}, 400, "invalid_parameter"),
        ({"script": STORY, "dub_language": "es"}, 501, "not_configured"),
        ({"prompt": "A lamp", "dub_language": "es"}, 501, "not_configured"),
    ],
)
def test_what_cannot_be_made_is_refused_before_anything_is_held(
    client: httpx2.Client,
    studio: Studio,
    workspace_id: UUID,
    body: dict[str, object],
    status: int,
    code: str,
) -> None:
    answer = client.post("/videos", json=body)

    assert (answer.status_code, answer.json()["error"]["code"]) == (status, code), answer.text
    assert studio.available(workspace_id) == cents(12_900)
    assert studio.dispatcher.enqueued == []


def test_a_style_of_the_workspace_goes_by_its_name(
    client: httpx2.Client, studio: Studio, workspace_id: UUID
) -> None:
    own = replace(STYLES["hormozi"], name="house-blue", description="ours")
    with studio.house.transaction() as services:
        services.styles.add(workspace_id, own)

    captions = film(client, studio, style="house-blue").captions

    assert captions is not None
    assert captions.style == own
