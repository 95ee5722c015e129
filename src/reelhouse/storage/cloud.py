"""Objects in a bucket of S3, Google Cloud Storage or Azure, or of a server that speaks like them."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path

import obstore
from obstore.exceptions import BaseError
from obstore.store import AzureStore, GCSStore, S3Store

from reelhouse.kit.clock import Clock
from reelhouse.storage.base import UploadLink
from reelhouse.storage.errors import ObjectNotFound, StorageUnavailable
from reelhouse.storage.names import checked
from reelhouse.storage.parts import write_whole

Bucket = S3Store | GCSStore | AzureStore


class CloudObjects:
    """Links are signed with the bucket's own key, and lead to the bucket itself."""

    def __init__(self, bucket: Bucket, clock: Clock) -> None:
        self._bucket = bucket
        self._clock = clock

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

    def upload_link(self, name: str, media_type: str, size: int, lasting: timedelta) -> UploadLink:  # noqa: ARG002 - a bucket signs no size
        expires_at = self._clock.now() + lasting
        with _named_errors(checked(name)):
            url = obstore.sign(self._bucket, "PUT", name, lasting)
        return UploadLink(url, "PUT", self._upload_headers(media_type), expires_at)

    def _upload_headers(self, media_type: str) -> Mapping[str, str]:
        if isinstance(self._bucket, AzureStore):
            return {"Content-Type": media_type, "x-ms-blob-type": "BlockBlob"}
        return {"Content-Type": media_type}


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
