"""Binary glTF files from elsewhere: whether they are whole, before they are unpacked.

Source: https://registry.khronos.org/glTF/specs/2.0/glTF-2.0.html, chapters 3.7 and 4
"""

import struct

from pydantic import BaseModel, ValidationError

from reelhouse.engines.mesh.types import SolidUnreadable

HEADER = struct.Struct("<4sII")
CHUNK = struct.Struct("<I4s")
MAGIC, VERSION, JSON = b"glTF", 2, b"JSON"
CORNERS = 3
MOST = 5_000_000  # faces, or vertices
TRIANGLES, STRIPS = 4, (5, 6)
"""Modes of a primitive: three corners each, or one corner for each triangle after the first."""


class Accessor(BaseModel):
    count: int


class Primitive(BaseModel):
    attributes: dict[str, int]
    indices: int | None = None
    mode: int = TRIANGLES


class GltfMesh(BaseModel):
    primitives: list[Primitive]


class Gltf(BaseModel):
    accessors: list[Accessor] = []
    meshes: list[GltfMesh] = []


def check_solid(content: bytes) -> None:
    """Raises `SolidUnreadable` for a file that is damaged, empty, or larger than is worth unpacking."""
    try:
        gltf = Gltf.model_validate_json(_described(content))
        primitives = [primitive for mesh in gltf.meshes for primitive in mesh.primitives]
        faces = sum(_faces(gltf, primitive) for primitive in primitives)
        vertices = sum(gltf.accessors[primitive.attributes["POSITION"]].count for primitive in primitives)
    except (ValidationError, ValueError, LookupError, struct.error):
        raise SolidUnreadable("it cannot be read") from None
    if faces < 1:
        raise SolidUnreadable("it has no faces")
    if max(faces, vertices) > MOST:
        raise SolidUnreadable(f"it has {faces} faces and {vertices} vertices")


def _described(content: bytes) -> bytes:
    """The first chunk, which is JSON."""
    magic, version, length = HEADER.unpack_from(content)
    size, kind = CHUNK.unpack_from(content, HEADER.size)
    start = HEADER.size + CHUNK.size
    if (magic, version, kind) != (MAGIC, VERSION, JSON) or not start + size <= length <= len(content):
        raise ValueError(kind)
    return content[start : start + size]


def _faces(gltf: Gltf, primitive: Primitive) -> int:
    told = primitive.attributes["POSITION"] if primitive.indices is None else primitive.indices
    corners = gltf.accessors[told].count
    if primitive.mode == TRIANGLES:
        return corners // CORNERS
    return max(corners - 2, 0) if primitive.mode in STRIPS else 0
