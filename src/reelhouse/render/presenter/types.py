"""What the presenter's drawing and acting hand to those who paint."""

from dataclasses import dataclass
from enum import StrEnum


class Mouth(StrEnum):
    """What lips can show: the sounds' own shapes, and some that lie between them."""

    REST = "rest"
    CLOSED = "closed"  # m b p
    BITE = "bite"  # f v
    TONGUE = "tongue"  # l θ ð
    TEETH = "teeth"  # s t d n k
    TEETH_ROUND = "teeth_round"  # ʃ ʒ tʃ dʒ
    PARTED = "parted"
    SMALL = "small"
    OPEN = "open"  # æ ʌ ə
    MID = "mid"
    WIDE = "wide"  # ɑ
    SMILE_SMALL = "smile_small"
    SMILE = "smile"  # i e
    SMILE_WIDE = "smile_wide"
    ROUND_SMALL = "round_small"
    ROUND = "round"  # o ɔ
    PUCKER = "pucker"  # u w
    PUCKER_OPEN = "pucker_open"


class Hand(StrEnum):
    RELAXED = "relaxed"
    OPEN = "open"
    POINT = "point"
    TWO = "two"
    THREE = "three"
    PINCH = "pinch"
    THUMB = "thumb"


class Eyes(StrEnum):
    """Five eye states."""

    OPEN = "open"
    HALF = "half"
    CLOSED = "closed"
    LEFT = "left"
    RIGHT = "right"


@dataclass(frozen=True, slots=True)
class Box:
    """Pixels; x and y are of the upper left corner."""

    x: int
    y: int
    width: int
    height: int


@dataclass(frozen=True, slots=True)
class Arm:
    """Where a wrist is, in head units; x counts from the middle of the body outwards.

    `turn` is how far the hand leans outwards from upright, in degrees; `beat` lowers the whole arm.
    """

    x: float
    y: float
    turn: float
    hand: Hand
    beat: float = 0


REST_LEFT = Arm(66, 1062, -97, Hand.RELAXED)
REST_RIGHT = Arm(36, 1034, -94, Hand.RELAXED)
"""The hands lie in each other, low before the body."""


@dataclass(frozen=True, slots=True)
class Pose:
    """What one frame shows.

    `x` and `y` move the head from its rest, in head units. `tilt` turns it about the neck, clockwise, in
    tenths of a degree. `brows` (0 to 2) is how high they are raised, `breath` (0 to 6) how full the chest
    is. Arms are named by the side of the picture.
    """

    mouth: Mouth
    eyes: Eyes
    brows: int = 0
    x: float = 0
    y: float = 0
    tilt: int = 0
    breath: int = 0
    left: Arm = REST_LEFT
    right: Arm = REST_RIGHT
