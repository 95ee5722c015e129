"""Caption words: whole, legible, on time, and out of the way."""

import re
from collections.abc import Callable
from dataclasses import replace
from fractions import Fraction
from itertools import pairwise
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray
from PIL import Image

from reelhouse.media.captions import CaptionStyle
from reelhouse.media.composition import CANVASES, Canvas
from reelhouse.media.speech import Timing, Word
from reelhouse.media.time import Span
from reelhouse.render.captions.ass import escaped
from reelhouse.render.captions.document import Subtitles, captions_for
from reelhouse.render.captions.layout import Shown, area_for, margins_of, measure, place
from reelhouse.render.captions.phrases import group_words
from reelhouse.render.captions.segments import tokens_of
from reelhouse.render.captions.styles import STYLES, caption_style
from reelhouse.render.errors import UnknownCaptionStyle
from reelhouse.render.ffmpeg import Ffmpeg, forget_system_fonts
from reelhouse.render.fonts.library import FILES, FOLDER, drawable, face
from reelhouse.render.presenter.types import Box

pytestmark = pytest.mark.anyio

Said = Callable[[str], Timing]

PORTRAIT = Canvas(1080, 1920)
ALWAYS = Span(Fraction(0), Fraction(3600))
GROUND = (40, 60, 160)
TEXT = "Most people think that making good videos is very hard. It isn't: press one button!"

styles = pytest.mark.parametrize("style", STYLES.values(), ids=STYLES)
canvases = pytest.mark.parametrize("canvas", CANVASES.values(), ids=lambda canvas: f"{canvas.width}")
shapes = pytest.mark.parametrize(
    ("style", "canvas"),
    [
        *((style, PORTRAIT) for style in STYLES.values()),
        *(
            (STYLES[name], canvas)
            for name in ("clean", "electric", "fire", "pop")
            for canvas in CANVASES.values()
            if canvas != PORTRAIT
        ),
    ],
    ids=lambda value: getattr(value, "name", None) or f"{value.width}x{value.height}",
)


async def drawn(
    document: Subtitles, canvas: Canvas, at: float, ffmpeg: Ffmpeg, folder: Path
) -> NDArray[np.uint8]:
    """What ffmpeg shows of a subtitle file at a moment, over one plain colour."""
    forget_system_fonts(folder)
    (folder / "captions.ass").write_text(document.text, encoding="utf-8")
    (folder / "fonts").mkdir(exist_ok=True)
    for font in document.fonts:
        if not (folder / "fonts" / font.name).exists():
            (folder / "fonts" / font.name).symlink_to(font)
    Image.new("RGB", (canvas.width, canvas.height), GROUND).save(folder / "ground.png")
    filters = f"setpts=PTS+{at}/TB,ass=captions.ass:fontsdir=fonts"
    arguments = ["-i", "ground.png", "-vf", filters, "-frames:v", "1", "-update", "1", "shown.png"]
    await ffmpeg.run(arguments, cwd=folder, stage="drawing captions")
    return np.asarray(Image.open(folder / "shown.png").convert("RGB"))


def touched(picture: NDArray[np.uint8]) -> tuple[int, int, int, int]:
    """Left, top, right and bottom of what is not ground."""
    changed = np.abs(picture.astype(int) - GROUND).max(axis=2) > 30
    rows, columns = np.flatnonzero(changed.any(axis=1)), np.flatnonzero(changed.any(axis=0))
    return int(columns[0]), int(rows[0]), int(columns[-1]), int(rows[-1])


def places(document: str) -> dict[str, set[str]]:
    """Every \\pos at which each word of a document stands."""
    found: dict[str, set[str]] = {}
    for tags, word in re.findall(r",,((?:{[^}]*})+)([^}\n]+)$", document, re.MULTILINE):
        (place,) = re.findall(r"\\(?:pos\(|move\([\d.]+,[\d.]+,)([\d.]+,[\d.]+)", tags)
        if "\\p1" not in tags:
            found.setdefault(word, set()).add(place)
    return found


def measured(text: str, style: CaptionStyle) -> tuple[Shown, ...]:
    words = [Word(word, Span(Fraction(n), Fraction(n + 1))) for n, word in enumerate(text.split())]
    return measure(tokens_of(words), style)


@styles
def test_a_growing_word_moves_no_other(style: CaptionStyle, said: Said) -> None:
    document = captions_for(said("one two three four"), style, PORTRAIT, None, ALWAYS)

    assert len(places(document.text)) == 4
    assert all(len(positions) == 1 for positions in places(document.text).values())


