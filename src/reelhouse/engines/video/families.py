"""What can film."""

from reelhouse.engines.registry import Backend, Family

VIDEO = Family(
    "video",
    {
        backend.name: backend
        for backend in (
            Backend("builtin", "reelhouse.engines.video.backends.builtin:build", frozenset({"film"})),
            Backend(
                "comfyui",
                "reelhouse.engines.video.backends.comfyui:build",
                frozenset({"film"}),
                remote=True,
                server=True,
            ),
            Backend(
                "fal",
                "reelhouse.engines.video.backends.hosted:fal",
                frozenset({"film"}),
                remote=True,
                key=True,
            ),
            Backend(
                "replicate",
                "reelhouse.engines.video.backends.hosted:replicate",
                frozenset({"film"}),
                remote=True,
                key=True,
            ),
            Backend(
                "diffusers",
                "reelhouse.engines.video.backends.diffusers:build",
                frozenset({"film"}),
                modules=("diffusers", "torch"),
                extra="diffusers",
            ),
        )
    },
)
