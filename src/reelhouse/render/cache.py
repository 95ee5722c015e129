"""Finished pieces by the content of what they are made of: scenes, drawings, sound.

An entry is a file or a folder named by its key. It appears whole, by a rename, so that any number of
processes may share the folder: the worst that two of them can do is to make the same piece twice.
"""

import errno
import hashlib
import os
import shutil
import time
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

from reelhouse.render.scratch import sweep

MEGABYTE = 1 << 20
JUST_NOW = 120.0
"""Seconds."""


def key_of(*parts: str | bytes) -> str:
    """A name for exactly these parts, in this order; no two lists of parts run into each other."""
    digest = hashlib.sha256()
    for part in parts:
        data = part.encode() if isinstance(part, str) else part
        digest.update(len(data).to_bytes(8, "big"))
        digest.update(data)
    return digest.hexdigest()


def digest_of(path: Path) -> str:
    """The SHA-256 of a file's bytes."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


class Cache:
    """A folder of at most `megabytes`; whoever was not asked for the longest time goes first."""

    def __init__(self, folder: Path, megabytes: int) -> None:
        self.folder = folder
        self._room = megabytes * MEGABYTE
        folder.mkdir(parents=True, exist_ok=True)
        sweep(folder)

    def target(self, key: str, suffix: str = "") -> Path:
        """Where the entry lies, or will lie."""
        return self.folder / f"{key}{suffix}"

    def find(self, key: str, suffix: str = "") -> Path | None:
        """The entry, noted as used now."""
        path = self.target(key, suffix)
        try:
            os.utime(path)
        except FileNotFoundError:
            return None
        return path

    def keep(self, made: Path, target: Path) -> Path:
        """Give a finished piece its name; an equal folder of another process stays."""
        try:
            made.replace(target)
        except OSError as error:
            if error.errno not in {errno.ENOTEMPTY, errno.EEXIST}:
                raise
        return target

    def drop(self, path: Path) -> None:
        _delete(path)

    def trim(self) -> None:
        """Bring the folder back to its size.

        Who works with a piece takes a link of it at once, and so keeps it; what was asked for just now may
        wait for that.
        """
        entries = sorted(self._entries(), key=lambda entry: entry[0])
        excess = sum(size for _, size, _ in entries) - self._room
        for used_at, size, path in entries:
            if excess <= 0 or used_at > time.time() - JUST_NOW:
                return
            _delete(path)
            excess -= size

    def _entries(self) -> Iterable[tuple[float, int, Path]]:
        for path in self.folder.iterdir():
            if path.name.startswith("."):
                continue
            with suppress(FileNotFoundError):  # another process trims too
                yield path.stat().st_mtime, _size(path), path


def link_or_copy(source: Path, target: Path) -> None:
    """A second name for the same bytes, which stays when the first one is removed."""
    try:
        os.link(source, target)
    except FileNotFoundError:
        raise
    except OSError:  # another file system, or one without links
        shutil.copyfile(source, target)


def _size(path: Path) -> int:
    if path.is_dir():
        return sum(file.stat().st_size for file in path.iterdir())
    return path.stat().st_size


def _delete(path: Path) -> None:
    if path.is_dir():
        shutil.rmtree(path, ignore_errors=True)
    else:
        path.unlink(missing_ok=True)
