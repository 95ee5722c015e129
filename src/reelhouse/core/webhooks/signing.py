"""Signatures as Standard Webhooks 1.0 wants them: HMAC-SHA256 over ``id.timestamp.body``."""

import base64
import secrets
from collections.abc import Sequence
from datetime import datetime

from standardwebhooks.webhooks import Webhook

SECRET_BYTES = 32
"""Between the 24 and 64 bytes that the specification allows."""

PREFIX = "whsec_"


def new_secret() -> bytes:
    return secrets.token_bytes(SECRET_BYTES)


def shown(secret: bytes) -> str:
    """The secret as its owner configures it: ``whsec_`` and base64."""
    return PREFIX + base64.b64encode(secret).decode()


def signed_headers(message_id: str, at: datetime, body: str, keys: Sequence[bytes]) -> dict[str, str]:
    """The headers of one attempt. While a secret is rotated the message is signed with both."""
    signatures = [Webhook(key).sign(message_id, at, body) for key in keys]
    return {
        "content-type": "application/json",
        "user-agent": "reelhouse-webhooks/1",
        "webhook-id": message_id,
        "webhook-timestamp": str(int(at.timestamp())),
        "webhook-signature": " ".join(signatures),
    }
