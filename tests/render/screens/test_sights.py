"""The camera comes to rest where it is told to look, on ways that no eye stumbles over."""

from fractions import Fraction
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reelhouse.media.composition import CANVASES, Aspect, Canvas
from reelhouse.media.screens import Area, Device, Glance, ScreenLayout
from reelhouse.render.screens.geometry import Placing, Rect, towards
from reelhouse.render.screens.sights import Picture, Sights
from reelhouse.render.screens.stage import Stage, stage_for

FRAMES = 120
SIZES = {
    Device.PHONE: (390, 844),
    Device.TABLET: (820, 1180),
    Device.LAPTOP: (1440, 900),
    Device.BROWSER: (1440, 3600),
    Device.NONE: (1440, 900),
}


def staged(canvas: Canvas, device: Device, layout: ScreenLayout) -> tuple[Stage, Picture]:
    width, height = SIZES[device]
    stage = stage_for(canvas, device, layout, height / width, words=True, status=0.0)
    return stage, Picture.on(stage, width, height)


everywhere = pytest.mark.parametrize("aspect", Aspect)
every_layout = pytest.mark.parametrize("layout", ScreenLayout)
every_device = pytest.mark.parametrize("device", Device)


@everywhere
@every_layout
@every_device
def test_what_is_glanced_at_is_seen_whole_when_the_camera_arrives(
    aspect: Aspect, layout: ScreenLayout, device: Device
) -> None:
    canvas = CANVASES[aspect]
    stage, picture = staged(canvas, device, layout)
    area = Area(0.6, 0.7, 0.2, 0.05)
    sights = Sights(stage, picture, [Glance(Fraction(2), area)], canvas, FRAMES)

    sight = sights.at(60)

    place = sight.content.over(sight.world).of(picture.size.part(area))
    seen = sight.world.of(stage.window).meeting(Rect(0, 0, canvas.width, canvas.height))
    assert place.meeting(seen).width == pytest.approx(place.width, abs=0.01)
    assert place.meeting(seen).height == pytest.approx(place.height, abs=0.01)
    assert sights.at(119) == sight


@everywhere
@every_layout
@every_device
def test_the_camera_never_looks_past_the_edges(aspect: Aspect, layout: ScreenLayout, device: Device) -> None:
    canvas = CANVASES[aspect]
    stage, picture = staged(canvas, device, layout)
    corners = [Area(0, 0, 0.1, 0.1), Area(0.9, 0.9, 0.1, 0.1), Area(0.0, 0.9, 0.1, 0.1)]
    glances = [Glance(Fraction(number + 1), area) for number, area in enumerate(corners)]
    sights = Sights(stage, picture, glances, canvas, FRAMES)

    for frame in range(FRAMES):
        sight = sights.at(frame)
        world = sight.world.of(Rect(0, 0, canvas.width, canvas.height))
        content = sight.content.of(picture.size)
        assert world.x <= 1e-6
        assert world.right >= canvas.width - 1e-6
        assert world.y <= 1e-6
        assert world.bottom >= canvas.height - 1e-6
        assert content.x <= stage.window.x + 1e-6
        assert content.right >= stage.window.right - 1e-6
        assert content.y <= stage.window.y + 1e-6
        assert content.bottom >= stage.window.bottom - 1e-6


def test_moves_have_no_jerk_at_their_ends() -> None:
    canvas = CANVASES[Aspect.LANDSCAPE]
    stage, picture = staged(canvas, Device.LAPTOP, ScreenLayout.FRAMED)
    sights = Sights(stage, picture, [Glance(Fraction(2), Area(0.6, 0.6, 0.2, 0.1))], canvas, FRAMES)

    sizes = [sights.at(frame).world.scale for frame in range(FRAMES)]

    steps = [after - before for before, after in pairwise(sizes)]
    assert all(step >= 0 for step in steps)
    assert max(abs(after - before) for before, after in pairwise(steps)) < max(steps) / 4


def test_without_glances_it_drifts_all_the_time() -> None:
    canvas = CANVASES[Aspect.LANDSCAPE]
    stage, picture = staged(canvas, Device.LAPTOP, ScreenLayout.FRAMED)
    sights = Sights(stage, picture, [], canvas, FRAMES)

    scales = [sights.at(frame).world.scale for frame in range(FRAMES)]

    assert all(before < after for before, after in pairwise(scales))
    assert 1 <= scales[0] < scales[-1] < 1.1


def test_a_long_page_scrolls_to_what_is_glanced_at_and_its_browser_stays() -> None:
    canvas = CANVASES[Aspect.LANDSCAPE]
    stage, picture = staged(canvas, Device.BROWSER, ScreenLayout.FRAMED)
    sights = Sights(stage, picture, [Glance(Fraction(2), Area(0, 0.6, 1, 0.3))], canvas, FRAMES)

    before, after = sights.at(0), sights.at(60)

    assert before.content.y == stage.window.y
    assert after.content.y < before.content.y - stage.window.height
    assert after.world.scale == pytest.approx(1)


placings = st.builds(Placing, st.floats(0.2, 5), st.floats(-900, 900), st.floats(-900, 900))


@given(placings, placings)
def test_a_way_begins_and_ends_where_it_should(start: Placing, end: Placing) -> None:
    first, last = towards(start, end, 0), towards(start, end, 1)

    assert (first.scale, first.x, first.y) == pytest.approx((start.scale, start.x, start.y), abs=1e-3)
    assert (last.scale, last.x, last.y) == pytest.approx((end.scale, end.x, end.y), abs=1e-3)
