"""A mesh engine for tests: a tetrahedron as binary glTF, and failures on request."""

import json
import struct

from reelhouse.engines.errors import EngineRefused, EngineUnavailable
from reelhouse.engines.mesh.limits import check
from reelhouse.engines.mesh.types import Mesh, MeshRequest

CORNERS = ((0.0, 1.0, 0.0), (-0.5, 0.0, 0.5), (0.5, 0.0, 0.5), (0.0, 0.0, -0.5))
TRIANGLES = ((0, 1, 2), (0, 2, 3), (0, 3, 1), (1, 3, 2))
MAGIC, JSON_CHUNK, BINARY_CHUNK = 0x46546C67, 0x4E4F534A, 0x004E4942
FLOAT, UNSIGNED_SHORT = 5126, 5123
VERTICES, INDICES = 34962, 34963  # targets of a buffer view


class FakeMesh:
    """Models a tetrahedron that stands on the ground, whatever the picture shows.

    Each error in `failures` is raised once, in order, before a solid succeeds. `requests` remembers what
    was asked.
    """

    name = "fake"

    def __init__(self, failures: tuple[EngineRefused | EngineUnavailable, ...] = ()) -> None:
        self.requests: list[MeshRequest] = []
        self._failures = list(failures)

    async def model(self, request: MeshRequest) -> Mesh:
        self.requests.append(request)
        if self._failures:
            raise self._failures.pop(0)
        check(self.name, request)
        return Mesh(glb=_tetrahedron(), faces=len(TRIANGLES), vertices=len(CORNERS))


def _tetrahedron() -> bytes:
    points = b"".join(struct.pack("<3f", *corner) for corner in CORNERS)
    indices = b"".join(struct.pack("<3H", *triangle) for triangle in TRIANGLES)
    described = {
        "asset": {"version": "2.0", "generator": "reelhouse fake"},
        "scene": 0,
        "scenes": [{"nodes": [0]}],
        "nodes": [{"mesh": 0}],
        "meshes": [{"primitives": [{"attributes": {"POSITION": 0}, "indices": 1}]}],
        "accessors": [
            {
                "bufferView": 0,
                "componentType": FLOAT,
                "count": len(CORNERS),
                "type": "VEC3",
                "min": [min(axis) for axis in zip(*CORNERS, strict=True)],
                "max": [max(axis) for axis in zip(*CORNERS, strict=True)],
            },
            {
                "bufferView": 1,
                "componentType": UNSIGNED_SHORT,
                "count": 3 * len(TRIANGLES),
                "type": "SCALAR",
            },
        ],
        "bufferViews": [
            {"buffer": 0, "byteOffset": 0, "byteLength": len(points), "target": VERTICES},
            {"buffer": 0, "byteOffset": len(points), "byteLength": len(indices), "target": INDICES},
        ],
        "buffers": [{"byteLength": len(points) + len(indices)}],
    }
    text = json.dumps(described, separators=(",", ":")).encode()
    text += b" " * (-len(text) % 4)
    chunks = struct.pack("<II", len(text), JSON_CHUNK) + text
    chunks += struct.pack("<II", len(points) + len(indices), BINARY_CHUNK) + points + indices
    return struct.pack("<III", MAGIC, 2, 12 + len(chunks)) + chunks
