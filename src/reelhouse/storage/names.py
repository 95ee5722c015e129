"""Names of stored files. They are our own, never a caller's."""

import re

from reelhouse.storage.errors import ObjectNameRefused

MAX_LENGTH = 500
SEGMENT = r"[a-z0-9_-][a-z0-9_.-]*"
NAME = re.compile(rf"{SEGMENT}(?:/{SEGMENT})*")


def checked(name: str) -> str:
    """`name`, when it is one of ours: lower-case letters, digits, ``- _ . /``, no part starting with a dot.

    Raises `ObjectNameRefused` for everything else, such as ``..``, an absolute path or a NUL.
    """
    if len(name) > MAX_LENGTH or NAME.fullmatch(name) is None:
        raise ObjectNameRefused(name)
    return name
