"""Asks the program flite, in processes of its own, for sounds and for their times."""

import asyncio
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from tempfile import TemporaryDirectory

from reelhouse.engines.errors import EngineRefused, EngineUnavailable
from reelhouse.engines.speech.wav import NotAWav, read_wav
from reelhouse.kit.process import ProcessFailed, ProcessTimedOut, ProgramNotFound, run

ENGINE = "flite"
PROGRAM = "flite"
MEMORY_MEGABYTES = 1024
FILE_MEGABYTES = 64
PAUSE = "pau"


@dataclass(frozen=True, slots=True)
class Settings:
    """One of flite's voices, and how it is bent; None leaves the voice's own pitch."""

    voice: str
    stretch: float
    pitch_hertz: float | None
    deviation_hertz: float | None

    def arguments(self) -> list[str]:
        features = {
            "duration_stretch": self.stretch,
            "int_f0_target_mean": self.pitch_hertz,
            "int_f0_target_stddev": self.deviation_hertz,
        }
        given = {name: value for name, value in features.items() if value is not None}
        return ["-voice", self.voice, *(part for item in given.items() for part in _feature(*item))]


@dataclass(frozen=True, slots=True)
class RawSpeech:
    """Mono 16-bit samples, and flite's phones with the seconds at which each ends."""

    pcm: bytes
    sample_rate: int
    phones: tuple[tuple[str, float], ...]


async def record(text: str, settings: Settings, timeout_seconds: float) -> RawSpeech:
    """`text` as one utterance. Raises `EngineUnavailable` when flite fails or takes too long."""
    with TemporaryDirectory(prefix="flite-") as folder:
        arguments = [*settings.arguments(), "-psdur", "-t", text, "-o", "said.wav"]
        told = await _flite(arguments, Path(folder), timeout_seconds)
        try:
            content = await asyncio.to_thread((Path(folder) / "said.wav").read_bytes)
            pcm, sample_rate = read_wav(content)
        except (FileNotFoundError, NotAWav):
            raise EngineUnavailable(ENGINE, "flite left no recording") from None
    return RawSpeech(pcm, sample_rate, tuple(_timed(told)))


async def phones_of(words: list[str], voice: str, timeout_seconds: float) -> list[list[str]]:
    """The phones of each of `words` said alone; empty lists for all when flite counts them otherwise."""
    spoken = [word for word in words if word]
    with TemporaryDirectory(prefix="flite-") as folder:
        text = Path(folder) / "words.txt"
        await asyncio.to_thread(text.write_text, "\n\n".join(spoken) + "\n", "ascii")
        arguments = ["-voice", voice, "-ps", "-f", text.name, "-o", "none"]
        told = await _flite(arguments, Path(folder), timeout_seconds)
    lines = [
        [phone for phone in line.split() if phone != PAUSE] for line in told.splitlines() if line.strip()
    ]
    if len(lines) != len(spoken):
        return [[] for _ in words]
    rest = iter(lines)
    return [next(rest) if word else [] for word in words]


async def _flite(arguments: list[str], folder: Path, timeout_seconds: float) -> str:
    try:
        done = await run(
            [PROGRAM, *arguments],
            cwd=folder,
            timeout_seconds=timeout_seconds,
            memory_megabytes=MEMORY_MEGABYTES,
            file_megabytes=FILE_MEGABYTES,
        )
    except ProgramNotFound:
        raise EngineRefused(ENGINE, "the program flite is not installed") from None
    except (ProcessFailed, ProcessTimedOut) as failure:
        raise EngineUnavailable(ENGINE, failure.message) from failure
    return done.stdout.decode("ascii", "replace")


def _timed(told: str) -> list[tuple[str, float]]:
    """``pau:0.225 ih:0.289 …`` as names and rising end times; a second utterance starts where one ended."""
    phones: list[tuple[str, float]] = []
    for line in told.splitlines():
        offset = phones[-1][1] if phones else 0.0
        for part in line.split():
            name, _, end = part.rpartition(":")
            phones.append((name, offset + float(end)))
    if any(after[1] < before[1] for before, after in pairwise(phones)):
        raise EngineUnavailable(ENGINE, "flite's times run backwards")
    return phones


def _feature(name: str, value: float) -> tuple[str, str]:
    return "--setf", f"{name}={value:.4f}"
