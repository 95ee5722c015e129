"""The port of object storage."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import Protocol


@dataclass(frozen=True, slots=True)
class UploadLink:
    """How one file is put into the store by somebody who has no key: the request to send, and until when.

    The request's body is the file; all of `headers` have to come with it.
    """

    url: str
    method: str
    headers: Mapping[str, str]
    expires_at: datetime


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

    def upload_link(self, name: str, media_type: str, size: int, lasting: timedelta) -> UploadLink:
        """An address to which anybody may send this one object for so long, `size` bytes of `media_type`.

        A bucket does not hold its callers to size and type: look at what came before it is used.
        """
        ...
