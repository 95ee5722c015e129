"""Objects in a bucket of S3, Google Cloud Storage or Azure, or of a server that speaks like them."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path

import obstore
from obstore.exceptions import BaseError
from obstore.store import AzureStore, GCSStore, S3Store

from reelhouse.storage.errors import ObjectNotFound, StorageUnavailable
from reelhouse.storage.names import checked
from reelhouse.storage.parts import write_whole

Bucket = S3Store | GCSStore | AzureStore


class CloudObjects:
    """Links are signed with the bucket's own key, and lead to the bucket itself."""

    def __init__(self, bucket: Bucket) -> None:
        self._bucket = bucket

    def put_file(self, name: str, source: Path, media_type: str) -> None:
        if not source.is_file():
            raise FileNotFoundError(source)
        try:
            with _named_errors(checked(name)):
                obstore.put(self._bucket, name, source, attributes={"Content-Type": media_type})
        except ObjectNotFound as error:
            raise StorageUnavailable(name, "its bucket does not exist.") from error

    def fetch(self, name: str, target: Path) -> None:
        with _named_errors(checked(name)):
            answer = obstore.get(self._bucket, name)
            write_whole(target, answer.meta["size"], lambda out: out.writelines(answer.stream()))

    def exists(self, name: str) -> bool:
        try:
            with _named_errors(checked(name)):
                obstore.head(self._bucket, name)
        except ObjectNotFound:
            return False
        return True

    def delete(self, name: str) -> None:
        try:
            with _named_errors(checked(name)):
                obstore.delete(self._bucket, name)
        except ObjectNotFound:
            return

    def link(self, name: str, lasting: timedelta) -> str:
        with _named_errors(checked(name)):
            return obstore.sign(self._bucket, "GET", name, lasting)


@contextmanager
def _named_errors(name: str) -> Iterator[None]:
    """The library says `FileNotFoundError` for a missing object; all else may pass when asked again."""
    try:
        yield
    except FileNotFoundError as error:
        raise ObjectNotFound(name) from error
    except BaseError as error:
        reason = str(error).strip().partition("\n")[0][:300]
        raise StorageUnavailable(name, reason) from error
