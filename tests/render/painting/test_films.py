"""A film is cut to the canvas, plays at its rate, and holds its last picture."""

from pathlib import Path

import pytest

from reelhouse.media.composition import Canvas
from reelhouse.render.cache import Cache
from reelhouse.render.errors import MediaUnreadable
from reelhouse.render.ffmpeg import Ffmpeg, find_ffmpeg
from reelhouse.render.painting.films import FilmPainter, cut_film
from reelhouse.render.painting.planes import blank
from reelhouse.render.settings import RenderSettings

pytestmark = pytest.mark.anyio

RATE = 15
PICTURES = 12


@pytest.fixture
async def ffmpeg() -> Ffmpeg:
    return await find_ffmpeg(RenderSettings())


@pytest.fixture
async def film(ffmpeg: Ffmpeg, tmp_path: Path) -> Path:
    """Twelve pictures at 15 a second, each lighter than the last, wider than any canvas here."""
    source = f"color=black:size=640x200:rate={RATE},geq=lum='16+16*N':cb=128:cr=128"
    arguments = ["-f", "lavfi", "-i", source, "-frames:v", str(PICTURES), "-pix_fmt", "yuv420p", "film.mp4"]
    await ffmpeg.run(arguments, cwd=tmp_path, stage="making a film")
    return tmp_path / "film.mp4"


async def test_each_frame_shows_the_picture_of_its_moment(
    ffmpeg: Ffmpeg, film: Path, tmp_path: Path, canvas: Canvas
) -> None:
    cut = await cut_film(ffmpeg, Cache(tmp_path / "cache", 100), film, canvas)
    painter, shown = FilmPainter(cut, 0), blank(canvas.width, canvas.height)

    levels = []
    for frame in range(2 * PICTURES + 10):
        painter.paint(frame, shown)
        levels.append(float(shown.y.mean()))

    for picture in range(PICTURES):
        assert abs(levels[2 * picture] - (16 + 16 * picture)) < 4
    assert levels[-1] == levels[2 * PICTURES]


async def test_a_film_may_begin_in_its_middle_and_skip_frames(
    ffmpeg: Ffmpeg, film: Path, tmp_path: Path, canvas: Canvas
) -> None:
    cut = await cut_film(ffmpeg, Cache(tmp_path / "cache", 100), film, canvas)
    painter, shown = FilmPainter(cut, 8), blank(canvas.width, canvas.height)

    painter.paint(6, shown)

    assert abs(float(shown.y.mean()) - (16 + 16 * 7)) < 4


async def test_what_is_no_film_is_named(ffmpeg: Ffmpeg, tmp_path: Path, canvas: Canvas) -> None:
    (tmp_path / "film.mp4").write_bytes(b"no film at all" * 100)

    with pytest.raises(MediaUnreadable, match=r"film\.mp4"):
        await cut_film(ffmpeg, Cache(tmp_path / "cache", 100), tmp_path / "film.mp4", canvas)

    assert list((tmp_path / "cache").iterdir()) == []
