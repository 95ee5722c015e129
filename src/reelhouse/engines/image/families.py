"""What can draw pictures, and what can change them."""

from reelhouse.engines.registry import Backend, Family

IMAGE = Family(
    "image",
    {
        backend.name: backend
        for backend in (
            Backend("builtin", "reelhouse.engines.image.backends.builtin:build", frozenset({"draw"})),
            Backend(
                "openai",
                "reelhouse.engines.image.backends.openai:build",
                frozenset({"draw"}),
                remote=True,
                key_or_server=True,
            ),
            Backend(
                "comfyui",
                "reelhouse.engines.image.backends.comfyui:build",
                frozenset({"draw"}),
                remote=True,
                server=True,
            ),
            Backend(
                "fal",
                "reelhouse.engines.image.backends.hosted:fal",
                frozenset({"draw"}),
                remote=True,
                key=True,
            ),
            Backend(
                "replicate",
                "reelhouse.engines.image.backends.hosted:replicate",
                frozenset({"draw"}),
                remote=True,
                key=True,
            ),
            Backend(
                "diffusers",
                "reelhouse.engines.image.backends.diffusers:build",
                frozenset({"draw"}),
                modules=("diffusers", "torch"),
                extra="diffusers",
            ),
        )
    },
)

EDIT = Family(
    "edit",
    {
        backend.name: backend
        for backend in (
            Backend("builtin", "reelhouse.engines.image.backends.builtin_editor:build", frozenset({"edit"})),
            Backend(
                "openai",
                "reelhouse.engines.image.backends.openai_editor:build",
                frozenset({"edit"}),
                remote=True,
                key_or_server=True,
            ),
            Backend(
                "comfyui",
                "reelhouse.engines.image.backends.comfyui_editor:build",
                frozenset({"edit"}),
                remote=True,
                server=True,
            ),
            Backend(
                "fal",
                "reelhouse.engines.image.backends.hosted_editor:fal",
                frozenset({"edit"}),
                remote=True,
                key=True,
            ),
            Backend(
                "replicate",
                "reelhouse.engines.image.backends.hosted_editor:replicate",
                frozenset({"edit"}),
                remote=True,
                key=True,
            ),
            Backend(
                "diffusers",
                "reelhouse.engines.image.backends.diffusers_editor:build",
                frozenset({"edit"}),
                modules=("diffusers", "torch"),
                extra="diffusers",
            ),
        )
    },
)
