"""The builtin film maker, frame by frame."""

import io
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from reelhouse.engines.errors import EngineRefused
from reelhouse.engines.video.filming.film import shoot
from reelhouse.engines.video.types import VideoRequest


def png(tone: int, width: int = 96, height: int = 64) -> bytes:
    rng = np.random.default_rng(tone)
    file = io.BytesIO()
    Image.fromarray(rng.integers(0, 255, (height, width, 3), dtype=np.uint8)).save(file, "PNG")
    return file.getvalue()


def pixels(data: bytes) -> np.ndarray:
    return np.array(Image.open(io.BytesIO(data)))


@pytest.fixture
def order(tmp_path: Path) -> VideoRequest:
    return VideoRequest("slow push-in with dust", 96, 64, 17, 30, tmp_path, start=png(1))


def test_frames_are_as_many_as_asked_and_begin_with_the_start_frame(order: VideoRequest) -> None:
    frames = list(shoot(order).frames)

    assert len(frames) == 17
    assert np.array_equal(frames[0], pixels(png(1)))
    assert not np.array_equal(frames[1], frames[0])


def test_smooth_frames_fill_the_same_time(order: VideoRequest) -> None:
    assert len(list(shoot(replace(order, smooth_fps=60)).frames)) == 34


def test_the_last_frame_is_the_final_one(order: VideoRequest) -> None:
    frames = list(shoot(replace(order, final=png(2))).frames)

    assert len(frames) == 17
    assert np.array_equal(frames[-1], pixels(png(2)))


def test_overlap_frames_come_first_and_unchanged(order: VideoRequest) -> None:
    overlap = (png(3), png(4), png(5))

    frames = list(shoot(replace(order, start=None, overlap=overlap, smooth_fps=60)).frames)

    assert len(frames) == 17
    assert all(np.array_equal(frame, pixels(data)) for frame, data in zip(frames, overlap, strict=False))


def test_equal_requests_give_equal_frames(order: VideoRequest) -> None:
    assert all(map(np.array_equal, shoot(order).frames, shoot(order).frames))


def test_what_is_drawn_is_told(order: VideoRequest) -> None:
    shot = shoot(order)

    assert shot.understood == ("slow", "push-in", "dust")


@pytest.mark.parametrize(
    "change",
    [{"start": b"rubbish"}, {"start": None}, {"audio": Path("voice.wav")}, {"width": 8192, "height": 8192}],
)
def test_what_it_cannot_film_is_refused(order: VideoRequest, change: dict[str, object]) -> None:
    with pytest.raises(EngineRefused):
        shoot(replace(order, **change))  # type: ignore[arg-type]
