"""Solids by the models of fal and Replicate, as binary glTF."""

import asyncio
from dataclasses import fields
from io import BytesIO

from reelhouse.engines.errors import EngineUnavailable
from reelhouse.engines.hosted.fal import Fal
from reelhouse.engines.hosted.kinds import SOLID
from reelhouse.engines.hosted.model import HostedModel, Service
from reelhouse.engines.hosted.replicate import Replicate
from reelhouse.engines.hosted.wishes import File, Value, Wishes
from reelhouse.engines.mesh.limits import check
from reelhouse.engines.mesh.types import Mesh, MeshRequest
from reelhouse.engines.settings import EngineSettings
from reelhouse.engines.tools import Tools

ALWAYS = frozenset({"faces", "texture_size", "seed"})
"""Fields that are told in any case; of the others, those that somebody changed."""

MEDIA_TYPES = {b"\x89PNG": "image/png", b"\xff\xd8\xff\xe0": "image/jpeg", b"RIFF": "image/webp"}


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
        """A solid with more faces than were asked for is delivered, and the notes say so."""
        check(self.name, request)
        glb, notes = await self._model.file(_wishes(request), SOLID)
        faces, vertices = await asyncio.to_thread(self._counted, glb)
        if faces > request.faces:
            notes = (
                *notes,
                f"The solid has {faces} faces, more than the {request.faces} that were asked for.",
            )
        return Mesh(glb, faces, vertices, notes)

    async def check(self) -> str:
        return await self._model.check()

    def _counted(self, glb: bytes) -> tuple[int, int]:
        """Triangles and points. Raises `EngineUnavailable` for what is no solid."""
        import trimesh  # noqa: PLC0415 - only when it models

        try:
            solid = trimesh.load_scene(BytesIO(glb), file_type="glb").to_mesh()
            faces, vertices = len(solid.faces), len(solid.vertices)
        except Exception:  # noqa: BLE001 - whatever a reader of 3-D files raises for a stranger's file
            raise EngineUnavailable(self.name, "its solid cannot be read") from None
        if not faces:
            raise EngineUnavailable(self.name, "its solid has no faces")
        return faces, vertices


def _wishes(request: MeshRequest) -> Wishes:
    media_type = MEDIA_TYPES.get(request.image[:4], "image/jpeg")
    picture = File(request.image, media_type, f"picture.{media_type.partition('/')[2]}")
    return Wishes(_values(request), {"image": [picture]})


def _values(request: MeshRequest) -> dict[str, Value]:
    values: dict[str, Value] = {}
    for field in fields(request):
        value = getattr(request, field.name)
        if field.name in ALWAYS or (field.name != "image" and value != field.default):
            values[field.name] = value
    return values
