"""Which world is flown through, if any."""

from typing import Protocol

from reelhouse.engines.tools import Frame
from reelhouse.engines.video.filming.moments import Canvas
from reelhouse.engines.video.filming.reading import Direction
from reelhouse.engines.video.filming.worlds.city import City
from reelhouse.engines.video.filming.worlds.journeys import COUNTRIES, Journey
from reelhouse.engines.video.filming.worlds.voids import Space, Tunnel

USUAL_TIMES = {"clouds": "day", "ocean": "sunset", "desert": "sunset", "mountains": "dawn"}


class World(Protocol):
    def paint(self, number: int) -> Frame:
        """The frame of that number, from 0."""
        ...


def find_world(direction: Direction) -> str | None:
    """The last place named, where the camera flies; ``neon`` alone is a city."""
    if "flythrough" not in direction.moves or not direction.worlds:
        return None
    places = [name for name in direction.worlds if name != "neon"]
    if "snow" in direction.elements and places[-1:] == ["forest"]:
        return "snow"
    return places[0] if places else "city"


def build_world(direction: Direction, canvas: Canvas) -> World:
    """The world of `find_world`. Raises `ValueError` where there is none."""
    place, neon = find_world(direction), "neon" in direction.worlds
    if place is None:
        raise ValueError("nothing is flown through")
    if place == "tunnel":
        return Tunnel(canvas, direction.speed, neon=neon)
    if place == "space":
        return Space(canvas, direction.speed)
    time = direction.time or ("night" if neon else USUAL_TIMES.get(place, "day"))
    if place == "city":
        return City(canvas, time, direction.speed, neon=neon)
    return Journey(canvas, place if place in COUNTRIES else "field", time, direction.speed)
