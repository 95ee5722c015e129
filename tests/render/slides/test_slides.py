"""A slide can be read, shows what it is about, and is the same every time."""

from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from reelhouse.media.composition import CANVASES, Aspect, Livery
from reelhouse.media.contrast import BODY, contrast
from reelhouse.media.screens import Area, Device
from reelhouse.render.errors import MediaUnreadable
from reelhouse.render.slides import ShownScreen, Slide, SlideKind, draw_slide
from reelhouse.render.slides.examination import examine_slides
from reelhouse.render.slides.ground import ground_of
from reelhouse.render.slides.layout import layout_of
from reelhouse.render.slides.pages import write_png

Build = Callable[..., Slide]

LONG = "Donaudampfschifffahrtsgesellschaftskapitänsmützenabzeichenverordnung"
ENDLESS = "Everything that your team has ever wanted to know about overdue invoices and more " * 6
RED_BOX = Area(0.1, 0.4, 0.2, 0.1)


def pixels(slide: Slide) -> np.ndarray:
    return np.asarray(draw_slide(slide).picture).astype(int)


def like(picture: np.ndarray, colour: tuple[int, int, int], within: int = 40) -> np.ndarray:
    """Where a picture has about this colour."""
    return np.asarray(np.abs(picture - np.array(colour)).max(axis=2) < within)


def findings(slide: Slide, folder: Path) -> list[str]:
    drawn = draw_slide(slide)
    write_png(drawn.picture, folder / "slide.png")
    found = examine_slides([folder / "slide.png"], [drawn.words], slide.canvas, 1)
    return [f"{one.expected}: {one.found}" for one in found]


@pytest.mark.parametrize("aspect", Aspect)
@pytest.mark.parametrize("kind", SlideKind)
@pytest.mark.parametrize(
    ("headline", "body"),
    [("Go", ""), (LONG, LONG), (ENDLESS, ENDLESS), ("Invoices that chase themselves", "In a day.")],
    ids=["short", "one long word", "endless", "usual"],
)
def test_words_of_any_length_are_read_within_the_margins(
    slide: Build, desktop: Path, tmp_path: Path, aspect: Aspect, kind: SlideKind, headline: str, body: str
) -> None:
    screen = ShownScreen(desktop, Device.BROWSER, RED_BOX) if kind is SlideKind.FEATURE else None
    drawn = slide(
        kind=kind, canvas=CANVASES[aspect], headline=headline, body=body, button=headline, screen=screen
    )

    assert findings(drawn, tmp_path) == []


@pytest.mark.parametrize(
    "livery",
    [
        Livery("#808080", "#808080", "#808080", "#808080", "Inter"),
        Livery("#000000", "#ffffff", "#777777", "#123456", "Anton"),
        Livery("#ffffff", "#fff8d0", "#ffe600", "#fafafa", "Nunito"),
        Livery("#0a66c2", "#7f00ff", "#00ff40", "#1010ff", "DM Serif Display"),
        Livery("#f7f5f0", "#e4ecff", "#2f5bea", "#14161f", "Not a font"),
    ],
    ids=["grey on grey", "black to white", "white on yellow", "loud", "good"],
)
@pytest.mark.parametrize("kind", SlideKind)
def test_every_livery_can_be_read(slide: Build, tmp_path: Path, livery: Livery, kind: SlideKind) -> None:
    assert findings(slide(livery=livery, kind=kind, button="Start free"), tmp_path) == []


def test_ink_is_corrected_no_further_than_it_must_be() -> None:
    good = Livery("#120b2e", "#3b1d8f", "#ffd27a", "#f6f3ff", "Poppins")
    poor = Livery("#120b2e", "#120b2e", "#5b3df5", "#443355", "Poppins")

    ground = ground_of(poor, CANVASES[Aspect.SQUARE])

    assert ground_of(good, CANVASES[Aspect.SQUARE]).ink == "#f6f3ff"
    assert ground_of(good, CANVASES[Aspect.SQUARE]).accent == "#ffd27a"
    assert BODY <= contrast(ground.ink, "#120b2e") < 9


