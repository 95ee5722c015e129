"""What is seen while a script is said: every way to ask for it, without a second of sound."""

from dataclasses import replace

import pytest

from reelhouse.core.videos.pictures.orders import DrawnPicture, GivenPicture
from reelhouse.core.videos.storyboard.board import Storyboard, draw_storyboard
from reelhouse.core.videos.storyboard.phrases import phrases_of, sentences_of
from reelhouse.core.videos.storyboard.shots import OnPicture, OnPresenter
from reelhouse.core.videos.types import PictureInPicture, SceneBrief, SceneKind, Template, VideoPlan
from reelhouse.engines.text.types import Tone
from reelhouse.media.composition import Aspect, Fit, Framing, TransitionKind
from reelhouse.render.captions.styles import caption_style

STORY = (
    "My desk was a mess and mornings were chaos. Then I found this lamp. Now I wake up at sunrise,"
    " drink my coffee by the window, and start work calm."
)
LIST = (
    "Three reasons to try cold brew. First, it is smoother than hot coffee. Second, it keeps for a week in"
    " the fridge. Finally, it costs half the price."
)
IMAGES = ("https://shop.example/1.png", "https://shop.example/2.png")
PRODUCT = "https://shop.example/lamp.png"

PLAN = VideoPlan(
    script=STORY,
    generated=False,
    actor_slug="emma",
    seconds=15,
    style=caption_style("hormozi"),
    aspect=Aspect.PORTRAIT,
    voice_speed=1.0,
)


def pictures(board: Storyboard) -> list[OnPicture]:
    return [shot.visual for shot in board.shots if isinstance(shot.visual, OnPicture)]


def said_in(board: Storyboard, plan: VideoPlan, number: int) -> str:
    shot = board.shots[number]
    return " ".join(plan.script.split()[shot.first : shot.end])


EVERY_WAY = [
    PLAN,
    replace(PLAN, script=""),
    replace(PLAN, script="Hello"),
    replace(PLAN, script="这是一个关于跑步鞋的短片。"),
    replace(PLAN, script="no stop at all " * 9),
    replace(PLAN, broll=True, broll_images=IMAGES, product_image_url=PRODUCT),
    replace(PLAN, pip=PictureInPicture()),
    replace(PLAN, script="One. Two. Three.", scenes=tuple(map(SceneBrief, ("One.", "Two.", "Three.")))),
    *(replace(PLAN, template=template) for template in Template),
    *(
        replace(PLAN, template=template, script=LIST, broll=True, product_image_url=PRODUCT)
        for template in Template
    ),
    *(replace(PLAN, template=template, script="Hello", pip=PictureInPicture()) for template in Template),
    *(replace(PLAN, tone=tone, broll=True) for tone in Tone),
]


@pytest.mark.parametrize("plan", EVERY_WAY)
def test_every_word_is_in_exactly_one_shot_and_the_first_one_cuts_from_nothing(plan: VideoPlan) -> None:
    shots = draw_storyboard(plan).shots

    borders = [shot.first for shot in shots] + [shots[-1].end]
    assert borders[0] == 0
    assert borders[-1] == len(plan.script.split())
    assert [shot.end for shot in shots] == borders[1:]
    assert borders == sorted(borders)
    assert shots[0].transition is None


def test_equal_plans_give_equal_storyboards() -> None:
    plan = replace(PLAN, template=Template.PRODUCT_DEMO, broll=True)

    assert draw_storyboard(plan) == draw_storyboard(replace(plan))


def test_phrases_end_with_their_sentences_and_are_short() -> None:
    words = STORY.split()

    phrases = phrases_of(words)

    assert {sentence.end for sentence in sentences_of(words)} <= {phrase.end for phrase in phrases}
    assert all(3 <= len(phrase) <= 8 for phrase in phrases)


def test_without_any_wish_a_presenter_speaks_and_the_camera_moves_at_sentences() -> None:
    shots = draw_storyboard(PLAN).shots

    assert [shot.visual for shot in shots] == [
        OnPresenter(Framing.MEDIUM),
        OnPresenter(Framing.CLOSE),
        OnPresenter(Framing.MEDIUM),
    ]


