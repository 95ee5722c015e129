from io import BytesIO
from pathlib import Path

import numpy as np
import pytest
from PIL import Image, ImageDraw

import reelhouse.render.fonts
from reelhouse.media.composition import CANVASES, Canvas
from reelhouse.render.cards import draw_end_card, undrawable
from reelhouse.render.cards.typesetting import fit
from reelhouse.render.drawings import CARD_FONTS

FOLDER = Path(reelhouse.render.fonts.__file__).parent
FONTS = [FOLDER / name for name in ("Montserrat-Black.ttf", "Inter-ExtraBold.ttf", "NotoSans-ExtraBold.ttf")]
SMALL = Canvas(270, 480)
ACCENT = "#21c08b"

HUNDRED = (
    "Get twenty percent off your very first order today and start making videos people love to watch now!"
)


def pixels(png: bytes) -> np.ndarray:
    return np.asarray(Image.open(BytesIO(png))).astype(int)


def whites(picture: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Rows and columns of all pixels that are as bright as the headline."""
    rows, columns = np.nonzero((picture > 235).all(axis=2))
    return rows, columns


@pytest.mark.parametrize("canvas", CANVASES.values(), ids=[aspect.value for aspect in CANVASES])
@pytest.mark.parametrize("text", ["Go", HUNDRED, "W" * 100, f"{HUNDRED[:70]} https://example.com/start"])
def test_words_stay_within_every_canvas(text: str, canvas: Canvas) -> None:
    picture = pixels(draw_end_card(text, ACCENT, canvas, FONTS))

    rows, columns = whites(picture)
    assert picture.shape == (canvas.height, canvas.width, 3)
    assert len(rows) > 500
    assert rows.min() > canvas.height * 0.04
    assert rows.max() < canvas.height * 0.96
    assert columns.min() > canvas.width * 0.05
    assert columns.max() < canvas.width * 0.95


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "\x00\x07",
        "你好，世界",
        "مرحبا بالعالم",
        "नमस्ते",
        "🎉🎉",
        "🏳️‍🌈 Pride",
        "שלום",
        "a\u0301\u200b\\{}",
        "\ud83d",
    ],
)
def test_no_script_breaks_a_card(text: str) -> None:
    picture = pixels(draw_end_card(text, ACCENT, SMALL, FONTS))

    assert picture.shape == (480, 270, 3)


def test_characters_without_a_face_are_told() -> None:
    assert undrawable("Hi 你好 Привет 你", FONTS) == "你好"


def button_width(text: str) -> int:
    """How many columns of the card's lower half show the accent."""
    picture = pixels(draw_end_card(text, "#00c878", Canvas(540, 960), FONTS))
    near = np.abs(picture - np.array([20, 200, 124])).max(axis=2) < 36
    return int(near[490:].any(axis=0).sum())


@pytest.mark.parametrize(
    "text",
    [
        "Try it free at reelhouse.dev",
        "shop.example.co.uk/sale",
        "Go: https://www.example.com/a?b=1!",
        "пример.рф",
    ],
)
def test_address_becomes_a_button(text: str) -> None:
    assert button_width(text) > 150


@pytest.mark.parametrize("text", ["Save 3.5 percent", "Wait... what", "e.g. now", "Done. Next", "Shop now"])
def test_plain_words_get_a_round_arrow(text: str) -> None:
    assert 40 < button_width(text) < 80


def test_card_is_the_same_every_time() -> None:
    assert draw_end_card("Shop now", ACCENT, SMALL, FONTS) == draw_end_card("Shop now", ACCENT, SMALL, FONTS)


def test_lines_are_balanced() -> None:
    setting = fit("one two three four five six", FONTS, width=900, height=400, largest=120, smallest=20)

    widths = [sum(len(run.text) for run in line) for line in setting.lines]
    assert len(widths) > 1
    assert min(widths) >= 0.5 * max(widths)


def test_short_words_are_never_broken() -> None:
    setting = fit("extraordinary opportunity", FONTS, width=500, height=600, largest=132, smallest=20)

    assert [" ".join(run.text for run in line) for line in setting.lines] == ["extraordinary", "opportunity"]


@pytest.mark.parametrize("text", ["今すぐ試してみてください", "立即试用我们的新产品"])
def test_writing_without_blanks_is_as_large_as_any_other(text: str) -> None:
    setting = fit(text, CARD_FONTS, 800, 600, 132, 30)

    assert len(setting.lines) > 1
    assert setting.size > 100


def test_a_line_from_right_to_left_begins_on_the_right() -> None:
    """Its Latin word stands to the left of the Hebrew one that comes before it."""
    both, latin = (fit(text, CARD_FONTS, 2000, 200, 100, 30) for text in ("נסו reelhouse", "reelhouse"))
    line, word = (Image.new("L", (1400, 200)) for _ in range(2))
    both.draw(ImageDraw.Draw(line), 700, 20, "#ffffff")
    latin.draw(ImageDraw.Draw(word), 700 - both.width / 2 + latin.width / 2, 20, "#ffffff")

    box = word.getbbox()
    assert box is not None
    ink, shared = (np.asarray(picture.crop(box)) > 128 for picture in (word, line))
    assert (ink & shared).sum() > 0.7 * ink.sum()
