"""What can make solids of pictures."""

from reelhouse.engines.registry import Backend, Family

MESH = Family(
    "mesh",
    {
        "builtin": Backend("builtin", "reelhouse.engines.mesh.backends.builtin:build", frozenset({"model"})),
    },
)