def test_a_tone_changes_how_often_and_how_it_is_cut() -> None:
    shots = {tone: draw_storyboard(replace(PLAN, tone=tone, broll=True)).shots for tone in Tone}

    assert len(shots[Tone.ENERGETIC]) > len(shots[Tone.CONFIDENT])
    assert {shot.transition for shot in shots[Tone.CALM][1:]} == {TransitionKind.DISSOLVE}
    assert shots[Tone.DRAMATIC][0].visual == OnPresenter(Framing.CLOSE)
    assert all(shot.transition is None for shot in shots[Tone.CONFIDENT])
    assert TransitionKind.ZOOM in {shot.transition for shot in shots[Tone.ENERGETIC]}


@pytest.mark.parametrize(("seconds", "most"), [(5, 1), (10, 2), (15, 3)])
def test_broll_cuts_away_where_there_is_most_to_see_but_never_at_the_ends(seconds: int, most: int) -> None:
    board = draw_storyboard(replace(PLAN, broll=True, seconds=seconds))

    assert 1 <= len(pictures(board)) <= most
    assert isinstance(board.shots[0].visual, OnPresenter)
    assert board.shots[0].end >= 4
    assert isinstance(board.shots[-1].visual, OnPresenter)
    assert DrawnPicture("drink my coffee by the window") in board.orders


@pytest.mark.parametrize("way", [replace(PLAN, broll_model="kling3"), replace(PLAN, broll_images=IMAGES)])
def test_a_broll_engine_or_image_is_wish_enough(way: VideoPlan) -> None:
    assert pictures(draw_storyboard(way))


def test_given_images_come_first_and_in_their_order() -> None:
    board = draw_storyboard(replace(PLAN, broll=True, broll_images=IMAGES))

    assert board.orders[:2] == (
        GivenPicture(IMAGES[0], "broll_images[0]"),
        GivenPicture(IMAGES[1], "broll_images[1]"),
    )
    assert board.warnings == ()


def test_images_without_room_are_told() -> None:
    board = draw_storyboard(replace(PLAN, broll_images=tuple(f"https://a.example/{n}" for n in range(10))))

    assert isinstance(board.shots[0].visual, OnPresenter)
    (warning,) = board.warnings
    assert "broll_images[9]" in warning


def test_a_product_image_is_shown_as_a_whole_where_the_product_is_spoken_of() -> None:
    plan = replace(PLAN, product_image_url=PRODUCT)

    board = draw_storyboard(plan)

    (number,) = [at for at, shot in enumerate(board.shots) if isinstance(shot.visual, OnPicture)]
    assert pictures(board)[0].fit is Fit.CONTAIN
    assert said_in(board, plan, number) == "Then I found this lamp."


@pytest.mark.parametrize("given", [{"product_image_url": PRODUCT}, {"broll_images": IMAGES[:1]}])
def test_a_picture_that_was_given_is_seen_in_the_shortest_script(given: dict[str, object]) -> None:
    plan = replace(PLAN, script="A short script that is just long enough to be spoken.", seconds=5)

    board = draw_storyboard(replace(plan, **given))  # type: ignore[arg-type] # each is a field of a plan

    assert isinstance(board.shots[0].visual, OnPresenter)
    assert len(board.orders) == 1


@pytest.mark.parametrize("template", [one for one in Template if one is not Template.LISTICLE])
def test_a_product_image_has_a_place_in_every_story(template: Template) -> None:
    board = draw_storyboard(replace(PLAN, template=template, product_image_url=PRODUCT))

    assert GivenPicture(PRODUCT, "product_image_url") in board.orders


def test_no_two_templates_look_alike() -> None:
    boards = {
        tuple((shot.first, shot.visual, shot.label, shot.transition) for shot in board.shots)
        for board in (draw_storyboard(replace(PLAN, template=template)) for template in Template)
    }

    assert len(boards) == len(Template)


def test_a_problem_is_solved_where_the_script_turns() -> None:
    plan = replace(PLAN, template=Template.PROBLEM_SOLUTION)

    board = draw_storyboard(plan)

    labels = [shot.label for shot in board.shots]
    assert labels == ["The problem", "The problem", "The fix", "The fix", None]
    assert said_in(board, plan, 2).startswith("Then I found this lamp.")
    assert board.shots[2].transition is TransitionKind.WIPE


def test_before_and_after_part_at_now() -> None:
    plan = replace(PLAN, template=Template.BEFORE_AFTER)

    board = draw_storyboard(plan)

    first_after = next(at for at, shot in enumerate(board.shots) if shot.label == "After")
    assert said_in(board, plan, first_after).startswith("Now")
    assert {shot.label for shot in board.shots} == {"Before", "After"}


