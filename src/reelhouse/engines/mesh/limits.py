"""What every mesh engine refuses before it does anything."""

from reelhouse.engines.errors import EngineRefused
from reelhouse.engines.mesh.types import MeshRequest

RANGES: dict[str, tuple[float, float]] = {
    "faces": (100, 500_000),
    "texture_size": (64, 4096),
    "texture_resolution": (64, 4096),
    "mesh_resolution": (64, 4096),
    "views": (1, 64),
    "structure_steps": (1, 200),
    "shape_steps": (1, 200),
    "texture_steps": (1, 200),
    "fill_holes_perimeter": (0, 1),
    "cone_half_angle_degrees": (0, 180),
    "position_epsilon": (0, 1),
    "crease_degrees": (0, 180),
}


def check(engine: str, request: MeshRequest) -> None:
    """Raises `EngineRefused` that names the first field out of its range; NaN is in none."""
    for name, (least, most) in RANGES.items():
        value: float | None = getattr(request, name)
        if value is not None and not least <= value <= most:
            raise EngineRefused(
                engine, f"{name.replace('_', ' ')} of {value:g} is outside {least:g} to {most:g}"
            )
    if not request.image:
        raise EngineRefused(engine, "there is no picture to model from")
