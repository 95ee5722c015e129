"""The files of a task, brought to this machine and into the form that engines take."""

import asyncio
from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from http import HTTPStatus
from pathlib import Path
from urllib.parse import urlsplit

from pydantic import TypeAdapter

from reelhouse.core.inputs.errors import FileRefused
from reelhouse.core.inputs.images import decode_image
from reelhouse.core.tasks.errors import InputUnreadable
from reelhouse.core.tasks.limits import (
    FETCH_SECONDS,
    LONGEST_RECORDING,
    LONGEST_VOICE,
    MOST_BYTES,
    Form,
)
from reelhouse.core.tasks.types import (
    AnnotateTask,
    FilmTask,
    Given,
    JoinTask,
    MeshTask,
    SpeakTask,
    Task,
    given_files,
)
from reelhouse.kit.safe_fetch import AddressRefused, FetchFailed, ResponseTooLarge, SafeFetch
from reelhouse.media.sniffing import sniff
from reelhouse.render.clips.sound_files import SoundRefused, decode_sound
from reelhouse.render.settings import RenderSettings
from reelhouse.storage.base import ObjectStore

VOICE_RATE, HEARING_RATE, FILM_RATE = 24_000, 16_000, 48_000
HEAD = 64 * 1024


@dataclass(frozen=True, slots=True)
class Gathered:
    """Names of the files between the steps, by the fields of the caller."""

    names: Mapping[str, str]


GATHERINGS: TypeAdapter[Gathered] = TypeAdapter(Gathered)


class TaskInputs:
    def __init__(self, fetch: SafeFetch, store: ObjectStore, settings: RenderSettings) -> None:
        self._fetch = fetch
        self._store = store
        self._settings = settings

    async def bring(self, task: Task, folder: Path) -> Mapping[str, Path]:
        """Every file of the task, by its field. Raises `InputUnreadable` with the field that is to blame."""
        brought: dict[str, Path] = {}
        for number, given in enumerate(given_files(task)):
            own = folder / str(number)
            own.mkdir(parents=True)
            brought[given.field] = await self._one(task, given, own)
        return brought

    async def _one(self, task: Task, given: Given, folder: Path) -> Path:
        form = form_of(task, given)
        raw = folder / "raw"
        await self._fetched(given, raw, form)
        if form is Form.CLIP:
            return raw
        if form is Form.SOUND:
            return await self._sound(task, given, raw, folder)
        try:
            return await decode_image(raw.read_bytes(), folder, alpha=isinstance(task, MeshTask))
        except FileRefused as refusal:
            raise InputUnreadable(_told(given), refusal.reason) from refusal

    async def _fetched(self, given: Given, target: Path, form: Form) -> None:
        if given.url is None:
            assert given.staged is not None, "a file is at an address, or staged"  # noqa: S101
            await asyncio.to_thread(self._store.fetch, given.staged, target)
            return
        try:
            answer = await self._fetch.save(
                given.url, target, max_bytes=MOST_BYTES[form], timeout=FETCH_SECONDS
            )
        except (AddressRefused, FetchFailed, ResponseTooLarge) as refusal:
            raise InputUnreadable(_told(given), refusal.message) from refusal
        if answer.status != HTTPStatus.OK:
            raise InputUnreadable(_told(given), f"it answered with status {answer.status}")

    async def _sound(self, task: Task, given: Given, raw: Path, folder: Path) -> Path:
        with raw.open("rb") as file:
            if sniff(file.read(HEAD)) is None:
                raise InputUnreadable(_told(given), "its bytes are no audio of a kind that is taken")
        rate, channels, longest = _sound_form(task)
        path = folder / "sound.wav"
        try:
            await decode_sound(
                raw, path, rate=rate, channels=channels, most_seconds=longest, settings=self._settings
            )
        except SoundRefused as refusal:
            raise InputUnreadable(_told(given), refusal.reason) from refusal
        return path


def form_of(task: Task, given: Given) -> Form:
    match task:
        case JoinTask():
            return Form.CLIP
        case SpeakTask() | AnnotateTask():
            return Form.SOUND
        case FilmTask() if given == task.audio:
            return Form.SOUND
        case _:
            return Form.PICTURE


def _sound_form(task: Task) -> tuple[int, int, Fraction]:
    """Samples a second, channels, and the most seconds."""
    match task:
        case SpeakTask():
            return VOICE_RATE, 1, LONGEST_VOICE
        case FilmTask():
            return FILM_RATE, 2, LONGEST_RECORDING
        case _:
            return HEARING_RATE, 1, LONGEST_RECORDING


def _told(given: Given) -> str:
    return given.field if given.url is None else f"{given.field} at {urlsplit(given.url).netloc}"
