"""Films by hosted models."""

import io
import wave
from collections.abc import Callable
from dataclasses import replace
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
from sound_making import wav

EngineOf = Callable[..., Any]
Giving = Callable[[str, Callable[[FakeHost], JsonValue]], Callable[..., JsonValue]]


def mp4(frames: int, size: tuple[int, int] = (64, 64)) -> bytes:
    file = io.BytesIO()
    with av.open(file, "w", format="mp4") as film:
        stream = film.add_stream("mpeg4", rate=25)
        stream.width, stream.height, stream.pix_fmt = *size, "yuv420p"
        for _ in range(frames):
            film.mux(stream.encode(av.VideoFrame.from_ndarray(np.zeros((*size[::-1], 3), np.uint8), "rgb24")))
        film.mux(stream.encode())
    return file.getvalue()


def one_colour(colour: tuple[int, int, int]) -> bytes:
    file = io.BytesIO()
    Image.new("RGB", (80, 48), colour).save(file, "PNG")
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


async def test_a_final_frame_without_a_first_one_is_refused_before_anything_is_sent(
    vendor: FakeHost, engine_of: EngineOf, order: VideoRequest, a_picture: bytes
) -> None:
    with pytest.raises(EngineRefused, match="does not take: final frame"):
        await engine_of(vendor, "video.backends.hosted").film(replace(order, start=None, final=a_picture))

    assert vendor.keys == []


async def test_a_continuation_begins_exactly_with_the_frames_of_overlap(
    fal: FakeFal, engine_of: EngineOf, giving: Giving, order: VideoRequest, tmp_path: Path
) -> None:
    fal.make = giving("video", lambda host: host.keep(mp4(97), "video/mp4"))
    sound = tmp_path / "sound.wav"
    sound.write_bytes(wav(4, 48_000))
    colours = [(200, 40, 40), (40, 200, 40), (40, 40, 200)]
    request = replace(
        order, width=160, height=96, start=None, overlap=tuple(map(one_colour, colours)), audio=sound
    )

    film = await engine_of(fal, "video.backends.hosted").film(request)

    with av.open(str(film.path)) as made:
        frames = [frame.to_ndarray(format="rgb24") for frame in made.decode(video=0)]
    assert len(frames) == 97
    for frame, colour in zip(frames, [*colours, (0, 0, 0)], strict=False):
        assert np.abs(frame.mean(axis=(0, 1)) - colour).max() < 8
    inputs = fal.works[0].inputs
    start = Image.open(io.BytesIO(fal.content_of(inputs["image_url"])))
    assert start.getpixel((0, 0)) == colours[-1]
    with wave.open(io.BytesIO(fal.content_of(inputs["audio_url"]))) as heard:
        assert heard.getnframes() == 4 * 48_000 - 2 * 48_000 // 25
    assert any("last overlap frame" in note for note in film.notes)


async def test_a_single_frame_of_overlap_is_a_start_frame(
    vendor: FakeHost, engine_of: EngineOf, giving: Giving, order: VideoRequest, a_picture: bytes
) -> None:
    vendor.make = giving("video", lambda host: host.keep(mp4(97), "video/mp4"))

    film = await engine_of(vendor, "video.backends.hosted").film(
        replace(order, start=None, overlap=(a_picture,))
    )

    assert film.path.read_bytes() == mp4(97)
    assert film.notes == ()


@pytest.mark.parametrize("field", ["start", "overlap"])
async def test_a_frame_that_is_no_picture_is_refused_in_the_name_of_the_engine(
    fal: FakeFal, engine_of: EngineOf, order: VideoRequest, field: str
) -> None:
    given = {"start": b"no picture"} if field == "start" else {"start": None, "overlap": (b"", b"")}

    with pytest.raises(EngineRefused, match=f"{field} frame.* cannot be decoded") as refusal:
        await engine_of(fal, "video.backends.hosted").film(replace(order, **given))

    assert (refusal.value.engine, fal.keys) == ("fal", [])


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
