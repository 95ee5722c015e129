"""Every script reads as it is written: shaped, in its direction, in pieces that an eye takes in."""

from collections.abc import Callable
from dataclasses import replace
from fractions import Fraction
from pathlib import Path

import numpy as np
import pytest
from fontTools.ttLib import TTFont
from tests.render.captions.conftest import Shoot

from reelhouse.media.captions import Ink, Look
from reelhouse.media.composition import Canvas
from reelhouse.media.speech import Timing, Word
from reelhouse.media.time import Span
from reelhouse.render.captions.document import Subtitles, captions_for
from reelhouse.render.captions.emoji import emoji_png, parted
from reelhouse.render.captions.layout import area_for, measure, place
from reelhouse.render.captions.segments import tokens_of, visual_order
from reelhouse.render.captions.styles import STYLES
from reelhouse.render.fonts.installed import installed_with
from reelhouse.render.fonts.library import FILES, FOLDER, drawable, face, lacking_letters

pytestmark = pytest.mark.anyio

CANVAS = Canvas(1080, 1920)
ALWAYS = Span(Fraction(0), Fraction(3600))
SCRIPTS = {
    "Привет, друзья": "Montserrat Black",
    "Καλημέρα": "Inter ExtraBold",
    "Chào mừng các bạn": "Montserrat Black",
    "مرحبا بكم!": "Vazirmatn ExtraBold",
    "שלום לכולם": "Noto Sans Hebrew ExtraBold",
    "नमस्ते दोस्तों": "Noto Sans ExtraBold",
    "สวัสดีครับ": "Noto Sans Thai ExtraBold",
    "你好世界": "Noto Sans SC ExtraBold",
    "今日は学校です": "Noto Sans JP ExtraBold",
    "안녕하세요": "Noto Sans KR ExtraBold",
}


def captions(text: str, style: str = "hormozi") -> Subtitles:
    words = [Word(word, Span(Fraction(n), Fraction(n + 1))) for n, word in enumerate(text.split())]
    return captions_for(Timing(tuple(words), (), Fraction(len(words))), STYLES[style], CANVAS, None, ALWAYS)


def pieces(text: str) -> list[str]:
    return [token.text for token in tokens_of([Word(text, Span(Fraction(0), Fraction(1)))])]


@pytest.mark.parametrize(("text", "name"), SCRIPTS.items(), ids=SCRIPTS)
def test_a_shipped_face_draws_every_script(text: str, name: str) -> None:
    subtitles = captions(text)

    assert subtitles.warnings == ()
    assert name in subtitles.faces
    assert lacking_letters(text) == ()
    assert set(subtitles.fonts) == {FOLDER / FILES[one] for one in {"Montserrat Black", *subtitles.faces}}


def test_a_text_loads_no_font_that_it_does_not_need() -> None:
    assert captions("Only plain words").fonts == (FOLDER / "Montserrat-Black.ttf",)


def test_han_letters_take_the_face_of_their_country() -> None:
    assert drawable("世界", "Anton Regular", "世界です").runs[0].face.name == "Noto Sans JP ExtraBold"
    assert drawable("世界", "Anton Regular", "世界你们").runs[0].face.name == "Noto Sans SC ExtraBold"


def test_letters_of_two_scripts_in_one_word_keep_their_faces() -> None:
    runs = drawable("ελ안녕", "Anton Regular").runs

    assert [(run.text, run.face.name) for run in runs] == [
        ("ελ", "Inter ExtraBold"),
        ("안녕", "Noto Sans KR ExtraBold"),
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("大家好,欢迎来到我们的频道。", ["大家", "好,", "欢迎", "来到", "我们", "的频", "道。"]),
        ("カメラの使い方を、説明します!", ["カメラ", "の", "使い", "方を、", "説明しま", "す!"]),
        ("「元気」ですか", ["「元気」", "ですか"]),
        ("iPhone15を買う", ["iPhone15", "を", "買う"]),
        ("เราจะทำอาหาร", ["เราจะ", "ทำอาห", "าร"]),
        ("안녕하세요", ["안녕하세요"]),
        ("well-known", ["well-known"]),
    ],
)
def test_scripts_without_blanks_are_read_in_pieces(text: str, expected: list[str]) -> None:
    assert pieces(text) == expected
    assert "".join(pieces(text)) == text


def test_pieces_share_the_time_of_their_word() -> None:
    tokens = tokens_of([Word("大家欢迎来", Span(Fraction(1), Fraction(2)))])

    assert [token.word.span.start for token in tokens] == [1, Fraction(7, 5), Fraction(9, 5)]
    assert tokens[-1].word.span.end == 2
    assert [token.joined for token in tokens] == [False, True, True]


