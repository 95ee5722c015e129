"""What a file is by its first bytes, whatever anybody says of it."""

RIFF_FORMS = {b"WEBP": "image/webp", b"WAVE": "audio/wav"}
STARTS = (
    (b"\x89PNG\r\n\x1a\n", "image/png"),
    (b"\xff\xd8\xff", "image/jpeg"),
    (b"OggS", "audio/ogg"),
    (b"fLaC", "audio/flac"),
    (b"ID3", "audio/mpeg"),
)
IMAGE_ENDINGS = {"image/png": ".png", "image/jpeg": ".jpg", "image/webp": ".webp"}
"""How files are named that hold a picture which this house takes."""

EBML = b"\x1a\x45\xdf\xa3"
SYNC = 0xFF
ADTS, ADTS_MASK = 0xF0, 0xF6
MPEG_AUDIO, LAYER = 0xE0, 0x06


def sniff(data: bytes) -> str | None:
    """The media type of an image or a sound that this house takes; None for anything else.

    MP4 and WebM may hold pictures, sound or both: as a sound they are ``audio/mp4`` and ``audio/webm``.
    """
    for start, media_type in STARTS:
        if data.startswith(start):
            return media_type
    if data[:4] == b"RIFF":
        return RIFF_FORMS.get(data[8:12])
    if data[4:8] == b"ftyp":
        return "audio/mp4"
    if data[:4] == EBML:
        return "audio/webm"
    return _frames(data)


def _frames(data: bytes) -> str | None:
    """MPEG sound without any wrapping begins with a frame's eleven set bits."""
    if len(data) < 2 or data[0] != SYNC:  # noqa: PLR2004 - a sync word has two bytes
        return None
    if data[1] & ADTS_MASK == ADTS:
        return "audio/aac"
    return "audio/mpeg" if data[1] & MPEG_AUDIO == MPEG_AUDIO and data[1] & LAYER else None
