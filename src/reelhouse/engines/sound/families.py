"""What can make sound effects."""

from reelhouse.engines.registry import Backend, Family

SOUND = Family(
    "sound",
    {
        "builtin": Backend("builtin", "reelhouse.engines.sound.backends.builtin:build", frozenset({"make"})),
    },
)
