"""Files that callers sent along: noted before they are written, so that none is ever forgotten."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from pathlib import Path
from uuid import UUID

from reelhouse.core.uploads.repository import UploadRepository
from reelhouse.core.uploads.types import Upload
from reelhouse.kit.clock import Clock
from reelhouse.kit.ids import new_id
from reelhouse.storage.base import ObjectStore

KEPT_FOR = timedelta(hours=72)
"""Longer than any job waits; a job that has ended removes its own at once."""


class Uploads:
    """`note` in one transaction, `write` outside of any, and only then use the file in another."""

    def __init__(self, repository: UploadRepository, store: ObjectStore, clock: Clock) -> None:
        self._repository = repository
        self._store = store
        self._clock = clock

    def note(self, workspace_id: UUID, media_type: str, size: int, ending: str) -> Upload:
        """Tell that a file will be written; until its note expires it is kept."""
        upload_id, now = new_id(), self._clock.now()
        upload = Upload(
            upload_id=upload_id,
            workspace_id=workspace_id,
            media_type=media_type,
            size=size,
            object_name=f"uploads/{upload_id}{ending}",
            created_at=now,
            expires_at=now + KEPT_FOR,
        )
        self._repository.add(upload)
        return upload

    def write(self, upload: Upload, source: Path) -> None:
        """Raises `StorageUnavailable`."""
        self._store.put_file(upload.object_name, source, upload.media_type)

    def find(self, upload_ids: Sequence[UUID]) -> tuple[Upload, ...]:
        return self._repository.find(upload_ids)

    def expired(self, now: datetime, limit: int = 100) -> tuple[Upload, ...]:
        """The first uploads whose time is over."""
        return self._repository.expired(now, limit)

    def remove(self, upload: Upload) -> None:
        """Delete the file, then the note of it; when the first fails, the next sweep tries again."""
        self._store.delete(upload.object_name)
        self._repository.delete(upload.upload_id)
