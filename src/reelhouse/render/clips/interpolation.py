"""Frames between the frames of a film: drawn in a process of their own, encoded in another."""

import asyncio
import os
import sys
from collections.abc import Callable, Sequence
from fractions import Fraction
from pathlib import Path

from reelhouse.kit.process import OutputTooLong, ProcessFailed, run
from reelhouse.render.clips.pictures import raw
from reelhouse.render.clips.reading import ClipFacts
from reelhouse.render.errors import RenderFailed
from reelhouse.render.ffmpeg import PROTOCOLS, Ffmpeg

DRAWER = Path(__file__).with_name("inbetween.py")
STAGE = "drawing the frames between"
MEGABYTES = 4096


async def interpolate(
    source: Path,
    facts: ClipFacts,
    wanted: int,
    step: Fraction,
    rate: Fraction,
    ending: Sequence[str],
    ffmpeg: Ffmpeg,
    folder: Path,
    progress: Callable[[float], None],
) -> None:
    """Run ffmpeg, whose first input are `wanted` frames, each `step` frames of `source` after the last.

    `ending` is what follows the first input. Against ffmpeg's own minterpolate the frames are as near to the
    truth and come twenty times as fast. Raises `RenderFailed` and what a run of ffmpeg raises.
    """
    even = facts.width // 2 * 2, facts.height // 2 * 2
    pipe = folder / "between.yuv"
    pipe.unlink(missing_ok=True)
    await asyncio.to_thread(os.mkfifo, pipe)
    drawing = asyncio.create_task(_draw(source, pipe, wanted, step, ffmpeg.timeout_seconds))
    encoding = asyncio.create_task(
        ffmpeg.run(
            [*PROTOCOLS, *raw(*even, rate), "-i", str(pipe), *ending],
            cwd=folder,
            stage=STAGE,
            on_frames=lambda done: progress(done / wanted),
        )
    )
    try:
        done, _ = await asyncio.wait({drawing, encoding}, return_when=asyncio.FIRST_EXCEPTION)
        for task in sorted(done, key=lambda task: task is encoding):
            task.result()
    finally:
        for task in (drawing, encoding):
            task.cancel()
        await asyncio.gather(drawing, encoding, return_exceptions=True)
        pipe.unlink(missing_ok=True)


async def _draw(source: Path, pipe: Path, wanted: int, step: Fraction, timeout_seconds: int) -> None:
    try:
        await run(
            [sys.executable, "-I", str(DRAWER), str(source), str(pipe), str(wanted), str(step)],
            cwd=pipe.parent,
            timeout_seconds=timeout_seconds,
            memory_megabytes=MEGABYTES,
        )
    except (ProcessFailed, OutputTooLong) as failure:
        raise RenderFailed(STAGE, getattr(failure, "log", "")) from failure
