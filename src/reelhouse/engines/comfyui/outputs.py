"""The kinds of files that workflows make, told apart by what they begin with."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import PurePosixPath

from reelhouse.engines.comfyui.wire import Saved
from reelhouse.engines.files import is_film, is_picture, is_solid, is_sound, is_webp

LONGEST_NAME = 255
FOLDERS = frozenset({"output", "temp"})
MEGABYTE = 1_000_000


@dataclass(frozen=True, slots=True)
class Kind:
    """`is_one` looks at the first bytes; a file has at most `most_bytes`."""

    title: str
    endings: tuple[str, ...]
    is_one: Callable[[bytes], bool]
    most_bytes: int


def _is_film(head: bytes) -> bool:
    """Workflows save short films as moving pictures, too."""
    return is_film(head) or is_webp(head)


PICTURE = Kind("picture", (".png", ".jpg", ".jpeg", ".webp"), is_picture, 60 * MEGABYTE)
FILM = Kind("film", (".mp4", ".webm", ".mkv", ".mov", ".webp"), _is_film, 1000 * MEGABYTE)
SOUND = Kind("sound", (".flac", ".mp3", ".wav", ".opus", ".ogg", ".m4a"), is_sound, 200 * MEGABYTE)
SOLID = Kind("solid", (".glb",), is_solid, 200 * MEGABYTE)


def chosen(files: Sequence[Saved], kind: Kind) -> Saved | None:
    """The first of the files that has the name of such a kind, and no name that leads elsewhere."""
    return next((file for file in files if _has_name_of(file, kind)), None)


def _has_name_of(file: Saved, kind: Kind) -> bool:
    return (
        PurePosixPath(file.filename).suffix.lower() in kind.endings
        and file.type in FOLDERS
        and not _leads_elsewhere(file)
    )


def _leads_elsewhere(file: Saved) -> bool:
    if "/" in file.filename or "\\" in file.filename or len(file.filename) > LONGEST_NAME:
        return True
    whole = f"{file.subfolder}/{file.filename}".replace("\\", "/")
    return file.subfolder.startswith(("/", "\\")) or ".." in whole.split("/") or not whole.isprintable()
