"""Between agent-media's account pages and our wallets, plans, keys and jobs."""

from collections import defaultdict
from collections.abc import Sequence
from datetime import datetime, timedelta
from statistics import fmean

from reelhouse.core.credits.types import Wallet
from reelhouse.core.jobs.types import JobState, JobSummary
from reelhouse.core.keys.types import ApiKey, IssuedKey
from reelhouse.core.workspaces.types import Workspace
from reelhouse.dialects.agentmedia.account.wire import (
    Account,
    CreditFacts,
    DayUsage,
    KeyCreated,
    KeyFacts,
    LimitFacts,
    ModelUsage,
    OperationUsage,
    Period,
    PlanFacts,
    UsageBody,
    UsageSummary,
)
from reelhouse.dialects.agentmedia.units import (
    MODEL_SLUG,
    OPERATION,
    credits_of,
    optional_time,
    time_to_wire,
)

DEFAULT_NAME = "Default"
LENGTHS: dict[Period, timedelta] = {
    "7d": timedelta(days=7),
    "30d": timedelta(days=30),
    "90d": timedelta(days=90),
}


def account_to_wire(workspace: Workspace, wallet: Wallet, now: datetime) -> Account:
    """What was given as a coupon counts as purchased: both stay when the month ends."""
    plan = workspace.plan
    trial_ends_at = workspace.trial_ends_at
    return Account(
        user_id=str(workspace.workspace_id),
        plan=PlanFacts(
            tier=plan.tier.value,
            name=plan.name,
            trial_active=trial_ends_at is not None and trial_ends_at > now,
            trial_ends_at=optional_time(trial_ends_at),
            current_period_end=optional_time(wallet.period_ends_at),
        ),
        credits=CreditFacts(
            monthly_remaining=credits_of(wallet.allowance),
            monthly_allowance=credits_of(wallet.monthly_allowance),
            purchased=credits_of(wallet.coupon + wallet.purchased),
            total=credits_of(wallet.allowance) + credits_of(wallet.coupon + wallet.purchased),
        ),
        limits=LimitFacts(
            max_concurrent_jobs=plan.max_concurrent_jobs,
            max_video_duration=plan.max_video_seconds,
            models_available=[MODEL_SLUG],
        ),
    )


def usage_to_wire(period: Period, start: datetime, end: datetime, jobs: Sequence[JobSummary]) -> UsageBody:
    """Refunded credits are not used ones; days are UTC days, and only those with jobs are told."""
    if not jobs:
        by_model, by_operation = [], []
    else:
        by_model = [
            ModelUsage(
                model_slug=MODEL_SLUG,
                job_count=len(jobs),
                credits_used=_used(jobs),
                avg_duration_seconds=_mean_seconds(jobs),
            )
        ]
        by_operation = [OperationUsage(operation=OPERATION, job_count=len(jobs))]
    return UsageBody(
        period=period,
        period_start=time_to_wire(start),
        period_end=time_to_wire(end),
        summary=UsageSummary(
            total_jobs=len(jobs),
            completed_jobs=_count(jobs, JobState.SUCCEEDED),
            failed_jobs=_count(jobs, JobState.FAILED),
            credits_used=_used(jobs),
        ),
        by_model=by_model,
        daily=_by_day(jobs),
        by_operation=by_operation,
    )


def created_key_to_wire(issued: IssuedKey) -> KeyCreated:
    key = issued.key
    return KeyCreated(
        key=issued.secret,
        id=str(key.key_id),
        key_prefix=key.shown_prefix,
        name=key.name,
        created_at=time_to_wire(key.created_at),
    )


def key_to_wire(key: ApiKey) -> KeyFacts:
    return KeyFacts(
        id=str(key.key_id),
        key_prefix=key.shown_prefix,
        name=key.name,
        created_at=time_to_wire(key.created_at),
        last_used_at=optional_time(key.last_used_at),
    )


def key_name_from_wire(given: str | None) -> str:
    return (given or "").strip() or DEFAULT_NAME


def _count(jobs: Sequence[JobSummary], state: JobState) -> int:
    return sum(job.state is state for job in jobs)


def _used(jobs: Sequence[JobSummary]) -> int:
    return credits_of(sum(job.charged for job in jobs))


def _mean_seconds(jobs: Sequence[JobSummary]) -> float:
    """How long jobs took from start to end; 0 while none has ended."""
    took = [
        (job.ended_at - job.started_at).total_seconds() for job in jobs if job.started_at and job.ended_at
    ]
    return round(fmean(took), 1) if took else 0.0


def _by_day(jobs: Sequence[JobSummary]) -> list[DayUsage]:
    days: dict[str, list[JobSummary]] = defaultdict(list)
    for job in jobs:
        days[job.created_at.date().isoformat()].append(job)
    return [
        DayUsage(date=day, job_count=len(of_day), credits_used=_used(of_day))
        for day, of_day in sorted(days.items(), reverse=True)
    ]
