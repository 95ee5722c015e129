"""What every reader owes: lines in order, within the picture, with words that can be said."""

from collections.abc import Iterable, Iterator

from reelhouse.engines.errors import EngineRefused
from reelhouse.engines.ocr.types import ReadLine, ReadRequest
from reelhouse.media.screens import Area

LEAST_SIDE = 8
LEAST_CONFIDENCE, SHORT, SURE = 0.5, 3, 0.85
"""Less than `SHORT` letters are believed only to one who is `SURE`: an icon is read as some letter too."""

COLOURS = 3


def check_picture(engine: str, request: ReadRequest) -> None:
    """Raises `EngineRefused` for what is no picture in three colours, or one too small for a letter."""
    shape = request.picture.shape
    if len(shape) != COLOURS or shape[2] != COLOURS or min(shape[:2]) < LEAST_SIDE:
        raise EngineRefused(engine, f"a picture of the shape {shape} holds no words")


def area_of(left: float, top: float, width: float, height: float, request: ReadRequest) -> Area:
    """Of a box in pixels; what reaches over the picture is cut off."""
    tall, wide = request.picture.shape[:2]
    x, y = _share(left / wide), _share(top / tall)
    return Area(x, y, _share((left + width) / wide) - x, _share((top + height) / tall) - y)


def _share(part: float) -> float:
    return min(max(part, 0.0), 1.0)


def ordered(lines: Iterable[ReadLine]) -> tuple[ReadLine, ...]:
    """From the top; without lines of which a reader is not sure, or that hold no letter."""
    return tuple(sorted(_sure(lines), key=lambda line: (line.area.y, line.area.x)))


def _sure(lines: Iterable[ReadLine]) -> Iterator[ReadLine]:
    for line in lines:
        words = " ".join("".join(filter(str.isprintable, word)) for word in line.words.split()).strip()
        letters = sum(map(str.isalnum, words))
        if letters and line.confidence >= (LEAST_CONFIDENCE if letters >= SHORT else SURE):
            yield ReadLine(line.area, words, min(line.confidence, 1.0))
