"""The kinds of files that hosted models make, told apart by what they begin with."""

from collections.abc import Callable
from dataclasses import dataclass

from reelhouse.engines.sounds import kind_of

UNTOLD = frozenset({"", "application/octet-stream", "binary/octet-stream"})
"""Types of servers that do not know what they keep."""

HEAD = 16  # bytes by which a file is known


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


def _is_picture(head: bytes) -> bool:
    return head.startswith((b"\x89PNG", b"\xff\xd8\xff")) or (head[:4] == b"RIFF" and head[8:12] == b"WEBP")


def _is_sound(head: bytes) -> bool:
    return kind_of(head) is not None


def _is_film(head: bytes) -> bool:
    return head[4:8] == b"ftyp" or head.startswith(b"\x1a\x45\xdf\xa3")


def _is_solid(head: bytes) -> bool:
    return head.startswith(b"glTF\x02\0\0\0")


PICTURE = Kind("picture", ("image/",), _is_picture, 60_000_000)
SOUND = Kind("sound", ("audio/", "video/", "application/ogg"), _is_sound, 200_000_000)
FILM = Kind("film", ("video/", "application/mp4"), _is_film, 1_000_000_000)
SOLID = Kind("solid", ("model/",), _is_solid, 200_000_000)
