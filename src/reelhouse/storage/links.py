"""Links for downloads and uploads that only this house can have made."""

import hmac
from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Announced:
    """One file that may be uploaded: where it will lie, what it is, and its size in bytes."""

    name: str
    media_type: str
    size: int


class LinkSigner:
    """Signs what a link allows and the second at which it ends (Unix), with HMAC-SHA-256.

    A signature has 64 hexadecimal digits. One for a download never opens an upload, nor the other way round.
    """

    def __init__(self, secret: bytes) -> None:
        if not secret:
            raise ValueError("links need a secret to be signed with")
        self._secret = secret

    def sign(self, name: str, expires: int) -> str:
        return self._signature(f"{name}\n{expires}")

    def sign_upload(self, announced: Announced, expires: int) -> str:
        return self._signature(f"PUT\n{announced.name}\n{announced.media_type}\n{announced.size}\n{expires}")

    def is_valid(self, name: str, expires: int, signature: str, now: datetime) -> bool:
        """Whether the link is ours and not over yet; takes the same time however wrong the signature is."""
        return _is_good(self.sign(name, expires), signature, expires, now)

    def is_valid_upload(self, announced: Announced, expires: int, signature: str, now: datetime) -> bool:
        """As `is_valid`, for exactly this file."""
        return _is_good(self.sign_upload(announced, expires), signature, expires, now)

    def _signature(self, allowed: str) -> str:
        return hmac.digest(self._secret, allowed.encode(errors="replace"), "sha256").hex()


def _is_good(genuine: str, given: str, expires: int, now: datetime) -> bool:
    ours = hmac.compare_digest(genuine.encode(), given.encode(errors="replace"))
    return ours and now.timestamp() < expires
