"""Between agent-media's videos and ours; nothing here asks anybody."""

from reelhouse.core.jobs.types import ACTIVE, Job, JobFilter, JobKind, JobPage, JobState
from reelhouse.core.videos.types import (
    STYLE,
    PictureInPicture,
    RequestedVideo,
    SceneBrief,
    SceneKind,
    Template,
    VideoBrief,
)
from reelhouse.dialects.agentmedia.units import (
    MODEL_SLUG,
    OPERATION,
    credits_of,
    optional_time,
    time_to_wire,
)
from reelhouse.dialects.agentmedia.validation import (
    LONGEST_CTA,
    LONGEST_SCRIPT,
    SHORTEST_SCRIPT,
    CallToActionTooLong,
    MissingScript,
    ScriptHasTooManyCharacters,
    ScriptTooShort,
)
from reelhouse.dialects.agentmedia.videos.wire import (
    Failure,
    PipOptions,
    SceneBody,
    Status,
    VideoBody,
    VideoCanceled,
    VideoCreated,
    VideoDeleted,
    VideoJob,
    VideoList,
    VideoListItem,
)
from reelhouse.engines.music.types import Mood
from reelhouse.engines.text.types import Tone
from reelhouse.http.edge import LinkOf
from reelhouse.http.errors import InvalidParameter
from reelhouse.media.composition import Aspect, InsetAnimation, InsetFrame, InsetPosition, InsetSize

STATUS: dict[JobState, Status] = {
    JobState.SUBMITTED: "submitted",
    JobState.QUEUED: "queued",
    JobState.RUNNING: "processing",
    JobState.SUCCEEDED: "completed",
    JobState.FAILED: "failed",
    JobState.CANCELED: "canceled",
}
STATES: dict[Status, JobState] = {status: state for state, status in STATUS.items()}

SCENE_KINDS = {"talking_head": SceneKind.TALKING, "broll": SceneKind.BROLL}


def brief_from_wire(body: VideoBody) -> VideoBrief:
    """A well-typed body as a brief.

    Raises `MissingScript`, `ScriptTooShort`, `ScriptHasTooManyCharacters`, `CallToActionTooLong`, or
    `InvalidParameter` for a scene that says nothing.
    """
    script, prompt = _text(body.script), _text(body.prompt)
    _check_texts(script, prompt, _text(body.cta))
    return VideoBrief(
        script=script,
        prompt=prompt if script is None else None,
        product_url=_text(body.product_url),
        actor_slug=_text(body.actor_slug),
        target_seconds=body.target_duration,
        style=body.style or STYLE,
        tone=None if body.tone is None else Tone(body.tone),
        voice_speed=1.0 if body.voice_speed is None else body.voice_speed,
        music=None if body.music is None else Mood(body.music),
        call_to_action=_text(body.cta),
        aspect=Aspect(body.aspect_ratio or Aspect.PORTRAIT),
        webhook_url=_text(body.webhook_url),
        scenes=tuple(_scene(number, scene) for number, scene in enumerate(body.scenes or ())),
        template=None if body.template is None else Template(body.template),
        broll=body.allow_broll,
        broll_model=body.broll_model,
        broll_images=tuple(filter(None, map(_text, body.broll_images or ()))),
        product_image_url=_text(body.product_image_url),
        dub_language=body.dub_language,
        pip=None if body.composition_mode is None else _pip(body.pip_options or PipOptions()),
    )


def created_to_wire(video: RequestedVideo, *, actor_was_given: bool) -> VideoCreated:
    pacing = video.pacing
    return VideoCreated(
        job_id=str(video.job_id),
        status="submitted",
        estimated_duration=pacing.seconds,
        credits_deducted=credits_of(video.price),
        selected_voice=video.actor.voice.voice_id,
        voice_auto_detected=not actor_was_given,
        word_count=pacing.words,
        words_per_second=round(float(pacing.words_per_second), 2),
        max_words=pacing.max_words,
        generated_script=video.plan.script if video.plan.generated else None,
        pacing_warning=pacing.warning,
    )


def job_to_wire(job: Job, link_of: LinkOf) -> VideoJob:
    error = job.error
    return VideoJob(
        id=str(job.job_id),
        status=STATUS[job.state],
        output_url=_output_url(job, link_of),
        credit_cost=credits_of(job.price),
        created_at=time_to_wire(job.created_at),
        completed_at=optional_time(job.ended_at),
        error=None if error is None else Failure(code=error.code, message=error.message),
    )


def page_to_wire(page: JobPage, link_of: LinkOf) -> VideoList:
    return VideoList(jobs=[_item_to_wire(job, link_of) for job in page.jobs], total=page.total)


def filter_from_wire(status: Status | None, sort: str, limit: int, offset: int) -> JobFilter:
    return JobFilter(
        kind=JobKind.VIDEO,
        states=None if status is None else frozenset({STATES[status]}),
        newest_first=sort == "newest",
        limit=limit,
        offset=offset,
    )


def deleted_to_wire(job: Job) -> VideoDeleted:
    assert job.deleted_at is not None, "a deleted job knows when"  # noqa: S101
    return VideoDeleted(jobId=str(job.job_id), deletedAt=time_to_wire(job.deleted_at))


def canceled_to_wire(job: Job) -> VideoCanceled:
    """While a refund is due nothing has come back yet."""
    refunded = 0 if job.refund_pending else credits_of(job.price)
    return VideoCanceled(jobId=str(job.job_id), credits_refunded=refunded, refund_pending=job.refund_pending)


def is_under_way(job: Job) -> bool:
    return job.state in ACTIVE


def _item_to_wire(job: Job, link_of: LinkOf) -> VideoListItem:
    return VideoListItem(
        id=str(job.job_id),
        model_slug=MODEL_SLUG,
        operation=OPERATION,
        status=STATUS[job.state],
        credit_cost=credits_of(job.price),
        output_url=_output_url(job, link_of),
        created_at=time_to_wire(job.created_at),
        completed_at=optional_time(job.ended_at),
    )


def _output_url(job: Job, link_of: LinkOf) -> str | None:
    return link_of(job) if job.state is JobState.SUCCEEDED else None


def _text(given: str | None) -> str | None:
    """A blank text is none."""
    return (given.strip() or None) if given is not None else None


def _check_texts(script: str | None, prompt: str | None, cta: str | None) -> None:
    if script is None and prompt is None:
        raise MissingScript
    if script is not None and len(script) < SHORTEST_SCRIPT:
        raise ScriptTooShort(len(script))
    if script is not None and len(script) > LONGEST_SCRIPT:
        raise ScriptHasTooManyCharacters(len(script))
    if cta is not None and len(cta) > LONGEST_CTA:
        raise CallToActionTooLong


def _scene(number: int, scene: SceneBody) -> SceneBrief:
    text = _text(scene.text)
    if text is None:
        raise InvalidParameter(f"scenes[{number}].text", f"scenes[{number}].text must not be blank")
    return SceneBrief(
        text=" ".join(text.split()),
        kind=None if scene.type is None else SCENE_KINDS[scene.type],
        visual_prompt=_text(scene.visual_prompt),
        image_url=_text(scene.image),
    )


def _pip(options: PipOptions) -> PictureInPicture:
    """What is left out is as the core has it."""
    usual = PictureInPicture()
    return PictureInPicture(
        position=InsetPosition(options.position or usual.position),
        size=InsetSize(options.size or usual.size),
        animation=InsetAnimation(options.animation or usual.animation),
        frame=InsetFrame(options.frame_style or usual.frame),
    )
