"""Asks the espeak-ng child for one recording, and never leaves it running."""

import asyncio
import json
import os
import signal
import sys
from contextlib import suppress
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

from pydantic import BaseModel, ValidationError

from reelhouse.engines.errors import EngineNotConfigured, EngineRefused, EngineUnavailable

CHILD = Path(__file__).with_name("child.py")
ENGINE = "builtin"


@dataclass(frozen=True, slots=True)
class Utterance:
    """What espeak-ng is asked: `voice` as it names them (``en-us+f3``), `rate` in its words a minute
    (80–450), `pitch` and `pitch_range` 0–99.
    """

    text: str
    voice: str
    rate: int
    pitch: int
    pitch_range: int


@dataclass(frozen=True, slots=True)
class RawSpeech:
    """What espeak-ng answered: mono 16-bit samples, and events counted in samples from the first.

    `words` are (sample, character position) in order; `phonemes` are (sample, IPA), '' where it is still.
    """

    pcm: bytes
    sample_rate: int
    words: tuple[tuple[int, int], ...]
    phonemes: tuple[tuple[int, str], ...]


class Header(BaseModel):
    """The child's first line."""

    sample_rate: int = 0
    bytes: int = 0
    words: tuple[tuple[int, int], ...] = ()
    phonemes: tuple[tuple[int, str], ...] = ()
    error: str | None = None


def espeak_folder() -> Path:
    """Where the wheel keeps the library and its data; the library itself is never loaded here."""
    spec = find_spec("espeakng_loader")
    if spec is None or spec.origin is None:
        raise EngineNotConfigured("builtin speech", "install the package espeakng-loader")
    return Path(spec.origin).parent


def espeak_library(folder: Path) -> Path:
    name = {"win32": "espeak-ng.dll", "darwin": "libespeak-ng.dylib"}.get(sys.platform, "libespeak-ng.so")
    return folder / name


async def record(utterance: Utterance, *, timeout_seconds: float) -> RawSpeech:
    """One recording of `utterance`.

    Raises `EngineUnavailable` when the child dies or takes longer than `timeout_seconds`. On a timeout and
    on cancellation the child is killed and reaped before this returns.
    """
    folder = espeak_folder()
    # espeak-ng cuts data paths at 160 characters, so it looks for its data from where it stands.
    question = {
        "library": str(espeak_library(folder)),
        "data": ".",
        "voice": utterance.voice,
        "rate": utterance.rate,
        "pitch": utterance.pitch,
        "range": utterance.pitch_range,
        "text": utterance.text,
    }
    child = await asyncio.create_subprocess_exec(
        sys.executable,
        "-I",
        "-S",
        str(CHILD),
        stdin=asyncio.subprocess.PIPE,
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.PIPE,
        cwd=folder,
        env={},  # ours may hold secrets, and the child needs nothing
        start_new_session=True,
    )
    try:
        async with asyncio.timeout(timeout_seconds):
            stdout, stderr = await child.communicate(json.dumps(question).encode())
    except TimeoutError:
        raise EngineUnavailable(ENGINE, f"speech took longer than {timeout_seconds:g} s") from None
    finally:
        await _end(child)
    if child.returncode != 0:
        reason = stderr.decode("utf-8", "replace").strip().rpartition("\n")[2][:200]
        raise EngineUnavailable(ENGINE, f"espeak-ng ended with {child.returncode}: {reason}")
    return _unpack(stdout)


async def _end(child: asyncio.subprocess.Process) -> None:
    if child.returncode is not None:
        return
    with suppress(ProcessLookupError):  # it may end between the look and the kill
        os.killpg(child.pid, signal.SIGKILL)
    await asyncio.shield(child.wait())


def _unpack(answer: bytes) -> RawSpeech:
    line, _, pcm = answer.partition(b"\n")
    try:
        header = Header.model_validate_json(line)
    except ValidationError:
        raise EngineUnavailable(ENGINE, "espeak-ng answered with something else") from None
    if header.error is not None:
        raise EngineRefused(ENGINE, header.error)
    if header.bytes != len(pcm):
        raise EngineUnavailable(ENGINE, f"espeak-ng announced {header.bytes} bytes and sent {len(pcm)}")
    return RawSpeech(pcm, header.sample_rate, header.words, header.phonemes)
