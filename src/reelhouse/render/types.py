"""What rendering takes and gives."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction
from pathlib import Path

MediaFiles = Mapping[str, Path]
"""Where the bytes of each `MediaRef` lie on this machine, by their SHA-256."""

Progress = Callable[[float, str], None]
"""Told how much is done (0 to 1, by frames) and the stage it is in; called from the event loop, cheaply."""


class Preset(StrEnum):
    DRAFT = "draft"
    FINAL = "final"


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that an examined file does not keep. `check` is its stable name."""

    check: str
    expected: str
    found: str


@dataclass(frozen=True, slots=True)
class Examination:
    """What a finished file was measured to be, and what it does not keep."""

    duration: Fraction
    frames: int
    width: int
    height: int
    loudness_lufs: float
    true_peak_dbtp: float
    size: int
    findings: tuple[Finding, ...]

    @property
    def passed(self) -> bool:
        return not self.findings


@dataclass(frozen=True, slots=True)
class Rendered:
    """A finished, examined file; `warnings` say what is not quite as it was asked for."""

    path: Path
    sha256: str
    examination: Examination
    scenes_from_cache: int
    encoder: str
    warnings: tuple[str, ...] = ()
