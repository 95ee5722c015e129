"""What can speak in voices that nobody has cast."""

from reelhouse.engines.registry import Backend
from reelhouse.engines.shelves import builtin, fal_and_replicate, family, openai

VOICE = family(
    "voice",
    builtin("reelhouse.engines.speech.backends.described:build", "describe"),
    openai("reelhouse.engines.speech.backends.openai_voice:build", "describe", "clone"),
    Backend(
        "elevenlabs",
        "reelhouse.engines.speech.backends.elevenlabs_voice:build",
        frozenset({"describe", "clone"}),
        remote=True,
        key=True,
    ),
    *fal_and_replicate("reelhouse.engines.speech.backends.hosted_voice", "describe", "clone"),
    titles={"clone": "cloning a voice", "describe": "a voice by description"},
)
