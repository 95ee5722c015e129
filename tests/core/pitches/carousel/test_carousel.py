"""A plan's scenes become slides, in their order, with the words that their writer gave them."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from uuid import UUID

import pytest
from PIL import Image, ImageDraw

from reelhouse.core.pitches.asked import Asked, AskedDirection, AskedIntent
from reelhouse.core.pitches.carousel.carousel import PDF, draw_carousel, draw_slide_still
from reelhouse.core.pitches.carousel.pages import slide_of
from reelhouse.core.pitches.directing.director import direct
from reelhouse.core.pitches.directing.library import Library
from reelhouse.core.pitches.plan import Glance, MotionPlan, Plan, PlannedScene, Role, SlideSpec
from reelhouse.core.pitches.types import Feature, ScreenKind, Seen, Shown, Subject
from reelhouse.media.screens import Area, Device
from reelhouse.render.errors import MediaUnreadable
from reelhouse.render.slides import SlideKind

DESKTOP, PHONE = UUID(int=1), UUID(int=2)
NEAR = Area(0.2, 0.3, 0.3, 0.2)


@pytest.fixture
def screens(tmp_path: Path) -> dict[UUID, Path]:
    found = {}
    for screenshot_id, size in ((DESKTOP, (960, 540)), (PHONE, (585, 1266))):
        picture = Image.new("RGB", size, "#ffffff")
        ImageDraw.Draw(picture).rectangle((60, 60, size[0] - 60, 200), "#2040c0")
        found[screenshot_id] = tmp_path / f"{screenshot_id}.png"
        picture.save(found[screenshot_id])
    return found


@pytest.fixture
def plan() -> Plan:
    """A carousel of an opening, two features and a call."""
    shown = (
        Shown(DESKTOP, Seen("a" * 64, "image/png", 960, 540, ScreenKind.DESKTOP)),
        Shown(PHONE, Seen("b" * 64, "image/png", 585, 1266, ScreenKind.PHONE)),
    )
    subject = Subject(
        "Flowdesk",
        "Show small studios how Flowdesk gets invoices paid",
        (Feature("Invoices", shown[:1]), Feature("Approvals", shown[1:])),
    )
    asked = Asked(
        intent=AskedIntent(artifact_type="carousel", aspect="1:1"),
        direction=AskedDirection(cta="Start free at flowdesk.app"),
    )
    return direct(subject, asked, Library())


def changed(plan: Plan, role: Role, change: Callable[[PlannedScene], PlannedScene]) -> tuple[Plan, int]:
    """The plan with its first scene of a role changed, and where that is."""
    number = next(number for number, scene in enumerate(plan.scenes) if scene.role is role)
    scenes = [change(scene) if at == number else scene for at, scene in enumerate(plan.scenes)]
    return replace(plan, scenes=tuple(scenes)), number


def test_every_scene_becomes_a_slide_and_a_page(
    plan: Plan, screens: dict[UUID, Path], tmp_path: Path
) -> None:
    done: list[int] = []

    slides = draw_carousel(plan, screens, None, tmp_path, done.append)

    assert [png.name for png in slides.pngs] == [f"slide-{n:02d}.png" for n in range(1, len(plan.scenes) + 1)]
    assert slides.pdf == tmp_path / PDF
    assert done == list(range(1, len(plan.scenes) + 1))
    assert slides.pdf.read_bytes().count(b"/Type /Page ") == len(plan.scenes)
    for png in slides.pngs:
        with Image.open(png) as picture:
            assert (picture.size, picture.mode) == ((1080, 1080), "RGB")


def test_equal_plans_give_equal_bytes(plan: Plan, screens: dict[UUID, Path], tmp_path: Path) -> None:
    made = []
    for name in ("one", "two"):
        (tmp_path / name).mkdir()
        slides = draw_carousel(plan, screens, None, tmp_path / name)
        made.append([path.read_bytes() for path in (*slides.pngs, slides.pdf)])

    assert made[0] == made[1]


def test_a_still_is_the_very_slide(plan: Plan, screens: dict[UUID, Path], tmp_path: Path) -> None:
    slides = draw_carousel(plan, screens, None, tmp_path)

    draw_slide_still(plan, 1, screens, None, tmp_path / "still.png")

    assert (tmp_path / "still.png").read_bytes() == slides.pngs[1].read_bytes()


def test_roles_become_a_hook_features_and_a_call(plan: Plan, screens: dict[UUID, Path]) -> None:
    slides = [slide_of(plan, number, screens, None) for number in range(len(plan.scenes))]

    assert slides[0].kind is SlideKind.HOOK
    assert slides[-1].kind is SlideKind.CALL
    assert {slide.kind for slide in slides[1:-1]} == {SlideKind.FEATURE}
    assert [slide.number for slide in slides] == list(range(1, len(slides) + 1))
    assert {slide.of for slide in slides} == {len(slides)}


def test_screenshots_stand_on_what_they_were_taken_of(plan: Plan, screens: dict[UUID, Path]) -> None:
    devices = {}
    for number, scene in enumerate(plan.scenes):
        screen = slide_of(plan, number, screens, None).screen
        if scene.screenshot_id and screen:
            devices[scene.screenshot_id] = screen.device

    assert devices == {DESKTOP: Device.BROWSER, PHONE: Device.PHONE}


def test_an_address_in_a_call_becomes_its_button(plan: Plan, screens: dict[UUID, Path]) -> None:
    said = SlideSpec("Flowdesk", "Start free at https://www.flowdesk.app", "")
    with_address, number = changed(plan, Role.CLOSING, lambda scene: replace(scene, slide=said))

    call = slide_of(with_address, number, screens, None)

    assert (call.headline, call.button) == ("Start free at", "flowdesk.app")


def test_a_call_in_other_words_than_the_headline_is_its_button(plan: Plan, screens: dict[UUID, Path]) -> None:
    said = SlideSpec("", "Get paid eleven days sooner", "No card needed")
    plain = replace(plan, direction=replace(plan.direction, cta="Start free today."))
    written, number = changed(plain, Role.CLOSING, lambda scene: replace(scene, slide=said))
    same, _ = changed(
        plain, Role.CLOSING, lambda scene: replace(scene, slide=replace(said, headline="Start free today"))
    )

    call = slide_of(written, number, screens, None)

    assert (call.headline, call.body, call.button) == (said.headline, said.body, "Start free today.")
    assert slide_of(same, number, screens, None).button == ""


def test_the_brand_is_not_said_twice(plan: Plan, screens: dict[UUID, Path]) -> None:
    name = plan.direction.brand.name
    twice, number = changed(
        plan, Role.BEAT, lambda scene: replace(scene, slide=SlideSpec(name.upper(), "One", "One."))
    )

    slide = slide_of(twice, number, screens, None)

    assert (slide.kicker, slide.headline, slide.body, slide.brand) == ("", "One", "", name)


def test_what_is_looked_at_first_is_brought_near_unless_nobody_wants_it(
    plan: Plan, screens: dict[UUID, Path]
) -> None:
    motion = MotionPlan(glances=(Glance(0.7, Area(0, 0, 0.1, 0.1)), Glance(0.2, NEAR), Glance(0.0, Area())))
    looking, number = changed(plan, Role.BEAT, lambda scene: replace(scene, motion=motion))
    still = replace(looking, direction=replace(looking.direction, smart_zoom=False))

    seen, whole = (slide_of(one, number, screens, None).screen for one in (looking, still))

    assert seen is not None
    assert whole is not None
    assert (seen.looked_at, whole.looked_at) == (NEAR, None)


def test_a_screenshot_that_was_not_handed_over_is_missed(plan: Plan, tmp_path: Path) -> None:
    with pytest.raises(KeyError):
        draw_carousel(plan, {}, None, tmp_path)


def test_a_logo_that_is_no_picture_is_named(plan: Plan, screens: dict[UUID, Path], tmp_path: Path) -> None:
    (tmp_path / "logo.png").write_bytes(b"no logo")

    with pytest.raises(MediaUnreadable) as refusal:
        draw_carousel(plan, screens, tmp_path / "logo.png", tmp_path)

    assert refusal.value.name == "logo.png"