@shapes
async def test_words_keep_clear_of_the_face_and_of_the_rims(
    style: CaptionStyle, canvas: Canvas, said: Said, ffmpeg: Ffmpeg, tmp_path: Path
) -> None:
    width, height = canvas.width, canvas.height
    avoid = Box(int(width * 0.3), int(height * 0.2), int(width * 0.4), int(height * 0.38))
    document = captions_for(said(TEXT), style, canvas, avoid, ALWAYS)
    margins = margins_of(canvas)

    for at in (0.4, 2.5):
        left, top, right, bottom = touched(await drawn(document, canvas, at, ffmpeg, tmp_path))
        assert top > avoid.y + avoid.height
        assert bottom < height * (1 - margins.bottom)
        assert left > width * margins.side * 0.5
        assert right < width * (1 - margins.side * 0.5)


@styles
def test_words_go_above_a_face_that_leaves_no_room_below(style: CaptionStyle) -> None:
    avoid = Box(200, 900, 600, 900)

    area = area_for(style, PORTRAIT, avoid)

    assert not area.covers_face
    assert area.middle < avoid.y


def test_a_face_that_fills_the_picture_is_told(said: Said) -> None:
    avoid = Box(0, 0, 1080, 1920)

    document = captions_for(said("hello there"), STYLES["hormozi"], PORTRAIT, avoid, ALWAYS)

    assert document.warnings == ("captions found no room clear of the presenter's face",)


