"""What a thing is to the composer, and what its drawing is told."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from random import Random

from reelhouse.engines.image.illustrating.pen import Pen


class Realm(StrEnum):
    """Where a thing is at home."""

    TABLE = "table"
    GROUND = "ground"
    AIR = "air"
    WATER = "water"


@dataclass(frozen=True, slots=True)
class Style:
    """What a thing is painted with: its colour, a second one that goes with it, chance, the season.

    `wears` names costumes and what else is put on, by the names of the vocabulary; `trim` is its colour.
    """

    colour: str
    second: str
    rng: Random
    season: str = "summer"
    night: bool = False
    chosen: bool = False
    wears: tuple[str, ...] = ()
    trim: str | None = None

    def own(self, usual: str) -> str:
        """The colour that was asked for, else the `usual` one of such a thing."""
        return self.colour if self.chosen else usual


Draw = Callable[[Pen, Style], None]


@dataclass(frozen=True, slots=True)
class Thing:
    """A drawing `width` wide and some `height` high, that stands with its middle on (0, 0).

    `size` is its height in the scene in thousandths of the picture's shorter side, when it is the hero.
    """

    draw: Draw
    width: float = 100
    height: float = 100
    realm: Realm = Realm.TABLE
    size: float = 420
    flips: bool = True
    floats: bool = False
