"""The plan object, which is the same when it is read and when it is written.

In a request every field may be missing or null, which is no wish; fields that nobody knows are ignored.
"""

# ruff: noqa: N815 - the names are the vendor's

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

MOST_SCENES = 120
MOST_BEATS = 60
LARGEST_INTEGER = 2**53

Text = Annotated[str, Field(max_length=10_000)]
Share = Annotated[float, Field(ge=0, le=1)]
Integer = Annotated[int, Field(ge=-LARGEST_INTEGER, le=LARGEST_INTEGER)]


class Message(BaseModel):
    """What is sent: a text is no number, a boolean is no number, and a number is no text."""

    model_config = ConfigDict(strict=True, extra="ignore", allow_inf_nan=False)


class Intent(Message):
    """What is wanted: the stable tier that most callers need."""

    artifactType: Text | None = Field(None, description="demo_video or carousel.")
    goal: Text | None = Field(None, description="Overrides the goal of the project for this plan.")
    audience: Text | None = None
    tone: Text | None = Field(None, description="energetic, calm, confident or dramatic.")
    aspect: Text | None = Field(None, description="16:9, 9:16, 1:1 or 4:5.")
    targetLengthS: float | None = Field(None, description="Seconds.")
    captionStyle: Text | None = Field(None, description="The name of a caption style, or off.")
    brandKitId: Text | None = None
    voiceProfileId: Text | None = None


class Beat(Message):
    """A step of the story; each feature seeds one."""

    id: Text | None = None
    title: Text | None = None
    purpose: Text | None = None
    feature: Text | None = None
    screenshotIds: Annotated[list[Text], Field(max_length=50)] | None = None


class Music(Message):
    source: Text | None = Field(None, description="library, upload or none.")
    mood: Text | None = None
    uploadUrl: Text | None = None


class Brand(Message):
    """Colours are `#rrggbb`."""

    name: Text | None = None
    ground: Text | None = None
    groundEnd: Text | None = None
    accent: Text | None = None
    ink: Text | None = None
    font: Text | None = None
    logoUrl: Text | None = None


class Voice(Message):
    actor: Text | None = None
    speed: float | None = None
    on: bool | None = None


class Director(Message):
    """How it is told."""

    outline: Annotated[list[Beat], Field(max_length=MOST_BEATS)] | None = None
    hook: Text | None = None
    cta: Text | None = None
    music: Music | None = None
    smartZoom: bool | None = None
    transitions: Text | None = Field(None, description="cut, dissolve, slide, wipe, zoom or mixed.")
    portraitLayout: Text | None = Field(None, description="framed, full_bleed or stacked; for 9:16 only.")
    narrativeTemplate: Text | None = None
    openingStyle: Text | None = Field(None, description="hook_card, logo or cold_open.")
    heroBeatIdx: Integer | None = None
    brand: Brand | None = None
    voice: Voice | None = None


class Area(Message):
    """A part of a screenshot, in parts of its width and height."""

    x: Share = 0.0
    y: Share = 0.0
    width: Share = 1.0
    height: Share = 1.0


class Glance(Message):
    """The picture has arrived at an area, at this part of the scene."""

    at: Share
    area: Area


class Press(Message):
    """A pointer has arrived at a place, at this part of the scene, and may tap there."""

    at: Share
    x: Share
    y: Share
    taps: bool = True


class Callout(Message):
    """A frame with a few words, from one part of the scene to another."""

    area: Area
    text: Text
    starts: Share
    ends: Share


class MotionPlan(Message):
    glances: list[Glance] = Field([], max_length=50)
    presses: list[Press] = Field([], max_length=50)
    callouts: list[Callout] = Field([], max_length=50)


class SlideSpec(Message):
    kicker: Text | None = None
    headline: Text | None = None
    body: Text | None = None


class Scene(Message):
    """One scene or slide; it is known by its id, or else by its place. Its fields are not promised to stay.

    `role` and `beatIdx` follow from the rest, and are ignored in a request.
    """

    id: Text | None = None
    role: Text | None = None
    beatIdx: Integer | None = None
    screenshotId: Text | None = None
    durationS: float | None = None
    narrationText: Text | None = None
    emotion: Text | None = None
    importance: float | None = None
    kineticText: Text | None = Field(None, description="Six words at most.")
    motionPlan: MotionPlan | None = None
    layout: Text | None = None
    transition: Text | None = None
    slideSpec: SlideSpec | None = None


class PlanRequest(Message):
    """Any part of a plan; what is left out gets the director's defaults."""

    intent: Intent | None = None
    director: Director | None = None
    scenes: Annotated[list[Scene], Field(max_length=MOST_SCENES)] | None = None


class Warning_(BaseModel):  # noqa: N801 - Python has a Warning of its own
    """Something that the director did not take as it was given."""

    model_config = ConfigDict(title="Warning")

    code: str
    field: str
    message: str
    given: str | float | bool | None
    used: str | float | bool | None


class Estimate(BaseModel):
    """What a render holds and lasts."""

    durationS: float
    costCents: float
    sceneCount: int
    ttsChars: int


class Reason(BaseModel):
    """One part of the score: how well it does, how much it counts, and why."""

    part: str
    score: float
    weight: float
    reason: str


class Gap(BaseModel):
    """What keeps a part from being whole, the field that closes it, what to put there, and what is gained."""

    part: str
    field: str
    reason: str
    suggestion: str | float | bool | list[str]
    gain: float


class Fit(BaseModel):
    score: float = Field(ge=0, le=1)
    reasons: list[Reason]
    gaps: list[Gap]


class PreviewFrame(BaseModel):
    """A still of a scene as the render will show it; it has an address once it is ready."""

    sceneId: str
    atS: float
    status: Literal["pending", "ready", "failed"]
    url: str | None
    width: int
    height: int


class ResolvedPlan(PlanRequest):
    """The plan with all of its fields, and what is known about it. Send it back as it is, or changed."""

    intent: Intent
    director: Director
    scenes: list[Scene]
    warnings: list[Warning_]
    estimate: Estimate
    fit: Fit
    previewFrames: list[PreviewFrame]
    posterUrl: str | None
    generatedAt: str
