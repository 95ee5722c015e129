"""What makers give back."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from pydantic import JsonValue

from reelhouse.core.assets.types import AssetKind

MaterialFiles = Mapping[str, Path]
"""The files of a task by the caller's fields, each in the form that engines take."""


@dataclass(frozen=True, slots=True)
class Made:
    """A finished, examined file; `engine` made it, and `passed_over` tells who should have.

    `understood` are the words that shaped it, `notes` honest sentences about the rest, and `facts` what was
    measured.
    """

    path: Path
    kind: AssetKind
    media_type: str
    ending: str
    engine: str
    facts: Mapping[str, JsonValue]
    passed_over: tuple[str, ...] = ()
    understood: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()


Tell = Callable[[float, str], None]


@dataclass(frozen=True, slots=True)
class Bench:
    """Where a maker works: files given, a folder of its own, and whom to tell how far it is."""

    files: MaterialFiles
    folder: Path
    tell: Tell

    def part(self, begin: float, end: float, stage: str) -> Callable[[float], None]:
        """Tell that a stage begins; what comes back takes how much of the stage is done, 0 to 1."""
        self.tell(begin, stage)
        return lambda share: self.tell(begin + (end - begin) * share, stage)
