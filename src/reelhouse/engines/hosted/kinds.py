"""The kinds of files that hosted models make, told apart by what they begin with."""

from collections.abc import Callable
from dataclasses import dataclass

from reelhouse.engines.files import is_film, is_picture, is_solid, is_sound

UNTOLD = frozenset({"", "application/octet-stream", "binary/octet-stream"})
"""Types of servers that do not know what they keep."""


@dataclass(frozen=True, slots=True)
class Kind:
    """`types` are beginnings of media types, and `is_one` looks at the first bytes."""

    title: str
    types: tuple[str, ...]
    is_one: Callable[[bytes], bool]
    most_bytes: int

    def lack(self, content_type: str, head: bytes) -> str:
        """What is wrong with a file; empty when nothing is."""
        told = content_type.partition(";")[0].strip().lower()
        if told not in UNTOLD and not told.startswith(self.types):
            return f"its {self.title} is called {told[:40]!r}"
        return "" if self.is_one(head) else f"its {self.title} begins with {head[:4]!r}"


PICTURE = Kind("picture", ("image/",), is_picture, 60_000_000)
SOUND = Kind("sound", ("audio/", "video/", "application/ogg"), is_sound, 200_000_000)
FILM = Kind("film", ("video/", "application/mp4"), is_film, 1_000_000_000)
SOLID = Kind("solid", ("model/",), is_solid, 200_000_000)
