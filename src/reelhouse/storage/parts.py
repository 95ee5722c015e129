"""Writing a file so that it is whole or absent, whenever the process dies."""

import errno
import fcntl
import glob
import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO
from uuid import uuid4

from reelhouse.storage.errors import NoSpaceLeft, StorageUnavailable

NO_SPACE = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})
CHUNK_BYTES = 1 << 20


@contextmanager
def part_of(target: Path, size: int) -> Iterator[BinaryIO]:
    """A part beside `target` to write `size` bytes to; it becomes `target` when all went well.

    A failure leaves nothing behind. Raises `NoSpaceLeft` and `StorageUnavailable`; what goes wrong in the
    caller's hands goes through. It may be entered, used and left in different threads.
    """
    part = target.with_name(f"{target.name}.{uuid4().hex}.part")
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        _remove_parts_of_the_dead(target)
        with part.open("xb") as file:
            fcntl.flock(file, fcntl.LOCK_EX)  # tells the next writer that this part is alive
            yield file
            file.flush()
            os.fsync(file.fileno())
            part.replace(target)
        _sync_folder(target.parent)
    except OSError as error:
        _discard(part)
        if error.errno in NO_SPACE:
            raise NoSpaceLeft(target.name, size) from error
        raise StorageUnavailable(target.name, error.strerror or str(error)) from error
    except BaseException:
        _discard(part)
        raise


def write_whole(target: Path, size: int, fill: Callable[[BinaryIO], None]) -> None:
    """Let `fill` write all of `target`, which is whole or absent afterwards. Raises as `part_of`."""
    with part_of(target, size) as part:
        fill(part)


def copy_whole(source: Path, target: Path) -> None:
    """Copy a file so that `target` is whole or absent. Raises as `write_whole`; `source` must exist."""
    with source.open("rb") as bytes_in:
        size = os.fstat(bytes_in.fileno()).st_size
        write_whole(target, size, lambda out: shutil.copyfileobj(bytes_in, out, CHUNK_BYTES))


def _discard(part: Path) -> None:
    """Remove what was written, if it is there at all; why writing failed is the better error to tell."""
    with suppress(OSError):
        part.unlink()


def _remove_parts_of_the_dead(target: Path) -> None:
    """Clean up after a writer of the same file that was killed: nobody holds the lock of its part."""
    for part in target.parent.glob(f"{glob.escape(target.name)}.*.part"):
        with suppress(FileNotFoundError, BlockingIOError), part.open("rb") as file:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
            part.unlink()


def _sync_folder(folder: Path) -> None:
    """The rename itself outlives a power cut only when the folder is on the disk."""
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
