"""A composition becomes a file: scenes and sound side by side, joined, examined, and only then named."""

import asyncio
import os
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from reelhouse.media.composition import Composition
from reelhouse.render.cache import Cache, digest_of, link_or_copy
from reelhouse.render.checks import Check, Repair, SceneExamination, repairs_for
from reelhouse.render.drawings import Drawings
from reelhouse.render.encoders import Choice, choose_encoder
from reelhouse.render.encoding import EncodedPiece, SceneEncoder
from reelhouse.render.errors import CheckFailed
from reelhouse.render.ffmpeg import PROTOCOLS, Ffmpeg, find_ffmpeg, telling_disk_full
from reelhouse.render.inspection import Inspector
from reelhouse.render.loudness import CEILING_DBTP, TARGET_LUFS
from reelhouse.render.memory import give_back
from reelhouse.render.painters import Stock, films_of
from reelhouse.render.painting.films import cut_film
from reelhouse.render.plans import ScenePlan
from reelhouse.render.scenes import ScenePlanner
from reelhouse.render.scratch import sweep, unfinished
from reelhouse.render.settings import RenderSettings
from reelhouse.render.sound import SoundMixer, find_media
from reelhouse.render.tracking import Tracker
from reelhouse.render.types import Examination, MediaFiles, Progress, Rendered

REPAIRS_TRIED = 2
LITTLE_LOWER = 0.2
"""dB below the ceiling that a second mix aims for, so that it does not miss it again."""


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
class _Piece:
    """A finished piece: its file in the cache and by a name of our own, and what it was found to be."""

    kept: Path
    file: Path
    from_cache: bool
    seen: SceneExamination


@dataclass(frozen=True, slots=True)
class _Scene:
    pieces: tuple[_Piece, ...]

    @property
    def passed(self) -> bool:
        return all(piece.seen.passed for piece in self.pieces)

    @property
    def from_cache(self) -> bool:
        return all(piece.from_cache for piece in self.pieces)


