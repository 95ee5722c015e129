"""Solids by the models of fal and Replicate, as binary glTF."""

import asyncio
from dataclasses import fields
from io import BytesIO

from reelhouse.engines.errors import EngineRefused, EngineUnavailable
from reelhouse.engines.hosted.fal import Fal
from reelhouse.engines.hosted.kinds import SOLID
from reelhouse.engines.hosted.model import HostedModel, Service
from reelhouse.engines.hosted.replicate import Replicate
from reelhouse.engines.hosted.wishes import File, Value, Wishes
from reelhouse.engines.mesh.limits import check
from reelhouse.engines.mesh.types import Mesh, MeshRequest, SolidUnreadable
from reelhouse.engines.settings import EngineSettings
from reelhouse.engines.tools import Tools
from reelhouse.media.sniffing import sniff

ALWAYS = frozenset({"faces", "texture_size", "seed"})
"""Fields that are told in any case; of the others, those that somebody changed."""

FORMATS = ("PNG", "JPEG", "WEBP")


def fal(settings: EngineSettings, _tools: Tools) -> "HostedMesh":
    return HostedMesh(Fal("mesh", settings), settings)


def replicate(settings: EngineSettings, _tools: Tools) -> "HostedMesh":
    return HostedMesh(Replicate("mesh", settings), settings)


class HostedMesh:
    """Models by one model of `service`."""

    def __init__(self, service: Service, settings: EngineSettings) -> None:
        self.name = service.name
        self._model = HostedModel(service, "mesh", settings)

    async def model(self, request: MeshRequest) -> Mesh:
        """On the ground; what the solid has too many of, or lacks, is told in the notes."""
        check(self.name, request)
        await asyncio.to_thread(self._check_picture, request.image)
        glb, notes = await self._model.file(_wishes(request), SOLID)
        return await asyncio.to_thread(self._examined, glb, request.faces, notes)

    async def check(self) -> str:
        return await self._model.check()

    def _check_picture(self, content: bytes) -> None:
        """Raises `EngineRefused` for one that cannot be read, before the vendor is paid for it."""
        from PIL import Image  # noqa: PLC0415 - only when it models

        try:
            with Image.open(BytesIO(content), formats=FORMATS) as picture:
                picture.load()
        except (OSError, SyntaxError, ValueError, Image.DecompressionBombError):
            raise EngineRefused(self.name, "the picture cannot be read") from None

    def _examined(self, glb: bytes, most_faces: int, notes: tuple[str, ...]) -> Mesh:
        from reelhouse.engines.mesh.solids import mesh_of  # noqa: PLC0415 - only when it models

        try:
            return mesh_of(glb, most_faces, notes)
        except SolidUnreadable as wrong:
            raise EngineUnavailable(self.name, f"its solid is of no use: {wrong}") from None


def _wishes(request: MeshRequest) -> Wishes:
    media_type = sniff(request.image) or "image/jpeg"
    picture = File(request.image, media_type, f"picture.{media_type.partition('/')[2]}")
    return Wishes(_values(request), {"image": [picture]})


def _values(request: MeshRequest) -> dict[str, Value]:
    values: dict[str, Value] = {}
    for field in fields(request):
        value = getattr(request, field.name)
        if field.name in ALWAYS or (field.name != "image" and value != field.default):
            values[field.name] = value
    return values
