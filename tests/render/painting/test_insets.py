"""A small picture stands where it was asked for, framed and brought in as it was asked for."""

import numpy as np
import pytest
from tests.render.painting.conftest import Plain

from reelhouse.media.composition import (
    CANVASES,
    Aspect,
    Canvas,
    InsetAnimation,
    InsetFrame,
    InsetPosition,
    InsetSize,
)
from reelhouse.render.painting.insets import InsetLayer, inset_box
from reelhouse.render.painting.planes import Planes, blank

RED = (220, 30, 30)
LATE = 40


def shown(
    canvas: Canvas,
    frame: int,
    frame_style: InsetFrame = InsetFrame.NONE,
    animation: InsetAnimation = InsetAnimation.NONE,
) -> Planes:
    box = inset_box(canvas, InsetPosition.BOTTOM_LEFT, InsetSize.MEDIUM)
    layer = InsetLayer(Plain(RED, Canvas(box.width, box.height)), box, frame_style, animation, canvas)
    picture = blank(canvas.width, canvas.height, (120, 128, 128))
    layer.lay(frame, picture)
    return picture


def red(picture: Planes) -> np.ndarray[tuple[int, ...], np.dtype[np.bool_]]:
    return picture.v > 200


@pytest.mark.parametrize("aspect", Aspect)
@pytest.mark.parametrize("size", InsetSize)
@pytest.mark.parametrize("position", InsetPosition)
def test_every_box_lies_on_the_canvas_where_its_name_says(
    aspect: Aspect, size: InsetSize, position: InsetPosition
) -> None:
    canvas = CANVASES[aspect]
    box = inset_box(canvas, position, size)

    assert 0 < box.x < box.x + box.width < canvas.width
    assert canvas.height / 4 < box.y < box.y + box.height < canvas.height
    middle = (box.x + box.width / 2) / canvas.width
    assert {"bottom-left": middle < 0.4, "bottom-center": abs(middle - 0.5) < 0.01}.get(
        position, middle > 0.6
    )


def test_sizes_differ_by_what_an_eye_sees(canvas: Canvas) -> None:
    small, medium, large = (inset_box(canvas, InsetPosition.BOTTOM_LEFT, size).width for size in InsetSize)

    assert small * 1.2 < medium
    assert medium * 1.2 < large


@pytest.mark.parametrize("animation", [entry for entry in InsetAnimation if entry is not InsetAnimation.NONE])
def test_an_animation_ends_where_the_inset_stays(canvas: Canvas, animation: InsetAnimation) -> None:
    first, settled = shown(canvas, 0, animation=animation), shown(canvas, LATE, animation=animation)

    assert not np.array_equal(first.buffer, settled.buffer)
    assert np.array_equal(settled.buffer, shown(canvas, 0).buffer)


def test_slides_come_from_the_side_they_are_named_for(canvas: Canvas) -> None:
    def middle(animation: InsetAnimation) -> tuple[float, float]:
        rows, columns = np.nonzero(red(shown(canvas, 3, animation=animation)))
        return float(columns.mean()), float(rows.mean())

    rows, columns = np.nonzero(red(shown(canvas, LATE)))
    assert middle(InsetAnimation.SLIDE_UP)[1] > rows.mean()
    assert middle(InsetAnimation.SLIDE_LEFT)[0] > columns.mean()
    assert middle(InsetAnimation.SLIDE_RIGHT)[0] < columns.mean()


def test_frames_differ_at_the_corners_and_around(canvas: Canvas) -> None:
    none, rounded, shadow = (shown(canvas, LATE, style) for style in InsetFrame)
    box = inset_box(canvas, InsetPosition.BOTTOM_LEFT, InsetSize.MEDIUM)
    corner = np.s_[box.y // 2 : box.y // 2 + 2, box.x // 2 : box.x // 2 + 2]
    below = np.s_[box.y + box.height + 2 : box.y + box.height + 4, box.x + 20 : box.x + 40]

    assert red(none)[corner].all()
    assert not red(rounded)[corner].any()
    assert not red(shadow)[corner].any()
    assert rounded.y.max() > 230  # its ring
    assert none.y[below].min() == 120
    assert shadow.y[below].max() < 115