@pytest.mark.parametrize(
    ("words", "backwards", "order"),
    [
        (["one", "two", "three"], False, [0, 1, 2]),
        (["שלום", "לכולם", "כאן"], True, [2, 1, 0]),
        (["نحن", "نستخدم", "Open", "Source"], True, [2, 3, 1, 0]),
        (["we", "say", "שלום", "לכולם"], False, [0, 1, 3, 2]),
    ],
)
def test_words_stand_in_the_order_of_their_script(
    words: list[str], backwards: bool, order: list[int]
) -> None:
    assert visual_order(words, backwards=backwards) == order


async def test_the_spoken_word_of_a_hebrew_line_is_marked_from_the_right(shoot: Shoot) -> None:
    subtitles = captions("שלום לכולם", "boxed")

    frames = await shoot(subtitles, CANVAS, 45, "0x808080")

    def middle_of_colour(frame: int) -> float:
        red, green = frames[frame][..., 0].astype(int), frames[frame][..., 1].astype(int)
        columns = np.flatnonzero(((red - green) > 60).sum(axis=0) > 20)
        return float(columns.mean())

    assert middle_of_colour(15) > 540 > middle_of_colour(44)


@pytest.mark.parametrize(
    ("text", "letters", "names"),
    [
        ("great🚀", "great", ("1f680",)),
        ("👍🏽", "", ("1f44d-1f3fd",)),
        ("👨‍👩‍👧", "", ("1f468-200d-1f469-200d-1f467",)),
        ("🇩🇪!", "!", ("1f1e9-1f1ea",)),
        ("❤️", "", ("2764",)),
        ("1️⃣", "", ("31-20e3",)),
        ("© 12", "© 12", ()),
    ],
)
def test_emoji_are_found_whole(text: str, letters: str, names: tuple[str, ...]) -> None:
    assert parted(text) == (letters, names)
    assert all(emoji_png(name, 32).startswith(b"\x89PNG") for name in names)


async def test_emoji_are_drawn_in_colour_while_their_word_is_shown(shoot: Shoot) -> None:
    subtitles = captions("I ❤️ it", "clean")
    (sticker,) = subtitles.stickers

    frames = await shoot(subtitles, CANVAS, 60, "0x808080")

    x, y = sticker.x + sticker.size // 2, sticker.y + sticker.size // 2
    red, green, blue = frames[30][y, x].astype(int)
    assert (sticker.first, subtitles.warnings) == (0, ())
    assert red > 180
    assert max(green, blue) < 100


@pytest.mark.parametrize("style", STYLES.values(), ids=STYLES)
def test_words_and_emoji_never_leave_the_column(style: object, said: Callable[[str], Timing]) -> None:
    text = (
        "https://example.com/a/very/long/address 🚀🚀🚀🚀🚀🚀 $1,234,567.89 日本語の長い文章がここにあります"
    )
    subtitles = captions(text, style.name)  # type: ignore[attr-defined]
    tokens = tokens_of(said(text).words)
    area = area_for(style, CANVAS, None)  # type: ignore[arg-type]

    for shown in measure(tokens, style):  # type: ignore[arg-type]
        (word,) = place([shown], style, area).words  # type: ignore[arg-type]
        assert word is not None
        left, right = word.extent(area.em)
        assert left >= area.left - area.em
        assert right <= area.right + area.em
    assert subtitles.warnings == ()


def test_greek_capitals_carry_no_accent() -> None:
    assert "ΚΑΛΗΜΕΡΑ" in captions("Καλημέρα").text


def test_a_letter_that_no_shipped_face_has_comes_from_an_installed_one(tmp_path: Path) -> None:
    own = TTFont(FOLDER / FILES["Fredoka Bold"])
    for table in own["cmap"].tables:
        table.cmap = {0x1230: "A", 0x41: "A"}
    own.save(tmp_path / "ethiopic.ttf")
    (tmp_path / "broken.ttf").write_bytes(b"no font")

    assert installed_with(frozenset("ሰ"), (tmp_path,)) == tmp_path / "ethiopic.ttf"
    assert installed_with(frozenset("ሰላ"), (tmp_path,)) is None


def test_faces_are_known_by_their_own_names() -> None:
    assert [face(name).name for name in FILES] == list(FILES)


@pytest.mark.parametrize("text", ["في", "نحن", "بكم", "مرحبا!", "שלום!", "Open", "你好", "नमस्ते", "สวัสดี"])
async def test_a_word_of_any_script_stands_where_it_was_measured(text: str, shoot: Shoot) -> None:
    style = replace(STYLES["tiktok"], active=Look(Ink("#FFFFFF")), upcoming=None, ground=None)
    word = Word(text, Span(Fraction(0), Fraction(2)))
    subtitles = captions_for(Timing((word,), (), Fraction(2)), style, CANVAS, None, ALWAYS)

    (_, frame) = await shoot(subtitles, CANVAS, 2, "black")

    columns = np.flatnonzero((frame.max(axis=2) > 60).any(axis=0))
    assert (columns[0] + columns[-1]) / 2 == pytest.approx(540, abs=5)
