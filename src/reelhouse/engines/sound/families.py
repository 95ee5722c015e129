"""What can make sound effects."""

from reelhouse.engines.registry import Backend, Family

SOUND = Family(
    "sound",
    {
        backend.name: backend
        for backend in (
            Backend("builtin", "reelhouse.engines.sound.backends.builtin:build", frozenset({"make"})),
            Backend(
                "fal",
                "reelhouse.engines.sound.backends.hosted:fal",
                frozenset({"make"}),
                remote=True,
                key=True,
            ),
            Backend(
                "replicate",
                "reelhouse.engines.sound.backends.hosted:replicate",
                frozenset({"make"}),
                remote=True,
                key=True,
            ),
        )
    },
)
