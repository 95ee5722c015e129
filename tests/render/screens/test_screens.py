"""Screenshots are seen on their devices, and what happens on them is seen where and when it happens."""

from dataclasses import replace
from fractions import Fraction
from itertools import product

import numpy as np
import pytest
from tests.effort import some
from tests.render.screens.conftest import (
    DARK,
    FOUR_SECONDS,
    PALE,
    PORTRAIT,
    SQUARE,
    WIDE,
    Easel,
    middle,
    near,
)

from reelhouse.media.composition import Canvas, Label, Livery, MediaRef, ScreenScene
from reelhouse.media.screens import (
    Area,
    Callout,
    Device,
    Glance,
    KineticText,
    Press,
    ScreenLayout,
)
from reelhouse.media.time import Span
from reelhouse.render.painting.planes import blank
from reelhouse.render.screens.ground import Grounds
from reelhouse.render.screens.scenery import set_for
from reelhouse.render.screens.stage import words_room

RED, GREEN = (220, 30, 30), (20, 170, 60)
LATER = Span(Fraction(1), Fraction(4))


def scene_of(screen: MediaRef, device: Device = Device.BROWSER, **changes: object) -> ScreenScene:
    plain = ScreenScene(FOUR_SECONDS, screen, device, ScreenLayout.FRAMED, DARK)
    return replace(plain, **changes)  # type: ignore[arg-type]


def busy(screen: MediaRef, layout: ScreenLayout, device: Device) -> ScreenScene:
    """Everything at once."""
    area = Area(0.5, 0.4, 0.3, 0.2)
    return scene_of(
        screen,
        device,
        layout=layout,
        glances=(Glance(Fraction(1), area), Glance(Fraction(3), Area(0, 0, 0.4, 0.3))),
        presses=(Press(Fraction(3, 2), 0.6, 0.5), Press(Fraction(5, 2), 0.2, 0.2)),
        callouts=(Callout(area, "Here it is", Span(Fraction(1), Fraction(2))),),
        kinetic=KineticText("All in one place", Span(Fraction(1, 2), Fraction(7, 2))),
        label=Label("1", "#ff5a3c"),
    )


@pytest.mark.parametrize(
    ("device", "layout", "canvas"), some([*product(Device, ScreenLayout, [PORTRAIT, WIDE, SQUARE])], 16)
)
def test_a_frame_is_the_same_whatever_was_painted_before_it(
    easel: Easel, canvas: Canvas, layout: ScreenLayout, device: Device
) -> None:
    scene = busy(easel.screenshot(spots=[(0.3, 0.3, "#dc1e1e")]), layout, device)
    wanted = [0, 20, 37, 46, 75, 88, 110]

    followed = easel.frames(scene, canvas, range(111))

    for frame in wanted:
        assert np.array_equal(easel.frame(scene, canvas, frame), followed[frame]), frame


def test_where_nothing_moves_nothing_is_painted(easel: Easel) -> None:
    scene = scene_of(easel.screenshot(), glances=(Glance(Fraction(0), Area(0.2, 0.2, 0.4, 0.4)),))
    painter = set_for(scene, WIDE, easel.files, Grounds()).painter()
    canvas = blank(WIDE.width, WIDE.height)
    painter.paint(0, canvas)

    canvas.y[:] = 77
    for frame in range(1, 120):
        painter.paint(frame, canvas)

    assert (canvas.y == 77).all()