@pytest.mark.parametrize(
    ("headline", "turned"),
    [
        ("تطبيق يرسل فواتيرك بنفسه", True),
        ("חשבוניות ששולחות את עצמן", True),
        ("自動で催促する請求書", False),
        ("스스로 독촉하는 청구서", False),
        ("ใบแจ้งหนี้ที่ทวงเงินเอง", False),
        ("Счета, которые напоминают сами", False),
    ],
)
def test_a_script_is_written_and_begins_where_it_is_read_from(
    slide: Build, tmp_path: Path, headline: str, turned: bool
) -> None:
    written = slide(kind=SlideKind.HOOK, headline=headline, kicker="", body="")
    margin = layout_of(written.canvas).safe

    boxes = draw_slide(written).words

    at_the_right = any(abs(box.right - margin.right) < 2 for box in boxes if box.y > 300)
    at_the_left = any(abs(box.x - margin.x) < 2 for box in boxes if box.y > 300)
    assert (at_the_right, at_the_left) == (turned, not turned)
    assert findings(written, tmp_path) == []


@pytest.mark.parametrize("text", ["", " ", "\x00\x07", "🎉🎉", "\ud83d", "a\u0301\u200b\\{}", "<b>&"])
def test_no_text_breaks_a_slide(slide: Build, text: str) -> None:
    for kind in SlideKind:
        drawn = draw_slide(slide(kind=kind, headline=text, body=text, kicker=text, button=text, brand=text))
        assert drawn.picture.size == (1080, 1350)


@pytest.mark.parametrize("aspect", Aspect)
def test_what_a_slide_is_about_is_brought_near(slide: Build, desktop: Path, aspect: Aspect) -> None:
    canvas = CANVASES[aspect]
    near = slide(canvas=canvas, screen=ShownScreen(desktop, Device.BROWSER, RED_BOX, marked=True))
    whole = slide(canvas=canvas, screen=ShownScreen(desktop, Device.BROWSER))

    red = (224, 16, 32)
    assert like(pixels(near), red).sum() > 2 * like(pixels(whole), red).sum() > 0


def test_a_marker_in_the_accent_stands_around_it(slide: Build, desktop: Path) -> None:
    near = pixels(slide(screen=ShownScreen(desktop, Device.BROWSER, RED_BOX, marked=True)))

    rows, columns = np.nonzero(like(near, (224, 16, 32)))
    left, right, top, bottom = columns.min(), columns.max(), rows.min(), rows.max()
    around = near[top - 40 : bottom + 40, left - 40 : right + 40]
    accent = like(around, (255, 176, 32))
    assert accent[:40].any(axis=0).mean() > 0.8
    assert accent[:, :40].any(axis=1).mean() > 0.7
    assert near[rows[0], left - 60].max() < 200, "what lies around it is darker than its white"


def test_a_whole_screenshot_is_not_marked(slide: Build, desktop: Path) -> None:
    whole = ShownScreen(desktop, Device.BROWSER, Area())

    assert (pixels(slide(screen=whole)) == 255).all(axis=2).sum() > 50_000


@pytest.mark.parametrize("aspect", Aspect)
def test_a_phone_shows_what_it_is_about_above_the_foot(slide: Build, phone: Path, aspect: Aspect) -> None:
    canvas = CANVASES[aspect]
    near = pixels(slide(canvas=canvas, screen=ShownScreen(phone, Device.PHONE, Area(0.1, 0.4, 0.8, 0.1))))

    rows, _ = np.nonzero(like(near, (224, 16, 32)))
    assert len(rows) > 2000
    assert rows.max() < canvas.height * 0.95


