"""The one document that everything which ends as a picture compiles to.

A composition is frozen, versioned and exact in time. `render/` turns it into a file and knows nothing
else; the same composition gives the same frames and the same price. Files are named by the SHA-256 of
their bytes, so that a composition means the same on every machine.
"""

from enum import StrEnum
from fractions import Fraction
from typing import Annotated, Final, Literal

from pydantic import Field, TypeAdapter
from pydantic.dataclasses import dataclass

from reelhouse.media.appearance import Appearance
from reelhouse.media.speech import Timing
from reelhouse.media.time import Span

VERSION: Final = 1


class Aspect(StrEnum):
    PORTRAIT = "9:16"
    LANDSCAPE = "16:9"
    SQUARE = "1:1"


@dataclass(frozen=True, slots=True)
class Canvas:
    """The picture in pixels (both even, as 4:2:0 chroma wants) and its frames a second."""

    width: int
    height: int
    fps: int = 30


CANVASES: dict[Aspect, Canvas] = {
    Aspect.PORTRAIT: Canvas(1080, 1920),
    Aspect.LANDSCAPE: Canvas(1920, 1080),
    Aspect.SQUARE: Canvas(1080, 1080),
}


@dataclass(frozen=True, slots=True)
class MediaRef:
    """A file by its content."""

    sha256: str
    media_type: str


class Expression(StrEnum):
    """The resting face of a presenter; `tone` of a brief chooses it."""

    FRIENDLY = "friendly"
    ENERGETIC = "energetic"
    CALM = "calm"
    CONFIDENT = "confident"
    DRAMATIC = "dramatic"


@dataclass(frozen=True, slots=True)
class PresenterScene:
    """A presenter before a backdrop, speaking whatever of the narration falls into the scene."""

    span: Span
    appearance: Appearance
    expression: Expression = Expression.FRIENDLY
    kind: Literal["presenter"] = "presenter"


@dataclass(frozen=True, slots=True)
class EndCard:
    """A closing card with a call to action, in the presenter's accent colour."""

    span: Span
    text: str
    accent: str
    kind: Literal["end_card"] = "end_card"


Scene = Annotated[PresenterScene | EndCard, Field(discriminator="kind")]


@dataclass(frozen=True, slots=True)
class Narration:
    """A recording (mono PCM WAV) that starts at `offset`; `timing` is counted from its first sample."""

    audio: MediaRef
    offset: Fraction
    timing: Timing


@dataclass(frozen=True, slots=True)
class Captions:
    """Word captions of the narration in a style of `render.captions`."""

    style: str


@dataclass(frozen=True, slots=True)
class Music:
    """A bed under the voice (PCM WAV as long as the video), ducked while somebody speaks."""

    audio: MediaRef


@dataclass(frozen=True, slots=True)
class Composition:
    """Scenes follow each other without gap or overlap from 0 to the end, on frame borders."""

    canvas: Canvas
    scenes: tuple[Scene, ...]
    narration: Narration
    captions: Captions | None = None
    music: Music | None = None
    title: str = ""
    version: Literal[1] = VERSION

    def __post_init__(self) -> None:
        at = Fraction(0)
        for scene in self.scenes:
            if scene.span.start != at:
                raise ValueError(
                    f"a scene starts at {scene.span.start}s, not at {at}s where the last one ended"
                )
            if (scene.span.end * self.canvas.fps).denominator != 1:
                raise ValueError(f"a scene ends at {scene.span.end}s, which is not on a frame border")
            at = scene.span.end
        if at == 0:
            raise ValueError("a composition needs at least one frame")

    @property
    def duration(self) -> Fraction:
        return self.scenes[-1].span.end

    @property
    def frames(self) -> int:
        return int(self.duration * self.canvas.fps)


COMPOSITIONS: TypeAdapter[Composition] = TypeAdapter(Composition)


def composition_to_json(composition: Composition) -> bytes:
    """Canonical bytes: equal compositions give equal bytes, so their hash names the plan."""
    return COMPOSITIONS.dump_json(composition)


def composition_from_json(document: bytes) -> Composition:
    return COMPOSITIONS.validate_json(document)
