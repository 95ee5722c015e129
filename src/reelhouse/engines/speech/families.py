"""What can speak in voices that nobody has cast."""

from reelhouse.engines.registry import Backend, Family

VOICE = Family(
    "voice",
    {
        backend.name: backend
        for backend in (
            Backend("builtin", "reelhouse.engines.speech.backends.described:build", frozenset({"describe"})),
            Backend(
                "openai",
                "reelhouse.engines.speech.backends.openai_voice:build",
                frozenset({"describe", "clone"}),
                remote=True,
                key_or_server=True,
            ),
            Backend(
                "elevenlabs",
                "reelhouse.engines.speech.backends.elevenlabs_voice:build",
                frozenset({"describe", "clone"}),
                remote=True,
                key=True,
            ),
            Backend(
                "fal",
                "reelhouse.engines.speech.backends.hosted_voice:fal",
                frozenset({"describe", "clone"}),
                remote=True,
                key=True,
            ),
            Backend(
                "replicate",
                "reelhouse.engines.speech.backends.hosted_voice:replicate",
                frozenset({"describe", "clone"}),
                remote=True,
                key=True,
            ),
        )
    },
    titles={"clone": "cloning a voice", "describe": "a voice by description"},
)
