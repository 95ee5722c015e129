"""What every video engine keeps."""

import io
from pathlib import Path

import av
import pytest
from PIL import Image

from reelhouse.engines.video.base import VideoEngine
from reelhouse.engines.video.types import VideoRequest


@pytest.mark.parametrize("size", [(96, 64), (64, 416)])
@pytest.mark.parametrize("prompt", ["orbit, slow", "%s{}\\'; \x00 \U0001f3a5" * 50])
async def test_films_are_as_large_and_as_long_as_asked(
    engine: VideoEngine, tmp_path: Path, size: tuple[int, int], prompt: str
) -> None:
    start = io.BytesIO()
    Image.new("RGB", (50, 40), "teal").save(start, "PNG")
    request = VideoRequest(prompt, *size, 9, 25, tmp_path, start=start.getvalue())

    film = await engine.film(request)

    with av.open(str(film.path)) as container:
        stream = container.streams.video[0]
        frames = list(container.decode(stream))
        assert stream.average_rate == 25
    assert len(frames) == 9
    assert {(frame.width, frame.height) for frame in frames} == {size}
