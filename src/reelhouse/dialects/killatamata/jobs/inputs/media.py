"""Files in an input: an address, or an object that carries the bytes."""

# ruff: noqa: N815 - the names are the vendor's

from pydantic import Field, StrictStr

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


Picture = Address | InlineImage
Sound = Address | InlineAudio
