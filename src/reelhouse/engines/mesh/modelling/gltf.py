"""Writes one textured mesh as binary glTF 2.0, after Khronos' specification."""

import json
import struct
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

MAGIC, JSON_CHUNK, BINARY_CHUNK = 0x46546C67, 0x4E4F534A, 0x004E4942
FLOAT, UNSIGNED_SHORT, UNSIGNED_INT = 5126, 5123, 5125
VERTICES, INDICES = 34962, 34963  # targets of a buffer view
LINEAR, LINEAR_MIPMAP_LINEAR, CLAMP_TO_EDGE = 9729, 9987, 33071
MOST_SHORT = 65_535
"""As many points can be named by two bytes; the highest number is kept for another use."""
ROUGHNESS = 0.8

Floats = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Textured:
    """What is drawn: `positions` in metres, `normals` of length 1, `places` in the texture with (0, 0) at its
    upper left, and `faces` of three of these each. `texture` is a JPEG or PNG file.
    """

    positions: Floats
    normals: Floats
    places: Floats
    faces: NDArray[np.int64]
    texture: bytes
    texture_type: str = "image/jpeg"


def binary(mesh: Textured, name: str, generator: str = "reelhouse") -> bytes:
    """The bytes of a ``.glb`` file."""
    short = len(mesh.positions) <= MOST_SHORT
    parts = [
        np.ascontiguousarray(mesh.positions, "<f4").tobytes(),
        np.ascontiguousarray(mesh.normals, "<f4").tobytes(),
        np.ascontiguousarray(mesh.places, "<f4").tobytes(),
        np.ascontiguousarray(mesh.faces.ravel(), "<u2" if short else "<u4").tobytes(),
        mesh.texture,
    ]
    views, body = _packed(parts)
    described = {
        "asset": {"version": "2.0", "generator": generator},
        "scene": 0,
        "scenes": [{"nodes": [0]}],
        "nodes": [{"mesh": 0, "name": name}],
        "meshes": [{"name": name, "primitives": [_primitive()]}],
        "materials": [_material(name)],
        "textures": [{"sampler": 0, "source": 0}],
        "samplers": [_sampler()],
        "images": [{"bufferView": 4, "mimeType": mesh.texture_type, "name": name}],
        "accessors": [
            _accessor(0, "VEC3", len(mesh.positions)) | _bounds(mesh.positions),
            _accessor(1, "VEC3", len(mesh.normals)),
            _accessor(2, "VEC2", len(mesh.places)),
            _accessor(3, "SCALAR", mesh.faces.size, UNSIGNED_SHORT if short else UNSIGNED_INT),
        ],
        "bufferViews": views,
        "buffers": [{"byteLength": len(body)}],
    }
    text = json.dumps(described, separators=(",", ":")).encode()
    text += b" " * (-len(text) % 4)
    length = 12 + 8 + len(text) + 8 + len(body)
    head = struct.pack("<III", MAGIC, 2, length) + struct.pack("<II", len(text), JSON_CHUNK)
    return head + text + struct.pack("<II", len(body), BINARY_CHUNK) + body


def _packed(parts: list[bytes]) -> tuple[list[dict[str, int]], bytes]:
    """Each part starts at a multiple of four bytes."""
    views: list[dict[str, int]] = []
    body = bytearray()
    for part, target in zip(parts, (VERTICES, VERTICES, VERTICES, INDICES, None), strict=True):
        view = {"buffer": 0, "byteOffset": len(body), "byteLength": len(part)}
        views.append(view if target is None else view | {"target": target})
        body += part + bytes(-len(part) % 4)
    return views, bytes(body)


def _primitive() -> dict[str, Any]:
    return {"attributes": {"POSITION": 0, "NORMAL": 1, "TEXCOORD_0": 2}, "indices": 3, "material": 0}


def _material(name: str) -> dict[str, Any]:
    return {
        "name": name,
        "doubleSided": False,
        "pbrMetallicRoughness": {
            "baseColorTexture": {"index": 0},
            "metallicFactor": 0.0,
            "roughnessFactor": ROUGHNESS,
        },
    }


def _sampler() -> dict[str, int]:
    return {
        "magFilter": LINEAR,
        "minFilter": LINEAR_MIPMAP_LINEAR,
        "wrapS": CLAMP_TO_EDGE,
        "wrapT": CLAMP_TO_EDGE,
    }


def _accessor(view: int, kind: str, count: int, component: int = FLOAT) -> dict[str, Any]:
    return {"bufferView": view, "componentType": component, "count": count, "type": kind}


def _bounds(positions: Floats) -> dict[str, list[float]]:
    return {
        "min": [float(least) for least in positions.min(axis=0)],
        "max": [float(most) for most in positions.max(axis=0)],
    }
