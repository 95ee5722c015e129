"""Clips of strangers and of engines: what they are, found out in a process with limits of its own."""

import sys
from fractions import Fraction
from pathlib import Path

from pydantic import TypeAdapter
from pydantic.dataclasses import dataclass as checked

from reelhouse.kit.errors import ReelhouseError
from reelhouse.kit.process import OutputTooLong, ProcessFailed, ProcessTimedOut, run
from reelhouse.render.clips.clip_reader import REFUSED

READER = Path(__file__).with_name("clip_reader.py")
MOST_PIXELS = 4096 * 2304
READING_SECONDS, READER_MEGABYTES = 120, 2048


class ClipUnreadable(ReelhouseError):
    """`reason` is half a sentence that goes on after "it cannot be used:"."""

    code = "clip_unreadable"

    def __init__(self, reason: str) -> None:
        super().__init__(f"The clip cannot be used: {reason}.")
        self.reason = reason


@checked(frozen=True, slots=True)
class ClipFacts:
    """As a player shows it: turned upright. `sound` names its coding, and is None where there is none."""

    width: int
    height: int
    fps: Fraction
    frames: int
    seconds: float
    codec: str
    pixel_format: str
    parameters: str
    turned: bool
    sound: str | None


FACTS: TypeAdapter[ClipFacts] = TypeAdapter(ClipFacts)


async def read_clip(path: Path) -> ClipFacts:
    """Raises `ClipUnreadable`."""
    try:
        told = await run(
            [sys.executable, "-I", str(READER), str(path), str(MOST_PIXELS)],
            cwd=path.parent,
            timeout_seconds=READING_SECONDS,
            memory_megabytes=READER_MEGABYTES,
        )
    except ProcessFailed as failure:
        refused = failure.returncode == REFUSED
        raise ClipUnreadable(failure.log.strip() if refused else "it is too much to read") from failure
    except (ProcessTimedOut, OutputTooLong) as failure:
        raise ClipUnreadable("it is too much to read") from failure
    return FACTS.validate_json(told.stdout)
