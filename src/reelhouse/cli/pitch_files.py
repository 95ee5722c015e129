"""The files of a pitch that is made without a server: what it is made of, its stills, its slides."""

import asyncio
import shutil
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from uuid import UUID

from reelhouse.cli.pitch_folders import Folder
from reelhouse.core.inputs.images import decode_image
from reelhouse.core.pitches.asked import Asked
from reelhouse.core.pitches.carousel.carousel import draw_carousel
from reelhouse.core.pitches.composing.moments import preview_moments
from reelhouse.core.pitches.inputs import LONGEST_SIDE
from reelhouse.core.pitches.materials import GatheredPitch, PitchMaterials
from reelhouse.core.pitches.orders import PitchOrder, ScreenFile
from reelhouse.core.pitches.plan import CAPTIONS_OFF, Plan
from reelhouse.core.pitches.production import PitchStudio
from reelhouse.core.videos.materials import Recording
from reelhouse.kit.ids import new_id
from reelhouse.render.captions.styles import caption_style


def order_of(plan: Plan, wishes: Asked, shown: Folder) -> PitchOrder:
    """What one job of a server would be asked. A logo or music by an address is what only that fetches."""
    seen = {one.screenshot_id: one.seen for one in shown.subject.screens}
    wanted = dict.fromkeys(scene.screenshot_id for scene in plan.scenes if scene.screenshot_id)
    captions = plan.intent.caption_style
    return PitchOrder(
        variant_id=new_id(),
        artifact_id=new_id(),
        plan=plan,
        asked=wishes,
        screens={one: ScreenFile(shown.paths[one].name, seen[one]) for one in wanted},
        style=None if captions == CAPTIONS_OFF else caption_style(captions),
    )


async def materials_of(
    order: PitchOrder, paths: Mapping[UUID, Path], work: Path, spoken: tuple[Recording, Path] | None = None
) -> PitchMaterials:
    """Screenshots as plain upright pictures, and what was `spoken`. Raises `FileRefused`."""
    screens = {one: await _plain(paths[one], work / str(one)) for one in order.screens}
    files = {order.screens[one].seen.sha256: path for one, path in screens.items()}
    materials = PitchMaterials(screens, files, GatheredPitch())
    if spoken is None:
        return materials
    recording, path = spoken
    return replace(materials, files={**files, recording.ref.sha256: path}, recording=recording)


async def _plain(path: Path, folder: Path) -> Path:
    """Decoded once: a folder that is there holds it already."""
    return _picture_in(folder) or await decode_image(
        await asyncio.to_thread(path.read_bytes), folder, longest=LONGEST_SIDE
    )


def _picture_in(folder: Path) -> Path | None:
    return next(folder.glob("*.png"), None)


def _emptied(folder: Path) -> Path:
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    return folder


async def stills_of(
    studio: PitchStudio, order: PitchOrder, materials: PitchMaterials, folder: Path
) -> list[Path]:
    """One picture a scene, as the video will show it."""
    stills = []
    empty = await asyncio.to_thread(_emptied, folder)
    for number, (scene_id, at) in enumerate(preview_moments(order.plan), 1):
        still = empty / f"{number:02d}-{scene_id}.png"
        await studio.preview(order, materials, at, still)
        stills.append(still)
    return stills


async def carousel_of(plan: Plan, materials: PitchMaterials, out: Path) -> dict[str, list[Path]]:
    """Slides in a folder beside `out`, and all of them as a PDF."""
    folder = await asyncio.to_thread(_emptied, out.with_suffix(".slides"))
    slides = await asyncio.to_thread(draw_carousel, plan, materials.screens, None, folder)
    pdf = slides.pdf.replace(out.with_suffix(".pdf"))
    return {"slides": list(slides.pngs), "pdf": [pdf]}
