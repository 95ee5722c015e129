"""How keys of agent-media look."""

from reelhouse.core.keys.types import KeyForm

AGENTMEDIA_FORM = KeyForm(
    prefix="ma_",
    alphabet="0123456789abcdef",
    length=32,
    checksum_length=8,
    shown=11,
    max_active=25,
)
"""``ma_`` and 32 hexadecimal digits; the last 8 are a checksum, the first 8 may be shown."""
