"""Builtin solids: a silhouette blown up, with its shading as relief. No model, no network."""

import asyncio

from reelhouse.engines.errors import EngineRefused
from reelhouse.engines.mesh.limits import check
from reelhouse.engines.mesh.types import Mesh, MeshRequest
from reelhouse.engines.settings import EngineSettings
from reelhouse.engines.tools import Tools


def build(_settings: EngineSettings, _tools: Tools) -> "BuiltinMesh":
    return BuiltinMesh()


class BuiltinMesh:
    """Models what stands in a picture; equal requests give equal bytes."""

    name = "builtin"

    async def model(self, request: MeshRequest) -> Mesh:
        """Raises `EngineRefused` for a picture of nothing, and for what is no picture."""
        check(self.name, request)
        return await asyncio.to_thread(self._modelled, request)

    def _modelled(self, request: MeshRequest) -> Mesh:
        from reelhouse.engines.mesh.modelling.modeller import modelled  # noqa: PLC0415 - only when it models
        from reelhouse.engines.mesh.modelling.thing import NoPicture, NothingSeen  # noqa: PLC0415

        try:
            return modelled(request)
        except NothingSeen as nothing:
            raise EngineRefused(self.name, "there is nothing to be seen in the picture") from nothing
        except NoPicture as failure:
            raise EngineRefused(self.name, f"it is no picture that can be read: {failure}") from failure
