"""Asks the process that finds words, with limits of time and memory."""

import sys
from collections.abc import Sequence
from pathlib import Path

from pydantic import TypeAdapter

from reelhouse.engines.forcing.types import Forced, WordAsked
from reelhouse.kit.process import OutputTooLong, ProcessFailed, ProcessTimedOut, run

CHILD = Path(__file__).with_name("child.py")
MEMORY_MEGABYTES = 2048
ONE_THREAD = {"OPENBLAS_NUM_THREADS": "1", "OMP_NUM_THREADS": "1"}

QUESTION: TypeAdapter[tuple[WordAsked, ...]] = TypeAdapter(tuple[WordAsked, ...])
ANSWER: TypeAdapter[tuple[Forced | None, ...]] = TypeAdapter(tuple[Forced | None, ...])


async def find_words(
    pcm: bytes, words: Sequence[WordAsked], timeout_seconds: float
) -> tuple[Forced | None, ...]:
    """Each of `words`, which are said one after the other, in mono 16-bit samples at 16 kHz.

    None stands for what was not found, and for all of it when the process fails or takes too long: whoever
    asks has another way.
    """
    try:
        done = await run(
            [sys.executable, "-I", str(CHILD)],
            cwd=CHILD.parent,
            timeout_seconds=timeout_seconds,
            memory_megabytes=MEMORY_MEGABYTES,
            env=ONE_THREAD,
            stdin=QUESTION.dump_json(tuple(words)) + b"\n" + pcm,
        )
    except (ProcessFailed, ProcessTimedOut, OutputTooLong):
        return (None,) * len(words)
    return ANSWER.validate_json(done.stdout)
