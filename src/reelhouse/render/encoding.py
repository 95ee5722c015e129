"""A planned scene becomes a file: from the cache when it was made before, else painted into one ffmpeg."""

import asyncio
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from reelhouse.render.cache import Cache, digest_of, key_of
from reelhouse.render.captions.stickers import sticker_filters, write_stickers
from reelhouse.render.encoders import Codec
from reelhouse.render.errors import RenderFailed
from reelhouse.render.ffmpeg import PROTOCOLS, Ffmpeg, forget_system_fonts
from reelhouse.render.painting.planes import blank
from reelhouse.render.probe import probe
from reelhouse.render.scenes import ScenePlan
from reelhouse.render.scratch import unfinished

TIMESCALE = 15360
"""Ticks a second, a multiple of every frame rate. A file that counts its length in milliseconds instead is
not a whole number of frames long, and what is joined behind it comes up to half a millisecond off."""
TAGS = "setparams=range=tv:colorspace=bt709:color_primaries=bt709:color_trc=bt709"


@dataclass(frozen=True, slots=True)
class EncodedScene:
    path: Path
    from_cache: bool


class SceneEncoder:
    """Encodes scenes with one ffmpeg and one codec."""

    def __init__(self, ffmpeg: Ffmpeg, cache: Cache, codec: Codec) -> None:
        self._ffmpeg = ffmpeg
        self._cache = cache
        self._codec = codec

    async def encode(
        self, plan: ScenePlan, on_frames: Callable[[int], None], *, afresh: bool = False
    ) -> EncodedScene:
        """The scene as a file of the cache; with `afresh` it is made even when it was made before.

        Raises what `Ffmpeg.run` raises.
        """
        key = await asyncio.to_thread(self._key, plan)
        found = None if afresh else self._cache.find(key, ".mp4")
        if found and await asyncio.to_thread(count_frames, found) == plan.frames:
            on_frames(plan.frames)
            return EncodedScene(found, from_cache=True)
        target = self._cache.target(key, ".mp4")
        with unfinished(target.with_suffix("")) as folder:
            self._furnish(folder, plan)
            await self._ffmpeg.run(
                self._arguments(plan),
                cwd=folder,
                stage=plan.name,
                on_frames=on_frames,
                stdin=lambda inlet: paint_into(inlet, plan),
            )
            made = folder / "scene.mp4"
            frames = await asyncio.to_thread(count_frames, made)
            if frames != plan.frames:
                raise RenderFailed(plan.name, f"{frames} frames were made instead of {plan.frames}")
            self._cache.keep(made, target)
        return EncodedScene(target, from_cache=False)

    def _key(self, plan: ScenePlan) -> str:
        captions = plan.captions
        words = ["no captions"]
        if captions is not None:
            words = [captions.text, *map(digest_of, captions.fonts), repr(captions.stickers)]
        codec = self._codec
        settings = (*codec.before, *codec.filters, *codec.options)
        return key_of("scene 3", plan.recipe, str(plan.frames), *words, *settings, self._ffmpeg.version)

    def _furnish(self, folder: Path, plan: ScenePlan) -> None:
        fonts = folder / "fonts"
        fonts.mkdir(parents=True)
        forget_system_fonts(folder)
        if plan.captions is not None:
            (folder / "captions.ass").write_text(plan.captions.text, encoding="utf-8")
            for font in plan.captions.fonts:
                (fonts / font.name).symlink_to(font)
            write_stickers(plan.captions.stickers, folder)

    def _arguments(self, plan: ScenePlan) -> Sequence[str]:
        captions = []
        if plan.captions is not None:
            captions = ["ass=captions.ass:fontsdir=fonts" + sticker_filters(plan.captions.stickers)]
        graph = ",".join([*captions, TAGS, *self._codec.filters])
        raw = (
            "-f",
            "rawvideo",
            "-pix_fmt",
            "yuv420p",
            "-video_size",
            f"{plan.canvas.width}x{plan.canvas.height}",
        )
        return [
            *self._codec.before, *PROTOCOLS, *raw, "-framerate", str(plan.canvas.fps), "-i", "pipe:0",
            "-vf", graph, *self._codec.options, "-fflags", "+bitexact",
            "-video_track_timescale", str(TIMESCALE), "-movie_timescale", str(TIMESCALE),
            "-frames:v", str(plan.frames), "scene.mp4",
        ]  # fmt: skip


def paint_into(inlet: BinaryIO, plan: ScenePlan) -> None:
    """Paint a scene frame by frame into a pipe, as raw planes."""
    painter = plan.painter()
    canvas = blank(plan.canvas.width, plan.canvas.height)
    picture = canvas.buffer.data
    for frame in range(plan.frames):
        painter.paint(frame, canvas)
        left = picture
        while left:
            left = left[inlet.write(left) :]


def count_frames(path: Path) -> int:
    """How many frames of video a file holds; 0 when it cannot be read."""
    facts = probe(path)
    return facts.frames if facts else 0
