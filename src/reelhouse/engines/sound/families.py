"""What can make sound effects; nothing of ours does yet."""

from reelhouse.engines.registry import Family

SOUND = Family("sound", {})
