"""Requests for talking-actor videos: what a workspace may have made, and at which price."""

from uuid import UUID

from pydantic import TypeAdapter

from reelhouse.core.actors.service import Actors
from reelhouse.core.credits.errors import OutOfCredits
from reelhouse.core.credits.service import Credits
from reelhouse.core.jobs.service import Jobs
from reelhouse.core.jobs.types import Job, JobKind, NewJob
from reelhouse.core.styles.service import Styles
from reelhouse.core.videos.errors import PlanLimit, PlanRequired, TooManyJobs
from reelhouse.core.videos.legibility import require_legible, require_speakable
from reelhouse.core.videos.pacing import DURATIONS, max_words_in, pace_script
from reelhouse.core.videos.planning import plan_from
from reelhouse.core.videos.pricing import price_of
from reelhouse.core.videos.types import (
    Pacing,
    RequestedVideo,
    VideoBrief,
    VideoOrder,
    VideoPlan,
    Wording,
)
from reelhouse.core.workspaces.service import Workspaces
from reelhouse.core.workspaces.types import Tier, Workspace
from reelhouse.kit.clock import Clock
from reelhouse.kit.money import MicroDollars

PLANS_OF_VIDEOS: TypeAdapter[VideoPlan] = TypeAdapter(VideoPlan)
USUAL_SECONDS = 10
WORKFLOW = "make_video"
QUEUE = "render"


class Videos:
    """Guards run in the order script, plan, credits, concurrency; nothing is held before all have passed."""

    def __init__(
        self,
        workspaces: Workspaces,
        credits: Credits,  # noqa: A002 - the domain's word
        jobs: Jobs,
        actors: Actors,
        styles: Styles,
        clock: Clock,
    ) -> None:
        self._workspaces = workspaces
        self._credits = credits
        self._jobs = jobs
        self._actors = actors
        self._styles = styles
        self._clock = clock

    def plan(
        self, workspace_id: UUID, brief: VideoBrief, *, origin: str, idempotency_key: str | None = None
    ) -> VideoOrder:
        """Check a brief before anything is written or held.

        Raises `ScriptNotSpeakable`, `LettersNotAvailable`, `ScriptTooLong`, `ActorNotFound`, `PlanRequired`,
        `PlanLimit`, `OutOfCredits`, `TooManyJobs` or `UnknownCaptionStyle`.
        """
        if brief.narration is not None:
            require_speakable(brief.narration)
        require_legible(brief.narration, brief.call_to_action)
        style = self._styles.get(workspace_id, brief.style)
        actor = self._actors.get(brief.actor_slug) if brief.actor_slug else self._actors.default()
        workspace = self._workspaces.get(workspace_id)
        seconds = self._seconds_of(brief, workspace)
        order = VideoOrder(workspace_id, origin, brief, actor, style, max_words_in(seconds), idempotency_key)
        if self._find_requested(order) is None:
            price = price_of(seconds, script_is_written=brief.narration is None)
            self._guard(workspace, seconds, price)
        return order

    def request(self, order: VideoOrder, wording: Wording) -> RequestedVideo:
        """Hold the price and queue the job, all or nothing; the same idempotency key gives the first job."""
        self._workspaces.lock(order.workspace_id)
        earlier = self._find_requested(order)
        if earlier is not None:
            return self._requested(earlier, order)
        brief = order.brief
        require_legible(wording.script)
        generated = brief.narration is None
        pacing = pace_script(wording.script, brief.target_seconds, brief.voice_speed)
        price = price_of(pacing.seconds, script_is_written=generated)
        self._guard(self._workspaces.get(order.workspace_id), pacing.seconds, price)
        plan = plan_from(brief, order.actor.slug, order.style, wording, pacing.seconds)
        job = self._jobs.submit(
            NewJob(
                workspace_id=order.workspace_id,
                kind=JobKind.VIDEO,
                origin=order.origin,
                input=PLANS_OF_VIDEOS.dump_python(plan, mode="json"),
                price=price,
                workflow=WORKFLOW,
                queue=QUEUE,
                webhook_url=brief.webhook_url,
                idempotency_key=order.idempotency_key,
            )
        )
        return RequestedVideo(job.job_id, plan, pacing, price, order.actor)

    def _seconds_of(self, brief: VideoBrief, workspace: Workspace) -> int:
        if brief.narration is not None:
            return pace_script(brief.narration, brief.target_seconds).seconds
        if brief.target_seconds is not None:
            return brief.target_seconds
        allowed = workspace.plan.max_video_seconds
        return max(seconds for seconds in DURATIONS if seconds <= min(allowed, USUAL_SECONDS))

    def _guard(self, workspace: Workspace, seconds: int, price: MicroDollars) -> None:
        plan = workspace.plan
        wallet = self._credits.wallet(workspace.workspace_id)
        if workspace.tier is Tier.FREE and not (self._is_on_trial(workspace) or wallet.available):
            raise PlanRequired(plan.name)
        if seconds > plan.max_video_seconds:
            raise PlanLimit(seconds, plan.max_video_seconds)
        if self._credits.refuses and wallet.available < price:
            raise OutOfCredits(needed=price, available=wallet.available)
        if self._jobs.count_active(workspace.workspace_id, JobKind.VIDEO) >= plan.max_concurrent_jobs:
            raise TooManyJobs(plan.max_concurrent_jobs)

    def _is_on_trial(self, workspace: Workspace) -> bool:
        return workspace.trial_ends_at is not None and workspace.trial_ends_at > self._clock.now()

    def _find_requested(self, order: VideoOrder) -> Job | None:
        if order.idempotency_key is None:
            return None
        return self._jobs.find_by_idempotency_key(order.workspace_id, order.idempotency_key)

    def _requested(self, job: Job, order: VideoOrder) -> RequestedVideo:
        plan = PLANS_OF_VIDEOS.validate_python(job.input)
        pacing: Pacing = pace_script(
            plan.script, order.brief.target_seconds or plan.seconds, plan.voice_speed
        )
        return RequestedVideo(job.job_id, plan, pacing, job.price, self._actors.get(plan.actor_slug))
