"""The messages of ``/projects`` and their screenshots."""

# ruff: noqa: N815 - the names are the vendor's

from typing import Annotated, Literal

from pydantic import BaseModel, Field, StringConstraints

from reelhouse.dialects.pitchstage.plans.wire import Intent, Message

MOST_FEATURES = 20
MOST_SCREENSHOTS = 50
LARGEST_FILE = 20 * 1024 * 1024
"""In bytes."""
LARGEST_SIDE = 20_000

ContentType = Literal["image/png", "image/jpeg", "image/webp"]
Name = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=200)]
Goal = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=10_000)]
Side = Annotated[int, Field(ge=1, le=LARGEST_SIDE)]


class Screenshot(Message):
    """A file that will be uploaded; width and height in pixels."""

    contentType: ContentType
    sizeBytes: int = Field(ge=1, le=LARGEST_FILE)
    width: Side | None = None
    height: Side | None = None


class Feature(Message):
    """One feature directory; it seeds a beat of the outline."""

    name: Name
    screenshots: list[Screenshot] = Field(max_length=MOST_SCREENSHOTS)


class CreateProject(Message):
    """At most 20 features and 50 screenshots in one request."""

    name: Name | None = None
    goal: Goal
    intent: Intent | None = None
    features: Annotated[list[Feature], Field(max_length=MOST_FEATURES)] | None = None


class AddScreenshots(Message):
    """In feature directories, or loose. At most 20 features and 50 screenshots in one request."""

    features: Annotated[list[Feature], Field(max_length=MOST_FEATURES)] | None = None
    screenshots: Annotated[list[Screenshot], Field(max_length=MOST_SCREENSHOTS)] | None = None


class Upload(BaseModel):
    """Where one announced screenshot is to be sent: the method, the headers, and the file as the body."""

    id: str
    feature: str | None
    url: str
    method: str
    headers: dict[str, str]
    expiresAt: str
    contentType: str
    sizeBytes: int


class ProjectFeature(BaseModel):
    name: str
    screenshotIds: list[str]


class Project(BaseModel):
    id: str
    name: str
    goal: str
    intent: Intent
    features: list[ProjectFeature]
    parentProjectId: str | None
    createdAt: str


class ProjectCreated(BaseModel):
    project: Project
    uploads: list[Upload]


class ScreenshotsAdded(BaseModel):
    uploads: list[Upload]
