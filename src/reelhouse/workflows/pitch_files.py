"""What pitches are made of, between the steps of a job: on this machine, and in the object store."""

import asyncio
import hashlib
import shutil
from collections.abc import Collection, Iterator
from contextlib import contextmanager
from pathlib import Path, PurePosixPath
from typing import Final
from uuid import UUID

from reelhouse.core.jobs.types import JsonObject
from reelhouse.core.pitches.inputs import PitchInputs
from reelhouse.core.pitches.materials import GATHERED, GatheredPitch, PitchMaterials
from reelhouse.core.pitches.orders import PitchOrder, ScreenFile
from reelhouse.core.pitches.plan import MusicSource
from reelhouse.core.pitches.production import PitchStudio
from reelhouse.core.videos.materials import PNG, RECORDINGS, WAV, Recording
from reelhouse.media.composition import MediaRef
from reelhouse.storage.base import ObjectStore
from reelhouse.workflows.takes import StoredTakes

LOGO: Final = "logo.png"
MUSIC: Final = "music.wav"
NARRATION: Final = "narration.wav"
LYING_BETWEEN: Final = (LOGO, MUSIC, NARRATION)


class PitchFiles:
    """Brings what a pitch is made of, and keeps it for the next step. `key` names a job, or a plan.

    A screenshot is decoded once in the life of its project, and kept as a plain picture beside it.
    """

    def __init__(self, studio: PitchStudio, inputs: PitchInputs, store: ObjectStore, work: Path) -> None:
        self.studio = studio
        self._inputs = inputs
        self._store = store
        self._work = work

    async def gather(self, key: str, order: PitchOrder) -> JsonObject:
        with self.folder(f"{key}-gather") as folder:
            for screenshot_id, screen in order.screens.items():
                await self._decode(screen, folder / str(screenshot_id))
            logo = await self._logo(key, order, folder / "logo") if order.logo else None
            music = await self._own_music(key, order, folder / "music")
        document: JsonObject = GATHERED.dump_python(GatheredPitch(logo, music), mode="json")
        return document

    async def speak(self, key: str, order: PitchOrder, *, silent: bool = False) -> JsonObject:
        """Record the narration, or as much silence."""
        with self.folder(f"{key}-speak") as folder:
            takes = StoredTakes(self._store, _project_folder(order), folder)
            recording, path = await self.studio.record(order.plan, folder, takes=takes, silent=silent)
            await self.put(work_name(key, NARRATION), path, WAV)
        document: JsonObject = RECORDINGS.dump_python(recording, mode="json")
        return document

    async def materials(
        self,
        key: str,
        order: PitchOrder,
        gathered: JsonObject,
        recording: Recording | None,
        folder: Path,
        shown: Collection[UUID] | None = None,
    ) -> PitchMaterials:
        """Everything that was kept, on this machine; of the screenshots those that are `shown`, or all."""
        kept = GATHERED.validate_python(gathered)
        wanted_screens = order.screens if shown is None else {one: order.screens[one] for one in shown}
        screens = {one: await self._screen(screen, folder) for one, screen in wanted_screens.items()}
        files = {order.screens[one].seen.sha256: path for one, path in screens.items()}
        wanted = [(kept.logo, LOGO), (kept.music, MUSIC), (recording.ref if recording else None, NARRATION)]
        for ref, name in wanted:
            if ref is not None:
                files[ref.sha256] = folder / name
                await asyncio.to_thread(self._store.fetch, work_name(key, name), folder / name)
        return PitchMaterials(screens, files, kept, recording)

    async def forget(self, key: str) -> None:
        """Remove what lay between the steps."""
        for name in LYING_BETWEEN:
            await self.delete(work_name(key, name))

    async def put(self, name: str, path: Path, media_type: str) -> None:
        await asyncio.to_thread(self._store.put_file, name, path, media_type)

    async def delete(self, name: str) -> None:
        await asyncio.to_thread(self._store.delete, name)

    @contextmanager
    def folder(self, name: str) -> Iterator[Path]:
        folder = self._work / name
        shutil.rmtree(folder, ignore_errors=True)  # left by a worker that was killed
        folder.mkdir(parents=True)
        try:
            yield folder
        finally:
            shutil.rmtree(folder, ignore_errors=True)

    async def _decode(self, screen: ScreenFile, folder: Path) -> None:
        name = _plain_name(screen)
        if await asyncio.to_thread(self._store.exists, name):
            return
        await self.put(name, await self._inputs.screen(screen, folder), PNG)

    async def _screen(self, screen: ScreenFile, folder: Path) -> Path:
        path = folder / f"{screen.seen.sha256}.png"
        await asyncio.to_thread(self._store.fetch, _plain_name(screen), path)
        return path

    async def _logo(self, key: str, order: PitchOrder, folder: Path) -> MediaRef:
        assert order.logo is not None, "asked only where there is one"  # noqa: S101
        path = await self._inputs.logo(order.logo, folder)
        await self.put(work_name(key, LOGO), path, PNG)
        return MediaRef(await asyncio.to_thread(digest_of, path), PNG)

    async def _own_music(self, key: str, order: PitchOrder, folder: Path) -> MediaRef | None:
        choice = order.plan.direction.music
        if choice.source is not MusicSource.UPLOAD or choice.upload_url is None:
            return None
        path = await self._inputs.music(choice.upload_url, folder)
        await self.put(work_name(key, MUSIC), path, WAV)
        return MediaRef(await asyncio.to_thread(digest_of, path), WAV)


def work_name(key: str, name: str) -> str:
    return f"work/{key}/{name}"


def digest_of(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def size_of(path: Path) -> int:
    return path.stat().st_size


def _plain_name(screen: ScreenFile) -> str:
    folder = PurePosixPath(screen.object_name).parent
    return f"{folder}/plain/{screen.seen.sha256}.png"


def _project_folder(order: PitchOrder) -> str:
    """Where the files of its project lie; of one without screenshots, those of its variant."""
    names = [screen.object_name for screen in order.screens.values()]
    return str(PurePosixPath(names[0]).parent) if names else f"pitches/{order.variant_id}"
