"""Frames and sound of an order as a ComfyUI server takes them: files, and where in the film they stand."""

import wave
from collections.abc import Iterator
from dataclasses import dataclass, field
from fractions import Fraction
from io import BytesIO
from pathlib import Path

import numpy as np
from PIL import Image, ImageSequence
from pydantic import JsonValue

from reelhouse.engines.comfyui.wishes import Upload, up_to
from reelhouse.engines.comfyui.workflow import ENGINE, Workflow
from reelhouse.engines.errors import EngineRefused
from reelhouse.engines.tools import Frame
from reelhouse.engines.video.filming.pictures import fitted
from reelhouse.engines.video.types import VideoRequest

STEP, LEAST_SIDE = 32, 64
"""Of the canvas, in pixels: models think in squares."""

RIFF = b"RIFF"
MOST_DECODED = 36_000_000  # pixels of one frame that was not asked for

EIGHT = 8
"""A clip that a film begins with has 8n + 1 frames."""


@dataclass(slots=True)
class Material:
    """`clip` are frames that go along as a film, not yet encoded; `places` tell where others stand."""

    files: dict[str, Upload] = field(default_factory=dict)
    places: dict[str, JsonValue] = field(default_factory=dict)
    clip: list[Frame] = field(default_factory=list)


def canvas_of(request: VideoRequest) -> tuple[int, int]:
    """At least as large as asked for."""
    return up_to(request.width, STEP, LEAST_SIDE), up_to(request.height, STEP, LEAST_SIDE)


def frames_of(request: VideoRequest) -> int:
    """At least as many as asked for: 8n + 1."""
    return up_to(request.frames - 1, EIGHT, EIGHT) + 1


def material_of(request: VideoRequest, workflow: Workflow) -> Material:
    """Decodes and encodes all of it. Raises `EngineRefused` for what cannot be read."""
    size = canvas_of(request)
    material = Material()
    if request.final is not None:
        material.files["final"] = _png(_frame(request.final, size, "final frame"))
    if request.audio is not None:
        material.files["audio"] = Upload(_sound(request.audio, request.seconds), ".wav")
    given = [_frame(data, size, f"overlap frame {place}") for place, data in enumerate(request.overlap, 1)]
    if request.start is not None:
        given[:1] = [_frame(request.start, size, "start frame")]
    if given and (workflow.takes("start") or len(given) == 1):
        material.files["start"] = _png(given[0])
    if len(given) > 1:
        _overlap(given, workflow, material)
    return material


@dataclass(frozen=True, slots=True)
class Animation:
    """An animated WebP; its sides are even, as H.264 wants them."""

    path: Path
    width: int
    height: int

    def frames(self) -> Iterator[Frame]:
        """Raises `EngineRefused` at the one that cannot be read."""
        try:
            with Image.open(self.path, formats=("WEBP",)) as picture:
                for frame in ImageSequence.Iterator(picture):
                    yield np.array(frame.convert("RGB"), np.uint8)[: self.height, : self.width]
        except (OSError, SyntaxError, ValueError):
            raise EngineRefused(ENGINE, "its animation cannot be read") from None


def animation_in(path: Path) -> Animation | None:
    """None for a file of another kind. Raises `EngineRefused` for one that is damaged, or too large."""
    with path.open("rb") as file:
        if not file.read(len(RIFF)).startswith(RIFF):
            return None
    try:
        with Image.open(path, formats=("WEBP",)) as picture:
            width, height = picture.size
    except (OSError, SyntaxError, ValueError, Image.DecompressionBombError):
        raise EngineRefused(ENGINE, "its animation cannot be read") from None
    if width * height > MOST_DECODED or min(width, height) < 2:  # noqa: PLR2004 - even, and not nothing
        raise EngineRefused(ENGINE, f"its animation has {width} x {height} pixels")
    return Animation(path, width // 2 * 2, height // 2 * 2)


def _overlap(given: list[Frame], workflow: Workflow, material: Material) -> None:
    """The first of them is the start frame; a clip repeats it."""
    first = 1 if workflow.takes("start") else 0
    if workflow.takes("overlap") and len(given) - first > workflow.most("overlap"):
        whole = (len(given) - 1) // EIGHT * EIGHT + 1 if workflow.takes("overlap1") else len(given)
        material.clip, first = given[:whole], whole
    for number, place in enumerate(range(first, len(given)), start=1):
        material.files[f"overlap{number}"] = _png(given[place])
        material.places[f"overlap{number}_at"] = place


def _frame(data: bytes, size: tuple[int, int], what: str) -> Frame:
    try:
        return fitted(data, size, what)
    except EngineRefused as refusal:
        raise EngineRefused(ENGINE, refusal.reason) from None


def _png(frame: Frame) -> Upload:
    file = BytesIO()
    Image.fromarray(frame).save(file, "PNG", compress_level=1)
    return Upload(file.getvalue(), ".png")


def _sound(path: Path, seconds: Fraction) -> bytes:
    """A WAV file as long as the film: the rest is cut off, and what is missing is silent."""
    file = BytesIO()
    try:
        with wave.open(str(path), "rb") as source, wave.open(file, "wb") as target:
            wanted = round(seconds * source.getframerate())
            width = source.getsampwidth() * source.getnchannels()
            target.setparams(source.getparams())
            target.writeframes(source.readframes(wanted).ljust(wanted * width, b"\0"))
    except (wave.Error, EOFError):
        raise EngineRefused(ENGINE, "the sound is no WAV file") from None
    return file.getvalue()
