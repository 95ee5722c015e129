"""The actors that come with reelhouse."""

from reelhouse.core.actors.cast_grown import GROWN
from reelhouse.core.actors.cast_young import YOUNG
from reelhouse.core.actors.types import Actor

LIBRARY: tuple[Actor, ...] = YOUNG + GROWN
