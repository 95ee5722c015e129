"""How keys of Pitchstage look."""

from reelhouse.core.keys.types import KeyForm

PITCHSTAGE_FORM = KeyForm(
    prefix="pk_live_",
    alphabet="0123456789abcdefghijklmnopqrstuvwxyz",
    length=32,
    checksum_length=6,
    shown=16,
)
"""``pk_live_`` and 32 lower-case letters and digits, of which the last six are a checksum."""
