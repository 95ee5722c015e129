"""Files in a request: addresses, inline objects, and fields that go by two names."""

import binascii
import re
from base64 import b64decode
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from reelhouse.core.tasks.desk import Inline, InlineKind, Staged
from reelhouse.core.tasks.types import Given
from reelhouse.dialects.killatamata.jobs.inputs.media import IMAGES, MOST_BASE64, SOUNDS, InlineMedia
from reelhouse.dialects.killatamata.validation import InvalidInput

DATA_URI = re.compile(r"data:([\w.+/-]+)?(?:;[\w=.-]+)*;base64,", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Sent:
    """One file of a request under its canonical name; inline files are decoded already."""

    field: str
    url: str | None = None
    inline: Inline | None = None

    def given(self, staged: Staged | None) -> Given:
        return staged.given if staged is not None else Given(self.field, url=self.url)

    def shown(self) -> Any:  # noqa: ANN401 - JSON
        """What is shown of it later: never the bytes."""
        if self.inline is None:
            return self.url
        return {"mimeType": self.inline.media_type, "sizeBytes": len(self.inline.data)}


def one_of(kind: InlineKind, canonical: str, **named: object) -> Sent | None:
    """The one file that stands under any of its names; equal ones are one.

    Raises `InvalidInput` when two names disagree.
    """
    found = {name: value for name, value in named.items() if value is not None}
    values = list(found.values())
    if any(value != values[0] for value in values):
        names = " and ".join(found)
        raise InvalidInput((f"input.{canonical}", f"{names} are given and disagree; send one of them"))
    return sent_from(kind, canonical, values[0]) if values else None


def list_of(kind: InlineKind, canonical: str, **named: Sequence[object] | None) -> tuple[Sent, ...]:
    """The files that stand under any of the names of a list; see `one_of`."""
    found = {name: list(value) for name, value in named.items() if value is not None}
    lists = list(found.values())
    if any(value != lists[0] for value in lists):
        names = " and ".join(found)
        raise InvalidInput((f"input.{canonical}", f"{names} are given and disagree; send one of them"))
    items = lists[0] if lists else []
    return tuple(sent_from(kind, f"{canonical}[{place}]", item) for place, item in enumerate(items))


def sent_from(kind: InlineKind, field: str, value: object) -> Sent:
    if isinstance(value, InlineMedia):
        return Sent(field, inline=_inline(kind, field, value))
    return Sent(field, url=str(value))


def _inline(kind: InlineKind, field: str, media: InlineMedia) -> Inline:
    where = f"input.{field}"
    said = _known_type(kind, where, media.mimeType)
    encoded = media.dataBase64
    prefix = DATA_URI.match(encoded)
    if prefix is not None:
        if prefix[1] and _known_type(kind, where, prefix[1]) != said:
            raise InvalidInput((where, f"the data URI says {prefix[1]}, and mimeType says {media.mimeType}"))
        encoded = encoded[prefix.end() :]
    if len(encoded) > MOST_BASE64:
        raise InvalidInput(
            (
                f"{where}.dataBase64",
                f"{where}.dataBase64 is longer than {MOST_BASE64} characters; send a URL instead",
            )
        )
    try:
        data = b64decode("".join(encoded.split()), validate=True)
    except (binascii.Error, ValueError):
        raise InvalidInput((f"{where}.dataBase64", f"{where}.dataBase64 is not base64")) from None
    return Inline(field, data, said, kind)


def _known_type(kind: InlineKind, where: str, said: str) -> str:
    spelled = said.partition(";")[0].strip().lower()
    spelled = "image/jpeg" if spelled == "image/jpg" else spelled
    known: Callable[[str], str | None] = SOUNDS.get
    found = known(spelled) if kind is InlineKind.AUDIO else (spelled if spelled in IMAGES else None)
    if found is None:
        allowed = ", ".join(SOUNDS if kind is InlineKind.AUDIO else IMAGES)
        raise InvalidInput((f"{where}.mimeType", f"{said} is not taken here; send one of {allowed}"))
    return found
