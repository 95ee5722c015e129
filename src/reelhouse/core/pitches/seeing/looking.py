"""Looking at a screenshot: what it was taken of, where its words stand, and where the eye goes."""

from pathlib import Path

import cv2
import numpy as np

from reelhouse.core.pitches.seeing.blocks import find_blocks
from reelhouse.core.pitches.seeing.boxes import Boxes
from reelhouse.core.pitches.seeing.colours import find_colours
from reelhouse.core.pitches.seeing.decoding import Opened, Pixels, open_picture
from reelhouse.core.pitches.seeing.kinds import kind_of
from reelhouse.core.pitches.seeing.lines import find_lines
from reelhouse.core.pitches.seeing.spots import find_spots
from reelhouse.core.pitches.seeing.words import UNREAD, read_words, with_words
from reelhouse.core.pitches.types import ScreenKind, Seen, Spot
from reelhouse.engines.ocr.base import TextReader
from reelhouse.media.screens import Area

WORKING_WIDTHS = {
    ScreenKind.PHONE: 390,
    ScreenKind.TABLET: 720,
    ScreenKind.DESKTOP: 960,
    ScreenKind.PAGE: 640,
}


def look(path: Path, media_type: str, reader: TextReader | None = None) -> Seen:
    """What can be known of a screenshot by looking at it: some 20 ms for a screen of 1920 x 1080 pixels, and
    as long as the `reader` takes. For a thread of its own: it waits for nothing but the reader.

    Raises `PictureUnreadable` for what is no still picture of `media_type`, or one out of bounds.
    """
    opened = open_picture(path, media_type)
    kind = kind_of(opened.width, opened.height)
    picture = _working_copy(opened, WORKING_WIDTHS[kind])
    lines = find_lines(picture)
    blocks = find_blocks(lines)
    spots = find_spots(picture, lines, blocks)
    reading = read_words(opened, reader) if reader else UNREAD
    return Seen(
        sha256=opened.sha256,
        media_type=media_type,
        width=opened.width,
        height=opened.height,
        kind=kind,
        regions=with_words(_areas(blocks.boxes, picture), reading.lines),
        spots=tuple(map(Spot, _areas(spots.boxes, picture), spots.weights)),
        colours=find_colours(picture),
        reader=reading.engine,
    )


def _working_copy(opened: Opened, width: int) -> Pixels:
    pixels = opened.pixels(narrowest=width)
    tall, wide = pixels.shape[:2]
    if wide <= width * 1.5:
        return pixels
    size = width, max(round(tall * width / wide), 1)
    return np.asarray(cv2.resize(pixels, size, interpolation=cv2.INTER_AREA), np.uint8)


def _areas(boxes: Boxes, picture: Pixels) -> list[Area]:
    tall, wide = picture.shape[:2]
    return [Area(float(x) / wide, float(y) / tall, float(w) / wide, float(h) / tall) for x, y, w, h in boxes]
