"""What can compose pieces of music."""

from reelhouse.engines.registry import Backend, Family

SONG = Family(
    "song",
    {
        backend.name: backend
        for backend in (
            Backend("builtin", "reelhouse.engines.music.backends.songs:build", frozenset({"create"})),
        )
    },
)
