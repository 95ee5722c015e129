"""How keys are made and recognised. Pure, but for the randomness of a new one."""

import hashlib
import secrets
import zlib

from reelhouse.core.keys.types import KeyForm


def new_secret(form: KeyForm) -> str:
    """A random key of that form, ending in its checksum."""
    drawn = "".join(secrets.choice(form.alphabet) for _ in range(form.length - form.checksum_length))
    return form.prefix + drawn + _checksum(form, drawn)


def is_well_formed(form: KeyForm, secret: str) -> bool:
    """Whether `secret` could have been issued: a mistyped or invented key is refused without a look-up."""
    body = secret.removeprefix(form.prefix)
    if len(body) != form.length or len(secret) != len(form.prefix) + form.length:
        return False
    if not set(body) <= set(form.alphabet):
        return False
    drawn = body[: form.length - form.checksum_length]
    return body == drawn + _checksum(form, drawn)


def fingerprint(secret: str) -> str:
    """The SHA-256 of a key, in hexadecimal digits: all that is stored of it.

    A plain hash is enough, since a key has far too many random bits to be guessed.
    """
    return hashlib.sha256(secret.encode()).hexdigest()


def _checksum(form: KeyForm, drawn: str) -> str:
    """The CRC-32 of prefix and random part in the key's alphabet, as GitHub's tokens have it."""
    rest = zlib.crc32((form.prefix + drawn).encode())
    digits = ""
    for _ in range(form.checksum_length):
        rest, digit = divmod(rest, len(form.alphabet))
        digits = form.alphabet[digit] + digits
    return digits
