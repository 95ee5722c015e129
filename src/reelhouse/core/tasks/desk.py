"""Where tasks are taken: what this house cannot do is refused here, and what came along is put away."""

import asyncio
import hashlib
import tempfile
from collections.abc import Callable, Mapping
from contextlib import AbstractContextManager
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Protocol
from uuid import UUID

from reelhouse.core.inputs.errors import FileRefused
from reelhouse.core.inputs.images import decode_image
from reelhouse.core.tasks.errors import InputUnreadable
from reelhouse.core.tasks.needs import need_of
from reelhouse.core.tasks.settings import TaskPrices
from reelhouse.core.tasks.types import Given, Task
from reelhouse.core.uploads.service import Uploads
from reelhouse.core.uploads.types import Upload
from reelhouse.engines.settings import EngineSettings
from reelhouse.media.sniffing import sniff

HERE, ELSEWHERE = "render", "remote"
"""Queues: work on this machine takes one of few places, work at a vendor's only waits."""

LARGEST_INLINE = 7_500_000
"""Bytes of a file in a request's own body: ten million characters of base64."""

IMAGE_TYPES = frozenset({"image/png", "image/jpeg", "image/webp"})


class InlineKind(StrEnum):
    IMAGE = "image"
    AUDIO = "audio"


@dataclass(frozen=True, slots=True)
class Inline:
    """A file in the body of a request. `media_type` is what the caller says that it is."""

    field: str
    data: bytes
    media_type: str
    kind: InlineKind
    alpha: bool = False


@dataclass(frozen=True, slots=True)
class Staged:
    """What was put away of an inline file. `media_type`, `size` and `sha256` are of what the caller sent."""

    given: Given
    upload_id: UUID
    media_type: str
    size: int
    sha256: str


class Holdings(Protocol):
    """The part of the core's services that staging needs."""

    @property
    def uploads(self) -> Uploads: ...


Transactions = Callable[[], AbstractContextManager[Holdings]]


class TaskDesk:
    """`tables` are the settings of the engine families, by their names."""

    def __init__(self, tables: Mapping[str, EngineSettings], prices: TaskPrices | None = None) -> None:
        self.prices = prices or TaskPrices()
        self._tables = tables
        self._queues: dict[tuple[str, str], str] = {}

    def queue_for(self, task: Task) -> str:
        """Where the task will be worked on. Raises `EngineNotConfigured` when nobody here can do it."""
        need = need_of(task)
        if need is None:
            return HERE
        known = (need.family.name, need.ability)
        if known not in self._queues:
            able = need.family.able(self._tables[need.family.name], need.ability)
            self._queues[known] = ELSEWHERE if all(backend.remote for backend, _ in able) else HERE
        return self._queues[known]

    def crew_for(self, task: Task) -> tuple[str, ...]:
        """Names of the engines that would be asked, in their order; none for what needs no engine.

        Raises `EngineNotConfigured` when nobody here can do it.
        """
        need = need_of(task)
        if need is None:
            return ()
        return tuple(
            backend.name for backend, _ in need.family.able(self._tables[need.family.name], need.ability)
        )

    async def stage(self, transactions: Transactions, workspace_id: UUID, inline: Inline) -> Staged:
        """Check a file of a caller, and put it into the object store; images become WebP without loss.

        Raises `InputUnreadable` before anything is stored, or `StorageUnavailable`.
        """
        _check(inline)
        with tempfile.TemporaryDirectory(prefix="reelhouse-inline-") as folder:
            path, media_type = await self._kept(inline, Path(folder))
            upload = await asyncio.to_thread(_put_away, transactions, workspace_id, path, media_type)
        return Staged(
            given=Given(inline.field, staged=upload.object_name),
            upload_id=upload.upload_id,
            media_type=inline.media_type,
            size=len(inline.data),
            sha256=hashlib.sha256(inline.data).hexdigest(),
        )

    async def _kept(self, inline: Inline, folder: Path) -> tuple[Path, str]:
        if inline.kind is InlineKind.IMAGE:
            try:
                return await decode_image(inline.data, folder, alpha=True, form="webp"), "image/webp"
            except FileRefused as refusal:
                raise InputUnreadable(inline.field, refusal.reason) from refusal
        path = folder / "sound"
        await asyncio.to_thread(path.write_bytes, inline.data)
        return path, inline.media_type

    async def drop(self, transactions: Transactions, staged: Staged) -> None:
        """Take back what was staged for a request that came to nothing."""
        await asyncio.to_thread(_drop, transactions, staged.upload_id)


def _check(inline: Inline) -> None:
    if len(inline.data) > LARGEST_INLINE:
        raise InputUnreadable(
            inline.field,
            f"it has {len(inline.data)} bytes, and a file inside a request at most {LARGEST_INLINE}",
        )
    found = sniff(inline.data)
    if found is None or not found.startswith(f"{inline.kind}/"):
        raise InputUnreadable(inline.field, f"its bytes are no {inline.kind} of a kind that is taken")
    if found != inline.media_type:
        raise InputUnreadable(
            inline.field, f"it is said to be {inline.media_type}, and its bytes are {found}"
        )


def _put_away(transactions: Transactions, workspace_id: UUID, path: Path, media_type: str) -> Upload:
    ending = ".webp" if media_type == "image/webp" else ".bin"
    with transactions() as services:
        upload = services.uploads.note(workspace_id, media_type, path.stat().st_size, ending)
    with transactions() as services:
        services.uploads.write(upload, path)
    return upload


def _drop(transactions: Transactions, upload_id: UUID) -> None:
    with transactions() as services:
        for upload in services.uploads.find([upload_id]):
            services.uploads.remove(upload)