async def test_clean_words_stand_on_a_dark_ground(said: Said, ffmpeg: Ffmpeg, tmp_path: Path) -> None:
    document = captions_for(said("look here"), STYLES["clean"], PORTRAIT, None, ALWAYS)

    picture = await drawn(document, PORTRAIT, 0.5, ffmpeg, tmp_path)
    left, top, right, bottom = touched(picture)

    assert picture[(top + bottom) // 2, left + 12].max() < 60
    assert picture[(top + bottom) // 2, right - 12].max() < 60


async def test_measured_places_are_where_the_letters_stand(ffmpeg: Ffmpeg, tmp_path: Path) -> None:
    style = STYLES["hormozi"]
    timing = Timing((Word("HOME", Span(Fraction(0), Fraction(5))),), (), Fraction(5))
    area = area_for(style, PORTRAIT, None)
    (word,) = place(measured("HOME", style), style, area).words
    assert word is not None
    document = captions_for(timing, style, PORTRAIT, None, ALWAYS)
    unmoved = replace(document, text=re.sub(r"\\t\([^)]*\)|\\fsc[xy][\d.]+", "", document.text))

    left, top, right, bottom = touched(await drawn(unmoved, PORTRAIT, 1, ffmpeg, tmp_path))

    look = style.active
    rim = look.strokes[-1].width * area.em
    shadow = (look.shadow.distance if look.shadow else 0) * area.em
    assert (left + right - shadow) / 2 == pytest.approx(word.x, abs=4)
    assert right - left - shadow == pytest.approx(word.width + 2 * rim, rel=0.06)
    assert bottom - top - shadow == pytest.approx(face(style.face).cap_height * area.em + 2 * rim, rel=0.06)


@pytest.mark.parametrize("text", [r"{\b1}", r"a\Nb", r"C:\new", "{", "}", "\\", "a,b", r"{\p1}m0"])
async def test_markup_in_a_script_is_only_text(text: str, ffmpeg: Ffmpeg, tmp_path: Path) -> None:
    """A subtitle command in a script is drawn as it is written."""
    style = STYLES["minimal"]
    timing = Timing((Word(text, Span(Fraction(0), Fraction(5))),), (), Fraction(5))
    area = area_for(style, PORTRAIT, None)
    (word,) = place(measured(text, style), style, area).words
    assert word is not None

    document = captions_for(timing, style, PORTRAIT, None, ALWAYS)
    left, _, right, _ = touched(await drawn(document, PORTRAIT, 1, ffmpeg, tmp_path))

    assert right - left == pytest.approx(word.width + 0.14 * area.em, abs=0.3 * area.em)


def test_no_text_ends_its_line() -> None:
    assert escaped("a\nDialogue: 0,b\r\x00c") == "a Dialogue: 0,b  c"


async def test_letters_of_other_scripts_come_from_a_fallback(ffmpeg: Ffmpeg, tmp_path: Path) -> None:
    style = STYLES["hormozi"]
    assert drawable("Καλημέρα", style.face).runs[0].face.name == "Inter ExtraBold"
    assert drawable("नमस्ते", style.face).runs[0].face.name == "Noto Sans ExtraBold"
    timing = Timing((Word("καλημέρα", Span(Fraction(0), Fraction(5))),), (), Fraction(5))

    document = captions_for(timing, style, PORTRAIT, None, ALWAYS)
    left, _, right, _ = touched(await drawn(document, PORTRAIT, 1, ffmpeg, tmp_path))

    assert document.warnings == ()
    assert right - left > 300


def test_what_no_font_has_is_left_out_and_told(said: Said, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("reelhouse.render.fonts.installed.usual_folders", tuple)

    document = captions_for(said("great ሰላም news"), STYLES["clean"], PORTRAIT, None, ALWAYS)

    assert set(places(document.text)) == {"great", "news"}
    assert document.warnings == (
        "captions leave out characters that no font here has: ላ (U+120B), ም (U+121D), ሰ (U+1230)",
    )


@styles
@pytest.mark.parametrize("length", [25, 60, 3000])
def test_a_long_word_shrinks_to_fit(style: CaptionStyle, length: int) -> None:
    area = area_for(style, PORTRAIT, None)

    placed = place(measured("w" * length, style), style, area)

    (word,) = placed.words
    assert word is not None
    assert word.width <= area.width
    assert placed.em >= area.em * 0.5


@styles
@canvases
def test_a_group_stands_in_two_lines_at_most(style: CaptionStyle, canvas: Canvas, said: Said) -> None:
    words = said("Extraordinary circumstances notwithstanding, we nevertheless recommend it").words
    drawable_words = measured(" ".join(word.text for word in words), style)
    area = area_for(style, canvas, None)
    document = captions_for(said(TEXT), style, canvas, None, ALWAYS)

    assert document.text.count("Dialogue:") >= len(TEXT.split())
    for word in drawable_words:
        assert len(place([word], style, area).lines) == 1


def test_words_keep_apart() -> None:
    for style in STYLES.values():
        area = area_for(style, PORTRAIT, None)
        placed = place(measured("to be or", style), style, area)
        words = [word for word in placed.words if word is not None]
        for one, other in pairwise(words):
            gap = (other.x - other.width / 2) - (one.x + one.width / 2)
            assert one.line != other.line or gap >= max(0.3, style.gap) * placed.em - 1e-6


def test_phrases_end_where_a_reader_breathes(said: Said) -> None:
    words = said("Stop scrolling. If you make videos, this is for you and the team").words

    groups = group_words(words, 5, lambda *_: True)

    shown = [" ".join(word.text for word in words[begin:stop]) for begin, stop in groups]
    assert shown[:3] == ["Stop scrolling.", "If you make videos,", "this is for you"]
    assert sum(stop - begin for begin, stop in groups) == len(words)


def test_every_word_is_in_one_group_whatever_the_text() -> None:
    words = tuple(
        Word(text, Span(Fraction(n), Fraction(n + 1))) for n, text in enumerate(["a", ".", ",", "—", "the"])
    )

    groups = group_words(words, 3, lambda begin, stop: stop - begin == 1)

    assert [index for begin, stop in groups for index in range(begin, stop)] == list(range(5))


def test_captions_of_a_scene_start_with_the_scene(said: Said) -> None:
    """Equal words give equal captions wherever their scene stands, so that its cached file is found."""
    timing = said("one two three four five six")
    later = timing.shifted(Fraction(10))
    style, span = STYLES["karaoke"], Span(Fraction(0), Fraction(1))

    here = captions_for(timing, style, PORTRAIT, None, span)
    there = captions_for(later, style, PORTRAIT, None, span.shifted(Fraction(10)))

    assert here.text == there.text
    assert set(places(here.text)) == {"one", "two", "three", "four"}


def test_an_unknown_style_names_the_known_ones() -> None:
    with pytest.raises(UnknownCaptionStyle) as unknown:
        caption_style("sparkles")

    assert unknown.value.known == tuple(STYLES)
    assert len(STYLES) == 17


def test_every_font_ships_with_its_licence() -> None:
    licences = {path.name.removesuffix("-OFL.txt") for path in FOLDER.glob("*-OFL.txt")}

    for name in FILES.values():
        assert (FOLDER / name).exists()
        assert name.partition("-")[0] in licences
