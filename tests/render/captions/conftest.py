"""A place where ffmpeg draws captions over a plain ground."""

from collections.abc import Awaitable, Callable
from itertools import count
from pathlib import Path

import av
import numpy as np
import pytest
from numpy.typing import NDArray

from reelhouse.media.composition import Canvas
from reelhouse.render.captions.document import Subtitles
from reelhouse.render.captions.stickers import sticker_filters, write_stickers
from reelhouse.render.ffmpeg import Ffmpeg, forget_system_fonts

Frames = list[NDArray[np.uint8]]
Shoot = Callable[[Subtitles, Canvas, int, str], Awaitable[Frames]]


@pytest.fixture
def shoot(ffmpeg: Ffmpeg, tmp_path: Path) -> Shoot:
    """Encode so many frames of captions over a colour as H.264, and decode them again."""

    numbers = count()

    async def shot(subtitles: Subtitles, canvas: Canvas, frames: int, ground: str) -> Frames:
        folder = tmp_path / f"shot-{next(numbers)}"
        (folder / "fonts").mkdir(parents=True)
        forget_system_fonts(folder)
        (folder / "captions.ass").write_text(subtitles.text, encoding="utf-8")
        for font in subtitles.fonts:
            (folder / "fonts" / font.name).symlink_to(font)
        write_stickers(subtitles.stickers, folder)
        size = f"{canvas.width}x{canvas.height}"
        await ffmpeg.run(
            [
                "-f", "lavfi", "-i", f"color=c={ground}:s={size}:r={canvas.fps},format=yuv420p",
                "-vf", "ass=captions.ass:fontsdir=fonts" + sticker_filters(subtitles.stickers),
                "-frames:v", str(frames), "-c:v", "libx264", "-preset", "veryfast", "-crf", "16", "shot.mp4",
            ],
            cwd=folder,
            stage="drawing captions",
        )  # fmt: skip
        with av.open(str(folder / "shot.mp4")) as container:
            return [
                frame.to_ndarray(format="rgb24").astype(np.uint8, copy=False)
                for frame in container.decode(video=0)
            ]

    return shot
