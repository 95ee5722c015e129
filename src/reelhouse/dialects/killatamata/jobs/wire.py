"""The messages of ``/media/jobs``: the nine tasks by their names, fields and ranges.

Types are strict, unknown fields are refused, and null means "not given".
"""

# ruff: noqa: N815 - the names are the vendor's

from typing import Annotated, Any, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, StrictBool, StrictInt, StrictStr

from reelhouse.dialects.killatamata.units import Status

LONGEST_PROMPT = 10_000
LONGEST_LYRICS = 20_000
MOST_REFERENCES = 8
MOST_OVERLAP = 32
MOST_CLIPS = 100
LARGEST_SEED = 2**63 - 1


def _whole(value: object) -> object:
    """JSON knows one kind of number: 10.0 is ten."""
    return int(value) if isinstance(value, float) and value.is_integer() else value


WHOLE = BeforeValidator(_whole)
"""After the limits of a field, so that its schema tells them."""
Real = Annotated[float, Field(strict=True, allow_inf_nan=False)]
Address = Annotated[StrictStr, Field(max_length=2048, json_schema_extra={"format": "uri"})]
Prompt = Annotated[StrictStr, Field(min_length=1, max_length=LONGEST_PROMPT, pattern=r"\S")]
Side = Annotated[StrictInt, Field(ge=32, le=131_072, multiple_of=32), WHOLE]
Seed = Annotated[StrictInt, Field(ge=0, le=LARGEST_SEED), WHOLE]


class Message(BaseModel):
    model_config = ConfigDict(extra="forbid")


class InlineMedia(Message):
    """A file in the request itself."""

    dataBase64: StrictStr = Field(min_length=4, description="base64, or a data URI.")
    mimeType: StrictStr = Field(max_length=100, description="What the bytes are.")


Media = Address | InlineMedia
OutputFormat = Literal["webp", "png", "jpg"]


class ImageInput(Message):
    prompt: Prompt
    width: Side | None = None
    height: Side | None = None
    outputFormat: OutputFormat | None = None
    highDetail: StrictBool | None = None
    referenceImages: list[Media] | None = Field(None, max_length=MOST_REFERENCES)
    referenceImageUrls: list[Address] | None = Field(None, max_length=MOST_REFERENCES)
    seed: Seed | None = None


class EditInput(Message):
    prompt: Prompt
    sourceImage: Media | None = None
    sourceImageUrl: Address | None = None
    outputFormat: OutputFormat | None = None
    highDetail: StrictBool | None = None
    referenceImages: list[Media] | None = Field(None, max_length=MOST_REFERENCES)
    referenceImageUrls: list[Address] | None = Field(None, max_length=MOST_REFERENCES)
    seed: Seed | None = None


class VideoInput(Message):
    prompt: Prompt
    startFrameImageUrl: Address | None = None
    startFrameImage: Media | None = None
    sourceImageUrl: Address | None = None
    sourceImage: Media | None = None
    finalFrameImageUrl: Address | None = None
    finalFrameImage: Media | None = None
    overlapFrameImageUrls: list[Address] | None = Field(None, max_length=MOST_OVERLAP)
    overlapFrameImages: list[Media] | None = Field(None, max_length=MOST_OVERLAP)
    referenceAudioUrl: Address | None = None
    referenceAudio: Media | None = None
    width: Side | None = None
    height: Side | None = None
    aspectRatio: Literal["16:9", "9:16", "1:1", "4:3", "3:4", "21:9"] | None = None
    durationSeconds: Annotated[Real, Field(gt=0, le=60)] | None = None
    durationFrames: Annotated[StrictInt, Field(ge=9, le=1801), WHOLE] | None = None
    sampledFps: Annotated[StrictInt, Field(ge=8, le=60), WHOLE] | None = None
    interpolationFps: Annotated[StrictInt, Field(ge=0, le=60), WHOLE] | None = None
    extremeQuality: StrictBool | None = None
    seed: Seed | None = None


