"""What mesh engines take and give."""

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class MeshRequest:
    """Make a solid of what stands in `image` (PNG, JPEG or WebP, decoded under limits before).

    At most `faces` triangles, with a square texture of `texture_size` pixels that is painted from
    `texture_resolution` pixels of the image. `mesh_resolution`, the steps and `views` tell a model how much
    work to put in; `fill_holes` up to `fill_holes_perimeter` (of the solid's size), `cone_half_angle_degrees`
    between faces of one patch of texture. `position_epsilon` and `crease_degrees` clean up normals.
    """

    image: bytes
    faces: int = 20_000
    texture_size: int = 1024
    texture_resolution: int = 512
    mesh_resolution: int = 1024
    views: int = 4
    structure_steps: int = 10
    shape_steps: int = 10
    texture_steps: int = 10
    fill_holes: bool = True
    fill_holes_perimeter: float = 0.05
    cone_half_angle_degrees: float = 55.0
    position_epsilon: float | None = None
    crease_degrees: float | None = None
    seed: int = 0


class SolidUnreadable(ValueError):
    """A file from elsewhere is no solid."""


@dataclass(frozen=True, slots=True)
class Mesh:
    """A binary glTF 2.0 file, of `faces` triangles and `vertices` points."""

    glb: bytes = field(repr=False)
    faces: int
    vertices: int
    notes: tuple[str, ...] = ()
