"""How keys of Killa Tamata look. The document names no prefix; this one is ours."""

from reelhouse.core.keys.types import KeyForm

KILLATAMATA_FORM = KeyForm(
    prefix="kt_",
    alphabet="0123456789abcdefghijklmnopqrstuvwxyz",
    length=32,
    checksum_length=6,
    shown=11,
)
