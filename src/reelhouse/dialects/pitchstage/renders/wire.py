"""The messages of renders."""

# ruff: noqa: N815 - the names are the vendor's

from pydantic import BaseModel

from reelhouse.dialects.pitchstage.plans.wire import ResolvedPlan
from reelhouse.dialects.pitchstage.units import Status


class RenderAccepted(BaseModel):
    renderId: str
    variantProjectId: str
    status: Status


class Output(BaseModel):
    """A file of the artifact; `index` counts slides from 0. The first output is the artifact itself."""

    artifactId: str
    type: str
    url: str
    contentType: str
    sizeBytes: int
    sha256: str
    width: int | None = None
    height: int | None = None
    durationS: float | None = None
    index: int | None = None


class SpokenWord(BaseModel):
    word: str
    startS: float
    endS: float


class Transcript(BaseModel):
    """What is said, with the time of each word."""

    text: str
    words: list[SpokenWord]


class RenderedScene(BaseModel):
    """What is seen and said from one second to another."""

    id: str
    startS: float
    endS: float
    narrationText: str
    kineticText: str
    layout: str
    screenshotId: str | None
    stillUrl: str | None


class Failure(BaseModel):
    code: str
    message: str


class RenderResult(BaseModel):
    """All that there is to know about a render without watching it.

    Until it is completed there are no outputs, no poster and no transcript, and `durationS` is what the plan
    says; then it was measured. `error` comes with a failed one.
    """

    status: Status
    renderId: str
    variantProjectId: str
    parentProjectId: str | None
    progress: float
    stage: str
    error: Failure | None
    outputs: list[Output]
    posterUrl: str | None
    transcript: Transcript | None
    durationS: float
    scenes: list[RenderedScene]
    plan: ResolvedPlan


class RenderState(BaseModel):
    """What a stream of events tells."""

    renderId: str
    status: Status
    progress: float
    stage: str
    error: Failure | None = None


class RenderEvent(BaseModel):
    """What happened to a render, and when; `progress` and `stage` come while it is rendering."""

    renderId: str
    status: Status
    at: str
    progress: float | None = None
    stage: str | None = None
    error: Failure | None = None
