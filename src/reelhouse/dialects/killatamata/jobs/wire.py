"""The messages of ``/media/jobs``: one body a task, and the answers."""

# ruff: noqa: N815 - the names are the vendor's

from typing import Annotated, Any, Literal

from pydantic import BaseModel, Field, StrictStr

from reelhouse.dialects.killatamata.jobs.inputs.fields import Message
from reelhouse.dialects.killatamata.jobs.inputs.films import CombineInput, VideoInput
from reelhouse.dialects.killatamata.jobs.inputs.pictures import EditInput, ImageInput, MeshInput
from reelhouse.dialects.killatamata.jobs.inputs.sounds import (
    AnnotationInput,
    SongInput,
    SoundInput,
    SpeakInput,
)
from reelhouse.dialects.killatamata.units import Status


class _Body(Message):
    idempotencyKey: StrictStr | None = Field(None, max_length=255)


class ImageBody(_Body):
    task: Literal["image.generate"]
    input: ImageInput


class EditBody(_Body):
    task: Literal["image.edit"]
    input: EditInput


class VideoBody(_Body):
    task: Literal["video.generate"]
    input: VideoInput


class CombineBody(_Body):
    task: Literal["video.combine"]
    input: CombineInput


class SpeakBody(_Body):
    task: Literal["audio.speak"]
    input: SpeakInput


class AnnotationBody(_Body):
    task: Literal["audio.annotation.reference"]
    input: AnnotationInput


class SongBody(_Body):
    task: Literal["ace.step.create"]
    input: SongInput


class SoundBody(_Body):
    task: Literal["moss.sound.effect"]
    input: SoundInput


class MeshBody(_Body):
    task: Literal["trellis.generate"]
    input: MeshInput


JobBody = Annotated[
    ImageBody
    | EditBody
    | VideoBody
    | CombineBody
    | SpeakBody
    | AnnotationBody
    | SongBody
    | SoundBody
    | MeshBody,
    Field(discriminator="task"),
]
"""One task a request, with the input of that task."""


class Adjustment(BaseModel):
    """A field that is not what the caller sent: `sent` became `used`, for a `reason`."""

    field: str
    sent: Any
    used: Any
    reason: str


class Billing(BaseModel):
    """`priceUsd` was fixed at submit; `chargedUsd` is what remains charged."""

    status: Literal["charged", "refunded", "refund_pending"]
    currency: Literal["USD"] = "USD"
    priceUsd: float
    chargedUsd: float


class DurationEstimate(BaseModel):
    outputSeconds: float | None


class JobSubmitted(BaseModel):
    jobId: str
    externalJobId: str
    task: str
    status: Status
    billing: Billing
    durationEstimate: DurationEstimate
    effectiveInput: dict[str, Any]
    inputAdjustments: list[Adjustment]


class Output(BaseModel):
    """`url` is guaranteed for 48 hours after completion, and works for 72 at most."""

    url: str
    mimeType: str
    sizeBytes: int
    sha256: str


class JobFailure(BaseModel):
    code: str
    message: str
    check: str | None = None


class JobView(BaseModel):
    jobId: str
    externalJobId: str
    task: str
    status: Status
    progress: float
    stage: str
    billing: Billing
    downloadableOutputUrls: list[str]
    outputs: list[Output]
    outputsState: Literal["none", "available", "best_effort", "purged"]
    outputsExpireAt: str | None
    createdAt: str
    completedAt: str | None
    failure: JobFailure | None


class JobDetails(JobView):
    upstreamResult: dict[str, Any] | None
    effectiveInput: dict[str, Any]
    inputAdjustments: list[Adjustment]
