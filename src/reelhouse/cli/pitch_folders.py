"""A folder of screenshots, as a subject that can be pitched: its folders are features, its files loose."""

from collections.abc import Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from uuid import NAMESPACE_URL, UUID, uuid5

import typer

from reelhouse.core.pitches.seeing.errors import PictureUnreadable
from reelhouse.core.pitches.seeing.looking import look
from reelhouse.core.pitches.types import Feature, Seen, Shown, Subject
from reelhouse.engines.ocr.base import TextReader

MEDIA_TYPES = {".png": "image/png", ".jpg": "image/jpeg", ".jpeg": "image/jpeg", ".webp": "image/webp"}
MOST_SCREENS, MOST_FEATURES = 50, 20
AT_ONCE = 2


@dataclass(frozen=True, slots=True)
class Folder:
    """What is shown, and where the file of each screenshot is."""

    subject: Subject
    paths: Mapping[UUID, Path]


def read_folder(folder: Path, goal: str, reader: TextReader | None, name: str = "") -> Folder:
    """Look at every screenshot of a folder, in the order of the names; `name` is that of the product.

    A screenshot keeps its id as long as its name. Raises `typer.BadParameter` for a folder without any, with
    too many, or with one that is no picture.
    """
    groups = {name: list(_pictures(place)) for name, place in _features(folder)}
    paths = {_id_of(folder, path): path for group in groups.values() for path in group}
    if not paths:
        raise typer.BadParameter(f"there is no PNG, JPEG or WebP in {folder}", param_hint="DIR")
    if len(paths) > MOST_SCREENS or len(groups) - 1 > MOST_FEATURES:
        raise typer.BadParameter(
            f"at most {MOST_SCREENS} screenshots in {MOST_FEATURES} folders", param_hint="DIR"
        )
    with ThreadPoolExecutor(AT_ONCE) as pool:
        seen = dict(zip(paths, pool.map(lambda path: _seen(path, reader), paths.values()), strict=True))
    shown = {
        name: tuple(Shown(one, seen[one]) for one in (_id_of(folder, path) for path in group))
        for name, group in groups.items()
    }
    features = tuple(Feature(name, screens) for name, screens in shown.items() if name and screens)
    return Folder(Subject(name or folder.resolve().name, goal, features, shown[""]), paths)


def _features(folder: Path) -> Iterator[tuple[str, Path]]:
    """Folders with their names, and the folder itself without one."""
    yield "", folder
    for path in sorted(folder.iterdir()):
        if path.is_dir() and not path.name.startswith("."):
            yield path.name, path


def _pictures(folder: Path) -> Iterator[Path]:
    for path in sorted(folder.iterdir()):
        if path.is_file() and path.suffix.lower() in MEDIA_TYPES and not path.name.startswith("."):
            yield path


def _id_of(folder: Path, path: Path) -> UUID:
    return uuid5(NAMESPACE_URL, path.relative_to(folder).as_posix())


def _seen(path: Path, reader: TextReader | None) -> Seen:
    try:
        return look(path, MEDIA_TYPES[path.suffix.lower()], reader)
    except PictureUnreadable as refusal:
        raise typer.BadParameter(f"{path}: {refusal.reason}", param_hint="DIR") from refusal
