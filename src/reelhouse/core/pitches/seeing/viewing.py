"""Bringing uploaded screenshots to this machine, and having them looked at within limits."""

import asyncio
import json
import sys
import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from uuid import UUID

from reelhouse.core.pitches.types import SEEN, Screenshot, Seen
from reelhouse.engines.ocr.settings import OcrSettings
from reelhouse.kit.process import OutputTooLong, ProcessFailed, ProcessTimedOut, run
from reelhouse.storage.base import ObjectStore
from reelhouse.storage.errors import ObjectNotFound

CHILD = "reelhouse.core.pitches.seeing.child"
AT_ONCE = 2
"""Processes that look; a plan has an answer within a second then, also for fifty screenshots."""

FEW = 6
"""So many screenshots are looked at sooner than a second process has started."""

SECONDS_EACH, SECONDS_TO_START = 10, 10
READING_SECONDS = 20.0
"""So long one plan waits for words to be read; what is left is read for the next one."""

MEGABYTES, READING_MEGABYTES = 2048, 8192
TOO_MUCH = "it is too much to decode"


@dataclass(frozen=True, slots=True)
class Views:
    """What was newly seen of screenshots, which were never uploaded, and why others cannot be used.

    `unread` of them have words that nobody has read yet, though somebody here could.
    """

    seen: Mapping[UUID, Seen]
    missing: frozenset[UUID]
    refused: Mapping[UUID, str]
    unread: int


class Viewer:
    """`ocr` tells who reads words, if anybody does."""

    def __init__(self, store: ObjectStore, ocr: OcrSettings | None = None) -> None:
        self._store = store
        self._ocr = ocr if ocr is not None and ocr.backend != "none" else None

    async def view(self, screenshots: Sequence[Screenshot]) -> Views:
        """Look at those that nobody has looked at, and read those that nobody has read.

        Raises `StorageUnavailable`.
        """
        wanted = [one for one in screenshots if one.seen is None or self._is_unread(one.seen)]
        with tempfile.TemporaryDirectory(prefix="reelhouse-screens-") as folder:
            files = await self._fetched(wanted, Path(folder))
            there = [one for one in wanted if one.screenshot_id in files]
            found = await _looked_at([one for one in there if one.seen is None], files, Path(folder))
            refused = {one: reason for one, reason in found.items() if isinstance(reason, str)}
            seen = {one: what for one, what in found.items() if isinstance(what, Seen)}
            unread = [one for one in there if self._ocr and one.screenshot_id not in refused]
            read = await self._read(unread, files, Path(folder))
        return Views(
            seen={**seen, **read},
            missing=frozenset(one.screenshot_id for one in wanted if one.screenshot_id not in files),
            refused=refused,
            unread=len(unread) - len(read),
        )

    def _is_unread(self, seen: Seen) -> bool:
        return self._ocr is not None and not seen.reader

    async def _read(
        self, screenshots: Sequence[Screenshot], files: Mapping[UUID, Path], folder: Path
    ) -> dict[UUID, Seen]:
        """As many as are read in time."""
        if not screenshots or self._ocr is None:
            return {}
        found: dict[UUID, Seen | str] = {}
        settings = self._ocr.model_dump(mode="json", exclude={"fallbacks", "key"})
        await asyncio.gather(
            *(
                _run_child(screenshots[part::AT_ONCE], files, folder, found, settings, within=READING_SECONDS)
                for part in range(min(AT_ONCE, len(screenshots)))
            )
        )
        return {one: what for one, what in found.items() if isinstance(what, Seen)}

    async def _fetched(self, screenshots: Sequence[Screenshot], folder: Path) -> dict[UUID, Path]:
        """The files that are there."""

        async def fetch(one: Screenshot) -> Path | None:
            target = folder / str(one.screenshot_id)
            try:
                await asyncio.to_thread(self._store.fetch, one.object_name, target)
            except ObjectNotFound:
                return None
            return target

        paths = await asyncio.gather(*map(fetch, screenshots))
        return {one.screenshot_id: path for one, path in zip(screenshots, paths, strict=True) if path}


async def _looked_at(
    screenshots: Sequence[Screenshot], files: Mapping[UUID, Path], folder: Path
) -> dict[UUID, Seen | str]:
    parts = AT_ONCE if len(screenshots) > FEW else 1
    found = await asyncio.gather(
        *(_look_at(screenshots[part::parts], files, folder) for part in range(parts))
    )
    return {screenshot_id: what for part in found for screenshot_id, what in part.items()}


async def _look_at(
    screenshots: Sequence[Screenshot], files: Mapping[UUID, Path], folder: Path
) -> dict[UUID, Seen | str]:
    """What one process says; when it dies, the file that it was at is to blame, and another goes on."""
    found: dict[UUID, Seen | str] = {}
    left = list(screenshots)
    while left:
        await _run_child(left, files, folder, found, None, within=SECONDS_TO_START + SECONDS_EACH * len(left))
        left = [one for one in left if one.screenshot_id not in found]
        if left:
            found[left.pop(0).screenshot_id] = TOO_MUCH
    return found


async def _run_child(
    screenshots: Sequence[Screenshot],
    files: Mapping[UUID, Path],
    folder: Path,
    found: dict[UUID, Seen | str],
    reader: Mapping[str, object] | None,
    *,
    within: float,
) -> None:
    """Have a process look; what it has told when its time is over, or when it dies, is in `found`."""

    def hear(line: str) -> None:
        told = json.loads(line)
        seen = told.get("seen")
        found[UUID(told["id"])] = SEEN.validate_python(seen) if seen else str(told["refused"])

    wanted = [
        (str(one.screenshot_id), str(files[one.screenshot_id]), one.announced.media_type)
        for one in screenshots
    ]
    try:
        await run(
            [sys.executable, "-I", "-m", CHILD],
            cwd=folder,
            timeout_seconds=within,
            memory_megabytes=MEGABYTES if reader is None else READING_MEGABYTES,
            stdin=json.dumps({"files": wanted, "reader": reader}).encode(),
            on_line=hear,
        )
    except (ProcessFailed, ProcessTimedOut, OutputTooLong):
        return