class CombineInput(Message):
    videoUrls: list[Address] = Field(min_length=2, max_length=MOST_CLIPS)
    overlapFrames: Annotated[StrictInt, Field(ge=0, le=600), WHOLE] | None = None
    frameRate: Annotated[Real, Field(ge=1, le=120)] | None = None


class SpeakInput(Message):
    mode: Literal["default", "voice_clone"] | None = None
    text: StrictStr = Field(min_length=40, max_length=600, pattern=r"\w")
    voiceDescription: StrictStr | None = Field(None, min_length=20, max_length=240)
    language: Literal["English", "en"] | None = None
    quality: StrictStr | None = None
    seed: Seed | None = None
    referenceAudioUrl: Address | None = None
    referenceAudio: Media | None = None
    referenceTranscript: StrictStr | None = Field(None, min_length=1, max_length=600)
    referenceAudioMaxSeconds: Annotated[Real, Field(gt=0, le=10)] | None = None
    maxNewTokens: Annotated[StrictInt, Field(ge=1, le=8192), WHOLE] | None = None


class AnnotationInput(Message):
    sourceAudioUrl: Address | None = None
    sourceAudio: Media | None = None
    transcript: StrictStr | None = Field(None, max_length=LONGEST_LYRICS)
    language: StrictStr | None = Field(None, max_length=20)
    transcriptionModel: StrictStr | None = Field(None, max_length=100)
    device: StrictStr | None = Field(None, max_length=20)


class SongInput(Message):
    tags: StrictStr = Field(min_length=1, max_length=LONGEST_PROMPT, pattern=r"\S")
    lyrics: StrictStr | None = Field(None, max_length=LONGEST_LYRICS)
    qualityPreset: Literal["high_quality"] | None = None
    durationSeconds: Annotated[Real, Field(ge=15, le=240)] | None = None
    quality: StrictStr | None = None
    language: StrictStr | None = Field(None, max_length=20)
    seed: Seed | None = None


class SoundInput(Message):
    prompt: Prompt
    durationSeconds: Annotated[Real, Field(ge=1, le=30)]
    quality: StrictStr | None = None
    topK: Annotated[StrictInt, Field(ge=1, le=1000), WHOLE] | None = None
    maxNewTokens: Annotated[StrictInt, Field(ge=0, le=16_384), WHOLE] | None = None
    seed: Seed | None = None


class MeshInput(Message):
    sourceImageUrl: Address | None = None
    sourceImage: Media | None = None
    qualityPreset: Literal["draft", "balanced", "high"] | None = None
    targetFaceCount: Annotated[StrictInt, Field(ge=100, le=200_000), WHOLE] | None = None
    textureSize: Annotated[StrictInt, Field(ge=64, le=4096), WHOLE] | None = None
    textureResolution: Annotated[StrictInt, Field(ge=64, le=4096), WHOLE] | None = None
    maxViews: Annotated[StrictInt, Field(ge=1, le=16), WHOLE] | None = None
    sparseStructureSteps: Annotated[StrictInt, Field(ge=1, le=100), WHOLE] | None = None
    shapeSteps: Annotated[StrictInt, Field(ge=1, le=100), WHOLE] | None = None
    textureSteps: Annotated[StrictInt, Field(ge=1, le=100), WHOLE] | None = None
    meshResolution: Annotated[StrictInt, Field(ge=64, le=2048), WHOLE] | None = None
    remeshFillHoles: StrictBool | None = None
    remeshFillHolesMaxPerimeter: Annotated[Real, Field(ge=0, le=1)] | None = None
    meshClusterConeHalfAngleRad: Annotated[Real, Field(gt=0, le=180)] | None = None
    postprocessPositionEpsilon: Annotated[Real, Field(ge=0, le=1)] | None = None
    postprocessNormalCreaseDeg: Annotated[Real, Field(ge=0, le=180)] | None = None
    seed: Seed | None = None


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
