"""What the house and the process that holds a model say to each other: a line of JSON each.

Pictures, films and sound go by files in `Order.folder`, which the house makes and removes.
"""

from pathlib import Path
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

from reelhouse.engines.diffusion.recipes import Recipe

PICTURE, FRAMES, SOUND = "picture.png", "frames.rgb", "sound.pcm"
"""What is made: a PNG; frames of rows of red, green and blue bytes; stereo interleaved 16-bit samples."""


class Line(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class DrawWork(Line):
    """`reference` is the name of a picture in the folder, of the size that is drawn."""

    kind: Literal["draw"] = "draw"
    prompt: str
    width: int
    height: int
    seed: int
    more: bool = False
    reference: str | None = None


class EditWork(Line):
    """`pictures` are names in the folder: what is changed, and what lends its manner."""

    kind: Literal["edit"] = "edit"
    prompt: str
    width: int
    height: int
    seed: int
    more: bool = False
    pictures: tuple[str, ...]


class Placed(Line):
    """Pictures (names in the folder) that the film shows from frame `at` on, one a frame."""

    at: int
    pictures: tuple[str, ...]


class FilmWork(Line):
    """`frames` is 8n + 1, and sides are multiples of 32."""

    kind: Literal["film"] = "film"
    prompt: str
    width: int
    height: int
    frames: int
    fps: int
    seed: int
    more: bool = False
    placed: tuple[Placed, ...] = ()


class SongWork(Line):
    """`bpm`, `key` (``C minor``) and `meter` (beats in a bar) are what tags say in figures."""

    kind: Literal["song"] = "song"
    tags: str
    lyrics: str
    language: str
    seconds: float
    seed: int
    more: bool = False
    bpm: int | None = None
    key: str | None = None
    meter: str | None = None


Work = Annotated[DrawWork | EditWork | FilmWork | SongWork, Field(discriminator="kind")]


class Order(Line):
    """`work` by the `pipeline` class over the weights in `model`."""

    do: Literal["make"] = "make"
    number: int
    model: Path
    pipeline: str
    recipe: Recipe
    folder: Path
    work: Work


class Cancel(Line):
    """The order of this number is no longer wanted."""

    do: Literal["cancel"] = "cancel"
    number: int


class Question(Line):
    line: Annotated[Order | Cancel, Field(discriminator="do")]


class Report(Line):
    """How far the order of this number is.

    ``accepted`` comes first, ``waiting`` while another process has the GPU, ``loading`` while weights are
    read, ``working`` when the first step begins and ``step`` after each. The last is ``made``, ``refused``,
    ``failed`` or ``cancelled``. `shape` and `rate` describe what was made: the frames, rows and columns of a
    film, and the sample rate of a sound.
    """

    told: Literal[
        "accepted", "waiting", "loading", "working", "step", "made", "refused", "failed", "cancelled"
    ]
    number: int
    step: int = 0
    steps: int = 0
    reason: str = ""
    notes: tuple[str, ...] = ()
    shape: tuple[int, ...] = ()
    rate: int = 0

    @property
    def is_last(self) -> bool:
        return self.told in {"made", "refused", "failed", "cancelled"}
