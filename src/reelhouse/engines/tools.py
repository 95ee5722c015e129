"""What engines borrow from the rooms beside them: they do not know who lends it."""

from collections.abc import Awaitable, Callable, Iterator, Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol, TypeAlias

from reelhouse.media.speech import Timing

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

Frame: TypeAlias = "npt.NDArray[np.uint8]"
"""Rows, columns, and the three colours red, green, blue."""


class FilmEncoder(Protocol):
    """Writes frames as a video file."""

    async def __call__(
        self, frames: Iterator[Frame], *, width: int, height: int, fps: Fraction, out: Path, crf: int = 18
    ) -> None:
        """H.264 in an MP4 file `out`, as many frames as come; the iterator is read in a thread of its own.

        Raises `RenderFailed`, `NoSpaceLeft` or `ProcessTimedOut`, and whatever the iterator raises.
        """
        ...


@dataclass(frozen=True, slots=True)
class Utterance:
    """A text as the builtin voice says it: mono 16-bit samples, with word and phoneme times."""

    pcm: bytes = field(repr=False)
    sample_rate: int
    timing: Timing


class Utter(Protocol):
    """Says a text with the builtin voice, whoever else is configured to speak."""

    async def __call__(
        self, text: str, language: str, *, male: bool = False, monotone: bool = False, speed: float = 1.0
    ) -> Utterance:
        """`language` is a code such as ``en``; `speed` multiplies 2.5 words a second, 0.5 to 2.

        A `monotone` voice stays on one pitch. Raises `EngineRefused` for a language that it does not speak,
        and a text in which nothing can be said, and `EngineUnavailable`.
        """
        ...


async def _no_encoder(*_: Any, **__: Any) -> None:  # noqa: ANN401 - stands in for any encoder
    raise RuntimeError("this process was not given an encoder of films")


@dataclass(frozen=True, slots=True)
class Tools:
    """`faces` are font files for words in pictures; the first that has a letter draws it."""

    faces: Sequence[Path] = ()
    encode: FilmEncoder = field(default=_no_encoder)
    models: Path | None = None
    """A folder in which backends may keep what they downloaded or compiled; None for nowhere."""
    draw: Callable[[str, int, int, int], Awaitable[bytes]] | None = None
    """Draws a prompt at a width and a height, from a seed: a PNG; None where nothing draws."""
    utter: Utter | None = None
