"""A composition becomes a file: scenes and sound side by side, joined, examined, and only then named."""

import asyncio
import os
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from pydantic import TypeAdapter

from reelhouse.media.composition import Composition, composition_to_json
from reelhouse.render.cache import Cache, digest_of, key_of, link_or_copy
from reelhouse.render.checks import CHECKS_VERSION, SOUND_LEVELS, examine
from reelhouse.render.drawings import Drawings
from reelhouse.render.encoders import Choice, choose_encoder
from reelhouse.render.encoding import EncodedScene, SceneEncoder
from reelhouse.render.errors import CheckFailed
from reelhouse.render.ffmpeg import PROTOCOLS, Ffmpeg, find_ffmpeg, telling_disk_full
from reelhouse.render.loudness import TARGET_LUFS
from reelhouse.render.painting.films import cut_film
from reelhouse.render.scenes import ScenePlan, ScenePlanner, Stock, films_of
from reelhouse.render.scratch import sweep, unfinished
from reelhouse.render.settings import RenderSettings
from reelhouse.render.sound import SoundMixer, find_media
from reelhouse.render.tracking import Tracker
from reelhouse.render.types import Examination, MediaFiles, Progress, Rendered

EXAMINATIONS: TypeAdapter[Examination] = TypeAdapter(Examination)


async def render(
    composition: Composition,
    media: MediaFiles,
    out: Path,
    *,
    settings: RenderSettings,
    cache: Path,
    progress: Progress | None = None,
) -> Rendered:
    """Make the file `out` of a composition, whole or not at all.

    Works in a folder beside `out` that is gone at the end, also after an error or a cancellation. Scenes,
    drawings and sound are kept in `cache` by content, so that an edit renders only what it changed.

    Raises `MediaMissing`, `MediaUnreadable`, `FfmpegMissing`, `RenderFailed`,
    `NoSpaceLeft`, `ProcessTimedOut`, or `CheckFailed` when the result does not keep what was planned.
    """
    for ref in composition.media:
        find_media(media, ref.sha256)
    out, cache = _from_root(out), _from_root(cache)
    ffmpeg = await find_ffmpeg(settings)
    encoder = await choose_encoder(ffmpeg, settings, composition.canvas.fps)
    with telling_disk_full(out.parent):
        out.parent.mkdir(parents=True, exist_ok=True)
        sweep(out.parent, out.stem)
        kept = Cache(cache, settings.cache_megabytes)
        with unfinished(out.with_suffix("")) as work:
            work.mkdir()
            workshop = _Workshop(composition, media, settings, ffmpeg, encoder, kept, work)
            rendered = await workshop.make(out, Tracker(composition.frames, progress))
        kept.trim()
    return rendered


def _from_root(path: Path) -> Path:
    """A name that holds in every folder, as each ffmpeg works in one of its own."""
    return path.absolute()


