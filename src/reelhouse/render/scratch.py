"""Names of unfinished files, and who is making them.

Whatever is not whole yet carries its maker (machine, process, number) in its name. So the next process
can tell what a killed one left behind, and remove it at once.
"""

import os
import re
import shutil
import socket
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import count
from pathlib import Path

_numbers = count()
_live: set[Path] = set()

UNFINISHED = re.compile(r"\.(?P<host>[0-9A-Za-z_-]+)\.(?P<pid>\d+)\.\d+\.part(?:\.\w+)?$")


def _host() -> str:
    return re.sub(r"[^0-9A-Za-z_-]", "-", socket.gethostname()) or "localhost"


@contextmanager
def unfinished(target: Path) -> Iterator[Path]:
    """A path beside `target` for a file or folder in the making; what is still there at the end goes.

    It ends as `target` does, because ffmpeg chooses a container by the name. Rename it with `os.replace`.
    """
    path = target.with_name(f".{target.name}.{_host()}.{os.getpid()}.{next(_numbers)}.part{target.suffix}")
    _live.add(path)
    try:
        yield path
    finally:
        _remove(path)
        _live.discard(path)


def sweep(folder: Path, name: str = "") -> None:
    """Remove what makers that no longer live left in `folder` (only for the target `name`, when given)."""
    for path in folder.glob(f".{_literal(name)}*.part*"):
        if _abandoned(path):
            _remove(path)


def _literal(name: str) -> str:
    return re.sub(r"([*?[])", r"[\1]", f"{name}.") if name else ""


def _abandoned(path: Path) -> bool:
    """A maker on another machine is taken to live; only its own machine can tell."""
    made_by = UNFINISHED.search(path.name)
    if made_by is None or made_by["host"] != _host():
        return False
    pid = int(made_by["pid"])
    if pid == os.getpid():
        return path not in _live
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return True
    except PermissionError:
        return False
    return False


def _remove(path: Path) -> None:
    if path.is_dir():
        shutil.rmtree(path, ignore_errors=True)
    else:
        path.unlink(missing_ok=True)
