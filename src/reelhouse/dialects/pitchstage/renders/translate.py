"""From a render of ours to Pitchstage's result; `LinkOf` is all that is asked for."""

from collections.abc import Callable, Mapping, Sequence
from fractions import Fraction

from pydantic import JsonValue

from reelhouse.core.assets.types import Asset, AssetKind
from reelhouse.core.jobs.types import Job, JobState
from reelhouse.core.pitches.composing.moments import preview_moments
from reelhouse.core.pitches.plan import ArtifactType, Plan
from reelhouse.core.pitches.records import Render
from reelhouse.core.pitches.results import RESULTS, PitchResult
from reelhouse.dialects.pitchstage.plans.telling import plan_to_wire
from reelhouse.dialects.pitchstage.plans.wire import PreviewFrame
from reelhouse.dialects.pitchstage.renders.wire import (
    Failure,
    Output,
    RenderAccepted,
    RenderedScene,
    RenderResult,
    SpokenWord,
    Transcript,
)
from reelhouse.dialects.pitchstage.units import STATUS, seconds_to_wire, time_to_wire
from reelhouse.media.composition import CANVASES

LinkOf = Callable[[Asset], str]

TYPES: Mapping[AssetKind, str] = {
    AssetKind.VIDEO: "video",
    AssetKind.DOCUMENT: "pdf",
    AssetKind.SLIDE: "slide",
    AssetKind.CAPTIONS: "captions",
    AssetKind.SUBTITLES: "subtitles",
    AssetKind.SHEET: "contact_sheet",
    AssetKind.TIMELINE: "timeline",
    AssetKind.PROVENANCE: "provenance",
}
"""The outputs in their order; stills and the poster have places of their own."""


def accepted_to_wire(render: Render) -> RenderAccepted:
    return RenderAccepted(
        renderId=str(render.job.job_id),
        variantProjectId=str(render.variant.project_id),
        status=STATUS[render.job.state],
    )


def render_to_wire(render: Render, link_of: LinkOf) -> RenderResult:
    """Files and what was measured on them come with the end; until then the plan tells what to expect."""
    job, plan = render.job, render.plan
    assets = render.assets if job.state is JobState.SUCCEEDED else ()
    told = RESULTS.validate_python(job.result) if job.state is JobState.SUCCEEDED else None
    stills = {asset.part: link_of(asset) for asset in assets if asset.kind is _still_of(plan)}
    poster = next((link_of(asset) for asset in assets if asset.kind is AssetKind.POSTER), None)
    return RenderResult(
        status=STATUS[job.state],
        renderId=str(job.job_id),
        variantProjectId=str(render.variant.project_id),
        parentProjectId=None if render.variant.parent_id is None else str(render.variant.parent_id),
        progress=job.progress,
        stage=job.stage,
        error=failure_of(job),
        outputs=_outputs(str(render.artifact.artifact_id), assets, link_of),
        posterUrl=poster,
        transcript=None if told is None else _transcript(told),
        durationS=seconds_to_wire(plan.estimate.seconds) if told is None else round(told.seconds, 3),
        scenes=_scenes(plan, stills),
        plan=plan_to_wire(plan, _frames(plan, stills), poster, time_to_wire(job.created_at)),
    )


def _still_of(plan: Plan) -> AssetKind:
    """A slide is seen as it is; of a video's scene there is one frame."""
    carousel = plan.intent.artifact_type is ArtifactType.CAROUSEL
    return AssetKind.SLIDE if carousel else AssetKind.STILL


def failure_of(job: Job) -> Failure | None:
    """A render that was stopped has failed, too."""
    if job.state is JobState.CANCELED:
        return Failure(code="canceled", message="This render was stopped; nothing was charged.")
    return None if job.error is None else Failure(code=job.error.code, message=job.error.message)


def _outputs(artifact_id: str, assets: Sequence[Asset], link_of: LinkOf) -> list[Output]:
    shown = [asset for asset in assets if asset.kind in TYPES]
    order = list(TYPES)
    shown.sort(key=lambda asset: (order.index(asset.kind), asset.part))
    return [_output(artifact_id, asset, link_of) for asset in shown]


def _output(artifact_id: str, asset: Asset, link_of: LinkOf) -> Output:
    return Output(
        artifactId=artifact_id,
        type=TYPES[asset.kind],
        url=link_of(asset),
        contentType=asset.media_type,
        sizeBytes=asset.size,
        sha256=asset.sha256,
        width=_whole(asset.facts.get("width")),
        height=_whole(asset.facts.get("height")),
        durationS=_number(asset.facts.get("seconds")),
        index=asset.part if asset.kind is AssetKind.SLIDE else None,
    )


def _scenes(plan: Plan, stills: Mapping[int, str]) -> list[RenderedScene]:
    """Each scene begins where the one before it ends."""
    scenes, start = [], Fraction(0)
    for place, scene in enumerate(plan.scenes):
        end = start + scene.seconds
        scenes.append(
            RenderedScene(
                id=scene.scene_id,
                startS=seconds_to_wire(start),
                endS=seconds_to_wire(end),
                narrationText=scene.narration,
                kineticText=scene.kinetic_text,
                layout=scene.layout.value,
                screenshotId=None if scene.screenshot_id is None else str(scene.screenshot_id),
                stillUrl=stills.get(place),
            )
        )
        start = end
    return scenes


def _frames(plan: Plan, stills: Mapping[int, str]) -> list[PreviewFrame]:
    """The stills of a render are the frames that its plan promised."""
    canvas = CANVASES[plan.intent.aspect]
    return [
        PreviewFrame(
            sceneId=scene_id,
            atS=seconds_to_wire(at),
            status="ready",
            url=stills[part],
            width=canvas.width,
            height=canvas.height,
        )
        for part, (scene_id, at) in enumerate(preview_moments(plan))
        if part in stills
    ]


def _transcript(told: PitchResult) -> Transcript:
    words = [
        SpokenWord(word=word.text, startS=round(word.start, 3), endS=round(word.end, 3))
        for word in told.words
    ]
    return Transcript(text=told.transcript, words=words)


def _number(value: JsonValue) -> float | None:
    return round(float(value), 3) if isinstance(value, int | float) else None


def _whole(value: JsonValue) -> int | None:
    return value if isinstance(value, int) else None
