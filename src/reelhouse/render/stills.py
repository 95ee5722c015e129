"""One frame of a video that was not rendered yet, exactly as its render will show it."""

import asyncio
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path
from typing import BinaryIO

import cv2
import numpy as np

from reelhouse.media.composition import Composition, EndCard, media_of
from reelhouse.media.time import frame_at
from reelhouse.render.burning import caption_filters, furnish, raw_pictures
from reelhouse.render.cache import Cache
from reelhouse.render.drawings import Drawings
from reelhouse.render.encoding import TAGS
from reelhouse.render.errors import RenderFailed
from reelhouse.render.ffmpeg import PROTOCOLS, Ffmpeg, find_ffmpeg, telling_disk_full
from reelhouse.render.painters import Stock, films_of
from reelhouse.render.painting.films import cut_film
from reelhouse.render.painting.planes import Planes, blank, planes_over, to_rgb
from reelhouse.render.plans import ScenePlan
from reelhouse.render.scenes import ScenePlanner
from reelhouse.render.scratch import unfinished
from reelhouse.render.settings import RenderSettings
from reelhouse.render.sound import find_media
from reelhouse.render.types import MediaFiles

QUICK = 1
"""How hard a PNG is packed, of 9: a still is looked at and thrown away."""


async def still(
    composition: Composition,
    media: MediaFiles,
    at: Fraction,
    out: Path,
    *,
    settings: RenderSettings,
    cache: Path,
) -> None:
    """Write the frame that is seen `at` seconds of the video as a PNG, captions and all.

    Only that one frame is painted, and only the files of its scene are needed (and those of the scene
    before, while it still leaves). Raises `MediaMissing`, `MediaUnreadable`, `FfmpegMissing`,
    `RenderFailed`, `NoSpaceLeft` or `ProcessTimedOut`.
    """
    number = _scene_at(composition, at)
    first = number - 1 if _takes_over(composition, number, at) else number
    for scene in composition.scenes[first : number + 1]:
        for ref in media_of(scene):
            find_media(media, ref.sha256)
    ffmpeg, out = await find_ffmpeg(settings), _from_root(out)
    kept = Cache(_from_root(cache), settings.cache_megabytes)
    with telling_disk_full(out.parent):
        out.parent.mkdir(parents=True, exist_ok=True)
        with unfinished(out.with_suffix("")) as work:
            work.mkdir()
            films = {
                (film.sha256, canvas): await cut_film(ffmpeg, kept, media[film.sha256], canvas)
                for film, canvas in films_of(composition, first, number + 1)
            }
            moment = _Moment(composition, Stock(media, films), number, at)
            plan, picture = await asyncio.to_thread(moment.paint, kept, work)
            burned = await _burned(ffmpeg, plan, moment.frame, picture, work / "burning")
            await asyncio.to_thread(_write, burned, work / "still.png")
            (work / "still.png").replace(out)


def _scene_at(composition: Composition, at: Fraction) -> int:
    """The scene that is seen at a moment; the last one from its end on."""
    ends = [scene.span.end for scene in composition.scenes]
    return next((number for number, end in enumerate(ends) if at < end), len(ends) - 1)


def _takes_over(composition: Composition, number: int, at: Fraction) -> bool:
    """Whether a scene still comes, and the one before is seen too."""
    scene = composition.scenes[number]
    if not number or isinstance(scene, EndCard) or scene.transition is None:
        return False
    return at - scene.span.start < scene.transition.seconds


def _from_root(path: Path) -> Path:
    """A name that holds in every folder, as ffmpeg works in one of its own."""
    return path.absolute()


@dataclass(frozen=True, slots=True)
class _Moment:
    composition: Composition
    stock: Stock
    number: int
    at: Fraction

    @property
    def frame(self) -> int:
        """Counted from the start of the scene."""
        span, fps = self.composition.scenes[self.number].span, self.composition.canvas.fps
        return min(frame_at(self.at - span.start, fps), frame_at(span.duration, fps) - 1)

    def paint(self, cache: Cache, work: Path) -> tuple[ScenePlan, Planes]:
        canvas = self.composition.canvas
        plan = ScenePlanner(self.composition, Drawings(cache, work), self.stock).plan(self.number)
        picture = blank(canvas.width, canvas.height)
        plan.painter(self.frame).paint(self.frame, picture)
        return plan, picture


async def _burned(ffmpeg: Ffmpeg, plan: ScenePlan, frame: int, picture: Planes, folder: Path) -> Planes:
    """The picture with the captions that stand over it."""
    if plan.captions is None or "Dialogue:" not in plan.captions.text:
        return picture
    furnish(folder, plan.captions)
    canvas = plan.canvas
    graph = ",".join([*caption_filters(plan.captions, frame, canvas.fps), TAGS])
    source = (*PROTOCOLS, *raw_pictures(canvas.width, canvas.height, canvas.fps))
    await ffmpeg.run(
        [*source, "-vf", graph, "-frames:v", "1", "-f", "rawvideo", "-pix_fmt", "yuv420p", "burned.yuv"],
        cwd=folder,
        stage=f"a still of {plan.name}",
        stdin=lambda inlet: _pour(picture, inlet),
    )
    buffer = np.fromfile(folder / "burned.yuv", np.uint8)
    if buffer.size != picture.buffer.size:
        raise RenderFailed(f"a still of {plan.name}", f"{buffer.size} bytes came out")
    return planes_over(buffer, picture.width, picture.height)


def _pour(picture: Planes, inlet: BinaryIO) -> None:
    left = picture.buffer.data
    while left:
        left = left[inlet.write(left) :]


def _write(picture: Planes, path: Path) -> None:
    pixels = cv2.cvtColor(to_rgb(picture), cv2.COLOR_RGB2BGR)
    done, png = cv2.imencode(".png", pixels, [cv2.IMWRITE_PNG_COMPRESSION, QUICK])
    if not done:
        raise RenderFailed("a still", "it cannot be written as a PNG")
    path.write_bytes(png.tobytes())
