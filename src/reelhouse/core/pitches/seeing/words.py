"""The words that a reader found, laid into the regions that were seen."""

import asyncio
from collections.abc import Sequence

import cv2
import numpy as np
import structlog

from reelhouse.core.pitches.seeing.decoding import Opened
from reelhouse.core.pitches.types import TextRegion
from reelhouse.engines.errors import EngineRefused, EngineUnavailable
from reelhouse.engines.ocr.base import TextReader
from reelhouse.engines.ocr.types import Reading, ReadLine, ReadRequest
from reelhouse.media.screens import Area

SURE, LETTERS = 0.8, 3
"""How sure, and how long, words must be that stand where no text was seen."""

INSIDE = 0.5
UNREAD = Reading((), "")

log = structlog.get_logger(__name__)


def read_words(opened: Opened, reader: TextReader) -> Reading:
    """What is written in the whole picture, in full size. Runs a loop of its own, so not for a thread that
    has one.

    A reader that fails costs the words and nothing else: where they stand is known without it.
    """
    upright = np.asarray(cv2.cvtColor(opened.pixels(), cv2.COLOR_BGR2RGB), np.uint8)
    try:
        return asyncio.run(_reading(upright, reader))
    except (EngineUnavailable, EngineRefused) as failure:
        log.warning("picture_not_read", engine=failure.engine, reason=failure.reason)
        return UNREAD


async def _reading(picture: np.ndarray[tuple[int, ...], np.dtype[np.uint8]], reader: TextReader) -> Reading:
    return await reader.read(ReadRequest(picture))


def with_words(areas: Sequence[Area], lines: Sequence[ReadLine]) -> tuple[TextRegion, ...]:
    """Each region with the lines that lie in it, in their order; lines that lie in none come last.

    A line is in the region that holds most of it, and in none when that is less than half.
    """
    inside: dict[int, list[ReadLine]] = {}
    astray: list[ReadLine] = []
    for line in lines:
        parts = [_part_inside(line.area, area) for area in areas]
        best = max(range(len(parts)), key=parts.__getitem__, default=0)
        if parts and parts[best] >= INSIDE:
            inside.setdefault(best, []).append(line)
        elif line.confidence >= SURE and len(line.words) >= LETTERS:
            astray.append(line)
    seen = [TextRegion(area, _joined(inside.get(place, []))) for place, area in enumerate(areas)]
    return (*seen, *(TextRegion(line.area, line.words) for line in astray))


def _joined(lines: list[ReadLine]) -> str:
    return " ".join(line.words for line in lines)


def _part_inside(one: Area, other: Area) -> float:
    wide = min(one.x + one.width, other.x + other.width) - max(one.x, other.x)
    tall = min(one.y + one.height, other.y + other.height) - max(one.y, other.y)
    size = one.width * one.height
    return max(wide, 0.0) * max(tall, 0.0) / size if size else 0.0
