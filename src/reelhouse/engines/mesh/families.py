"""What can make solids of pictures."""

from reelhouse.engines.registry import Backend, Family

MESH = Family(
    "mesh",
    {
        backend.name: backend
        for backend in (
            Backend("builtin", "reelhouse.engines.mesh.backends.builtin:build", frozenset({"model"})),
            Backend(
                "comfyui",
                "reelhouse.engines.mesh.backends.comfyui:build",
                frozenset({"model"}),
                remote=True,
                server=True,
            ),
            Backend(
                "fal",
                "reelhouse.engines.mesh.backends.hosted:fal",
                frozenset({"model"}),
                remote=True,
                key=True,
            ),
            Backend(
                "replicate",
                "reelhouse.engines.mesh.backends.hosted:replicate",
                frozenset({"model"}),
                remote=True,
                key=True,
            ),
        )
    },
)
