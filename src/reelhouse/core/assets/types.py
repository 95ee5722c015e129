"""Files that jobs made, and what is known of them."""

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from uuid import UUID

from reelhouse.core.jobs.types import JsonObject


class AssetKind(StrEnum):
    """What a file is for; a job has one of each, or several parts. Captions are WebVTT, subtitles SubRip."""

    VIDEO = "video"
    PROVENANCE = "provenance"
    POSTER = "poster"
    SHEET = "sheet"
    CAPTIONS = "captions"
    SUBTITLES = "subtitles"
    TIMELINE = "timeline"
    IMAGE = "image"
    AUDIO = "audio"
    ANNOTATION = "annotation"
    MESH = "mesh"
    SLIDE = "slide"
    STILL = "still"
    DOCUMENT = "document"


@dataclass(frozen=True, slots=True)
class NewAsset:
    """A file that lies in the object store already. `size` in bytes, `sha256` in hexadecimal digits.

    `part` counts from 0 where a job has several files of one kind.
    """

    workspace_id: UUID
    job_id: UUID
    kind: AssetKind
    media_type: str
    size: int
    sha256: str
    object_name: str
    facts: JsonObject = field(default_factory=dict)
    expires_at: datetime | None = None
    part: int = 0


@dataclass(frozen=True, slots=True)
class Asset:
    """`facts` are what was measured, such as the duration; one without `expires_at` is kept for good."""

    asset_id: UUID
    workspace_id: UUID
    job_id: UUID
    kind: AssetKind
    media_type: str
    size: int
    sha256: str
    object_name: str
    facts: JsonObject
    created_at: datetime
    expires_at: datetime | None
    part: int = 0
