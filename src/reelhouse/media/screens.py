"""What happens on and around a screenshot: devices, looks, pointers, callouts and large words.

Times are counted from the start of a scene; places are parts of the screenshot, from its upper left corner.
"""

from enum import StrEnum
from fractions import Fraction
from typing import Annotated

from pydantic import Field
from pydantic.dataclasses import dataclass

from reelhouse.media.time import Span

Share = Annotated[float, Field(ge=0, le=1)]


class Device(StrEnum):
    """What a screenshot is seen on."""

    NONE = "none"
    BROWSER = "browser"
    LAPTOP = "laptop"
    TABLET = "tablet"
    PHONE = "phone"


class ScreenLayout(StrEnum):
    """How a screenshot stands on the canvas: in its device, filling it, below its words, or beside them."""

    FRAMED = "framed"
    FULL_BLEED = "full_bleed"
    STACKED = "stacked"
    SPLIT = "split"


class TitleKind(StrEnum):
    """A statement that is read word by word, a brand that introduces itself, or a call with a button."""

    STATEMENT = "statement"
    BRAND = "brand"
    CALL = "call"


@dataclass(frozen=True, slots=True)
class Area:
    """A part of a picture: its upper left corner and its size, in parts (0-1) of the picture's own."""

    x: Share = 0.0
    y: Share = 0.0
    width: Share = 1.0
    height: Share = 1.0

    @property
    def centre(self) -> tuple[float, float]:
        return self.x + self.width / 2, self.y + self.height / 2


@dataclass(frozen=True, slots=True)
class Glance:
    """The camera has arrived at `area` of the screenshot at `at` seconds of its scene."""

    at: Fraction
    area: Area


@dataclass(frozen=True, slots=True)
class Press:
    """A pointer has arrived at a place of the screenshot (in parts of it) at `at` seconds, and may tap."""

    at: Fraction
    x: Share
    y: Share
    taps: bool = True


@dataclass(frozen=True, slots=True)
class Callout:
    """A frame around `area` of the screenshot, with a few words, during `span` of its scene."""

    area: Area
    text: str
    span: Span


@dataclass(frozen=True, slots=True)
class KineticText:
    """A few words that are written large and come in one after the other, during `span` of the scene."""

    text: str
    span: Span
