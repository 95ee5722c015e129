"""Solids by workflows on a ComfyUI server: TRELLIS.2, or one of the operator's own."""

import asyncio

from reelhouse.engines.comfyui.client import ComfyUI
from reelhouse.engines.comfyui.outputs import SOLID
from reelhouse.engines.comfyui.solids import counted
from reelhouse.engines.comfyui.wishes import Upload, Wishes, seed_of
from reelhouse.engines.comfyui.workflow import Fields, read, shipped
from reelhouse.engines.errors import EngineRefused
from reelhouse.engines.mesh.limits import check
from reelhouse.engines.mesh.types import Mesh, MeshRequest
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

FIELDS = Fields(
    frozenset({*PLAIN, "fill_holes", "fill_holes_perimeter", "seed", "model"}), files=frozenset({"image"})
)


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
        """Raises `EngineRefused` also for a solid of more faces than were asked for."""
        check(self.name, request)
        image = await asyncio.to_thread(self._picture, request.image)
        wishes = self._wishes(request, image)
        content, notes = await self._comfyui.made(self._workflow, wishes, SOLID)
        counts = await asyncio.to_thread(counted, self.name, content)
        if counts.faces > request.faces:
            raise EngineRefused(
                self.name,
                f"the workflow {self._workflow.name} made {counts.faces} faces instead of {request.faces}",
            )
        return Mesh(content, counts.faces, counts.vertices, notes)

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
        )

    def _picture(self, content: bytes) -> Upload:
        """As a PNG, with its transparency: that says best what stands in it."""
        from io import BytesIO  # noqa: PLC0415

        from PIL import Image, ImageOps  # noqa: PLC0415

        try:
            with Image.open(BytesIO(content), formats=("PNG", "JPEG", "WEBP")) as picture:
                file = BytesIO()
                ImageOps.exif_transpose(picture).convert("RGBA").save(file, "PNG", compress_level=1)
        except (OSError, SyntaxError, ValueError, Image.DecompressionBombError):
            raise EngineRefused(self.name, "the picture cannot be read") from None
        return Upload(file.getvalue(), ".png")