@dataclass(frozen=True, slots=True)
class _Parts:
    """All that is joined. The sound was mixed `correction` LU louder and `headroom` dB lower than planned."""

    scenes: tuple[_Scene, ...]
    sound: Path
    correction: float = 0.0
    headroom: float = 0.0

    @property
    def pieces(self) -> Iterator[_Piece]:
        return (piece for scene in self.scenes for piece in scene.pieces)


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
        parts = await self._produce(plans, tracker)
        joined, examination = await self._joined(parts, tracker)
        for _ in range(REPAIRS_TRIED):
            if examination.passed:
                break
            parts = await self._repaired(parts, plans, examination)
            joined, examination = await self._joined(parts, tracker)
        if not examination.passed:
            self._forget(parts)
            raise CheckFailed(examination.findings)
        sha256 = await asyncio.to_thread(_settle, joined)
        joined.replace(out)
        tracker.reach("done")
        return Rendered(
            path=out,
            sha256=sha256,
            examination=examination,
            scenes_from_cache=sum(scene.from_cache for scene in parts.scenes),
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

    async def _produce(self, plans: Sequence[ScenePlan], tracker: Tracker) -> _Parts:
        """All scenes, some at once, while the sound is mixed; the first failure stops the others."""
        places = asyncio.Semaphore(self.settings.workers)

        async def make(number: int, plan: ScenePlan) -> _Scene:
            async with places:
                return await self._scene(number, plan, lambda frames: tracker.frames_done(number, frames))

        try:
            async with asyncio.TaskGroup() as group:
                sound = group.create_task(self._mix())
                scenes = [group.create_task(make(number, plan)) for number, plan in enumerate(plans)]
        except BaseExceptionGroup as failures:
            raise failures.exceptions[0] from failures
        return _Parts(tuple(scene.result() for scene in scenes), sound.result())

    async def _scene(
        self, number: int, plan: ScenePlan, on_frames: Callable[[int], None], *, afresh: bool = False
    ) -> _Scene:
        encoder = SceneEncoder(self.ffmpeg, self.cache, self.encoder.codec)
        encoded = await encoder.encode(plan, on_frames, afresh=afresh)
        scene = _Scene(tuple([await self._piece(number, piece) for piece in encoded]))
        if not scene.from_cache:
            await asyncio.to_thread(give_back)
        return scene

    async def _piece(self, number: int, piece: EncodedPiece) -> _Piece:
        file = self._hold(piece.path, f"{number}-{piece.plan.first}.mp4")
        promised = replace(piece.plan.promised, anchored=self.encoder.codec.anchored)
        seen = await Inspector(self.cache).scene(file, promised)
        return _Piece(piece.path, file, piece.from_cache, seen)

    async def _mix(self, correction: float = 0.0, headroom: float = 0.0, *, afresh: bool = False) -> Path:
        mixer = SoundMixer(self.ffmpeg, self.cache)
        sound = await mixer.mix(
            self.composition, self.media, correction=correction, headroom=headroom, afresh=afresh
        )
        return self._hold(sound, "sound.m4a")

    async def _repaired(self, parts: _Parts, plans: Sequence[ScenePlan], examination: Examination) -> _Parts:
        """What can be made again, made again. Raises `CheckFailed` when that would not help."""
        wanted = repairs_for(examination.findings)
        if Repair.REFUND in wanted:
            self._forget(parts)
            raise CheckFailed(examination.findings)
        scenes = list(parts.scenes)
        for number, scene in enumerate(scenes):
            if not scene.passed:
                scenes[number] = await self._scene(number, plans[number], lambda _frames: None, afresh=True)
        if Repair.MIX_AGAIN not in wanted:
            return replace(parts, scenes=tuple(scenes))
        checks = {finding.check for finding in examination.findings}
        correction, headroom = parts.correction, parts.headroom
        if Check.LOUDNESS in checks:
            correction += TARGET_LUFS - examination.loudness_lufs
        if Check.TRUE_PEAK in checks:
            headroom += examination.true_peak_dbtp - CEILING_DBTP + LITTLE_LOWER
        sound = await self._mix(correction, headroom, afresh=True)
        return _Parts(tuple(scenes), sound, correction, headroom)

    def _forget(self, parts: _Parts) -> None:
        """Whoever asks again shall not be given what failed."""
        for piece in parts.pieces:
            if not piece.seen.passed:
                self.cache.drop(piece.kept)

    async def _joined(self, parts: _Parts, tracker: Tracker) -> tuple[Path, Examination]:
        tracker.reach("joining")
        joined = await self._join(parts)
        tracker.reach("checking")
        seen = [piece.seen for piece in parts.pieces]
        return joined, await Inspector(self.cache).joined(joined, self.composition, seen)

    def _hold(self, piece: Path, name: str) -> Path:
        """A piece of the cache by a name of our own, which stays when the cache is trimmed."""
        held = self.work / name
        held.unlink(missing_ok=True)
        link_or_copy(piece, held)
        return held

    async def _join(self, parts: _Parts) -> Path:
        """Put the scenes behind each other and the sound beside them, without encoding anything again."""
        names = [f"file {piece.file.name}" for piece in parts.pieces]
        (self.work / "scenes.txt").write_text("\n".join(["ffconcat version 1.0", *names]) + "\n")
        joined = self.work / "joined.mp4"
        arguments = [
            *PROTOCOLS, "-f", "concat", "-auto_convert", "0", "-i", "scenes.txt",
            *PROTOCOLS, "-i", parts.sound.name,
            "-map", "0:v:0", "-map", "1:a:0", "-c", "copy", "-map_metadata", "-1",
            "-metadata", f"title={self.composition.title}", "-fflags", "+bitexact",
            "-movflags", "+faststart", "-f", "mp4", joined.name,
        ]  # fmt: skip
        await self.ffmpeg.run(arguments, cwd=self.work, stage="joining")
        return joined


def _settle(path: Path) -> str:
    """Bring the bytes to the disk before they get their name, and tell their SHA-256."""
    with path.open("rb") as file:
        os.fsync(file.fileno())
    return digest_of(path)
