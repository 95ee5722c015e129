"""Nine kinds of media work, as the core understands them. Nothing here knows whose API asked for it."""

from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction
from typing import Annotated, Literal
from uuid import UUID

from pydantic import Discriminator, TypeAdapter
from pydantic.dataclasses import dataclass as checked

from reelhouse.core.jobs.types import Job, JobKind, JsonObject
from reelhouse.kit.money import MicroDollars


class PictureFormat(StrEnum):
    WEBP = "webp"
    PNG = "png"
    JPEG = "jpeg"


@checked(frozen=True, slots=True)
class Given:
    """A file that a caller gave: at an address, or staged in the object store under `staged`.

    `field` is what the caller calls it; errors name it.
    """

    field: str
    url: str | None = None
    staged: str | None = None


@checked(frozen=True, slots=True)
class DrawTask:
    prompt: str
    width: int
    height: int
    format: PictureFormat = PictureFormat.WEBP
    high_detail: bool = False
    references: tuple[Given, ...] = ()
    seed: int = 0
    kind: Literal["image"] = "image"


@checked(frozen=True, slots=True)
class EditTask:
    """The result has the size of the source, brought to sides and pixels that engines can do."""

    prompt: str
    source: Given
    format: PictureFormat = PictureFormat.WEBP
    high_detail: bool = False
    references: tuple[Given, ...] = ()
    seed: int = 0
    kind: Literal["image_edit"] = "image_edit"


@checked(frozen=True, slots=True)
class FilmTask:
    """`frames` are counted at `fps`; a film is shown at `smooth_fps`, when that is given."""

    prompt: str
    width: int
    height: int
    frames: int
    fps: int
    smooth_fps: int | None = None
    start: Given | None = None
    final: Given | None = None
    overlap: tuple[Given, ...] = ()
    audio: Given | None = None
    extreme_quality: bool = False
    seed: int = 0
    kind: Literal["film"] = "film"

    @property
    def seconds(self) -> Fraction:
        return Fraction(self.frames, self.fps)


@checked(frozen=True, slots=True)
class JoinTask:
    """Clips in order; every one but the first loses `trim_seconds` at its head."""

    clips: tuple[Given, ...]
    trim_seconds: Fraction = Fraction(0)
    kind: Literal["join"] = "join"


@checked(frozen=True, slots=True)
class SpeakTask:
    """With a `reference` the voice is cloned from it, else it follows the `description`."""

    text: str
    description: str | None = None
    reference: Given | None = None
    transcript: str | None = None
    reference_seconds: float = 10.0
    most_tokens: int | None = None
    language: str = "en-us"
    kbps: int = 128
    seed: int = 0
    kind: Literal["speech"] = "speech"


@checked(frozen=True, slots=True)
class AnnotateTask:
    audio: Given
    transcript: str | None = None
    language: str = "en"
    model: str = ""
    kind: Literal["annotation"] = "annotation"


@checked(frozen=True, slots=True)
class SongTask:
    tags: str
    seconds: Fraction
    lyrics: str = ""
    language: str = "en"
    kbps: int = 192
    polish: bool = False
    seed: int = 0
    kind: Literal["song"] = "song"


@checked(frozen=True, slots=True)
class SoundTask:
    prompt: str
    seconds: Fraction
    kbps: int = 128
    variety: int | None = None
    most_tokens: int = 0
    seed: int = 0
    kind: Literal["sound"] = "sound"


@checked(frozen=True, slots=True)
class MeshTask:
    """The fields of `engines.mesh.types.MeshRequest`, which explains them."""

    image: Given
    faces: int = 20_000
    texture_size: int = 1024
    texture_resolution: int = 512
    mesh_resolution: int = 1024
    views: int = 4
    structure_steps: int = 10
    shape_steps: int = 10
    texture_steps: int = 10
    fill_holes: bool = True
    fill_holes_perimeter: float = 0.05
    cone_half_angle_degrees: float = 55.0
    position_epsilon: float | None = None
    crease_degrees: float | None = None
    seed: int = 0
    kind: Literal["mesh"] = "mesh"


Task = DrawTask | EditTask | FilmTask | JoinTask | SpeakTask | AnnotateTask | SongTask | SoundTask | MeshTask


@checked(frozen=True, slots=True)
class TaskDocument:
    """The stored input of a task's job. `shown` is what its dialect wants to show of it later."""

    task: Annotated[Task, Discriminator("kind")]
    shown: dict[str, object]
    uploads: tuple[UUID, ...] = ()


DOCUMENTS: TypeAdapter[TaskDocument] = TypeAdapter(TaskDocument)


@dataclass(frozen=True, slots=True)
class TaskOrder:
    """A task that passed all checks but the ones of money; `uploads` are its staged files."""

    workspace_id: UUID
    origin: str
    task: Task
    shown: JsonObject
    uploads: tuple[UUID, ...] = ()
    idempotency_key: str | None = None


@dataclass(frozen=True, slots=True)
class RequestedTask:
    job: Job
    price: MicroDollars


def kind_of(task: Task) -> JobKind:
    return JobKind(task.kind)


def given_files(task: Task) -> tuple[Given, ...]:  # noqa: PLR0911 - one line a kind
    """Every file that the caller gave, in the order of the fields."""
    match task:
        case DrawTask():
            return task.references
        case EditTask():
            return (task.source, *task.references)
        case FilmTask():
            single = (task.start, task.final, task.audio)
            return (*(given for given in single if given), *task.overlap)
        case JoinTask():
            return task.clips
        case SpeakTask():
            return (task.reference,) if task.reference else ()
        case AnnotateTask():
            return (task.audio,)
        case MeshTask():
            return (task.image,)
        case SongTask() | SoundTask():
            return ()
