"""A render that cannot end well ends with a named error, and leaves nothing: no process, no half file."""

from __future__ import annotations

import asyncio
import os
import subprocess
import sys
from typing import TYPE_CHECKING

import psutil
import pytest

from reelhouse.kit.process import ProcessTimedOut
from reelhouse.media.composition import CANVASES, Aspect, Canvas
from reelhouse.render.errors import (
    FfmpegMissing,
    MediaMissing,
    NoSpaceLeft,
    RenderFailed,
)
from reelhouse.render.settings import RenderSettings
from reelhouse.render.types import Preset

if TYPE_CHECKING:
    from pathlib import Path

    from tests.render.conftest import Studio

pytestmark = pytest.mark.anyio

LONG_SCRIPT = (
    "Most people think making videos is hard, but it really is not. Write thirty words, pick an actor,"
    " press one button, and watch your next post take off while you sleep. Try it now!"
)


def leftovers(folder: Path) -> list[str]:
    """Files that are neither inputs, nor the cache, nor a finished video."""
    everywhere = [*folder.iterdir(), *(folder / "cache").glob("*")]
    return [path.name for path in everywhere if ".part" in path.name]


def encoders() -> list[str]:
    """Children of this process that run ffmpeg, or are about to; other tests have children of their own."""
    commands = (" ".join(child.cmdline()) for child in psutil.Process().children(recursive=True))
    return [command for command in commands if "ffmpeg" in command]


async def test_an_earlier_file_stays_until_the_new_one_is_whole(studio: Studio) -> None:
    """Promise 42."""
    out = studio.folder / "out.mp4"
    out.write_bytes(b"the earlier one")
    broken = studio.compose()
    studio.media[broken.narration.audio.sha256].write_bytes(b"no sound")

    with pytest.raises(Exception, match="rendering failed"):
        await studio.render(broken)

    assert out.read_bytes() == b"the earlier one"
    assert leftovers(studio.folder) == []


async def test_cancelling_stops_the_encoder_and_leaves_nothing(studio: Studio) -> None:
    """Promise 42: a cancelled render has no process and no file."""
    studio.settings = RenderSettings(preset=Preset.FINAL)
    composition = studio.compose(LONG_SCRIPT, canvas=CANVASES[Aspect.PORTRAIT])
    encoding = asyncio.Event()

    def listen(share: float, _: str) -> None:
        if share > 0:
            encoding.set()

    task = asyncio.create_task(studio.render(composition, progress=listen))
    await asyncio.wait([asyncio.create_task(encoding.wait()), task], return_when=asyncio.FIRST_COMPLETED)
    assert not task.done()

    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task

    assert encoders() == []
    assert not (studio.folder / "out.mp4").exists()
    assert leftovers(studio.folder) == []


async def test_an_encoder_that_takes_too_long_is_killed(studio: Studio) -> None:
    """Promise 38."""
    studio.settings = RenderSettings(preset=Preset.FINAL, timeout_seconds=1)

    with pytest.raises(ProcessTimedOut):
        await studio.render(studio.compose(LONG_SCRIPT, canvas=CANVASES[Aspect.PORTRAIT]))

    assert encoders() == []
    assert leftovers(studio.folder) == []


async def test_an_encoder_that_wants_too_much_memory_fails(studio: Studio) -> None:
    """Promise 38."""
    studio.settings = RenderSettings(memory_megabytes=256)

    with pytest.raises(RenderFailed):
        await studio.render(studio.compose("one two", canvas=CANVASES[Aspect.PORTRAIT]))

    assert leftovers(studio.folder) == []


async def test_a_killed_render_is_swept_by_the_next(studio: Studio) -> None:
    """Promise 39."""
    composition = studio.compose("one two three")
    script = f"""
import os, pathlib, signal
from reelhouse.render.scratch import unfinished
work = unfinished(pathlib.Path({str(studio.folder / "out")!r})).__enter__()
work.mkdir()
(work / "joined.mp4").write_bytes(b"half")
os.kill(os.getpid(), signal.SIGKILL)
"""
    await asyncio.to_thread(subprocess.run, [sys.executable, "-c", script], check=False)
    assert len(leftovers(studio.folder)) == 1

    await studio.render(composition)

    assert leftovers(studio.folder) == []


async def test_a_missing_recording_is_told_before_any_work(studio: Studio) -> None:
    composition = studio.compose()
    studio.media[composition.narration.audio.sha256].unlink()

    with pytest.raises(MediaMissing):
        await studio.render(composition)

    assert not studio.cache.exists()


async def test_a_missing_ffmpeg_is_told_with_the_remedy(studio: Studio) -> None:
    """Promise 41."""
    studio.settings = RenderSettings(ffmpeg="/nowhere/ffmpeg")

    with pytest.raises(FfmpegMissing, match="REELHOUSE_RENDER_FFMPEG") as missing:
        await studio.render(studio.compose())

    assert missing.value.program == "/nowhere/ffmpeg"


async def test_an_ffmpeg_that_does_not_run_is_missing(studio: Studio) -> None:
    program = studio.folder / "ffmpeg"
    program.write_text("#!/bin/sh\nexit 1\n")
    program.chmod(0o755)
    studio.settings = RenderSettings(ffmpeg=str(program))

    with pytest.raises(FfmpegMissing):
        await studio.render(studio.compose())


@pytest.fixture
def tiny_disk(tmp_path: Path) -> Path:
    """A file system of a megabyte, where this machine lets us have one."""
    folder = tmp_path / "tiny"
    folder.mkdir()
    if (
        os.geteuid() != 0
        or subprocess.run(
            ["mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", str(folder)], check=False, capture_output=True
        ).returncode
    ):
        pytest.skip("only root may mount a small disk")
    return folder


@pytest.mark.parametrize("full", ["cache", "out"])
async def test_a_full_disk_is_told_and_leaves_nothing(full: str, studio: Studio, tiny_disk: Path) -> None:
    """Promise 41."""
    composition = studio.compose(LONG_SCRIPT, canvas=Canvas(540, 960))
    try:
        if full == "cache":
            studio.cache.symlink_to(tiny_disk)
        else:
            (tiny_disk / "ballast").write_bytes(bytes(900_000))
        out = "out.mp4" if full == "cache" else "tiny/out.mp4"
        with pytest.raises(NoSpaceLeft):
            await studio.render(composition, out)
        assert leftovers(studio.folder) == leftovers(tiny_disk) == []
        assert not (studio.folder / out).exists()
    finally:
        await asyncio.to_thread(subprocess.run, ["umount", str(tiny_disk)], check=True)
