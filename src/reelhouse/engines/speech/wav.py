"""Reads the WAV files that speech servers send, streamed ones with unknown lengths included."""

import struct
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

PCM, FLOAT, EXTENSIBLE = 1, 3, 0xFFFE
FORMAT_SIZE = 16
MOST_CHANNELS = 2
RATES = range(8_000, 192_001)


class NotAWav(Exception):
    """The bytes are no WAV file of plain samples; the message says what they are instead."""


@dataclass(frozen=True, slots=True)
class _Format:
    kind: int
    channels: int
    sample_rate: int
    bits: int


def read_wav(content: bytes) -> tuple[bytes, int]:
    """Mono 16-bit samples and their rate. Stereo is mixed down; 8, 16, 24, 32 bits and floats are read.

    A ``data`` chunk that claims more than there is (0xFFFFFFFF when a server streams) ends with the file.
    Raises `NotAWav`.
    """
    if content[:4] != b"RIFF" or content[8:12] != b"WAVE":
        raise NotAWav(f"the sound is no WAV file; it starts with {content[:4]!r}")
    layout: _Format | None = None
    place = 12
    while place + 8 <= len(content):
        name, size = content[place : place + 4], int.from_bytes(content[place + 4 : place + 8], "little")
        body = content[place + 8 : place + 8 + size]
        if name == b"fmt ":
            layout = _format(body)
        if name == b"data" and layout is not None:
            return _samples(body, layout), layout.sample_rate
        place += 8 + size + size % 2
    raise NotAWav("the WAV file has no samples")


def _format(body: bytes) -> _Format:
    if len(body) < FORMAT_SIZE:
        raise NotAWav("the WAV file does not tell its format")
    kind, channels, rate, _, _, bits = struct.unpack("<HHIIHH", body[:16])
    if kind == EXTENSIBLE and len(body) >= 26:  # noqa: PLR2004 - the real format follows at byte 24
        kind = int.from_bytes(body[24:26], "little")
    plain = (kind == PCM and bits in {8, 16, 24, 32}) or (kind == FLOAT and bits in {32, 64})
    if not plain:
        raise NotAWav(f"the WAV file is encoded (format {kind}, {bits} bits)")
    if not 1 <= channels <= MOST_CHANNELS or rate not in RATES:
        raise NotAWav(f"the WAV file has {channels} channels at {rate} Hz")
    return _Format(kind, channels, rate, bits)


def _samples(body: bytes, layout: _Format) -> bytes:
    frame = layout.channels * layout.bits // 8
    whole = body[: len(body) // frame * frame]
    if layout.kind == PCM and layout.bits == 16 and layout.channels == 1:  # noqa: PLR2004 - nothing to do
        return whole
    wave = _waveform(whole, layout).reshape(-1, layout.channels).mean(axis=1)
    samples: NDArray[np.int16] = np.rint(np.clip(wave, -1, 1) * 32767).astype("<i2")
    return samples.tobytes()


def _waveform(body: bytes, layout: _Format) -> NDArray[np.float64]:
    """Samples from -1 to 1."""
    if layout.kind == FLOAT:
        floats: NDArray[np.float64] = np.frombuffer(body, f"<f{layout.bits // 8}").astype(np.float64)
        np.nan_to_num(floats, copy=False)
        return floats
    if layout.bits == 8:  # noqa: PLR2004 - the one unsigned format
        return (np.frombuffer(body, np.uint8).astype(np.float64) - 128.0) / 128.0
    if layout.bits == 24:  # noqa: PLR2004 - no numpy type has 24 bits
        parts = np.frombuffer(body, np.uint8).reshape(-1, 3)
        padded = np.ascontiguousarray(np.pad(parts, ((0, 0), (1, 0))))
        return np.frombuffer(padded.tobytes(), "<i4").astype(np.float64) / 2**31
    integers: NDArray[np.float64] = np.frombuffer(body, f"<i{layout.bits // 8}").astype(np.float64)
    return integers / float(1 << (layout.bits - 1))