def test_only_the_first_slide_asks_to_swipe(slide: Build) -> None:
    corner = np.s_[1150:1270, 870:1000]
    first, later = (
        like(pixels(slide(kind=kind, body=""))[corner], (255, 176, 32)).sum()
        for kind in (SlideKind.HOOK, SlideKind.FEATURE)
    )

    assert first > 4000
    assert later == 0


def test_a_carousel_of_one_slide_has_neither_dots_nor_a_swipe_hint(slide: Build) -> None:
    alone = pixels(
        slide(
            kind=SlideKind.HOOK,
            number=1,
            of=1,
            kicker="",
            livery=Livery("#120b2e", "#120b2e", "#00ff40", "#f6f3ff", "Inter"),
        )
    )

    assert not like(alone, (0, 255, 64)).any()


def test_a_call_has_a_button_in_the_accent(slide: Build) -> None:
    said = pixels(slide(kind=SlideKind.CALL, button="flowdesk.app/start"))
    silent = pixels(slide(kind=SlideKind.CALL, button=""))

    widths = [like(one[500:], (255, 176, 32)).any(axis=0).sum() for one in (said, silent)]
    assert widths[0] > 400 > widths[1] > 80


def test_dots_move_on_with_the_slides(slide: Build) -> None:
    def middle(number: int) -> float:
        header = like(pixels(slide(number=number, kicker="", screen=None))[90:150], (255, 176, 32))
        return float(np.nonzero(header)[1].mean())

    assert middle(1) < middle(2) < middle(5)


def test_many_slides_are_counted_in_figures(slide: Build, tmp_path: Path) -> None:
    many = slide(number=17, of=20)

    assert not like(pixels(many)[90:150], (255, 176, 32)).any()
    assert findings(many, tmp_path) == []


def test_a_logo_takes_the_place_of_the_name(slide: Build, tmp_path: Path) -> None:
    logo = Image.new("RGBA", (600, 200), (0, 0, 0, 0))
    logo.paste((0, 200, 255, 255), (100, 50, 500, 150))
    logo.save(tmp_path / "logo.png")

    blue = like(pixels(slide(logo=tmp_path / "logo.png")), (0, 200, 255))
    call = like(pixels(slide(kind=SlideKind.CALL, logo=tmp_path / "logo.png")), (0, 200, 255))

    assert (blue.any(axis=1).sum(), blue.any(axis=0).sum()) == (56, 224)
    assert call.any(axis=0).sum() > 400


def test_equal_slides_are_equal_pixels(slide: Build, desktop: Path) -> None:
    one = slide(screen=ShownScreen(desktop, Device.BROWSER, RED_BOX))

    assert (pixels(one) == pixels(one)).all()


@pytest.mark.parametrize("kind", ["empty", "text", "cut short", "missing"])
def test_what_is_no_picture_is_named(slide: Build, desktop: Path, tmp_path: Path, kind: str) -> None:
    wrong = tmp_path / "wrong.png"
    content = {"empty": b"", "text": b"hello", "cut short": desktop.read_bytes()[:3000]}
    if kind in content:
        wrong.write_bytes(content[kind])

    with pytest.raises(MediaUnreadable) as refusal:
        draw_slide(slide(screen=ShownScreen(wrong, Device.BROWSER)))

    assert refusal.value.name == "wrong.png"


@pytest.mark.parametrize("size", [(16, 9), (9, 400), (3000, 40), (1, 1)])
@pytest.mark.parametrize("device", Device)
def test_a_screenshot_of_any_shape_is_shown(
    slide: Build, tmp_path: Path, size: tuple[int, int], device: Device
) -> None:
    Image.new("RGBA", size, (10, 200, 10, 128)).save(tmp_path / "odd.png")

    for area in (None, Area(0.2, 0.2, 0.01, 0.01), Area(0, 0, 0, 0)):
        drawn = draw_slide(slide(screen=ShownScreen(tmp_path / "odd.png", device, area)))
        assert drawn.picture.size == (1080, 1350)
