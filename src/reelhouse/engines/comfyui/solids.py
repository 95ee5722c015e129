"""Binary glTF files from elsewhere: whether they are whole, and what is in them.

Source: https://registry.khronos.org/glTF/specs/2.0/glTF-2.0.html, chapters 3.7 and 4
"""

import struct
from dataclasses import dataclass

from pydantic import BaseModel, ValidationError

from reelhouse.engines.errors import EngineRefused

HEADER = struct.Struct("<4sII")
CHUNK = struct.Struct("<I4s")
MAGIC, VERSION, JSON = b"glTF", 2, b"JSON"
CORNERS = 3
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


@dataclass(frozen=True, slots=True)
class Counts:
    faces: int
    vertices: int


def counted(engine: str, content: bytes) -> Counts:
    """The triangles and points of a file. Raises `EngineRefused` for one that is damaged, or empty."""
    try:
        gltf = Gltf.model_validate_json(_described(content))
        primitives = [primitive for mesh in gltf.meshes for primitive in mesh.primitives]
        faces = sum(_faces(gltf, primitive) for primitive in primitives)
        vertices = sum(gltf.accessors[primitive.attributes["POSITION"]].count for primitive in primitives)
    except (ValidationError, ValueError, LookupError, struct.error):
        raise EngineRefused(engine, "its solid cannot be read") from None
    if faces < 1:
        raise EngineRefused(engine, "its solid has no faces")
    return Counts(faces, vertices)


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