def test_the_items_of_a_list_are_numbered_by_its_ordinals() -> None:
    plan = replace(PLAN, template=Template.LISTICLE, script=LIST)

    board = draw_storyboard(plan)

    numbered = {shot.label: said_in(board, plan, at) for at, shot in enumerate(board.shots) if shot.label}
    assert list(numbered) == ["1", "2", "3"]
    assert numbered["2"].startswith("Second,")


def test_forbidden_broll_leaves_a_template_without_drawn_pictures() -> None:
    board = draw_storyboard(replace(PLAN, template=Template.PRODUCT_DEMO, broll=False))

    assert board.orders == ()


@pytest.mark.parametrize("template", list(Template))
def test_labels_are_said_in_the_language_of_the_video_or_not_at_all(template: Template) -> None:
    spanish = (
        "Mi mesa era un caos y las mañanas también. Ahora tomo el café en la ventana y trabajo en calma."
    )
    plan = replace(PLAN, template=template, script=spanish)

    untold = {shot.label for shot in draw_storyboard(plan).shots}
    told = {shot.label for shot in draw_storyboard(replace(plan, labels={"Before": "Antes"})).shots}

    assert not untold & {"Before", "After", "The problem", "The fix", "Review", "Verdict", "Software review"}
    assert ("Antes" in told) is (template is Template.BEFORE_AFTER)


SCENES = (
    SceneBrief("Look at this lake."),
    SceneBrief("It is calm.", visual_prompt="a lake at dawn"),
    SceneBrief("So am I.", kind=SceneKind.TALKING),
    SceneBrief("Swans live here.", kind=SceneKind.BROLL),
    SceneBrief("They say hello.", kind=SceneKind.TALKING, image_url=IMAGES[1]),
    SceneBrief("Bye now.", image_url=IMAGES[0]),
)


def test_scenes_by_hand_are_kept_as_they_are_asked_for() -> None:
    plan = replace(PLAN, scenes=SCENES, script=" ".join(scene.text for scene in SCENES))

    board = draw_storyboard(plan)

    assert [shot.visual for shot in board.shots] == [
        OnPresenter(),
        OnPicture(DrawnPicture("a lake at dawn", "scenes[1].visual_prompt")),
        OnPresenter(),
        OnPicture(DrawnPicture("Swans live here")),
        OnPicture(GivenPicture(IMAGES[1], "scenes[4].image"), with_presenter=True),
        OnPicture(GivenPicture(IMAGES[0], "scenes[5].image")),
    ]
    assert [said_in(board, plan, at) for at in range(6)] == [scene.text for scene in SCENES]


def test_scenes_take_the_broll_images_before_anything_is_drawn() -> None:
    scenes = (SceneBrief("Hello there."), SceneBrief("Swans live here.", kind=SceneKind.BROLL))
    plan = replace(PLAN, scenes=scenes, script="Hello there. Swans live here.", broll_images=IMAGES[:1])

    assert draw_storyboard(plan).orders == (GivenPicture(IMAGES[0], "broll_images[0]"),)


@pytest.mark.parametrize("template", [None, *Template])
def test_picture_in_picture_shows_pictures_all_the_time(template: Template | None) -> None:
    board = draw_storyboard(replace(PLAN, pip=PictureInPicture(), template=template))

    assert all(isinstance(shot.visual, OnPicture) and shot.visual.with_presenter for shot in board.shots)
    assert len(board.orders) > 1


def test_picture_in_picture_shows_given_images_in_turns() -> None:
    board = draw_storyboard(replace(PLAN, pip=PictureInPicture(), broll_images=IMAGES))

    assert {order.key for order in board.orders} == {GivenPicture(url, "").key for url in IMAGES}
    assert len(board.shots) > len(IMAGES)


def test_pictures_of_a_dub_are_drawn_from_what_was_written() -> None:
    dubbed = replace(
        PLAN,
        script="Mi mesa era un caos. Luego encontré esta lámpara. Ahora tomo mi café en la ventana.",
        original=STORY,
        language="es",
        broll=True,
    )

    drawn = [order.prompt for order in draw_storyboard(dubbed).orders if isinstance(order, DrawnPicture)]

    assert drawn
    assert all(word in STORY for prompt in drawn for word in prompt.split())
