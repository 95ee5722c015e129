"""What can compose pieces of music; nothing of ours does yet."""

from reelhouse.engines.registry import Family

SONG = Family("song", {})
