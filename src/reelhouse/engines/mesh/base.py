"""The port of the mesh family."""

from typing import Protocol

from reelhouse.engines.mesh.types import Mesh, MeshRequest


class MeshEngine(Protocol):
    """Makes solids from pictures. Raises `EngineUnavailable` or `EngineRefused`."""

    async def model(self, request: MeshRequest) -> Mesh: ...
