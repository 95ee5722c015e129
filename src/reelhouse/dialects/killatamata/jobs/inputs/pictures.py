"""What goes into pictures, edits and solids."""

# ruff: noqa: N815 - the names are the vendor's

from typing import Annotated, Literal

from pydantic import ConfigDict, Field, StrictBool, StrictInt

from reelhouse.dialects.killatamata.jobs.inputs.fields import (
    MOST_PIXELS,
    SEEDED,
    WHOLE,
    Address,
    Message,
    OutputFormat,
    Prompt,
    Real,
    Seed,
    Side,
    either,
    optional,
)
from reelhouse.dialects.killatamata.jobs.inputs.media import Picture

SQUARE = 1024
FORMAT: OutputFormat = "webp"
MOST_REFERENCES = 8
SIZE = f"multiple of 32; at most {MOST_PIXELS:,} pixels together (4 MP). Comes with"
DETAIL = "Adds detail, and half again to the price."
REFERENCES = "Pictures that lend palette and layout."

PRESETS = {"draft": (8_000, 512, 512), "balanced": (20_000, 1024, 512), "high": (60_000, 2048, 1024)}
"""Faces, texture size and texture resolution."""
PRESET: Literal["balanced"] = "balanced"
FACES, TEXTURE_SIZE, TEXTURE_RESOLUTION = PRESETS[PRESET]
MESH_RESOLUTION, VIEWS, STEPS, PERIMETER, CONE = 1024, 4, 10, 0.05, 55.0
BY_PRESET = "The default is that of the preset balanced."


class ImageInput(Message):
    """A picture of a prompt."""

    model_config = ConfigDict(
        json_schema_extra={"dependentRequired": {"width": ["height"], "height": ["width"]}}
    )

    prompt: Prompt = Field(description="What the picture shows.")
    width: Side | None = optional(f"Width in pixels, a {SIZE} height.", SQUARE)
    height: Side | None = optional(f"Height in pixels, a {SIZE} width.", SQUARE)
    outputFormat: OutputFormat | None = optional("Format of the file.", FORMAT)
    highDetail: StrictBool | None = optional(DETAIL, usual=False)
    referenceImages: list[Picture] | None = optional(REFERENCES, max_length=MOST_REFERENCES)
    referenceImageUrls: list[Address] | None = optional(
        "Older name of referenceImages, for addresses only.", max_length=MOST_REFERENCES
    )
    seed: Seed | None = optional(SEEDED)


class EditInput(Message):
    """A change of a picture; the result has the size of the source."""

    model_config = ConfigDict(json_schema_extra=either("sourceImage", "sourceImageUrl"))

    prompt: Prompt = Field(description="What to change, in words.")
    sourceImage: Picture | None = optional("The picture to change; needed here or as sourceImageUrl.")
    sourceImageUrl: Address | None = optional("Alias of sourceImage, for an address only.")
    outputFormat: OutputFormat | None = optional("Format of the file.", FORMAT)
    highDetail: StrictBool | None = optional(DETAIL, usual=False)
    referenceImages: list[Picture] | None = optional(REFERENCES, max_length=MOST_REFERENCES)
    referenceImageUrls: list[Address] | None = optional(
        "Older name of referenceImages, for addresses only.", max_length=MOST_REFERENCES
    )
    seed: Seed | None = optional(SEEDED)


Steps = Annotated[StrictInt, Field(ge=1, le=100), WHOLE]
Texels = Annotated[StrictInt, Field(ge=64, le=4096), WHOLE]


class MeshInput(Message):
    """A low-poly solid of what stands in a picture, as GLB."""

    model_config = ConfigDict(json_schema_extra=either("sourceImageUrl", "sourceImage"))

    sourceImageUrl: Address | None = optional("The picture; needed here or as sourceImage.")
    sourceImage: Picture | None = optional("The picture, as an address or in the request itself.")
    qualityPreset: Literal["draft", "balanced", "high"] | None = optional(
        "Sets faces and texture where they are left out; start with balanced.", PRESET
    )
    targetFaceCount: Annotated[StrictInt, Field(ge=100, le=200_000), WHOLE] | None = optional(
        f"Triangles at most. {BY_PRESET}", FACES
    )
    textureSize: Texels | None = optional(f"Side of the texture in pixels. {BY_PRESET}", TEXTURE_SIZE)
    textureResolution: Texels | None = optional(
        f"Detail in which the texture is sampled. {BY_PRESET}", TEXTURE_RESOLUTION
    )
    maxViews: Annotated[StrictInt, Field(ge=1, le=16), WHOLE] | None = optional(
        "Views from which the texture is taken.", VIEWS
    )
    sparseStructureSteps: Steps | None = optional("Steps for the rough structure.", STEPS)
    shapeSteps: Steps | None = optional("Steps for the shape.", STEPS)
    textureSteps: Steps | None = optional("Steps for the texture.", STEPS)
    meshResolution: Annotated[StrictInt, Field(ge=64, le=2048), WHOLE] | None = optional(
        "Resolution of the field that becomes the mesh.", MESH_RESOLUTION
    )
    remeshFillHoles: StrictBool | None = optional("Closes small holes.", usual=True)
    remeshFillHolesMaxPerimeter: Annotated[Real, Field(ge=0, le=1)] | None = optional(
        "Longest edge of a hole that is closed, of the size of the solid.", PERIMETER
    )
    meshClusterConeHalfAngleRad: Annotated[Real, Field(gt=0, le=180)] | None = optional(
        "How far normals of one texture patch may differ; in degrees, whatever its name says.", CONE
    )
    postprocessPositionEpsilon: Annotated[Real, Field(ge=0, le=1)] | None = optional(
        "Vertices nearer than this are one."
    )
    postprocessNormalCreaseDeg: Annotated[Real, Field(ge=0, le=180)] | None = optional(
        "Edges sharper than this many degrees stay sharp."
    )
    seed: Seed | None = optional(SEEDED)
