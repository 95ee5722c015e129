"""The port of object storage."""

from datetime import timedelta
from pathlib import Path
from typing import Protocol


class ObjectStore(Protocol):
    """Keeps files under names of our own (``videos/<id>.mp4``); a file is whole or absent.

    Raises `StorageUnavailable` when the store does not answer or has no room.
    """

    def put_file(self, name: str, source: Path, media_type: str) -> None:
        """Store the bytes of `source`; an object of that name is replaced."""
        ...

    def fetch(self, name: str, target: Path) -> None:
        """Bring an object to this machine. Raises `ObjectNotFound`."""
        ...

    def exists(self, name: str) -> bool: ...

    def delete(self, name: str) -> None:
        """Remove an object; one that is not there is no error."""
        ...

    def link(self, name: str, lasting: timedelta) -> str:
        """An address from which anybody may download the object for so long."""
        ...
