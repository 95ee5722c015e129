"""The actors that come with reelhouse."""

from reelhouse.core.actors.casting import read_cast
from reelhouse.core.actors.types import Actor

LIBRARY: tuple[Actor, ...] = read_cast()
