"""What comes beside a video: stills, subtitles, a timeline for editing programs, and where it comes from."""

from dataclasses import dataclass
from pathlib import Path
from typing import Final

from reelhouse.core.assets.types import AssetKind
from reelhouse.media.interchange.vocabulary import MEDIA_TYPE as OTIO
from reelhouse.media.subtitles import SRT_TYPE, VTT_TYPE

MP4: Final = "video/mp4"
PNG: Final = "image/png"
JSON: Final = "application/json"

ENDINGS: dict[AssetKind, tuple[str, str]] = {
    AssetKind.POSTER: (".poster.png", PNG),
    AssetKind.SHEET: (".sheet.png", PNG),
    AssetKind.SUBTITLES: (".srt", SRT_TYPE),
    AssetKind.CAPTIONS: (".vtt", VTT_TYPE),
    AssetKind.TIMELINE: (".otio", OTIO),
    AssetKind.PROVENANCE: (".provenance.json", JSON),
}
"""How the file of each kind ends, and its media type; in the order in which they are made."""


@dataclass(frozen=True, slots=True)
class File:
    """A file by its content; `kind` is what it is for. `size` in bytes."""

    kind: AssetKind
    media_type: str
    size: int
    sha256: str


@dataclass(frozen=True, slots=True)
class Deliverable:
    """A file beside a video, as it lies on this machine; its name is that of the video with `ending`."""

    ending: str
    path: Path
    file: File

    @property
    def kind(self) -> AssetKind:
        return self.file.kind
