"""Files that callers sent along."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID


@dataclass(frozen=True, slots=True)
class Upload:
    """A file of a caller in the object store, and until when it is kept. `size` in bytes."""

    upload_id: UUID
    workspace_id: UUID
    media_type: str
    size: int
    object_name: str
    created_at: datetime
    expires_at: datetime
