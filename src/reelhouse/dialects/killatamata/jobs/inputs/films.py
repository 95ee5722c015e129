"""What goes into films and joined clips."""

# ruff: noqa: N815 - the names are the vendor's

from fractions import Fraction
from typing import Annotated, Literal

from pydantic import ConfigDict, Field, StrictBool, StrictInt

from reelhouse.dialects.killatamata.jobs.inputs.fields import (
    MOST_PIXELS,
    SEEDED,
    WHOLE,
    Address,
    Message,
    Prompt,
    Real,
    Seed,
    Side,
    optional,
)
from reelhouse.dialects.killatamata.jobs.inputs.media import Picture, Sound

MOST_OVERLAP = 32
MOST_CLIPS = 100
FPS, SMOOTH_FPS, SLOWEST_SMOOTH = 30, 60, 30
SECONDS = Fraction(5)
STEP = 8
CANVASES = {
    "16:9": (1280, 704),
    "9:16": (704, 1280),
    "1:1": (960, 960),
    "4:3": (1088, 832),
    "3:4": (832, 1088),
    "21:9": (1472, 640),
}
"""What an aspect ratio means where no size is given: sides are multiples of 32."""

ASPECT: Literal["16:9"] = "16:9"
SIZE = f"a multiple of 32; at most {MOST_PIXELS:,} pixels together (4 MP). Comes with"
SIZES = ", ".join(f"{ratio} is {width}x{height}" for ratio, (width, height) in CANVASES.items())
START = "Frame zero. Without it and without overlap frames the film is made of the prompt alone."


class VideoInput(Message):
    """A film of a prompt, of a start frame, or in continuation of another film."""

    model_config = ConfigDict(
        json_schema_extra={"dependentRequired": {"width": ["height"], "height": ["width"]}}
    )

    prompt: Prompt = Field(description="One coherent paragraph on what happens and how the camera moves.")
    startFrameImageUrl: Address | None = optional(START)
    startFrameImage: Picture | None = optional(START)
    sourceImageUrl: Address | None = optional("Alias of startFrameImageUrl.")
    sourceImage: Picture | None = optional("Alias of startFrameImage.")
    finalFrameImageUrl: Address | None = optional("The frame that the film ends on.")
    finalFrameImage: Picture | None = optional("The frame that the film ends on.")
    overlapFrameImageUrls: list[Address] | None = optional(
        "Last frames of the film before, in their order, at sampledFps; the new film begins with them.",
        max_length=MOST_OVERLAP,
    )
    overlapFrameImages: list[Picture] | None = optional(
        "As overlapFrameImageUrls, also in the request itself.", max_length=MOST_OVERLAP
    )
    referenceAudioUrl: Address | None = optional(
        "Sound that drives the motion and is heard; needs a start frame or overlap frames."
    )
    referenceAudio: Sound | None = optional("As referenceAudioUrl, also in the request itself.")
    width: Side | None = optional(f"Width in pixels, {SIZE} height.")
    height: Side | None = optional(f"Height in pixels, {SIZE} width.")
    aspectRatio: Literal["16:9", "9:16", "1:1", "4:3", "3:4", "21:9"] | None = optional(
        f"Shape where width and height are left out: {SIZES}.", ASPECT
    )
    durationSeconds: Annotated[Real, Field(gt=0, le=60)] | None = optional(
        "Length; taken to the nearest count of 8n + 1 frames, which inputAdjustments tells.", float(SECONDS)
    )
    durationFrames: Annotated[StrictInt, Field(ge=9, le=1801), WHOLE] | None = optional(
        "Exact count of frames at sampledFps: 8n + 1, such as 249 or 257. Wins over durationSeconds.",
        examples=[257],
    )
    sampledFps: Annotated[StrictInt, Field(ge=8, le=60), WHOLE] | None = optional(
        "Frames a second that are made.", FPS
    )
    interpolationFps: Annotated[StrictInt, Field(ge=0, le=60), WHOLE] | None = optional(
        f"Frames a second that are shown: {SLOWEST_SMOOTH} to 60, or 0 to show what is made.", SMOOTH_FPS
    )
    extremeQuality: StrictBool | None = optional(
        "The finest way of making it; adds half again to the price.", usual=False
    )
    seed: Seed | None = optional(SEEDED)


class CombineInput(Message):
    """Clips in their order, each with its own sound."""

    videoUrls: list[Address] = Field(
        min_length=2, max_length=MOST_CLIPS, description="Addresses of the clips, in playback order."
    )
    overlapFrames: Annotated[StrictInt, Field(ge=0, le=600), WHOLE] | None = optional(
        "Frames at frameRate that every clip but the first loses at its head, picture and sound alike.", 0
    )
    frameRate: Annotated[Real, Field(ge=1, le=120)] | None = optional(
        "The rate in which overlapFrames are counted.", float(SMOOTH_FPS)
    )
