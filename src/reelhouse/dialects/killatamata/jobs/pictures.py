"""Pictures, edits and solids as tasks."""

from typing import Any

from reelhouse.core.tasks.desk import InlineKind
from reelhouse.core.tasks.types import DrawTask, EditTask, MeshTask
from reelhouse.dialects.killatamata.jobs.common import (
    Read,
    both_or_neither,
    format_of,
    required,
    seed_of,
    shown_of,
    usual_or,
)
from reelhouse.dialects.killatamata.jobs.files import list_of, one_of
from reelhouse.dialects.killatamata.jobs.inputs.pictures import (
    CONE,
    FORMAT,
    MESH_RESOLUTION,
    PERIMETER,
    PRESET,
    PRESETS,
    SQUARE,
    STEPS,
    VIEWS,
)
from reelhouse.dialects.killatamata.jobs.wire import EditBody, ImageBody, MeshBody


def read_image(body: ImageBody) -> Read:
    sent = body.input
    width, height = both_or_neither(sent.width, sent.height) or (SQUARE, SQUARE)
    references = list_of(
        InlineKind.IMAGE,
        "referenceImages",
        referenceImages=sent.referenceImages,
        referenceImageUrls=sent.referenceImageUrls,
    )
    form, seed = sent.outputFormat or FORMAT, seed_of(sent.seed)
    return Read(
        references,
        lambda give: DrawTask(
            prompt=sent.prompt,
            width=width,
            height=height,
            format=format_of(form),
            high_detail=bool(sent.highDetail),
            references=tuple(map(give, references)),
            seed=seed,
        ),
        {
            "prompt": sent.prompt,
            "width": width,
            "height": height,
            "outputFormat": form,
            "highDetail": bool(sent.highDetail),
            "referenceImages": shown_of(references),
            "seed": seed,
        },
    )


def read_edit(body: EditBody) -> Read:
    sent = body.input
    source = required(
        one_of(
            InlineKind.IMAGE,
            "sourceImage",
            sourceImage=sent.sourceImage,
            sourceImageUrl=sent.sourceImageUrl,
        ),
        "sourceImage",
    )
    references = list_of(
        InlineKind.IMAGE,
        "referenceImages",
        referenceImages=sent.referenceImages,
        referenceImageUrls=sent.referenceImageUrls,
    )
    form, seed = sent.outputFormat or FORMAT, seed_of(sent.seed)
    return Read(
        (source, *references),
        lambda give: EditTask(
            prompt=sent.prompt,
            source=give(source),
            format=format_of(form),
            high_detail=bool(sent.highDetail),
            references=tuple(map(give, references)),
            seed=seed,
        ),
        {
            "prompt": sent.prompt,
            "sourceImage": source.shown(),
            "outputFormat": form,
            "highDetail": bool(sent.highDetail),
            "referenceImages": shown_of(references),
            "seed": seed,
        },
    )


def read_mesh(body: MeshBody) -> Read:
    sent = body.input
    image = required(
        one_of(
            InlineKind.IMAGE,
            "sourceImage",
            sourceImage=sent.sourceImage,
            sourceImageUrl=sent.sourceImageUrl,
        ),
        "sourceImageUrl",
    )
    preset = sent.qualityPreset or PRESET
    faces, size, resolution = PRESETS[preset]
    chosen: dict[str, Any] = {
        "targetFaceCount": usual_or(sent.targetFaceCount, faces),
        "textureSize": usual_or(sent.textureSize, size),
        "textureResolution": usual_or(sent.textureResolution, resolution),
        "meshResolution": usual_or(sent.meshResolution, MESH_RESOLUTION),
        "maxViews": usual_or(sent.maxViews, VIEWS),
        "sparseStructureSteps": usual_or(sent.sparseStructureSteps, STEPS),
        "shapeSteps": usual_or(sent.shapeSteps, STEPS),
        "textureSteps": usual_or(sent.textureSteps, STEPS),
        "remeshFillHoles": True if sent.remeshFillHoles is None else sent.remeshFillHoles,
        "remeshFillHolesMaxPerimeter": usual_or(sent.remeshFillHolesMaxPerimeter, PERIMETER),
        "meshClusterConeHalfAngleRad": usual_or(sent.meshClusterConeHalfAngleRad, CONE),
        "postprocessPositionEpsilon": sent.postprocessPositionEpsilon,
        "postprocessNormalCreaseDeg": sent.postprocessNormalCreaseDeg,
        "seed": seed_of(sent.seed),
    }
    return Read(
        (image,),
        lambda give: MeshTask(
            image=give(image),
            faces=chosen["targetFaceCount"],
            texture_size=chosen["textureSize"],
            texture_resolution=chosen["textureResolution"],
            mesh_resolution=chosen["meshResolution"],
            views=chosen["maxViews"],
            structure_steps=chosen["sparseStructureSteps"],
            shape_steps=chosen["shapeSteps"],
            texture_steps=chosen["textureSteps"],
            fill_holes=chosen["remeshFillHoles"],
            fill_holes_perimeter=chosen["remeshFillHolesMaxPerimeter"],
            cone_half_angle_degrees=chosen["meshClusterConeHalfAngleRad"],
            position_epsilon=chosen["postprocessPositionEpsilon"],
            crease_degrees=chosen["postprocessNormalCreaseDeg"],
            seed=chosen["seed"],
        ),
        {"sourceImage": image.shown(), "qualityPreset": preset, **chosen},
    )
