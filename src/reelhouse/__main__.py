"""``python -m reelhouse``."""

from reelhouse.cli.app import run

run()
