"""What can make solids of pictures; nothing of ours does yet."""

from reelhouse.engines.registry import Family

MESH = Family("mesh", {})
