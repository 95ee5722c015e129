"""Writing what comes beside a video."""

import asyncio
import hashlib
from pathlib import Path
from urllib.parse import quote

from pydantic import JsonValue

from reelhouse.core.assets.types import AssetKind
from reelhouse.core.videos.beside import ENDINGS, MP4, Deliverable, File
from reelhouse.core.videos.provenance import Making, provenance_of
from reelhouse.media.composition import Composition
from reelhouse.media.interchange.writing import composition_to_otio
from reelhouse.media.subtitles import cues_of, srt_of, vtt_of
from reelhouse.render.ffmpeg import telling_disk_full
from reelhouse.render.posters import stills_of
from reelhouse.render.types import Rendered


async def write_deliverables(
    plan: JsonValue,
    composition: Composition,
    rendered: Rendered,
    making: Making,
    name: str | None = None,
    *,
    poster_frame: int | None = None,
) -> tuple[Deliverable, ...]:
    """Write all that comes beside a video into its folder.

    `plan` is what it was made from, as JSON; `name` is what its file is called where people get it. The
    poster is the frame of that number, or else the best one. Raises `RenderFailed` and `NoSpaceLeft`.
    """
    video = rendered.path
    stills = {kind: _beside(video, kind) for kind in (AssetKind.POSTER, AssetKind.SHEET)}
    await stills_of(video, composition, stills[AssetKind.POSTER], stills[AssetKind.SHEET], poster_frame)
    with telling_disk_full(video.parent):
        return await asyncio.to_thread(_write, plan, composition, rendered, making, name or video.name)


def _write(
    plan: JsonValue, composition: Composition, rendered: Rendered, making: Making, name: str
) -> tuple[Deliverable, ...]:
    video, cues = rendered.path, cues_of(composition.narration, composition.duration)
    texts = {
        AssetKind.SUBTITLES: srt_of(cues),
        AssetKind.CAPTIONS: vtt_of(cues, composition.narration.language),
        AssetKind.TIMELINE: composition_to_otio(composition, video=quote(name)),
    }
    for kind, text in texts.items():
        _beside(video, kind).write_text(text, encoding="utf-8", newline="\n")
    beside = [_deliverable(video, kind) for kind in ENDINGS if kind is not AssetKind.PROVENANCE]
    itself = File(AssetKind.VIDEO, MP4, rendered.examination.size, rendered.sha256)
    files = [itself, *(deliverable.file for deliverable in beside)]
    _beside(video, AssetKind.PROVENANCE).write_bytes(
        provenance_of(plan, composition, rendered, making, files)
    )
    return (*beside, _deliverable(video, AssetKind.PROVENANCE))


def _beside(video: Path, kind: AssetKind) -> Path:
    return video.with_name(video.stem + ENDINGS[kind][0])


def _deliverable(video: Path, kind: AssetKind) -> Deliverable:
    ending, media_type = ENDINGS[kind]
    path = _beside(video, kind)
    content = path.read_bytes()
    file = File(kind, media_type, len(content), hashlib.sha256(content).hexdigest())
    return Deliverable(ending, path, file)
