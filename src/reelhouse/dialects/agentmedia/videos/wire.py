"""The video messages of agent-media: its names, its order, its quirks.

Types are strict: ``"10"`` is no number, ``10.0`` is ten, ``true`` is no number. A null means "not given".
"""

from typing import Annotated, Any, Literal, get_args

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, StrictBool, StrictStr, model_validator

from reelhouse.dialects.agentmedia.validation import (
    LONGEST_CTA,
    LONGEST_SCRIPT,
    SHORTEST_SCRIPT,
    NotExposed,
)

NOT_EXPOSED = ("voice", "tts_provider", "persona_slug", "face_photo_url")
LONGEST_PROMPT = 10_000
LONGEST_VISUAL_PROMPT = 2_000
LONGEST_URL = 2048

Status = Literal["submitted", "queued", "processing", "completed", "failed", "canceled"]
Style = Literal[
    "hormozi",
    "minimal",
    "bold",
    "karaoke",
    "clean",
    "tiktok",
    "neon",
    "fire",
    "glow",
    "pop",
    "aesthetic",
    "impact",
    "pastel",
    "electric",
    "boxed",
    "gradient",
    "spotlight",
]
Template = Literal[
    "monologue",
    "testimonial",
    "product-review",
    "problem-solution",
    "saas-review",
    "before-after",
    "listicle",
    "product-demo",
]


def _number(value: object) -> object:
    """JSON knows one kind of number: 10.0 is ten. A boolean is none."""
    if isinstance(value, bool):
        raise ValueError("a number is expected")  # noqa: TRY004 - pydantic turns ValueError into an answer
    return int(value) if isinstance(value, float) and value.is_integer() else value


Address = Annotated[StrictStr, Field(max_length=LONGEST_URL, json_schema_extra={"format": "uri"})]
Duration = Annotated[Literal[5, 10, 15], BeforeValidator(_number)]
StyleName = Annotated[
    StrictStr, Field(max_length=40, json_schema_extra={"anyOf": [{"enum": list(get_args(Style))}, {}]})
]
VoiceSpeed = Annotated[float, Field(ge=0.7, le=1.5, strict=True), BeforeValidator(_number)]


class PipOptions(BaseModel):
    position: Literal["bottom-center", "bottom-left", "bottom-right"] | None = None
    size: Literal["small", "medium", "large"] | None = None
    animation: Literal["slide-up", "slide-left", "slide-right", "fade", "scale"] | None = None
    frame_style: Literal["none", "rounded", "shadow"] | None = None


class SceneBody(BaseModel):
    type: Literal["talking_head", "broll"] | None = None
    text: StrictStr = Field(description="Narration text of the scene.")
    visual_prompt: StrictStr | None = Field(
        None, max_length=LONGEST_VISUAL_PROMPT, description="Prompt for AI-made visuals."
    )
    image: Address | None = Field(None, description="Image address for the scene.")


class VideoBody(BaseModel):
    """Either `script` or `prompt` is required; with both, the script counts and nothing is written."""

    model_config = ConfigDict(
        json_schema_extra={
            "examples": [
                {
                    "script": "Ever wonder why top founders wake up at 5am? It is not about the alarm clock.",
                    "actor_slug": "emma",
                    "style": "hormozi",
                    "target_duration": 10,
                    "music": "chill",
                }
            ]
        }
    )

    script: StrictStr | None = Field(
        None,
        description="Video script, 50-3000 characters and 37 words at most. Required unless prompt is given.",
        json_schema_extra={"minLength": SHORTEST_SCRIPT, "maxLength": LONGEST_SCRIPT},
    )
    prompt: StrictStr | None = Field(
        None,
        max_length=LONGEST_PROMPT,
        description="What the script is written from; +5 credits. Required unless script is given.",
    )
    product_url: Address | None = Field(
        None, description="Product page that gives context when a script is written."
    )
    actor_slug: StrictStr | None = Field(None, description="Library actor; see GET /actors.")
    target_duration: Duration | None = Field(
        None,
        description="Seconds. Estimated from the script when left out, raised when the script does not fit.",
    )
    style: StyleName | None = Field(
        None,
        description="Subtitle style, hormozi by default; a workspace's own styles go by their names too.",
        json_schema_extra={"default": "hormozi"},
    )
    tone: Literal["energetic", "calm", "confident", "dramatic"] | None = None
    voice_speed: VoiceSpeed | None = Field(None, description="Multiplier of the speaking rate.")
    music: Literal["chill", "energetic", "corporate", "dramatic", "upbeat"] | None = None
    cta: StrictStr | None = Field(
        None,
        description="End-screen call to action, 100 characters at most.",
        json_schema_extra={"maxLength": LONGEST_CTA},
    )
    aspect_ratio: Literal["9:16", "16:9", "1:1"] | None = Field(
        None, description="9:16 by default.", json_schema_extra={"default": "9:16"}
    )
    template: Template | None = None
    allow_broll: StrictBool | None = Field(None, json_schema_extra={"default": False})
    broll_model: Literal["kling3", "hailuo2", "wan21"] | None = None
    broll_images: list[Address] | None = Field(None, max_length=10)
    product_image_url: Address | None = None
    dub_language: StrictStr | None = Field(
        None,
        pattern=r"^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$",
        description="BCP-47 language code, such as es or fr.",
    )
    webhook_url: Address | None = Field(None, description="Told when the job has ended, signed.")
    composition_mode: Literal["pip"] | None = None
    pip_options: PipOptions | None = None
    scenes: list[SceneBody] | None = Field(None, max_length=30)

    @model_validator(mode="before")
    @classmethod
    def _refuse_what_is_not_exposed(cls, given: Any) -> Any:  # noqa: ANN401 - before any type is known
        if isinstance(given, dict):
            for name in NOT_EXPOSED:
                if given.get(name) is not None:
                    raise NotExposed(name)
        return given


class VideoCreated(BaseModel):
    """`generated_script` is there when a prompt was used, `pacing_warning` when the pace was adjusted."""

    job_id: str
    status: Status
    estimated_duration: int
    credits_deducted: int
    selected_voice: str
    voice_auto_detected: bool
    word_count: int
    words_per_second: float
    max_words: int
    generated_script: str | None = Field(None, exclude_if=lambda script: script is None)
    pacing_warning: str | None = Field(None, exclude_if=lambda warning: warning is None)


class Failure(BaseModel):
    code: str
    message: str


class VideoJob(BaseModel):
    """`error` is there when the job failed."""

    id: str
    status: Status
    output_url: str | None
    credit_cost: int
    created_at: str
    completed_at: str | None
    error: Failure | None = Field(None, exclude_if=lambda failure: failure is None)


class VideoListItem(BaseModel):
    id: str
    model_slug: str
    operation: str
    status: Status
    credit_cost: int
    output_url: str | None
    created_at: str
    completed_at: str | None


class VideoList(BaseModel):
    jobs: list[VideoListItem]
    total: int


class VideoDeleted(BaseModel):
    success: Literal[True] = True
    jobId: str  # noqa: N815 - the vendor's word
    deletedAt: str  # noqa: N815 - the vendor's word


class VideoCanceled(BaseModel):
    canceled: Literal[True] = True
    jobId: str  # noqa: N815 - the vendor's word
    credits_refunded: int
    refund_pending: bool
