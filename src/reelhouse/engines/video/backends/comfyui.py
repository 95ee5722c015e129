"""Films by workflows on a ComfyUI server: LTX-2, or one of the operator's own."""

import asyncio
from fractions import Fraction
from pathlib import Path
from typing import TYPE_CHECKING

from reelhouse.engines.comfyui.client import ComfyUI
from reelhouse.engines.comfyui.outputs import FILM
from reelhouse.engines.comfyui.wishes import Upload, Wishes, more_steps, seed_of, words
from reelhouse.engines.comfyui.workflow import ENGINE, Fields, read, shipped
from reelhouse.engines.errors import EngineRefused
from reelhouse.engines.settings import EngineSettings
from reelhouse.engines.tools import Tools
from reelhouse.engines.video.types import MOST_PIXELS, Film, VideoRequest

if TYPE_CHECKING:
    from reelhouse.engines.video.backends.comfyui_frames import Material

FIELDS = Fields(
    frozenset({"prompt", "width", "height", "frames", "fps", "seconds", "seed", "steps", "model"}),
    files=frozenset({"start", "final", "overlap", "audio"}),
    many=frozenset({"overlap"}),
)
CLIP_CRF = 4  # nothing that can be seen is lost


def build(settings: EngineSettings, tools: Tools) -> "ComfyUIVideo":
    return ComfyUIVideo(settings, tools)


class ComfyUIVideo:
    """Films by the workflow of the settings.

    Overlap frames go into it one by one (``overlap1`` at ``overlap1_at`` …), or as a clip (``overlap``) where
    they are more than it has places for; the first of them is also the ``start``.
    """

    name = "comfyui"

    def __init__(self, settings: EngineSettings, tools: Tools) -> None:
        """Raises `EngineRefused` for a workflow that cannot be used."""
        self._settings = settings
        self._encode = tools.encode
        self._workflow = read(settings.workflow, FIELDS) if settings.workflow else shipped("ltx_2", FIELDS)
        self._comfyui = ComfyUI("video", settings)

    async def film(self, request: VideoRequest) -> Film:
        """Raises `EngineRefused` also for frames and sound that the workflow has no place for."""
        from reelhouse.engines.video.backends.comfyui_frames import material_of  # noqa: PLC0415 - heavy

        _check(request)
        material = await asyncio.to_thread(material_of, request, self._workflow)
        if material.clip:
            material.files["overlap"] = await self._clip(material, request)
        out = request.folder / "comfyui.film"
        notes = await self._comfyui.saved(self._workflow, self._wishes(request, material), FILM, out)
        return Film(await self._playable(out, request), notes=notes)

    async def check(self) -> str:
        return await self._comfyui.check(self._workflow)

    def _wishes(self, request: VideoRequest, material: "Material") -> Wishes:
        from reelhouse.engines.video.backends.comfyui_frames import canvas_of, frames_of  # noqa: PLC0415

        (width, height), frames = canvas_of(request), frames_of(request)
        return Wishes(
            {
                "prompt": words(request.prompt),
                "width": width,
                "height": height,
                "frames": frames,
                "fps": request.fps,
                "seconds": frames / request.fps,
                "seed": seed_of(request.seed),
                "steps": more_steps(self._workflow) if request.extreme_quality else None,
                "model": self._settings.model or None,
                **material.places,
            },
            material.files,
            quiet=frozenset({"frames", "fps", "seconds", *material.places}),
        )

    async def _playable(self, path: Path, request: VideoRequest) -> Path:
        """An animated WebP, which many readers of films do not know, becomes a film."""
        from reelhouse.engines.video.backends.comfyui_frames import animation_in  # noqa: PLC0415

        animation = await asyncio.to_thread(animation_in, path)
        if animation is None:
            return path
        film = request.folder / "comfyui.mp4"
        await self._encode(
            animation.frames(),
            width=animation.width,
            height=animation.height,
            fps=Fraction(request.fps),
            out=film,
            crf=CLIP_CRF,
        )
        return film

    async def _clip(self, material: "Material", request: VideoRequest) -> Upload:
        path = request.folder / "overlap.mp4"
        height, width = material.clip[0].shape[:2]
        await self._encode(
            iter(material.clip), width=width, height=height, fps=Fraction(request.fps), out=path, crf=CLIP_CRF
        )
        return Upload(await asyncio.to_thread(path.read_bytes), ".mp4")


def _check(request: VideoRequest) -> None:
    if request.width * request.height > MOST_PIXELS or min(request.width, request.height) < 1:
        raise EngineRefused(ENGINE, f"a canvas of {request.width} x {request.height} is out of bounds")
    if request.frames < 1 or request.fps < 1 or len(request.overlap) > request.frames:
        raise EngineRefused(ENGINE, "there is no frame to film")
    if not any(letter.isprintable() and not letter.isspace() for letter in request.prompt):
        raise EngineRefused(ENGINE, "there is nothing in the prompt that can be filmed")
