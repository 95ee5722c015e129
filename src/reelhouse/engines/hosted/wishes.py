"""What is asked of a hosted model, in our words: the names that the tables of models map."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

TITLES = {
    "prompt": "prompt",
    "text": "text",
    "tags": "tags",
    "lyrics": "lyrics",
    "description": "description of a voice",
    "source": "picture to change",
    "references": "reference pictures",
    "start": "start frame",
    "final": "final frame",
    "overlap": "overlap frames",
    "audio": "sound",
    "reference": "recording of a voice",
    "image": "picture",
}
"""What a model must take when it is given, as a person says it; without a place for it, it is refused."""

QUIET = frozenset({"frames", "seconds", "fps", "smooth_fps", "language", "language_code", "hint"})
"""What a model may go without and nobody needs to hear of: others see to it, or it is a hint."""

Value = str | float | bool | None


@dataclass(frozen=True, slots=True)
class File:
    """Something that goes along as a file."""

    content: bytes
    content_type: str
    filename: str


@dataclass(frozen=True, slots=True)
class Wishes:
    """A request. What is None, empty or False was not asked for; `size` is width and height in pixels."""

    values: Mapping[str, Value] = field(default_factory=dict)
    files: Mapping[str, Sequence[File]] = field(default_factory=dict)
    size: tuple[int, int] | None = None

    def given(self) -> frozenset[str]:
        files = {name for name, files in self.files.items() if files}
        return frozenset(files | {name for name, value in self.values.items() if not is_blank(value)})


def is_blank(value: Value) -> bool:
    """Zero is a value: a seed may be zero."""
    return value is None or value is False or value == ""


def title_of(name: str) -> str:
    return TITLES.get(name, name.replace("_", " "))
