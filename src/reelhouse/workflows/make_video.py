"""A video job from its start to its end: speak, render, deliver; or fail, and give the money back."""

import asyncio
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Protocol
from uuid import UUID

from dbos import DBOS
from pydantic import JsonValue, TypeAdapter

from reelhouse.core.assets.types import AssetKind, NewAsset
from reelhouse.core.house import House, Services
from reelhouse.core.jobs.types import Job, JobError, JobState, JsonObject
from reelhouse.kit.money import MicroDollars
from reelhouse.render.types import Progress
from reelhouse.workflows.progress import with_progress
from reelhouse.workflows.steps import StepFailed, Steps

WORKFLOW = "make_video"

RECOVERIES = 10
"""A job that takes its worker down with it so often is given up."""


@dataclass(frozen=True, slots=True)
class VideoOutput:
    """A finished, examined file that lies whole in the object store.

    `facts` are kept with the asset, `result` with the job; `charge` is what was delivered, at most the price.
    """

    object_name: str
    media_type: str
    size: int
    sha256: str
    facts: Mapping[str, JsonValue]
    result: Mapping[str, JsonValue]
    charge: MicroDollars


OUTPUTS = TypeAdapter(VideoOutput)


class VideoProduction(Protocol):
    """What makes the file of a video job. Each call may come twice for one job, and must not mind.

    Raises `Unavailable` for what may succeed later, and another `ReelhouseError` for what will not.
    """

    async def speak(self, job: Job) -> JsonObject:
        """Record the narration, store its sound, and tell what `render` needs to know about it."""
        ...

    async def render(self, job: Job, narration: JsonObject, progress: Progress) -> VideoOutput:
        """Make the file, examine it, and store it under ``videos/<job_id>.mp4``."""
        ...

    async def discard(self, job: Job) -> None:
        """Remove whatever was stored for a job that is not delivered."""
        ...


def register_make_video(house: House, production: VideoProduction, steps: Steps) -> None:
    """Teach this process to make videos."""
    studio = _Studio(house, production)

    @DBOS.workflow(name=WORKFLOW, max_recovery_attempts=RECOVERIES)
    async def make_video(payload: dict[str, str]) -> str:
        job_id = UUID(payload["job_id"])
        try:
            state = await steps.in_database("start", lambda services: _start(services, job_id))
            if state == JobState.RUNNING:
                narration = await steps.outside("speak", lambda: studio.speak(job_id))
                output = await steps.outside("render", lambda: studio.render(job_id, narration))
                state = await steps.in_database(
                    "deliver", lambda services: _deliver(services, job_id, output)
                )
        except StepFailed as failure:
            error = failure.error
            state = await steps.in_database("fail", lambda services: _fail(services, job_id, error))
        if state != JobState.SUCCEEDED:
            await steps.outside("discard", lambda: studio.discard(job_id))
        return state


class _Studio:
    """What leaves the process, for one job at a time."""

    def __init__(self, house: House, production: VideoProduction) -> None:
        self._house = house
        self._production = production

    async def speak(self, job_id: UUID) -> dict[str, JsonValue]:
        job = await asyncio.to_thread(self._load, job_id)
        narration = await with_progress(self._house, job_id, lambda _tell: self._production.speak(job))
        return dict(narration)

    async def render(self, job_id: UUID, narration: JsonObject) -> dict[str, JsonValue]:
        job = await asyncio.to_thread(self._load, job_id)
        output = await with_progress(
            self._house, job_id, lambda tell: self._production.render(job, narration, tell)
        )
        kept: dict[str, JsonValue] = OUTPUTS.dump_python(output, mode="json")
        return kept

    async def discard(self, job_id: UUID) -> None:
        await self._production.discard(await asyncio.to_thread(self._load, job_id))

    def _load(self, job_id: UUID) -> Job:
        with self._house.reading() as services:
            return services.jobs.load(job_id)


def _start(services: Services, job_id: UUID) -> str:
    return services.jobs.start(job_id).state.value


def _deliver(services: Services, job_id: UUID, kept: JsonObject) -> str:
    """The file and its price, at once: a job that was canceled meanwhile gets neither."""
    job = services.jobs.lock(job_id)
    if job.state is not JobState.RUNNING:
        return job.state.value
    output = OUTPUTS.validate_python(kept)
    asset = services.assets.add(
        NewAsset(
            workspace_id=job.workspace_id,
            job_id=job_id,
            kind=AssetKind.VIDEO,
            media_type=output.media_type,
            size=output.size,
            sha256=output.sha256,
            object_name=output.object_name,
            facts=output.facts,
        )
    )
    result = {
        **output.result,
        "asset_id": str(asset.asset_id),
        "object_name": asset.object_name,
    }
    return services.jobs.succeed(job_id, result, output.charge).state.value


def _fail(services: Services, job_id: UUID, error: JobError) -> str:
    return services.jobs.fail(job_id, error).state.value
