"""Which pictures a video needs: named by what they show, before anybody has drawn or fetched them."""

import hashlib
from typing import Literal

from pydantic.dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class DrawnPicture:
    """A picture that an engine draws from words. Equal words in one video are one picture.

    `field` tells where the caller asked for it; without one the words are those that are spoken, and
    nobody waits for each of them to be seen.
    """

    prompt: str
    field: str | None = None
    kind: Literal["drawn"] = "drawn"

    @property
    def key(self) -> str:
        return _key(self.kind, self.prompt)


@dataclass(frozen=True, slots=True)
class GivenPicture:
    """A picture that the caller named; `field` tells where, for whoever has to mend it."""

    url: str
    field: str
    kind: Literal["given"] = "given"

    @property
    def key(self) -> str:
        return _key(self.kind, self.url)


PictureOrder = DrawnPicture | GivenPicture


def _key(kind: str, name: str) -> str:
    return hashlib.sha256(f"{kind} {name}".encode(errors="replace")).hexdigest()[:24]
