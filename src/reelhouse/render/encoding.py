"""A planned scene becomes a file: from the cache when it was made before, else by one ffmpeg."""

import asyncio
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from reelhouse.render.cache import Cache, digest_of, key_of, link_or_copy
from reelhouse.render.errors import RenderFailed
from reelhouse.render.ffmpeg import PROTOCOLS, Ffmpeg, forget_system_fonts
from reelhouse.render.probe import probe
from reelhouse.render.scenes import ScenePlan
from reelhouse.render.scratch import unfinished
from reelhouse.render.types import Preset

TIMESCALE = 15360
GOP_SECONDS = 2
THREADS = 4
"""Fixed, because x264's frames depend on how many threads made them."""

SPEED = {Preset.DRAFT: ("superfast", 26), Preset.FINAL: ("veryfast", 20)}
"""x264's preset and quality; `ultrafast` would leave High profile."""


@dataclass(frozen=True, slots=True)
class EncodedScene:
    path: Path
    from_cache: bool


class SceneEncoder:
    """Encodes scenes of one frame rate with one ffmpeg."""

    def __init__(self, ffmpeg: Ffmpeg, cache: Cache, preset: Preset, fps: int) -> None:
        self._ffmpeg = ffmpeg
        self._cache = cache
        self._fps = fps
        speed, quality = SPEED[preset]
        self._codec = (
            *("-c:v", "libx264", "-preset", speed, "-crf", str(quality), "-profile:v", "high"),
            *("-pix_fmt", "yuv420p", "-g", str(GOP_SECONDS * fps), "-keyint_min", str(GOP_SECONDS * fps)),
            *("-sc_threshold", "0", "-threads", str(THREADS)),
            *("-fflags", "+bitexact", "-video_track_timescale", str(TIMESCALE)),
        )

    async def encode(self, plan: ScenePlan, on_frames: Callable[[int], None]) -> EncodedScene:
        """The scene as a file of the cache. Raises what `Ffmpeg.run` raises."""
        key = await asyncio.to_thread(self._key, plan)
        found = self._cache.find(key, ".mp4")
        if found and await asyncio.to_thread(count_frames, found) == plan.frames:
            on_frames(plan.frames)
            return EncodedScene(found, from_cache=True)
        target = self._cache.target(key, ".mp4")
        with unfinished(target.with_suffix("")) as folder:
            self._furnish(folder, plan)
            await self._ffmpeg.run(self._arguments(plan), cwd=folder, stage=plan.name, on_frames=on_frames)
            made = folder / "scene.mp4"
            frames = await asyncio.to_thread(count_frames, made)
            if frames != plan.frames:
                raise RenderFailed(plan.name, f"{frames} frames were made instead of {plan.frames}")
            self._cache.keep(made, target)
        return EncodedScene(target, from_cache=False)

    def _key(self, plan: ScenePlan) -> str:
        files = [digest_of(path) for path in (*plan.images, *plan.fonts)]
        texts = [part for item in sorted(plan.texts.items()) for part in item]
        return key_of("scene", plan.graph, *files, *texts, *self._codec, self._ffmpeg.version)

    def _furnish(self, folder: Path, plan: ScenePlan) -> None:
        fonts = folder / "fonts"
        fonts.mkdir(parents=True)
        forget_system_fonts(folder)
        for index, image in enumerate(plan.images):
            link_or_copy(image, folder / f"{index}.png")
        for name, text in plan.texts.items():
            (folder / name).write_text(text, encoding="utf-8")
        for font in plan.fonts:
            (fonts / font.name).symlink_to(font)

    def _arguments(self, plan: ScenePlan) -> Sequence[str]:
        inputs = [
            argument
            for index in range(len(plan.images))
            for argument in (*PROTOCOLS, "-framerate", str(self._fps), "-i", f"{index}.png")
        ]
        graph = ("-filter_complex", plan.graph, "-map", "[v]")
        return [*inputs, *graph, *self._codec, "-frames:v", str(plan.frames), "scene.mp4"]


def count_frames(path: Path) -> int:
    """How many frames of video a file holds; 0 when it cannot be read."""
    facts = probe(path)
    return facts.frames if facts else 0
