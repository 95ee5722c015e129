"""Slides as files: PNGs, and one PDF that has each of them as a page.

A PDF may hold the very stream of pixels that a PNG does (ISO 32000-1, 7.4.4.4: Flate with PNG predictors):
its pages are the slides bit for bit, and cost nothing to write. It tells no date: equal slides, equal bytes.
"""

import struct
import zlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from PIL import Image

from reelhouse.render.errors import MediaUnreadable

SIGNATURE = b"\x89PNG\r\n\x1a\n"
BIG_ENDIAN = b"\xfe\xff"
PRODUCER = "reelhouse"
TRUECOLOUR = (8, 2, 0, 0, 0)
"""Eight bits, red, green and blue, and lines that follow each other: what `write_png` writes."""


@dataclass(frozen=True, slots=True)
class _Pixels:
    width: int
    height: int
    stream: bytes


def write_png(picture: Image.Image, path: Path) -> None:
    """RGB. Runs of equal differences are what smooth grounds and screenshots are made of."""
    picture.save(path, "PNG", compress_level=3, compress_type=zlib.Z_RLE)


def write_pdf(pngs: Sequence[Path], title: str, path: Path) -> None:
    """One page a slide, as large in points as the slide is in pixels. Raises `MediaUnreadable`."""
    with path.open("wb") as file:
        writer = _Writer(file)
        pages = [3 + 3 * number for number in range(len(pngs))]
        kids = " ".join(f"{page} 0 R" for page in pages)
        writer.write(1, "<< /Type /Catalog /Pages 2 0 R /ViewerPreferences << /DisplayDocTitle true >> >>")
        writer.write(2, f"<< /Type /Pages /Count {len(pages)} /Kids [{kids}] >>")
        for page, png in zip(pages, pngs, strict=True):
            _write_page(writer, page, _pixels_of(png))
        info = 3 + 3 * len(pages)
        writer.write(info, f"<< /Title {_text(title)} /Producer {_text(PRODUCER)} >>")
        writer.close(info)


def _write_page(writer: "_Writer", number: int, pixels: _Pixels) -> None:
    width, height = pixels.width, pixels.height
    writer.write(
        number,
        f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 {width} {height}] /Contents {number + 1} 0 R "
        f"/Resources << /XObject << /Slide {number + 2} 0 R >> >> >>",
    )
    writer.write(number + 1, "", f"{width} 0 0 {height} 0 0 cm /Slide Do".encode())
    writer.write(
        number + 2,
        f"/Type /XObject /Subtype /Image /Width {width} /Height {height} /ColorSpace /DeviceRGB "
        "/BitsPerComponent 8 /Filter /FlateDecode /DecodeParms "
        f"<< /Predictor 15 /Colors 3 /BitsPerComponent 8 /Columns {width} >>",
        pixels.stream,
    )


class _Writer:
    """Objects of a PDF one after the other, and at the end the table of where they begin."""

    def __init__(self, file: BinaryIO) -> None:
        self._file = file
        self._starts: dict[int, int] = {}
        file.write(b"%PDF-1.4\n%\xe2\xe3\xcf\xd3\n")

    def write(self, number: int, words: str, stream: bytes | None = None) -> None:
        self._starts[number] = self._file.tell()
        self._file.write(f"{number} 0 obj\n".encode())
        if stream is None:
            self._file.write(words.encode())
        else:
            self._file.write(f"<< {words} /Length {len(stream)} >>\nstream\n".encode())
            self._file.write(stream)
            self._file.write(b"\nendstream")
        self._file.write(b"\nendobj\n")

    def close(self, info: int) -> None:
        at, size = self._file.tell(), len(self._starts) + 1
        rows = "".join(f"{self._starts[number]:010d} 00000 n \n" for number in sorted(self._starts))
        self._file.write(f"xref\n0 {size}\n0000000000 65535 f \n{rows}".encode())
        self._file.write(f"trailer\n<< /Size {size} /Root 1 0 R /Info {info} 0 R >>\n".encode())
        self._file.write(f"startxref\n{at}\n%%EOF\n".encode())


def _text(text: str) -> str:
    """UTF-16 with its mark, in hexadecimal: any title is written so."""
    letters = BIG_ENDIAN + text.encode("utf-16-be", "replace")
    return f"<{letters.hex()}>"


def _pixels_of(png: Path) -> _Pixels:
    chunks = list(_chunks(png.read_bytes()))
    if not chunks or chunks[0][0] != b"IHDR" or tuple(chunks[0][1][8:13]) != TRUECOLOUR:
        raise MediaUnreadable(png.name, "it is no PNG of eight bits in red, green and blue")
    width, height = struct.unpack(">II", chunks[0][1][:8])
    return _Pixels(width, height, b"".join(body for kind, body in chunks if kind == b"IDAT"))


def _chunks(data: bytes) -> Iterator[tuple[bytes, bytes]]:
    at = len(SIGNATURE)
    if not data.startswith(SIGNATURE):
        return
    while at + 8 <= len(data):
        (length,) = struct.unpack(">I", data[at : at + 4])
        yield data[at + 4 : at + 8], data[at + 8 : at + 8 + length]
        at += 12 + length
