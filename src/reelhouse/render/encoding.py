"""A planned scene becomes a file: from the cache when it was made before, else painted into one ffmpeg."""

import asyncio
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from reelhouse.render.burning import caption_filters, furnish, raw_pictures
from reelhouse.render.cache import Cache, digest_of, key_of
from reelhouse.render.encoders import Codec
from reelhouse.render.errors import RenderFailed
from reelhouse.render.ffmpeg import PROTOCOLS, Ffmpeg
from reelhouse.render.painting.planes import Planes, blank
from reelhouse.render.plans import PiecePlan, ScenePlan
from reelhouse.render.probe import probe
from reelhouse.render.scratch import unfinished

if TYPE_CHECKING:
    from reelhouse.render.painting.painter import Painter

TIMESCALE = 15360
"""Ticks a second, a multiple of every frame rate. A file that counts its length in milliseconds instead is
not a whole number of frames long, and what is joined behind it comes up to half a millisecond off."""
TAGS = "setparams=range=tv:colorspace=bt709:color_primaries=bt709:color_trc=bt709"


@dataclass(frozen=True, slots=True)
class EncodedPiece:
    plan: PiecePlan
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
    ) -> list[EncodedPiece]:
        """The pieces of a scene as files of the cache; with `afresh` also those that were made before.

        Raises what `Ffmpeg.run` raises.
        """
        keys = await asyncio.to_thread(self._keys, plan)
        painting = Painting(plan)
        made: list[EncodedPiece] = []
        for piece, key in zip(plan.pieces, keys, strict=True):
            found = None if afresh else self._cache.find(key, ".mp4")
            if found is None or await asyncio.to_thread(count_frames, found) != piece.frames:
                found = None
                await self._make(piece, painting, self._cache.target(key, ".mp4"), on_frames)
            on_frames(piece.end)
            made.append(EncodedPiece(piece, self._cache.target(key, ".mp4"), from_cache=found is not None))
        return made

    async def _make(
        self, piece: PiecePlan, painting: "Painting", target: Path, on_frames: Callable[[int], None]
    ) -> None:
        """One run of ffmpeg, which begins anew: a piece is the same whatever is made with it."""
        with unfinished(target.with_suffix("")) as folder:
            furnish(folder, painting.plan.captions)
            await self._ffmpeg.run(
                self._arguments(painting.plan, piece),
                cwd=folder,
                stage=painting.plan.name,
                on_frames=lambda frames: on_frames(piece.first + frames),
                stdin=lambda inlet: painting.pour(piece, inlet),
            )
            made = folder / "scene.mp4"
            frames = await asyncio.to_thread(count_frames, made)
            if frames != piece.frames:
                raise RenderFailed(painting.plan.name, f"{frames} frames were made instead of {piece.frames}")
            self._cache.keep(made, target)

    def _keys(self, plan: ScenePlan) -> list[str]:
        captions = plan.captions
        words = ["no captions"]
        if captions is not None:
            words = [captions.text, *map(digest_of, captions.fonts), repr(captions.stickers)]
        codec = self._codec
        settings = (*codec.before, *codec.filters, *codec.options)
        shared = (*words, *settings, self._ffmpeg.version)
        return [key_of("piece 1", piece.recipe, *shared) for piece in plan.pieces]

    def _arguments(self, plan: ScenePlan, piece: PiecePlan) -> Sequence[str]:
        canvas = plan.canvas
        source = (*PROTOCOLS, *raw_pictures(canvas.width, canvas.height, canvas.fps))
        burned = caption_filters(plan.captions, piece.first, canvas.fps)
        graph = ",".join([*burned, TAGS, *self._codec.filters])
        return [
            *self._codec.before, *source, "-vf", graph, *self._codec.options, "-fflags", "+bitexact",
            "-video_track_timescale", str(TIMESCALE), "-movie_timescale", str(TIMESCALE),
            "-frames:v", str(piece.frames), "scene.mp4",
        ]  # fmt: skip


class Painting:
    """The frames of a scene, painted when pieces of it are made, one after the other."""

    def __init__(self, plan: ScenePlan) -> None:
        self.plan = plan
        self._canvas: Planes | None = None
        self._painter: Painter | None = None

    def pour(self, piece: PiecePlan, inlet: BinaryIO) -> None:
        """Paint a piece into a pipe, as raw planes."""
        painter = self._painter = self._painter or self.plan.painter(piece.first)
        canvas = self._canvas = self._canvas or blank(self.plan.canvas.width, self.plan.canvas.height)
        for frame in range(piece.first, piece.end):
            painter.paint(frame, canvas)
            left = canvas.buffer.data
            while left:
                left = left[inlet.write(left) :]


def count_frames(path: Path) -> int:
    """How many frames of video a file holds; 0 when it cannot be read."""
    facts = probe(path, decode=False)
    return facts.frames if facts else 0
