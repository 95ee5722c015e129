"""Stills of plans as the worker paints them."""

import asyncio
from collections.abc import Sequence
from typing import TYPE_CHECKING
from uuid import UUID

from reelhouse.core.jobs.types import JsonObject
from reelhouse.core.pitches.carousel.carousel import draw_slide_still
from reelhouse.core.pitches.composing.moments import preview_moments
from reelhouse.core.pitches.orders import PitchOrder
from reelhouse.core.pitches.plan import ArtifactType
from reelhouse.core.pitches.records import Preview
from reelhouse.core.videos.materials import PNG, RECORDINGS
from reelhouse.workflows.pitch_files import PitchFiles

if TYPE_CHECKING:
    from pydantic import JsonValue


class StudioPreviews:
    """Implements `preview_plan.PreviewPainter` with the engines of this house.

    Stills show captions where speaking costs nothing: planning is free.
    """

    def __init__(self, files: PitchFiles) -> None:
        self._files = files

    async def prepare(self, key: str, order: PitchOrder) -> JsonObject:
        gathered = await self._files.gather(key, order)
        prepared: dict[str, JsonValue] = {"gathered": dict(gathered), "recording": None}
        if order.plan.intent.artifact_type is ArtifactType.DEMO_VIDEO:
            silent = not self._files.studio.previews_speak
            prepared["recording"] = dict(await self._files.speak(key, order, silent=silent))
        return prepared

    async def paint(self, key: str, order: PitchOrder, prepared: JsonObject, preview: Preview) -> None:
        spoken = prepared["recording"]
        recording = None if spoken is None else RECORDINGS.validate_python(spoken)
        gathered = prepared["gathered"]
        assert isinstance(gathered, dict), "`prepare` told it"  # noqa: S101
        with self._files.folder(f"{key}-still") as folder:
            shown = _shown(order, preview.scene_id)
            materials = await self._files.materials(key, order, gathered, recording, folder, shown)
            out = folder / "still.png"
            if recording is None:
                logo = materials.gathered.logo
                await asyncio.to_thread(
                    draw_slide_still,
                    order.plan,
                    _place(order, preview.scene_id),
                    materials.screens,
                    materials.files[logo.sha256] if logo else None,
                    out,
                )
            else:
                at = dict(preview_moments(order.plan))[preview.scene_id]
                await self._files.studio.preview(order, materials, at, out)
            await self._files.put(preview.object_name, out, PNG)

    async def forget(self, object_names: Sequence[str]) -> None:
        for name in object_names:
            await self._files.delete(name)

    async def tidy(self, key: str) -> None:
        await self._files.forget(key)


def _shown(order: PitchOrder, scene_id: str) -> frozenset[UUID]:
    """The screenshots that a still of this scene may need: its own, and the one that it takes over from."""
    scenes = order.plan.scenes
    place = _place(order, scene_id)
    near = scenes[max(0, place - 1) : place + 1]
    return frozenset(scene.screenshot_id for scene in near if scene.screenshot_id is not None)


def _place(order: PitchOrder, scene_id: str) -> int:
    return next(number for number, scene in enumerate(order.plan.scenes) if scene.scene_id == scene_id)
