"""Identifiers."""

from uuid import UUID, uuid4


def new_id() -> UUID:
    """A random id: ids are shown to callers, so they must not be guessable or countable."""
    return uuid4()
