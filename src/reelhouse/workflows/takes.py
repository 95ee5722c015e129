"""Recordings of single scenes in the object store, one file each."""

import asyncio
import base64
from pathlib import Path

from pydantic import TypeAdapter
from pydantic.dataclasses import dataclass

from reelhouse.engines.speech.types import Speech
from reelhouse.media.speech import Timing
from reelhouse.storage.base import ObjectStore
from reelhouse.storage.errors import ObjectNotFound

JSON = "application/json"


@dataclass(frozen=True, slots=True)
class Take:
    """A recording; `pcm` is mono 16-bit samples in base64."""

    pcm: str
    sample_rate: int
    timing: Timing
    engine: str


TAKES: TypeAdapter[Take] = TypeAdapter(Take)


class StoredTakes:
    """Implements `core.pitches.voicing.Takes` under `prefix`; `folder` is for what is on its way."""

    def __init__(self, store: ObjectStore, prefix: str, folder: Path) -> None:
        self._store = store
        self._prefix = prefix
        self._folder = folder

    async def find(self, key: str) -> Speech | None:
        path = self._folder / f"{key}.json"
        try:
            await asyncio.to_thread(self._store.fetch, self._name(key), path)
        except ObjectNotFound:
            return None
        take = TAKES.validate_json(await asyncio.to_thread(path.read_bytes))
        return Speech(base64.b64decode(take.pcm), take.sample_rate, take.timing, take.engine)

    async def keep(self, key: str, speech: Speech) -> None:
        pcm = base64.b64encode(speech.pcm).decode()
        take = Take(pcm, speech.sample_rate, speech.timing, speech.engine)
        path = self._folder / f"{key}.json"
        await asyncio.to_thread(path.write_bytes, TAKES.dump_json(take))
        await asyncio.to_thread(self._store.put_file, self._name(key), path, JSON)

    def _name(self, key: str) -> str:
        return f"{self._prefix}/takes/{key}.json"
