"""Objects as files of one folder, with links that this house serves itself."""

from datetime import UTC, datetime, timedelta
from pathlib import Path
from urllib.parse import urlencode

from reelhouse.kit.clock import Clock
from reelhouse.storage.base import UploadLink
from reelhouse.storage.errors import ObjectNotFound, StorageUnavailable
from reelhouse.storage.links import Announced, LinkSigner
from reelhouse.storage.names import checked
from reelhouse.storage.parts import copy_whole

__all__ = ["LinkSigner", "LocalObjects"]


class LocalObjects:
    """An object lies at its name under `root`; links start with `public_url` and are checked by `signer`."""

    def __init__(self, root: Path, public_url: str, signer: LinkSigner, clock: Clock) -> None:
        self._root = root
        self._public_url = public_url.rstrip("/")
        self._signer = signer
        self._clock = clock

    def put_file(self, name: str, source: Path, media_type: str) -> None:  # noqa: ARG002 - the name's ending tells it
        copy_whole(source, self.path_of(name))

    def fetch(self, name: str, target: Path) -> None:
        path = self.path_of(name)
        try:
            copy_whole(path, target)
        except FileNotFoundError as error:
            raise ObjectNotFound(name) from error
        except OSError as error:
            raise StorageUnavailable(name, error.strerror or str(error)) from error

    def exists(self, name: str) -> bool:
        return self.path_of(name).is_file()

    def delete(self, name: str) -> None:
        try:
            self.path_of(name).unlink(missing_ok=True)
        except OSError as error:
            raise StorageUnavailable(name, error.strerror or str(error)) from error

    def link(self, name: str, lasting: timedelta) -> str:
        expires = int((self._clock.now() + lasting).timestamp())
        signature = self._signer.sign(checked(name), expires)
        return f"{self._public_url}/files/{name}?expires={expires}&signature={signature}"

    def upload_link(self, name: str, media_type: str, size: int, lasting: timedelta) -> UploadLink:
        expires = int((self._clock.now() + lasting).timestamp())
        signature = self._signer.sign_upload(Announced(checked(name), media_type, size), expires)
        query = urlencode({"type": media_type, "size": size, "expires": expires, "signature": signature})
        return UploadLink(
            url=f"{self._public_url}/files/{name}?{query}",
            method="PUT",
            headers={"Content-Type": media_type},
            expires_at=datetime.fromtimestamp(expires, UTC),
        )

    def path_of(self, name: str) -> Path:
        """Where an object lies, or would lie. Raises `ObjectNameRefused`."""
        return self._root / checked(name)
