"""What can hear words."""

from reelhouse.engines.registry import Backend, Family

TRANSCRIPT = Family(
    "transcript",
    {
        backend.name: backend
        for backend in (
            Backend(
                "builtin",
                "reelhouse.engines.transcript.backends.builtin:build",
                frozenset({"hear"}),
                modules=("pocketsphinx", "librosa"),
                extra="audio",
            ),
        )
    },
)
