"""Words read by the program tesseract, where it is installed.

It runs as a process of its own with limits, and gets the picture by its standard input. The model of the
settings names its languages, such as ``eng+deu``. Source: https://github.com/tesseract-ocr/tesseract
(Apache-2.0), version 4 and later; the columns of its TSV are those of ``tesseract --help-extra``.
"""

import asyncio
from collections.abc import Iterator
from itertools import groupby
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TypeAlias

import cv2
import numpy as np
import numpy.typing as npt

from reelhouse.engines.errors import EngineNotConfigured, EngineUnavailable
from reelhouse.engines.ocr.lines import area_of, check_picture, ordered
from reelhouse.engines.ocr.types import Reading, ReadLine, ReadRequest
from reelhouse.engines.settings import EngineSettings
from reelhouse.engines.tools import Tools
from reelhouse.kit.process import (
    Completed,
    OutputTooLong,
    ProcessFailed,
    ProcessTimedOut,
    ProgramNotFound,
    run,
)

PROGRAM = "tesseract"
LANGUAGES = "eng"
MEMORY_MEGABYTES, FILE_MEGABYTES = 2048, 64
SPARSE = "11"
"""Its mode of a page for words that stand anywhere: an interface has no paragraphs to speak of."""

NARROW, SLIM, ENLARGED = 1600, 600, 2
"""A lying and an upright picture below these widths show one pixel a point: their letters are too small until
they are enlarged."""

SURROUNDINGS, CONTRAST = 61, 1.4
"""Pixels across, more than twice a stroke of a heading; and by how much faint ink becomes darker."""

WORD_LEVEL = "5"
COLUMNS = 12

Grey: TypeAlias = npt.NDArray[np.uint8]


def build(settings: EngineSettings, _tools: Tools) -> "Tesseract":
    return Tesseract(settings)


class Tesseract:
    name = "tesseract"

    def __init__(self, settings: EngineSettings) -> None:
        self._languages = settings.model or LANGUAGES
        self._timeout_seconds = settings.timeout_seconds

    async def read(self, request: ReadRequest) -> Reading:
        check_picture(self.name, request)
        tall, wide = request.picture.shape[:2]
        scale = ENLARGED if wide < (SLIM if tall > wide else NARROW) else 1
        grey = await asyncio.to_thread(_grey, request, scale)
        plain = await self._lines(grey, scale, request)
        inked = await self._lines(await asyncio.to_thread(_inked, grey), scale, request)
        return Reading(ordered((*plain, *(line for line in inked if _is_new(line, plain)))), self.name)

    async def _lines(self, grey: Grey, scale: int, request: ReadRequest) -> tuple[ReadLine, ...]:
        """The plainest format there is goes in, and a table comes out."""
        picture = b"P5 %d %d 255\n" % (grey.shape[1], grey.shape[0]) + grey.tobytes()
        arguments = ("stdin", "stdout", "-l", self._languages, "--psm", SPARSE, "--dpi", "144", "tsv")
        told = await self._run(*arguments, stdin=picture)
        return ordered(_told(told.stdout.decode(errors="replace"), scale, request))

    async def check(self) -> str:
        """Raises `EngineNotConfigured` for a language that is not installed."""
        told = await self._run("--list-langs")
        known = set(told.stdout.decode(errors="replace").split())
        if missing := [language for language in self._languages.split("+") if language not in known]:
            raise EngineNotConfigured(
                f"reading {', '.join(missing)} by tesseract",
                "install its data (Debian and Ubuntu: apt-get install tesseract-ocr-LANGUAGE)",
            )
        return f"reads {self._languages}"

    async def _run(self, *arguments: str, stdin: bytes | None = None) -> Completed:
        try:
            with TemporaryDirectory(prefix="tesseract-") as folder:
                return await run(
                    [PROGRAM, *arguments],
                    cwd=Path(folder),
                    timeout_seconds=self._timeout_seconds,
                    memory_megabytes=MEMORY_MEGABYTES,
                    file_megabytes=FILE_MEGABYTES,
                    stdin=stdin,
                    env={"OMP_THREAD_LIMIT": "1"},  # its threads wait for each other longer than they work
                )
        except ProgramNotFound as absent:
            raise EngineUnavailable(self.name, "the program is not installed") from absent
        except (ProcessFailed, ProcessTimedOut, OutputTooLong) as failure:
            raise EngineUnavailable(self.name, failure.message) from failure


def _grey(request: ReadRequest, scale: int) -> Grey:
    grey = np.asarray(cv2.cvtColor(np.ascontiguousarray(request.picture), cv2.COLOR_RGB2GRAY), np.uint8)
    if scale == 1:
        return grey
    return np.asarray(cv2.resize(grey, None, fx=scale, fy=scale, interpolation=cv2.INTER_CUBIC), np.uint8)


def _inked(grey: Grey) -> Grey:
    """Dark on white, whatever it was: how far each pixel is from its surroundings.

    White words on a coloured button are found in this one only, and large letters in the plain one only.
    """
    apart = cv2.absdiff(grey, cv2.medianBlur(grey, SURROUNDINGS))
    return np.asarray(255 - cv2.convertScaleAbs(apart, alpha=CONTRAST), np.uint8)


def _is_new(line: ReadLine, known: tuple[ReadLine, ...]) -> bool:
    one = line.area
    return not any(
        one.x < other.area.x + other.area.width
        and other.area.x < one.x + one.width
        and one.y < other.area.y + other.area.height
        and other.area.y < one.y + one.height
        for other in known
    )


def _told(table: str, scale: int, request: ReadRequest) -> Iterator[ReadLine]:
    rows = [row.split("\t") for row in table.splitlines()]
    words = [row for row in rows if len(row) == COLUMNS and row[0] == WORD_LEVEL and row[11].strip()]
    for _, group in groupby(words, key=lambda row: row[1:5]):
        yield _line(list(group), scale, request)


def _line(words: list[list[str]], scale: int, request: ReadRequest) -> ReadLine:
    boxes = np.asarray([row[6:10] for row in words], np.float64) / scale
    left, top = boxes[:, 0].min(), boxes[:, 1].min()
    right, low = (boxes[:, 0] + boxes[:, 2]).max(), (boxes[:, 1] + boxes[:, 3]).max()
    sure = float(np.mean([float(row[10]) for row in words])) / 100
    text = " ".join(row[11].strip() for row in words)
    return ReadLine(
        area_of(float(left), float(top), float(right - left), float(low - top), request), text, max(sure, 0.0)
    )
