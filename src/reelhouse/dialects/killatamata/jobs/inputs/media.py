"""Files in an input: an address, or an object that carries the bytes."""

# ruff: noqa: N815 - the names are the vendor's

from typing import Annotated

from pydantic import Discriminator, Field, StrictStr, Tag

from reelhouse.core.tasks.desk import LARGEST_INLINE
from reelhouse.dialects.killatamata.jobs.inputs.fields import Address, Message

IMAGES = ("image/jpeg", "image/png", "image/webp")
SOUNDS = {
    "audio/ogg": "audio/ogg",
    "audio/opus": "audio/ogg",
    "audio/wav": "audio/wav",
    "audio/x-wav": "audio/wav",
    "audio/wave": "audio/wav",
    "audio/mpeg": "audio/mpeg",
    "audio/mp3": "audio/mpeg",
    "audio/flac": "audio/flac",
    "audio/x-flac": "audio/flac",
    "audio/aac": "audio/aac",
    "audio/mp4": "audio/mp4",
    "audio/webm": "audio/webm",
}
"""The document's twelve types, and the one name under which we know each."""

MOST_BASE64 = (LARGEST_INLINE + 2) // 3 * 4
ENCODED = f"base64, or a data URI; at most {MOST_BASE64:,} characters."


class InlineMedia(Message):
    """A file in the request itself."""

    dataBase64: StrictStr = Field(min_length=4, description=ENCODED)
    mimeType: StrictStr = Field(max_length=100, description="What the bytes are.")


class InlineImage(InlineMedia):
    """A picture in the request itself."""

    mimeType: StrictStr = Field(
        max_length=100, description="What the bytes are.", json_schema_extra={"enum": list(IMAGES)}
    )


class InlineAudio(InlineMedia):
    """A sound file in the request itself."""

    mimeType: StrictStr = Field(
        max_length=100, description="What the bytes are.", json_schema_extra={"enum": list(SOUNDS)}
    )


URL, INLINE = "url", "inline"


def _form(value: object) -> str | None:
    if isinstance(value, str):
        return URL
    return INLINE if isinstance(value, dict | InlineMedia) else None


FORM = Discriminator(
    _form,
    custom_error_type="file_type",
    custom_error_message="a URL, or an object with dataBase64 and mimeType",
)
Picture = Annotated[Annotated[Address, Tag(URL)] | Annotated[InlineImage, Tag(INLINE)], FORM]
Sound = Annotated[Annotated[Address, Tag(URL)] | Annotated[InlineAudio, Tag(INLINE)], FORM]