@dataclass(frozen=True, slots=True)
class _Workshop:
    """All that one render needs at hand; `work` is its own folder."""

    composition: Composition
    media: MediaFiles
    settings: RenderSettings
    ffmpeg: Ffmpeg
    encoder: Choice
    cache: Cache
    work: Path

    async def make(self, out: Path, tracker: Tracker) -> Rendered:
        plans = await self.plan()
        mixer = SoundMixer(self.ffmpeg, self.cache)
        scenes, sound = await self._produce(plans, mixer, tracker)
        tracker.reach("joining")
        joined = await self._join(scenes, sound)
        tracker.reach("checking")
        examination = await self._examine(joined)
        if not examination.passed and all(finding.check in SOUND_LEVELS for finding in examination.findings):
            correction = TARGET_LUFS - examination.loudness_lufs
            sound = await self._mix(mixer, correction)
            joined = await self._join(scenes, sound)
            examination = await self._examine(joined)
        if not examination.passed:
            raise CheckFailed(examination.findings)
        sha256 = await asyncio.to_thread(_settle, joined)
        joined.replace(out)
        tracker.reach("done")
        return Rendered(
            path=out,
            sha256=sha256,
            examination=examination,
            scenes_from_cache=sum(scene.from_cache for scene in scenes),
            encoder=self.encoder.codec.name,
            warnings=self._warnings(plans),
        )

    async def plan(self) -> list[ScenePlan]:
        """Cut films to size, draw what is to be seen, and say how each scene is made."""
        films = {
            (film.sha256, canvas): await cut_film(self.ffmpeg, self.cache, self.media[film.sha256], canvas)
            for film, canvas in films_of(self.composition)
        }
        stock = Stock(self.media, films)
        planner = ScenePlanner(self.composition, Drawings(self.cache, self.work), stock)
        return await asyncio.to_thread(planner.plans)

    def _warnings(self, plans: Sequence[ScenePlan]) -> tuple[str, ...]:
        told = [self.encoder.warning] if self.encoder.warning else []
        told += [warning for plan in plans for warning in plan.warnings]
        return tuple(dict.fromkeys(told))

    async def _produce(
        self, plans: Sequence[ScenePlan], mixer: SoundMixer, tracker: Tracker
    ) -> tuple[list[EncodedScene], Path]:
        """All scenes, some at once, while the sound is mixed; the first failure stops the others."""
        encoder = SceneEncoder(self.ffmpeg, self.cache, self.encoder.codec)
        places = asyncio.Semaphore(self.settings.workers)

        async def encode(number: int, plan: ScenePlan) -> EncodedScene:
            async with places:
                scene = await encoder.encode(plan, lambda frames: tracker.frames_done(number, frames))
            return EncodedScene(self._hold(scene.path, f"{number}.mp4"), scene.from_cache)

        try:
            async with asyncio.TaskGroup() as group:
                sound = group.create_task(self._mix(mixer))
                scenes = [group.create_task(encode(number, plan)) for number, plan in enumerate(plans)]
        except BaseExceptionGroup as failures:
            raise failures.exceptions[0] from failures
        return [scene.result() for scene in scenes], sound.result()

    async def _mix(self, mixer: SoundMixer, correction: float = 0.0) -> Path:
        sound = await mixer.mix(self.composition, self.media, correction=correction)
        return self._hold(sound, "sound.m4a")

    def _hold(self, piece: Path, name: str) -> Path:
        """A piece of the cache by a name of our own, which stays when the cache is trimmed."""
        held = self.work / name
        held.unlink(missing_ok=True)
        link_or_copy(piece, held)
        return held

    async def _join(self, scenes: Sequence[EncodedScene], sound: Path) -> Path:
        """Put the scenes behind each other and the sound beside them, without encoding anything again."""
        names = [f"file {scene.path.name}" for scene in scenes]
        (self.work / "scenes.txt").write_text("\n".join(["ffconcat version 1.0", *names]) + "\n")
        joined = self.work / "joined.mp4"
        arguments = [
            *PROTOCOLS, "-f", "concat", "-i", "scenes.txt", *PROTOCOLS, "-i", sound.name,
            "-map", "0:v:0", "-map", "1:a:0", "-c", "copy", "-map_metadata", "-1",
            "-metadata", f"title={self.composition.title}", "-fflags", "+bitexact",
            "-movflags", "+faststart", "-f", "mp4", joined.name,
        ]  # fmt: skip
        await self.ffmpeg.run(arguments, cwd=self.work, stage="joining")
        return joined

    async def _examine(self, joined: Path) -> Examination:
        """Equal bytes need no second look: what was found out about them is kept."""
        digest = await asyncio.to_thread(digest_of, joined)
        key = key_of("examination", CHECKS_VERSION, digest, composition_to_json(self.composition))
        if found := self.cache.find(key, ".json"):
            return EXAMINATIONS.validate_json(found.read_bytes())
        examination = await examine(joined, self.composition, settings=self.settings, every_picture=False)
        target = self.cache.target(key, ".json")
        with unfinished(target) as path:
            path.write_bytes(EXAMINATIONS.dump_json(examination))
            self.cache.keep(path, target)
        return examination


def _settle(path: Path) -> str:
    """Bring the bytes to the disk before they get their name, and tell their SHA-256."""
    with path.open("rb") as file:
        os.fsync(file.fileno())
    return digest_of(path)
