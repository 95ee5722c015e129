"""What can make sound effects."""

from reelhouse.engines.shelves import builtin, fal_and_replicate, family

SOUND = family(
    "sound",
    builtin("reelhouse.engines.sound.backends.builtin:build", "make"),
    *fal_and_replicate("reelhouse.engines.sound.backends.hosted", "make"),
)
