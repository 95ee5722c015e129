"""What is kept of pitches: projects and their variants, plans with their previews, and artifacts."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from uuid import UUID

from pydantic import TypeAdapter
from pydantic.dataclasses import dataclass as checked

from reelhouse.core.assets.types import Asset
from reelhouse.core.jobs.types import Job
from reelhouse.core.pitches.asked import NO_WISHES, Asked
from reelhouse.core.pitches.plan import ArtifactType, Plan
from reelhouse.core.pitches.types import AnnouncedFeature, AnnouncedScreenshot, Screenshot


@dataclass(frozen=True, slots=True)
class NewProject:
    """A project as it is asked for; `wishes` hold for every plan that does not say otherwise."""

    workspace_id: UUID
    name: str
    goal: str
    wishes: Asked = NO_WISHES
    features: tuple[AnnouncedFeature, ...] = ()
    loose: tuple[AnnouncedScreenshot, ...] = ()


@dataclass(frozen=True, slots=True)
class Project:
    """A project, or a variant of one: `parent_id` is then the project that it was forked from.

    A variant shows the screenshots of its parent, and has a plan of its own.
    """

    project_id: UUID
    workspace_id: UUID
    parent_id: UUID | None
    name: str
    goal: str
    wishes: Asked
    features: tuple[str, ...]
    created_at: datetime

    @property
    def shows_of(self) -> UUID:
        """Whose screenshots it shows."""
        return self.parent_id or self.project_id


@dataclass(frozen=True, slots=True)
class OpenedProject:
    """A project with its screenshots, those not uploaded yet too."""

    project: Project
    screenshots: tuple[Screenshot, ...]


class PreviewState(StrEnum):
    PENDING = "pending"
    READY = "ready"
    FAILED = "failed"


@checked(frozen=True, slots=True)
class Preview:
    """A still of a scene, `at` seconds of the video; it lies in the object store once it is ready."""

    scene_id: str
    at: float
    state: PreviewState
    object_name: str
    width: int
    height: int


PREVIEWS: TypeAdapter[tuple[Preview, ...]] = TypeAdapter(tuple[Preview, ...])


@dataclass(frozen=True, slots=True)
class KeptPlan:
    """The last plan of a project, the wishes that it answers, and its stills; `number` counts from 1."""

    project_id: UUID
    number: int
    plan: Plan
    asked: Asked
    previews: tuple[Preview, ...]
    generated_at: datetime


class ArtifactState(StrEnum):
    """Told from the jobs that make it, so that it never disagrees with them.

    `FAILED` is one that never was; a regeneration that fails leaves the artifact published.
    """

    RENDERING = "rendering"
    PUBLISHED = "published"
    REGENERATING = "regenerating"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class Artifact:
    """What renders make. `published_id` is the job whose files are shown, `working_id` the last one begun."""

    artifact_id: UUID
    workspace_id: UUID
    project_id: UUID
    kind: ArtifactType
    state: ArtifactState
    version: int
    published_id: UUID | None
    working_id: UUID
    created_at: datetime


class Scope(StrEnum):
    """What a regeneration makes again. Every one but `ALL` keeps the rest as it is.

    `SCENE` needs the id of a scene; `CONFIG` takes new wishes for the whole.
    """

    ALL = "all"
    SCENE = "scene"
    NARRATION = "narration"
    MUSIC = "music"
    CAPTIONS = "captions"
    POSTER = "poster"
    CONFIG = "config"


@dataclass(frozen=True, slots=True)
class Payer:
    """The key that pays."""

    key_id: UUID


@dataclass(frozen=True, slots=True)
class Render:
    """A render as its caller sees it: its job, variant, artifact and files. `plan` is what it shows."""

    job: Job
    variant: Project
    artifact: Artifact
    plan: Plan
    assets: tuple[Asset, ...]
