"""Asks the listening process, with limits of time and memory."""

import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from pydantic import TypeAdapter

from reelhouse.engines.errors import EngineRefused, EngineUnavailable
from reelhouse.engines.forcing.types import Forced, WordAsked
from reelhouse.engines.transcript.aligning import told
from reelhouse.engines.transcript.aligning.saying import Said
from reelhouse.kit.process import OutputTooLong, ProcessFailed, ProcessTimedOut, run

T = TypeVar("T")

CHILD = Path(__file__).with_name("child.py")
MEMORY_MEGABYTES = 3072  # of addresses, of which ten minutes of words use a third
ONE_THREAD = {"OPENBLAS_NUM_THREADS": "1", "OMP_NUM_THREADS": "1"}
KILLED = (-9, -15)


@dataclass(frozen=True, slots=True)
class Listener:
    """Listens to `audio`, keeping its files in `folder`. Each question is a process of its own.

    All raise `EngineUnavailable` when the process takes too long or is killed, and `EngineRefused` when it
    fails by itself, as it would again.
    """

    engine: str
    audio: Path
    folder: Path
    timeout_seconds: float

    async def warp(self, voices: Sequence[Said]) -> tuple[told.Warped, ...]:
        """Times of the words that `voices` say, all of them the same."""
        kept = tuple(self._kept(voice, place) for place, voice in enumerate(voices))
        return await self._told("warp", told.Job(str(self.audio), voices=kept), told.WARPED)

    async def force(self, words: Sequence[WordAsked]) -> tuple[Forced | None, ...]:
        return await self._told("force", told.Job(str(self.audio), words=tuple(words)), told.FORCED)

    async def recognise(self) -> tuple[told.Recognised, ...]:
        return await self._told("recognise", told.Job(str(self.audio)), told.RECOGNISED)

    def _kept(self, voice: Said, place: int) -> told.Voice:
        path = self.folder / f"voice{place}"
        path.write_bytes(voice.pcm)
        return told.Voice(str(path), voice.sample_rate, tuple((word.start, word.end) for word in voice.words))

    async def _told(self, kind: str, job: told.Job, answer: TypeAdapter[T]) -> T:
        path = self.folder / f"{kind}.json"
        path.write_bytes(told.JOB.dump_json(job))
        try:
            done = await run(
                [sys.executable, "-I", str(CHILD), kind, str(path)],
                cwd=self.folder,
                timeout_seconds=self.timeout_seconds,
                memory_megabytes=MEMORY_MEGABYTES,
                env=ONE_THREAD,
            )
        except ProcessTimedOut:
            limit = f"listening took longer than {self.timeout_seconds:g} s"
            raise EngineUnavailable(self.engine, limit) from None
        except (ProcessFailed, OutputTooLong) as failure:
            if isinstance(failure, ProcessFailed) and failure.returncode in KILLED:
                raise EngineUnavailable(self.engine, "the listening process was killed") from failure
            raise EngineRefused(self.engine, "it could not listen to this recording") from failure
        return answer.validate_json(done.stdout)
