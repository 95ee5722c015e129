"""Solids by workflows on a ComfyUI server: TRELLIS.2, or one of the operator's own."""

import asyncio
from dataclasses import fields
from io import BytesIO

from reelhouse.engines.comfyui.client import ComfyUI
from reelhouse.engines.comfyui.outputs import SOLID
from reelhouse.engines.comfyui.wishes import Upload, Wishes, seed_of
from reelhouse.engines.comfyui.workflow import Fields, read, shipped
from reelhouse.engines.errors import EngineRefused
from reelhouse.engines.mesh.limits import check
from reelhouse.engines.mesh.types import Mesh, MeshRequest, SolidUnreadable
from reelhouse.engines.settings import EngineSettings
from reelhouse.engines.tools import Tools

PLAIN = (
    "faces",
    "texture_size",
    "texture_resolution",
    "mesh_resolution",
    "views",
    "structure_steps",
    "shape_steps",
    "texture_steps",
    "cone_half_angle_degrees",
    "position_epsilon",
    "crease_degrees",
)
"""Fields that are told as they are."""

HOLES = ("fill_holes", "fill_holes_perimeter")
USUAL = {field.name: field.default for field in fields(MeshRequest)}
"""What nobody changed need not be told of when it has no place."""

FIELDS = Fields(frozenset({*PLAIN, *HOLES, "seed", "model"}), files=frozenset({"image"}))


def build(settings: EngineSettings, _tools: Tools) -> "ComfyUIMesh":
    return ComfyUIMesh(settings)


class ComfyUIMesh:
    """Models by the workflow of the settings, which must take ``image``."""

    name = "comfyui"

    def __init__(self, settings: EngineSettings) -> None:
        """Raises `EngineRefused` for a workflow that cannot be used."""
        self._settings = settings
        self._workflow = (
            read(settings.workflow, FIELDS) if settings.workflow else shipped("trellis_2", FIELDS)
        )
        self._comfyui = ComfyUI("mesh", settings)

    async def model(self, request: MeshRequest) -> Mesh:
        """On the ground; what the solid has too many of, or lacks, is told in the notes."""
        check(self.name, request)
        image = await asyncio.to_thread(self._picture, request.image)
        wishes = self._wishes(request, image)
        content, notes = await self._comfyui.made(self._workflow, wishes, SOLID)
        return await asyncio.to_thread(self._examined, content, request.faces, notes)

    async def check(self) -> str:
        return await self._comfyui.check(self._workflow)

    def _wishes(self, request: MeshRequest, image: Upload) -> Wishes:
        values = {name: getattr(request, name) for name in PLAIN}
        holes = request.fill_holes_perimeter if request.fill_holes else 0.0
        return Wishes(
            values
            | {
                "fill_holes": request.fill_holes,
                "fill_holes_perimeter": holes,
                "seed": seed_of(request.seed),
                "model": self._settings.model or None,
            },
            {"image": image},
            needed=frozenset(),
            quiet=frozenset(name for name in (*PLAIN, *HOLES) if getattr(request, name) == USUAL[name]),
        )

    def _examined(self, content: bytes, most_faces: int, notes: tuple[str, ...]) -> Mesh:
        from reelhouse.engines.mesh.solids import mesh_of  # noqa: PLC0415 - only when it models

        try:
            return mesh_of(content, most_faces, notes)
        except SolidUnreadable as wrong:
            raise EngineRefused(self.name, f"its solid is of no use: {wrong}") from None

    def _picture(self, content: bytes) -> Upload:
        """As a PNG, with its transparency: that says best what stands in it."""
        from PIL import Image, ImageOps  # noqa: PLC0415

        try:
            with Image.open(BytesIO(content), formats=("PNG", "JPEG", "WEBP")) as picture:
                file = BytesIO()
                ImageOps.exif_transpose(picture).convert("RGBA").save(file, "PNG", compress_level=1)
        except (OSError, SyntaxError, ValueError, Image.DecompressionBombError):
            raise EngineRefused(self.name, "the picture cannot be read") from None
        return Upload(file.getvalue(), ".png")
