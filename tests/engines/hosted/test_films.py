"""Films by hosted models."""

import io
import wave
from collections.abc import Callable
from pathlib import Path
from typing import Any

import av
import numpy as np
import pytest
from PIL import Image
from pydantic import JsonValue

from reelhouse.engines.errors import EngineRefused, EngineUnavailable
from reelhouse.engines.hosted.fakes.fal import FakeFal
from reelhouse.engines.hosted.fakes.host import FakeHost
from reelhouse.engines.video.types import VideoRequest

EngineOf = Callable[..., Any]
Giving = Callable[[str, Callable[[FakeHost], JsonValue]], Callable[..., JsonValue]]


def wav(seconds: float, rate: int = 16_000) -> bytes:
    file = io.BytesIO()
    with wave.open(file, "wb") as sound:
        sound.setnchannels(1)
        sound.setsampwidth(2)
        sound.setframerate(rate)
        tone = np.sin(np.arange(round(seconds * rate)) / 9) * 9000
        sound.writeframes(tone.astype("<i2").tobytes())
    return file.getvalue()


def mp4(frames: int, size: tuple[int, int] = (64, 64)) -> bytes:
    file = io.BytesIO()
    with av.open(file, "w", format="mp4") as film:
        stream = film.add_stream("mpeg4", rate=25)
        stream.width, stream.height, stream.pix_fmt = *size, "yuv420p"
        for _ in range(frames):
            film.mux(stream.encode(av.VideoFrame.from_ndarray(np.zeros((*size[::-1], 3), np.uint8), "rgb24")))
        film.mux(stream.encode())
    return file.getvalue()


@pytest.fixture
def order(tmp_path: Path, a_picture: bytes) -> VideoRequest:
    return VideoRequest("a boat sails", 640, 384, 97, 25, tmp_path, start=a_picture)


async def test_a_film_begins_with_its_frame_and_is_as_long_as_asked(
    vendor: FakeHost, engine_of: EngineOf, giving: Giving, order: VideoRequest
) -> None:
    vendor.make = giving("video", lambda host: host.keep(mp4(97), "video/mp4"))

    film = await engine_of(vendor, "video.backends.hosted").film(order)

    assert film.path.parent == order.folder
    inputs = vendor.works[0].inputs
    assert inputs["num_frames" if isinstance(vendor, FakeFal) else "length"] == 97
    start = vendor.content_of(inputs["image_url" if isinstance(vendor, FakeFal) else "image"])
    assert Image.open(io.BytesIO(start)).size == (640, 384)


@pytest.mark.parametrize("field", ["overlap", "final"])
async def test_a_frame_that_the_model_has_no_place_for_is_refused_before_anything_is_sent(
    vendor: FakeHost, engine_of: EngineOf, order: VideoRequest, a_picture: bytes, field: str
) -> None:
    given = {"overlap": (a_picture,)} if field == "overlap" else {"start": None, "final": a_picture}
    request = VideoRequest(order.prompt, 640, 384, 97, 25, order.folder, **given)

    with pytest.raises(EngineRefused, match=f"{field} frame"):
        await engine_of(vendor, "video.backends.hosted").film(request)

    assert vendor.keys == []


async def test_fal_films_to_sound(
    fal: FakeFal, engine_of: EngineOf, giving: Giving, order: VideoRequest, tmp_path: Path
) -> None:
    fal.make = giving("video", lambda host: host.keep(mp4(97), "video/mp4"))
    sound = tmp_path / "sound.wav"
    sound.write_bytes(wav(4, 48_000))

    await engine_of(fal, "video.backends.hosted").film(
        VideoRequest(order.prompt, 640, 384, 97, 25, tmp_path, start=order.start, audio=sound)
    )

    assert fal.works[0].model == "fal-ai/ltx-2-19b/audio-to-video"
    assert fal.content_of(fal.works[0].inputs["audio_url"]) == sound.read_bytes()


@pytest.mark.parametrize(
    ("content", "error"),
    [
        (mp4(20), EngineRefused),
        (mp4(20)[:600], EngineUnavailable),
        (b"\0\0\0\x18ftypmp42" + bytes(99), EngineUnavailable),
        (b"RIFF\0\0\0\0AVI ", EngineUnavailable),
    ],
    ids=["too short", "torn", "empty", "another kind"],
)
async def test_a_film_that_cannot_be_used_is_not_passed_on(
    fal: FakeFal,
    engine_of: EngineOf,
    giving: Giving,
    order: VideoRequest,
    content: bytes,
    error: type[Exception],
) -> None:
    fal.make = giving("video", lambda host: host.keep(content, "video/mp4"))

    with pytest.raises(error):
        await engine_of(fal, "video.backends.hosted").film(order)
