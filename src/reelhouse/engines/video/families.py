"""What can film."""

from reelhouse.engines.registry import Backend, Family

VIDEO = Family(
    "video",
    {
        backend.name: backend
        for backend in (
            Backend("builtin", "reelhouse.engines.video.backends.builtin:build", frozenset({"film"})),
        )
    },
)
