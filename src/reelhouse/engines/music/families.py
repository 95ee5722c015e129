"""What can compose pieces of music."""

from reelhouse.engines.registry import Backend, Family

SONG = Family(
    "song",
    {
        backend.name: backend
        for backend in (
            Backend("builtin", "reelhouse.engines.music.backends.builtin_song:build", frozenset({"create"})),
            Backend(
                "comfyui",
                "reelhouse.engines.music.backends.comfyui_song:build",
                frozenset({"create"}),
                remote=True,
                server=True,
            ),
            Backend(
                "fal",
                "reelhouse.engines.music.backends.hosted:fal",
                frozenset({"create"}),
                remote=True,
                key=True,
            ),
            Backend(
                "replicate",
                "reelhouse.engines.music.backends.hosted:replicate",
                frozenset({"create"}),
                remote=True,
                key=True,
            ),
            Backend(
                "diffusers",
                "reelhouse.engines.music.backends.diffusers:build",
                frozenset({"create"}),
                modules=("diffusers", "torch"),
                extra="diffusers",
            ),
        )
    },
)
