"""Examinations that are kept: equal files with equal promises need no second look."""

from collections.abc import Awaitable, Callable, Sequence
from pathlib import Path
from typing import TypeVar

from pydantic import TypeAdapter

from reelhouse.media.composition import Composition, composition_to_json
from reelhouse.render.cache import Cache, digest_of, key_of
from reelhouse.render.checks import (
    CHECKS_VERSION,
    SceneExamination,
    SceneExpectation,
    examine_joined,
    examine_scene,
)
from reelhouse.render.scratch import unfinished
from reelhouse.render.types import Examination

SCENES: TypeAdapter[SceneExamination] = TypeAdapter(SceneExamination)
WHOLE: TypeAdapter[Examination] = TypeAdapter(Examination)

T = TypeVar("T")


class Inspector:
    """Examines scenes as they are made, and the file that they become; remembers both in `cache`."""

    def __init__(self, cache: Cache) -> None:
        self._cache = cache

    async def scene(self, path: Path, expected: SceneExpectation) -> SceneExamination:
        key = key_of("scene examination", CHECKS_VERSION, digest_of(path), repr(expected))
        return await self._once(key, SCENES, lambda: examine_scene(path, expected))

    async def joined(
        self, path: Path, composition: Composition, scenes: Sequence[SceneExamination]
    ) -> Examination:
        document = composition_to_json(composition)
        seen = b"".join(SCENES.dump_json(scene) for scene in scenes)
        key = key_of("examination", CHECKS_VERSION, digest_of(path), document, seen)
        return await self._once(key, WHOLE, lambda: examine_joined(path, composition, scenes))

    async def _once(self, key: str, kind: TypeAdapter[T], look: Callable[[], Awaitable[T]]) -> T:
        if found := self._cache.find(key, ".json"):
            return kind.validate_json(found.read_bytes())
        seen = await look()
        target = self._cache.target(key, ".json")
        with unfinished(target) as path:
            path.write_bytes(kind.dump_json(seen))
            self._cache.keep(path, target)
        return seen
