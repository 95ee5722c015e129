"""The tables of the house, step by step: ``migrate`` brings a database to the present."""

from reelhouse.core.migrations.upgrade import is_current, migrate, roll_back

__all__ = ["is_current", "migrate", "roll_back"]
