"""Frames that are drawn in Python are the frames of the film."""

import asyncio
from collections.abc import Callable, Iterator
from fractions import Fraction
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

from reelhouse.render.clips.encoder import film_encoder
from reelhouse.render.errors import RenderFailed
from reelhouse.render.probe import probe
from reelhouse.render.settings import RenderSettings

pytestmark = pytest.mark.anyio

Frames = NDArray[np.uint8]
Decode = Callable[[Path], list[Frames]]

WIDTH, HEIGHT = 192, 128
COLOURS = (
    (255, 0, 0), (0, 255, 0), (0, 0, 255), (255, 255, 0), (0, 255, 255), (255, 0, 255),
    (0, 0, 0), (255, 255, 255), (128, 128, 128), (224, 172, 138), (20, 40, 60), (250, 128, 3),
)  # fmt: skip
SETTINGS = RenderSettings(timeout_seconds=60)


def flat(colour: tuple[int, int, int]) -> Frames:
    return np.full((HEIGHT, WIDTH, 3), colour, np.uint8)


def moving(count: int) -> Iterator[Frames]:
    """A bright square that moves four pixels a frame over grey."""
    for number in range(count):
        frame = flat((90, 90, 90))
        frame[40:80, 4 * number : 4 * number + 40] = (230, 200, 40)
        yield frame


def left_in(folder: Path) -> list[str]:
    return [path.name for path in folder.iterdir()]


async def encode(
    frames: Iterator[Frames], out: Path, fps: Fraction = Fraction(30), width: int = WIDTH, crf: int = 18
) -> None:
    await film_encoder(SETTINGS)(frames, width=width, height=HEIGHT, fps=fps, out=out, crf=crf)


async def test_colours_survive(tmp_path: Path, decode: Decode) -> None:
    await encode((flat(colour) for colour in COLOURS for _ in range(3)), tmp_path / "film.mp4", crf=8)

    shown = decode(tmp_path / "film.mp4")[1::3]
    for colour, frame in zip(COLOURS, shown, strict=True):
        middle = frame[HEIGHT // 2, WIDTH // 2].astype(int)
        assert np.abs(middle - colour).max() <= 2, f"{colour} became {middle}"


@pytest.mark.parametrize(
    "fps", [Fraction(24), Fraction(25), Fraction(30), Fraction(60), Fraction(30000, 1001)]
)
async def test_a_film_is_what_players_like_best(fps: Fraction, tmp_path: Path) -> None:
    await encode(moving(31), tmp_path / "film.mp4", fps)

    facts = probe(tmp_path / "film.mp4")
    assert facts is not None
    assert (facts.frames, facts.fps, facts.width, facts.height) == (31, fps, WIDTH, HEIGHT)
    assert (facts.video_codec, facts.profile, facts.pixel_format) == ("h264", "High", "yuv420p")
    assert facts.colour == "1-1-1-1"
    assert facts.faststart
    assert abs(facts.duration - 31 / fps) < Fraction(1, 100_000)
    assert facts.audio_codec == ""


async def test_equal_frames_are_equal_bytes(tmp_path: Path) -> None:
    await encode(moving(20), tmp_path / "one.mp4")
    await encode(moving(20), tmp_path / "two.mp4")

    assert (tmp_path / "one.mp4").read_bytes() == (tmp_path / "two.mp4").read_bytes()


async def test_the_callers_own_error_comes_back_and_nothing_is_left(tmp_path: Path) -> None:
    def breaking() -> Iterator[Frames]:
        yield from moving(3)
        raise ZeroDivisionError("the engine fell over")

    with pytest.raises(ZeroDivisionError, match="fell over"):
        await encode(breaking(), tmp_path / "film.mp4")

    assert left_in(tmp_path) == []


@pytest.mark.parametrize(
    "frame",
    [
        np.zeros((HEIGHT, WIDTH + 2, 3), np.uint8),
        np.zeros((HEIGHT, WIDTH, 4), np.uint8),
        np.zeros((HEIGHT, WIDTH, 3)),
    ],
    ids=["size", "channels", "type"],
)
async def test_another_kind_of_frame_is_refused(frame: Frames, tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="a frame is"):
        await encode(iter([flat((0, 0, 0)), frame]), tmp_path / "film.mp4")

    assert left_in(tmp_path) == []


async def test_odd_sizes_are_refused(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="even sizes"):
        await encode(moving(2), tmp_path / "film.mp4", width=WIDTH + 1)


async def test_no_frames_are_no_film(tmp_path: Path) -> None:
    with pytest.raises(RenderFailed):
        await encode(iter(()), tmp_path / "film.mp4")

    assert left_in(tmp_path) == []


async def test_cancelling_ends_the_drawing_too(tmp_path: Path) -> None:
    drawn = asyncio.Event()
    ended: list[bool] = []
    loop = asyncio.get_running_loop()

    def endless() -> Iterator[Frames]:
        try:
            while True:
                yield flat((10, 200, 90))
                loop.call_soon_threadsafe(drawn.set)
        finally:
            ended.append(True)

    task = asyncio.create_task(encode(endless(), tmp_path / "film.mp4"))
    await drawn.wait()
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task

    assert ended == [True]
    assert left_in(tmp_path) == []
