"""What can make solids of pictures."""

from reelhouse.engines.registry import Backend, Family

MESH = Family(
    "mesh",
    {
        backend.name: backend
        for backend in (
            Backend(
                "builtin",
                "reelhouse.engines.mesh.backends.builtin:build",
                frozenset({"model"}),
                modules=("trimesh", "fast_simplification", "xatlas"),
                extra="mesh",
            ),
        )
    },
)
