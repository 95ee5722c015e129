"""What kind of media a file from elsewhere is, by the first bytes of it."""

from reelhouse.engines.sounds import kind_of
from reelhouse.media.sniffing import sniff

HEAD = 16
"""Bytes by which a file is known."""


def is_picture(head: bytes) -> bool:
    return (sniff(head) or "").startswith("image/")


def is_webp(head: bytes) -> bool:
    return sniff(head) == "image/webp"


def is_film(head: bytes) -> bool:
    """MP4 and its kin, or Matroska and WebM."""
    return head[4:8] == b"ftyp" or head.startswith(b"\x1a\x45\xdf\xa3")


def is_sound(head: bytes) -> bool:
    return kind_of(head) is not None


def is_solid(head: bytes) -> bool:
    """Binary glTF 2."""
    return head.startswith(b"glTF\x02\0\0\0")
