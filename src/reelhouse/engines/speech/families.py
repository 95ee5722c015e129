"""What can speak in voices that nobody has cast."""

from reelhouse.engines.registry import Backend, Family

VOICE = Family(
    "voice",
    {
        backend.name: backend
        for backend in (
            Backend("builtin", "reelhouse.engines.speech.backends.described:build", frozenset({"describe"})),
        )
    },
    titles={"clone": "cloning a voice", "describe": "a voice by description"},
)
