"""Sound files from vendors: read in their formats, refused when they are none, cut to the sample."""

import io
from fractions import Fraction

import av
import numpy as np
import pytest
from numpy.typing import NDArray

from reelhouse.engines.errors import EngineRefused
from reelhouse.engines.sounds import decoded, exactly, kind_of

RATE = 44_100


def tone(seconds: float, channels: int, rate: int = RATE) -> NDArray[np.int16]:
    """Frames of a 440 Hz tone; the second channel is half as loud."""
    wave = np.sin(2 * np.pi * 440 * np.arange(round(seconds * rate)) / rate) * 12_000
    return np.stack([wave / (1 + place) for place in range(channels)], axis=1).astype(np.int16)


def encoded(frames: NDArray[np.int16], kind: str, codec: str, rate: int = RATE) -> bytes:
    file = io.BytesIO()
    layout = "mono" if frames.shape[1] == 1 else "stereo"
    with av.open(file, "w", format=kind) as container:
        stream = container.add_stream(codec, rate=rate, layout=layout)
        assert isinstance(stream, av.AudioStream)
        frame = av.AudioFrame.from_ndarray(np.ascontiguousarray(frames.reshape(1, -1)), "s16", layout)
        frame.sample_rate = rate
        container.mux([*stream.encode(frame), *stream.encode(None)])
    return file.getvalue()


KINDS = [
    ("wav", "pcm_s16le"),
    ("wav", "pcm_f32le"),
    ("mp3", "libmp3lame"),
    ("flac", "flac"),
    ("ogg", "libopus"),
    ("adts", "aac"),
    ("mp4", "aac"),
    ("matroska", "pcm_s16le"),
]


@pytest.mark.parametrize(("kind", "codec"), KINDS)
@pytest.mark.parametrize("channels", [1, 2])
def test_every_format_that_vendors_send_is_read(kind: str, codec: str, channels: int) -> None:
    rate = 48_000 if codec == "libopus" else RATE
    content = encoded(tone(1.0, channels, rate), kind, codec, rate)

    pcm, found = decoded("acme", content, channels=2)

    assert found == rate
    frames = np.frombuffer(pcm, "<i2").reshape(-1, 2)[:rate]
    assert len(pcm) / 4 / rate == pytest.approx(1.0, abs=0.08)  # encoders pad
    loudest = np.abs(np.fft.rfft(frames[:, 0] * np.hanning(len(frames))))
    assert loudest.argmax() * rate / len(frames) == pytest.approx(440, abs=2)


def test_stereo_becomes_mono_for_a_voice() -> None:
    pcm, _ = decoded("acme", encoded(tone(0.5, 2), "wav", "pcm_s16le"), channels=1)

    assert len(pcm) == 2 * RATE // 2


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"<html>busy</html>",
        b'{"error": "no"}',
        b"#EXTM3U\n#EXT-X-TARGETDURATION:1\n#EXTINF:1,\nhttp://127.0.0.1/secret\n",
        b"ffconcat version 1.0\nfile '/etc/passwd'\n",
        b"RIFF" + bytes(60),
        b"ID3" + bytes(400),
        b"\xff\xfb" + bytes(400),
        b"\0\0\0\x18ftypisom" + bytes(400),
        b"OggS" + bytes(400),
    ],
)
def test_what_is_no_sound_is_refused(content: bytes) -> None:
    with pytest.raises(EngineRefused, match="'acme'"):
        decoded("acme", content, channels=2)


def test_nothing_is_guessed_from_the_content() -> None:
    """A playlist would make ffmpeg open other files and addresses."""
    assert kind_of(b"#EXTM3U\n") is None
    assert kind_of(b"ffconcat version 1.0\n") is None


def test_what_lasts_too_long_is_refused() -> None:
    content = encoded(tone(3.0, 1), "flac", "flac")

    with pytest.raises(EngineRefused, match="longer than 2 s"):
        decoded("acme", content, channels=2, most_seconds=2)


@pytest.mark.parametrize("channels", [1, 2])
@pytest.mark.parametrize("made", [0.95, 1.0, 1.7])
def test_the_length_is_exact_to_the_sample(channels: int, made: float) -> None:
    pcm, notes = exactly(
        "acme",
        tone(made, channels).tobytes(),
        channels=channels,
        sample_rate=RATE,
        duration=Fraction(1, 1),
    )

    assert len(pcm) == RATE * 2 * channels
    assert bool(notes) == (made < 1)
    assert made == 1 or not np.frombuffer(pcm, "<i2")[-1]  # no click at the end


def test_what_is_much_too_short_is_refused() -> None:
    with pytest.raises(EngineRefused, match=r"lasts 0\.5 s instead of 1\.0 s"):
        exactly("acme", tone(0.5, 2).tobytes(), channels=2, sample_rate=RATE, duration=Fraction(1))
