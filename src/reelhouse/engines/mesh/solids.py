"""A binary glTF file from elsewhere: counted, looked at, and put on the ground without touching its data.

Source: https://registry.khronos.org/glTF/specs/2.0/glTF-2.0.html#glb-file-format-specification
"""

import json
import struct
from io import BytesIO
from typing import Any

import trimesh

from reelhouse.engines.mesh.headers import check_solid
from reelhouse.engines.mesh.types import Mesh, SolidUnreadable

HEADER, CHUNK = 12, 8  # bytes
VERSION = 2
TOUCHES = 1e-6  # of a unit between the lowest point and the ground


def mesh_of(glb: bytes, most_faces: int, notes: tuple[str, ...] = ()) -> Mesh:
    """The solid with its lowest point at height zero, and what it has too many of, or lacks, in the notes.

    Raises `SolidUnreadable`.
    """
    check_solid(glb)
    try:
        mesh = trimesh.load_scene(BytesIO(glb), file_type="glb").to_mesh()
        faces, vertices = len(mesh.faces), len(mesh.vertices)
        lowest = float(mesh.bounds[0][1]) if faces else 0.0
        mesh.merge_vertices(merge_tex=True, merge_norm=True)
        grounded = glb if abs(lowest) < TOUCHES else _raised(glb, -lowest)
    except Exception as failure:
        raise SolidUnreadable(f"it cannot be read ({type(failure).__name__})") from failure
    if not faces:
        raise SolidUnreadable("it has no faces")
    if faces > most_faces:
        notes += (f"The solid has {faces} faces, more than the {most_faces} asked for.",)
    if not mesh.is_watertight:
        notes += ("The solid is not closed.",)
    return Mesh(grounded, faces, vertices, notes)


def _raised(glb: bytes, height: float) -> bytes:
    """The same file, its scene's nodes below a new one that stands `height` higher."""
    length = struct.unpack_from("<I", glb, HEADER)[0]
    document: dict[str, Any] = json.loads(glb[HEADER + CHUNK : HEADER + CHUNK + length])
    scene = document["scenes"][document.get("scene", 0)]
    document["nodes"].append({"translation": [0, height, 0], "children": scene["nodes"]})
    scene["nodes"] = [len(document["nodes"]) - 1]
    text = json.dumps(document, separators=(",", ":")).encode()
    text += b" " * (-len(text) % 4)
    rest = glb[HEADER + CHUNK + length :]
    size = HEADER + CHUNK + len(text) + len(rest)
    return struct.pack("<4sIII4s", b"glTF", VERSION, size, len(text), b"JSON") + text + rest
