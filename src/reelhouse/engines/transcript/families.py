"""What can hear words."""

from reelhouse.engines.registry import Backend
from reelhouse.engines.shelves import builtin, fal_and_replicate, family, openai

TRANSCRIPT = family(
    "transcript",
    builtin("reelhouse.engines.transcript.backends.builtin:build", "hear"),
    Backend(
        "whisper",
        "reelhouse.engines.transcript.backends.faster_whisper:build",
        frozenset({"hear"}),
        modules=("faster_whisper",),
        extra="whisper",
    ),
    openai("reelhouse.engines.transcript.backends.openai:build", "hear"),
    *fal_and_replicate("reelhouse.engines.transcript.backends.hosted", "hear"),
)
