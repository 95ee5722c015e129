"""Images of strangers, decoded in a process with limits of its own."""

import asyncio
import sys
from pathlib import Path
from typing import Literal

from reelhouse.core.inputs.errors import FileRefused
from reelhouse.core.inputs.image_reader import LONGEST_SIDE, PICTURE, REFUSED
from reelhouse.kit.process import OutputTooLong, ProcessFailed, ProcessTimedOut, run

READER = Path(__file__).with_name("image_reader.py")
READING_SECONDS = 20
READER_MEGABYTES = 2048
PICTURE_MEGABYTES = 64


async def decode_image(
    data: bytes,
    folder: Path,
    *,
    alpha: bool = False,
    form: Literal["png", "webp"] = "png",
    longest: int = LONGEST_SIDE,
) -> Path:
    """What can be seen of an image, upright and without metadata, as a file in `folder`, which is made.

    `longest` is the longest side that it keeps, in pixels; a WebP is lossless. Raises `FileRefused`.
    """
    await asyncio.to_thread(folder.mkdir, parents=True, exist_ok=True)
    try:
        await run(
            [sys.executable, "-I", str(READER), "alpha" if alpha else "opaque", form, str(longest)],
            cwd=folder,
            timeout_seconds=READING_SECONDS,
            memory_megabytes=READER_MEGABYTES,
            file_megabytes=PICTURE_MEGABYTES,
            stdin=data,
        )
    except ProcessFailed as failure:
        refused = failure.returncode == REFUSED
        raise FileRefused(failure.log.strip() if refused else "it is too much to decode") from failure
    except (ProcessTimedOut, OutputTooLong) as failure:
        raise FileRefused("it is too much to decode") from failure
    return folder / f"{PICTURE}.{form}"
