"""What can hear words."""

from reelhouse.engines.registry import Backend, Family

TRANSCRIPT = Family(
    "transcript",
    {
        backend.name: backend
        for backend in (
            Backend("builtin", "reelhouse.engines.transcript.backends.builtin:build", frozenset({"hear"})),
            Backend(
                "whisper",
                "reelhouse.engines.transcript.backends.faster_whisper:build",
                frozenset({"hear"}),
                modules=("faster_whisper",),
                extra="whisper",
            ),
            Backend(
                "openai",
                "reelhouse.engines.transcript.backends.openai:build",
                frozenset({"hear"}),
                remote=True,
                key_or_server=True,
            ),
            Backend(
                "fal",
                "reelhouse.engines.transcript.backends.hosted:fal",
                frozenset({"hear"}),
                remote=True,
                key=True,
            ),
            Backend(
                "replicate",
                "reelhouse.engines.transcript.backends.hosted:replicate",
                frozenset({"hear"}),
                remote=True,
                key=True,
            ),
        )
    },
)
