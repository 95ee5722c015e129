"""The document of a carousel has the very pixels of its slides, and tells no date."""

import re
import struct
import zlib
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from reelhouse.media.composition import CANVASES, Aspect
from reelhouse.render.errors import MediaUnreadable
from reelhouse.render.screens.geometry import Rect
from reelhouse.render.slides import Slide, draw_slide
from reelhouse.render.slides.examination import examine_pdf, examine_slides
from reelhouse.render.slides.pages import write_pdf, write_png

CANVAS = CANVASES[Aspect.TALL]
WORDS = Rect(100, 200, 400, 60)


@pytest.fixture
def pngs(slide: Callable[..., Slide], tmp_path: Path) -> list[Path]:
    paths = [tmp_path / f"slide-{number}.png" for number in (1, 2)]
    for number, path in enumerate(paths, 1):
        write_png(draw_slide(slide(number=number, of=2)).picture, path)
    return paths


def test_a_document_has_a_page_for_each_slide_and_its_title(pngs: list[Path], tmp_path: Path) -> None:
    write_pdf(pngs, "Où ça — 請求書", tmp_path / "all.pdf")

    document = (tmp_path / "all.pdf").read_bytes()
    assert document.count(b"/MediaBox [0 0 1080 1350]") == 2
    assert "Où ça — 請求書".encode("utf-16-be").hex().encode() in document
    assert b"Date" not in document
    assert examine_pdf(tmp_path / "all.pdf", 2) == ()


def test_objects_begin_where_the_table_says(pngs: list[Path], tmp_path: Path) -> None:
    write_pdf(pngs, "Slides", tmp_path / "all.pdf")

    document = (tmp_path / "all.pdf").read_bytes()
    table = document[int(re.findall(rb"startxref\n(\d+)", document)[0]) :]
    starts = [int(row) for row in re.findall(rb"(\d{10}) 00000 n ", table)]
    assert len(starts) == 9
    for number, start in enumerate(starts, 1):
        assert document[start:].startswith(f"{number} 0 obj\n".encode())


def test_equal_slides_give_equal_bytes(pngs: list[Path], tmp_path: Path) -> None:
    for name in ("one.pdf", "two.pdf"):
        write_pdf(pngs, "Slides", tmp_path / name)

    assert (tmp_path / "one.pdf").read_bytes() == (tmp_path / "two.pdf").read_bytes()


def test_a_page_has_the_very_pixels_of_its_slide(pngs: list[Path], tmp_path: Path) -> None:
    """Both keep the same stream, so a reader of PNG that is handed the document's finds the slide."""
    write_pdf(pngs, "Slides", tmp_path / "all.pdf")

    document = (tmp_path / "all.pdf").read_bytes()
    images = re.finditer(rb"/Predictor 15 [^\n]*/Length (\d+) >>\nstream\n", document)
    for png, image in zip(pngs, images, strict=True):
        stream = document[image.end() :][: int(image[1])]
        head = png.read_bytes()[:33]
        again = head + b"".join(
            struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))
            for kind, body in ((b"IDAT", stream), (b"IEND", b""))
        )
        with Image.open(png) as slide, Image.open(BytesIO(again)) as page:
            assert (np.asarray(slide) == np.asarray(page)).all()


def test_only_slides_become_pages(tmp_path: Path) -> None:
    Image.new("L", (20, 20)).save(tmp_path / "grey.png")

    with pytest.raises(MediaUnreadable):
        write_pdf([tmp_path / "grey.png"], "Slides", tmp_path / "all.pdf")


def test_good_slides_have_no_findings(slide: Callable[..., Slide], pngs: list[Path]) -> None:
    words = draw_slide(slide(number=1, of=2)).words

    assert examine_slides(pngs, [words, words], CANVAS, 2) == ()


def test_what_is_wrong_with_a_carousel_is_found(pngs: list[Path], tmp_path: Path) -> None:
    flat, small = tmp_path / "flat.png", tmp_path / "small.png"
    Image.new("RGB", (1080, 1350), "#202020").save(flat)
    Image.new("RGB", (1080, 1080), "#202020").save(small)
    (tmp_path / "broken.png").write_bytes(pngs[0].read_bytes()[:5000])

    def found(*paths: Path, words: tuple[Rect, ...] = (WORDS,), of: int = 1) -> list[str]:
        return [one.found for one in examine_slides(paths, [words] * len(paths), CANVAS, of)]

    assert found(*pngs, of=3) == ["2 slides"]
    assert found(small) == ["1080x1080"]
    assert found(tmp_path / "broken.png") == ["a file that cannot be read"]
    assert found(flat) == ["one colour", "1.00 at 100,200 to 500,260"]
    assert found(pngs[0], words=()) == ["none"]
    assert found(pngs[0], words=(Rect(20, 200, 400, 60),)) == ["20,200 to 420,260"]


def test_a_document_that_lost_its_end_is_found(pngs: list[Path], tmp_path: Path) -> None:
    write_pdf(pngs, "Slides", tmp_path / "all.pdf")
    short = tmp_path / "short.pdf"
    short.write_bytes((tmp_path / "all.pdf").read_bytes()[:-40])

    assert [one.found for one in examine_pdf(short, 2)] == ["2 pages"]
    assert [one.found for one in examine_pdf(tmp_path / "all.pdf", 3)] == ["2 pages"]
