"""A video job from its start to its end: gather, speak, perform, render, deliver; or fail, and refund."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Protocol
from uuid import UUID

from dbos import DBOS
from pydantic import JsonValue, TypeAdapter

from reelhouse.core.house import House, Services
from reelhouse.core.jobs.types import Job, JobState, JsonObject
from reelhouse.kit.money import MicroDollars
from reelhouse.render.types import Progress
from reelhouse.workflows.outputs import OutputFile, asset_of, fail, load_job, staged, start
from reelhouse.workflows.progress import with_progress
from reelhouse.workflows.steps import StepFailed, Steps

WORKFLOW = "make_video"

RECOVERIES = 10
"""A job that takes its worker down with it so often is given up."""


@dataclass(frozen=True, slots=True)
class VideoOutput:
    """What a job delivers: the examined video, and the files beside it, all of which become assets.

    `result` is kept with the job; `charge` is what was delivered, at most the price.
    """

    video: OutputFile
    result: Mapping[str, JsonValue]
    charge: MicroDollars
    beside: tuple[OutputFile, ...] = ()

    @property
    def files(self) -> tuple[OutputFile, ...]:
        return (self.video, *self.beside)


@dataclass(frozen=True, slots=True)
class Materials:
    """What the steps before a render have told, each in its own words."""

    pictures: JsonObject
    narration: JsonObject
    performance: JsonObject | None = None


OUTPUTS = TypeAdapter(VideoOutput)


class VideoProduction(Protocol):
    """What makes the files of a video job. Each call may come twice for one job, and must not mind.

    What a call makes it stores under ``work/<job_id>/``, so that another machine can go on, and tells what
    the next ones need to know. Raises `Unavailable` for what may succeed later, and another
    `ReelhouseError` for what will not.
    """

    async def gather(self, job: Job) -> JsonObject:
        """Fetch and draw the pictures."""
        ...

    async def speak(self, job: Job) -> JsonObject:
        """Record the narration."""
        ...

    async def perform(self, job: Job, narration: JsonObject) -> JsonObject | None:
        """Film the presenter, where an engine does that; else there is nothing to tell."""
        ...

    async def render(self, job: Job, materials: Materials, progress: Progress) -> VideoOutput:
        """Make the video, examine it, and store it with what comes beside it."""
        ...

    async def tidy(self, job: Job) -> None:
        """Remove what lay between the steps of a job that was delivered."""
        ...

    async def discard(self, job: Job) -> None:
        """Remove whatever was stored for a job that is not delivered."""
        ...


def register_make_video(house: House, production: VideoProduction, steps: Steps) -> None:
    """Teach this process to make videos."""
    studio = _Studio(house, production)

    async def make(job_id: UUID) -> JsonObject:
        pictures = await steps.outside("gather", lambda: studio.gather(job_id))
        narration = await steps.outside("speak", lambda: studio.speak(job_id))
        performance = await steps.outside("perform", lambda: studio.perform(job_id, narration))
        materials = Materials(pictures, narration, performance)
        return await steps.outside("render", lambda: studio.render(job_id, materials))

    @DBOS.workflow(name=WORKFLOW, max_recovery_attempts=RECOVERIES)
    async def make_video(payload: dict[str, str]) -> str:
        job_id = UUID(payload["job_id"])
        try:
            state = await steps.in_database("start", lambda services: start(services, job_id))
            if state == JobState.RUNNING:
                output = await make(job_id)
                state = await steps.in_database(
                    "deliver", lambda services: _deliver(services, job_id, output)
                )
        except StepFailed as failure:
            error = failure.error
            state = await steps.in_database("fail", lambda services: fail(services, job_id, error))
        if state == JobState.SUCCEEDED:
            await steps.outside("tidy", lambda: studio.tidy(job_id))
        else:
            await steps.outside("discard", lambda: studio.discard(job_id))
        return state


class _Studio:
    """What leaves the process, for one job at a time."""

    def __init__(self, house: House, production: VideoProduction) -> None:
        self._house = house
        self._production = production

    async def gather(self, job_id: UUID) -> dict[str, JsonValue]:
        return dict(await staged(self._house, job_id, "pictures", self._production.gather))

    async def speak(self, job_id: UUID) -> dict[str, JsonValue]:
        return dict(await staged(self._house, job_id, "speaking", self._production.speak))

    async def perform(self, job_id: UUID, narration: JsonObject) -> dict[str, JsonValue] | None:
        performance = await staged(
            self._house, job_id, "performing", lambda job: self._production.perform(job, narration)
        )
        return None if performance is None else dict(performance)

    async def render(self, job_id: UUID, materials: Materials) -> dict[str, JsonValue]:
        job = await load_job(self._house, job_id)
        output = await with_progress(
            self._house, job_id, lambda tell: self._production.render(job, materials, tell)
        )
        kept: dict[str, JsonValue] = OUTPUTS.dump_python(output, mode="json")
        return kept

    async def tidy(self, job_id: UUID) -> None:
        await self._production.tidy(await load_job(self._house, job_id))

    async def discard(self, job_id: UUID) -> None:
        await self._production.discard(await load_job(self._house, job_id))


def _deliver(services: Services, job_id: UUID, kept: JsonObject) -> str:
    """The files and their price, at once: a job that was canceled meanwhile gets neither."""
    job = services.jobs.lock(job_id)
    if job.state is not JobState.RUNNING:
        return job.state.value
    output = OUTPUTS.validate_python(kept)
    video, *_ = [services.assets.add(asset_of(job, file)) for file in output.files]
    result = {**output.result, "asset_id": str(video.asset_id), "object_name": video.object_name}
    return services.jobs.succeed(job_id, result, output.charge).state.value
