"""The ffmpeg of this house: found, known by version, and run with limits."""

import errno
import os
import re
import shutil
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import imageio_ffmpeg

from reelhouse.kit.feeding import Feed
from reelhouse.kit.process import Completed, ProcessFailed, ProgramNotFound, run
from reelhouse.render.errors import FfmpegMissing, NoSpaceLeft, RenderFailed
from reelhouse.render.settings import RenderSettings

FONTCONFIG = "fonts.conf"
NO_SYSTEM_FONTS = (
    '<?xml version="1.0"?>\n<!DOCTYPE fontconfig SYSTEM "fonts.dtd">\n<fontconfig></fontconfig>\n'
)
KEEP_MEMORY = {"MALLOC_MMAP_THRESHOLD_": str(1 << 28), "MALLOC_TRIM_THRESHOLD_": str(1 << 29)}
"""Frames are freed and taken again thirty times a second: glibc is told not to return them to the kernel,
which would clear each page anew. It halves what reading raw frames costs."""

PROTOCOLS = ("-protocol_whitelist", "file,pipe")

_versions: dict[tuple[str, int, int], str] = {}


@dataclass(frozen=True, slots=True)
class Ffmpeg:
    """A program of a known version, and the limits under which it runs."""

    path: Path
    version: str
    timeout_seconds: int
    memory_megabytes: int

    async def run(
        self,
        arguments: Sequence[str],
        *,
        cwd: Path,
        stage: str,
        level: str = "error",
        on_frames: Callable[[int], None] | None = None,
        stdin: Feed | None = None,
    ) -> Completed:
        """Run it in `cwd`, where plain relative names need no escaping in filters.

        `on_frames` hears how many frames of the first video output are done; `stdin` writes the input
        ``pipe:0``. Raises `RenderFailed` with the
        name of the `stage`, `NoSpaceLeft`, or `ProcessTimedOut`.
        """
        progress = ("-progress", "pipe:1", "-stats_period", "0.2") if on_frames else ()
        try:
            return await run(
                [
                    str(self.path),
                    "-hide_banner",
                    "-nostdin",
                    "-nostats",
                    "-y",
                    "-v",
                    level,
                    *progress,
                    *arguments,
                ],
                cwd=cwd,
                timeout_seconds=self.timeout_seconds,
                memory_megabytes=self.memory_megabytes,
                stdin=stdin,
                on_line=_frame_listener(on_frames) if on_frames else None,
                env={"FONTCONFIG_FILE": str(cwd / FONTCONFIG), **KEEP_MEMORY},
            )
        except ProcessFailed as failure:
            if os.strerror(errno.ENOSPC) in failure.log:
                raise NoSpaceLeft(cwd) from failure
            raise RenderFailed(stage, failure.log) from failure


def _frame_listener(on_frames: Callable[[int], None]) -> Callable[[str], None]:
    def listen(line: str) -> None:
        if frame := re.match(r"frame=\s*(\d+)", line):
            on_frames(int(frame[1]))

    return listen


async def find_ffmpeg(settings: RenderSettings) -> Ffmpeg:
    """The program that the settings name, else the one that comes with reelhouse.

    Raises `FfmpegMissing`. The version is asked for once for each file, and again when the file changes.
    """
    path = _path(settings.ffmpeg)
    stat = path.stat()
    identity = (str(path), stat.st_size, stat.st_mtime_ns)
    if identity not in _versions:
        _versions[identity] = await _ask_version(path)
    return Ffmpeg(path, _versions[identity], settings.timeout_seconds, settings.memory_megabytes)


def _path(configured: str) -> Path:
    if configured:
        found = shutil.which(configured)
        if found is None:
            raise FfmpegMissing(configured)
        return Path(found).absolute()
    try:
        return Path(imageio_ffmpeg.get_ffmpeg_exe()).absolute()
    except RuntimeError as error:
        raise FfmpegMissing("ffmpeg") from error


async def _ask_version(path: Path) -> str:
    try:
        told = await run([str(path), "-version"], cwd=Path("/"), timeout_seconds=30)
    except (ProcessFailed, ProgramNotFound) as error:
        raise FfmpegMissing(str(path)) from error
    return told.stdout.decode(errors="replace").partition("\n")[0]


@contextmanager
def telling_disk_full(folder: Path) -> Iterator[None]:
    """Turn the system's "no space" into an error with a name."""
    try:
        yield
    except OSError as error:
        if error.errno in {errno.ENOSPC, errno.EDQUOT}:
            raise NoSpaceLeft(folder) from error
        raise


def forget_system_fonts(folder: Path) -> None:
    """Let nothing that runs in `folder` see the fonts of this machine: equal frames on every machine."""
    (folder / FONTCONFIG).write_text(NO_SYSTEM_FONTS)
