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
from reelhouse.kit.process import OutputTooLong, ProcessFailed, ProcessTimedOut, run
from reelhouse.storage.base import ObjectStore
from reelhouse.storage.errors import ObjectNotFound

CHILD = "reelhouse.core.pitches.seeing.child"
AT_ONCE = 2
"""Processes that look; a plan has an answer within a second then, also for fifty screenshots."""

FEW = 6
"""So many screenshots are looked at sooner than a second process has started."""

SECONDS_EACH, SECONDS_TO_START = 10, 10
MEGABYTES = 2048
TOO_MUCH = "it is too much to decode"


@dataclass(frozen=True, slots=True)
class Views:
    """What was seen of screenshots, which were never uploaded, and why others cannot be used."""

    seen: Mapping[UUID, Seen]
    missing: frozenset[UUID]
    refused: Mapping[UUID, str]


class Viewer:
    def __init__(self, store: ObjectStore) -> None:
        self._store = store

    async def view(self, screenshots: Sequence[Screenshot]) -> Views:
        """Look at all of them. Raises `StorageUnavailable`."""
        with tempfile.TemporaryDirectory(prefix="reelhouse-screens-") as folder:
            files = await self._fetched(screenshots, Path(folder))
            there = [one for one in screenshots if one.screenshot_id in files]
            parts = AT_ONCE if len(there) > FEW else 1
            looked = await asyncio.gather(
                *(_look_at(there[part::parts], files, Path(folder)) for part in range(parts))
            )
        found = {screenshot_id: one for part in looked for screenshot_id, one in part.items()}
        return Views(
            seen={one: seen for one, seen in found.items() if isinstance(seen, Seen)},
            missing=frozenset(one.screenshot_id for one in screenshots if one.screenshot_id not in files),
            refused={one: reason for one, reason in found.items() if isinstance(reason, str)},
        )

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


async def _look_at(
    screenshots: Sequence[Screenshot], files: Mapping[UUID, Path], folder: Path
) -> dict[UUID, Seen | str]:
    """What one process says; when it dies, the file that it was at is to blame, and another goes on."""
    found: dict[UUID, Seen | str] = {}
    left = list(screenshots)
    while left:
        await _run_child(left, files, folder, found)
        left = [one for one in left if one.screenshot_id not in found]
        if left:
            found[left.pop(0).screenshot_id] = TOO_MUCH
    return found


async def _run_child(
    screenshots: Sequence[Screenshot],
    files: Mapping[UUID, Path],
    folder: Path,
    found: dict[UUID, Seen | str],
) -> None:
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
            timeout_seconds=SECONDS_TO_START + SECONDS_EACH * len(screenshots),
            memory_megabytes=MEGABYTES,
            stdin=json.dumps(wanted).encode(),
            on_line=hear,
        )
    except (ProcessFailed, ProcessTimedOut, OutputTooLong):
        return