@pytest.mark.parametrize("device", Device)
def test_a_device_shows_all_of_a_screenshot_of_its_shape(easel: Easel, device: Device) -> None:
    size = (390, 844) if device is Device.PHONE else (820, 1180) if device is Device.TABLET else (1440, 900)
    corners = [(0.1, 0.15, "#dc1e1e"), (0.9, 0.15, "#dc1e1e"), (0.1, 0.9, "#dc1e1e"), (0.9, 0.9, "#dc1e1e")]

    frame = easel.frame(scene_of(easel.screenshot(size, spots=corners), device), WIDE, 0)

    height, width = frame.shape[:2]
    red = near(frame, RED)
    found = [red[rows, columns].any() for rows in (slice(0, height // 2), slice(height // 2, height))
             for columns in (slice(0, width // 2), slice(width // 2, width))]  # fmt: skip
    assert all(found)


def test_a_phone_keeps_a_strip_for_its_camera_where_a_screenshot_has_none(easel: Easel) -> None:
    heading = easel.screenshot((390, 844), spots=[(0.5, 0.04, "#dc1e1e")])

    frame = easel.frame(scene_of(heading, Device.PHONE), Canvas(540, 960), 0)

    assert near(frame, RED).sum() > 60


def test_the_camera_goes_near_to_what_is_glanced_at(easel: Easel) -> None:
    shot = easel.screenshot((1440, 900), spots=[(0.8, 0.7, "#dc1e1e")])
    scene = scene_of(shot, glances=(Glance(Fraction(1), Area(0.7, 0.6, 0.2, 0.2)),))

    first, last = easel.frames(scene, WIDE, [0, 60])

    assert near(last, RED).sum() > 2 * near(first, RED).sum()
    assert middle(near(last, RED))[1] < WIDE.height * 0.6


def test_large_words_stand_in_their_room_and_nowhere_else(easel: Easel) -> None:
    kinetic = KineticText("Everything in one place", LATER)
    shot = easel.screenshot((390, 844))
    with_words = scene_of(shot, Device.PHONE, layout=ScreenLayout.STACKED, kinetic=kinetic)

    before, after = easel.frames(with_words, PORTRAIT, [29, 90])

    room = words_room(with_words, PORTRAIT)
    assert room is not None
    upper = slice(0, int(room.bottom))
    changed = np.abs(before.astype(int) - after)[upper].max(axis=2) > 60
    rows, columns = np.nonzero(changed)
    assert len(rows) > 200
    assert rows.min() >= room.y - 4
    assert columns.min() >= room.x - 4
    assert columns.max() <= room.right + 4


def test_words_come_one_after_the_other_and_the_last_one_has_the_accent(easel: Easel) -> None:
    kinetic = KineticText("one two three", Span(Fraction(0), Fraction(4)))
    scene = scene_of(easel.screenshot(), layout=ScreenLayout.STACKED, kinetic=kinetic)

    early, late = easel.frames(scene, WIDE, [5, 60])

    white = [near(frame, (255, 255, 255), 40)[: WIDE.height // 5].sum() for frame in (early, late)]
    assert 0 < white[0] < white[1]
    accent = near(late, (124, 92, 255), 40)[: WIDE.height // 5]
    assert accent.sum() > 60
    assert middle(accent)[0] > WIDE.width / 2


def test_words_that_end_leave_before_the_scene_does(easel: Easel) -> None:
    kinetic = KineticText("one", Span(Fraction(0), Fraction(2)))
    glance = (Glance(Fraction(0), Area()),)
    scene = scene_of(easel.screenshot(), kinetic=kinetic, glances=glance)
    without = replace(scene, kinetic=KineticText("one", Span(Fraction(7, 2), Fraction(7, 2))))

    assert np.array_equal(easel.frame(scene, WIDE, 61), easel.frame(without, WIDE, 61))
    assert not np.array_equal(easel.frame(scene, WIDE, 58), easel.frame(without, WIDE, 58))


def test_a_callout_lights_its_place_dims_the_rest_of_the_screen_and_leaves_the_ground(easel: Easel) -> None:
    shot = easel.screenshot((1440, 900), ground="#e6e6e6")
    glance = (Glance(Fraction(0), Area()),)
    callout = Callout(Area(0.4, 0.4, 0.2, 0.2), "Look", LATER)
    plain, called = (
        easel.frame(scene_of(shot, glances=glance, callouts=callouts), WIDE, 90)
        for callouts in ((), (callout,))
    )

    inside = np.s_[WIDE.height // 2 - 5 : WIDE.height // 2 + 5, WIDE.width // 2 - 5 : WIDE.width // 2 + 5]
    beside = np.s_[WIDE.height // 2 - 5 : WIDE.height // 2 + 5, 130:160]
    assert np.array_equal(plain[inside], called[inside])
    assert called[beside].mean() < 0.75 * plain[beside].mean()
    assert np.array_equal(plain[:6], called[:6])


def test_a_pointer_arrives_where_it_is_told_and_a_tap_spreads(easel: Easel) -> None:
    shot = easel.screenshot((1440, 900))
    scene = scene_of(shot, glances=(Glance(Fraction(0), Area()),), presses=(Press(Fraction(2), 0.5, 0.5),))
    bare = replace(scene, presses=())

    shown = easel.frames(scene, WIDE, [30, 59, 66])
    without = easel.frame(bare, WIDE, 0)

    drawn = [np.abs(frame.astype(int) - without).max(axis=2) > 40 for frame in shown]
    assert not drawn[0].any()
    rows, columns = np.nonzero(drawn[1])
    assert abs(columns.min() - WIDE.width / 2) < 6
    assert 0 < rows.min() - WIDE.height * 0.42 < WIDE.height * 0.12
    assert drawn[2].sum() > 1.5 * drawn[1].sum()


def test_equal_scenes_are_painted_to_equal_bytes(easel: Easel) -> None:
    scene = busy(easel.screenshot(), ScreenLayout.FRAMED, Device.LAPTOP)

    assert np.array_equal(easel.frame(scene, WIDE, 45), easel.frame(scene, WIDE, 45))


@pytest.mark.parametrize("size", [(1, 1), (3, 1201), (2401, 7), (801, 601)])
@pytest.mark.parametrize("layout", [ScreenLayout.FRAMED, ScreenLayout.FULL_BLEED])
def test_screenshots_of_any_shape_are_shown(
    easel: Easel, size: tuple[int, int], layout: ScreenLayout
) -> None:
    scene = busy(easel.screenshot(size), layout, Device.BROWSER)

    frame = easel.frame(scene, PORTRAIT, 45)

    assert frame.std() > 2


@pytest.mark.parametrize("livery", [DARK, PALE])
def test_a_ground_flows_without_bands(easel: Easel, livery: Livery) -> None:
    frame = easel.frame(scene_of(easel.screenshot(), livery=livery), Canvas(540, 960), 0)

    column = frame[700:, 20].astype(int).sum(axis=1)
    assert np.abs(np.diff(column)).max() < 24
    assert len(np.unique(column)) > 8
