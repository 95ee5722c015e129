"""Drawing one slide: a pure function of what it says, so that equal slides are equal pixels."""

from reelhouse.media.screens import Device
from reelhouse.render.cards.typesetting import Setting, drawable, fit
from reelhouse.render.screens.geometry import Rect
from reelhouse.render.slides.easel import ARROW, Easel
from reelhouse.render.slides.marks import arrow, button, ink_on, logo_of
from reelhouse.render.slides.types import Drawn, Slide, SlideKind
from reelhouse.render.slides.words import Block, Sizes, Written

SIZES = {
    SlideKind.HOOK: Sizes(headline=(132, 44), body=(42, 28), chip=30),
    SlideKind.FEATURE: Sizes(headline=(84, 36)),
    SlideKind.CALL: Sizes(headline=(112, 40), body=(42, 28), chip=30),
}
SHOWN_HOOK = Sizes(headline=(104, 40), body=(38, 27), chip=28)
"""A hook that shares its slide with a screenshot."""

WORDS_MOST = 0.46
"""The part of the content that words take at most where a screenshot stands below them."""

COLUMN = 0.36
SPACE = 56
"""Units between words and a screenshot."""

BESIDE = 1.3
UPPER = 0.42
"""Where in its room a block of words stands: a little above the middle looks like the middle."""

PHONE_WIDTH, PHONE_HEIGHT = 0.62, 0.9
"""A phone takes this part of the width, or of the height that is left where that is less."""

BESIDE_PHONE = 0.56
CALL_WIDTH = 1100
LOGO_HEIGHT = 130
LABEL, SMALLEST_LABEL = 46, 24


def draw_slide(slide: Slide) -> Drawn:
    """A slide as pixels of its canvas. Raises `MediaUnreadable` for a picture that cannot be read."""
    easel = Easel(slide)
    easel.place()
    if slide.kind is SlideKind.CALL:
        _call(easel)
    elif slide.screen is None:
        _words_alone(easel)
    elif easel.layout.split:
        _beside(easel, slide.screen.device)
    else:
        _below(easel, slide.screen.device)
    if slide.kind is SlideKind.HOOK and slide.of > 1:
        easel.swipe()
    return easel.finished()


def _words_alone(easel: Easel) -> None:
    room = easel.layout.content
    block = easel.block(room, SIZES[easel.slide.kind])
    easel.brand()
    easel.write_block(block, room, room.y + (room.height - block.height) * UPPER)


def _below(easel: Easel, device: Device) -> None:
    """Words above, the screenshot below them; a phone is cut off by the foot of the slide."""
    layout, room = easel.layout, easel.layout.content
    block = _shown_block(easel, Rect(room.x, room.y, room.width, room.height * WORDS_MOST))
    top = room.y + block.height + SPACE * layout.unit
    if device is Device.PHONE:
        wide = min(room.width * PHONE_WIDTH, (layout.safe.bottom - top) * PHONE_HEIGHT)
        easel.screen(Rect(room.centre[0] - wide / 2, top, wide, layout.whole.bottom - top), 0.0)
    else:
        easel.screen(Rect(room.x, top, room.width, layout.safe.bottom - top), 0.35)
    easel.brand()
    easel.write_block(block, room, room.y)


def _beside(easel: Easel, device: Device) -> None:
    """Words in a column, the screenshot beside them; what is read from the right has them at the right."""
    layout, room = easel.layout, easel.layout.content
    column = Rect(room.x, room.y, room.width * COLUMN, room.height)
    block = _shown_block(easel, column)
    gap = SPACE * BESIDE * layout.unit
    stage = Rect(column.right + gap, room.y, room.right - column.right - gap, room.height)
    if block.backwards:
        column = Rect(room.right - column.width, column.y, column.width, column.height)
        stage = Rect(room.x, stage.y, stage.width, stage.height)
    if device is Device.PHONE:
        wide = stage.height * BESIDE_PHONE
        stage = Rect(stage.centre[0] - wide / 2, stage.y, wide, layout.whole.bottom - stage.y)
    easel.screen(stage, 0.5)
    easel.brand()
    easel.write_block(block, column, column.y + (column.height - block.height) * UPPER)


def _call(easel: Easel) -> None:
    """Logo, headline, text and button below each other, in the middle."""
    unit, slide, content = easel.unit, easel.slide, easel.layout.content
    width = min(content.width, CALL_WIDTH * unit)
    room = Rect(content.centre[0] - width / 2, content.y, width, content.height)
    gap = SPACE * unit
    label = _label(easel, room.width)
    foot = label.height + label.size * 1.5 if label else 2 * ARROW * unit
    logo = logo_of(slide.logo, room.width / 2, LOGO_HEIGHT * unit) if slide.logo else None
    head = logo.height + gap if logo else 0.0
    block = easel.block(Rect(room.x, 0, room.width, room.height - head - gap - foot), SIZES[slide.kind])
    top = room.y + (room.height - head - block.height - gap - foot) * UPPER
    if logo:
        easel.logo(logo, room.centre[0] - logo.width / 2, top)
    else:
        easel.brand()
    easel.write_block(block, room, top + head, centred=True)
    _draw_button(easel, label, room.centre[0], top + head + block.height + gap, foot)


def _draw_button(easel: Easel, label: Setting | None, middle: float, top: float, height: float) -> None:
    if label is None:
        easel.shapes(arrow(middle, top + height / 2, height / 2, easel.button))
        return
    width = label.width + label.size * 2.6
    easel.shapes(button(Rect(middle - width / 2, top, width, height), easel.button))
    words = Rect(middle - label.width / 2, top + (height - label.height) / 2, label.width, label.height)
    easel.write(Written(label, words, ink_on(easel.button), centred=True))


def _label(easel: Easel, width: float) -> Setting | None:
    text, files, unit = easel.slide.button, easel.faces.running, easel.unit
    if not drawable(text, files).strip():
        return None
    return fit(
        text, files, width * 0.8, LOGO_HEIGHT * unit, round(LABEL * unit), round(SMALLEST_LABEL * unit)
    )


def _shown_block(easel: Easel, room: Rect) -> Block:
    hook = easel.slide.kind is SlideKind.HOOK
    return easel.block(room, SHOWN_HOOK if hook else SIZES[easel.slide.kind])
