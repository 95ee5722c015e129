"""The job of a pitch from its start to its end: gather, speak, render, deliver; or fail, and refund."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Protocol
from uuid import UUID

from dbos import DBOS
from pydantic import JsonValue, TypeAdapter

from reelhouse.core.house import House, Services
from reelhouse.core.jobs.types import Job, JobState, JsonObject
from reelhouse.core.pitches.renders import WORKFLOW
from reelhouse.kit.money import MicroDollars
from reelhouse.render.types import Progress
from reelhouse.workflows.make_video import RECOVERIES
from reelhouse.workflows.outputs import OutputFile, asset_of, fail, load_job, staged, start
from reelhouse.workflows.progress import with_progress
from reelhouse.workflows.steps import StepFailed, Steps


@dataclass(frozen=True, slots=True)
class PitchOutput:
    """What a job delivers; the first of `files` is what was asked for, the others lie beside it.

    `result` is kept with the job; `charge` is what was delivered, at most the price.
    """

    files: tuple[OutputFile, ...]
    result: Mapping[str, JsonValue]
    charge: MicroDollars


OUTPUTS: TypeAdapter[PitchOutput] = TypeAdapter(PitchOutput)


class PitchProduction(Protocol):
    """What makes the files of a pitch. Each call may come twice for one job, and must not mind.

    What a call makes it stores where another machine finds it, and tells what the next ones need to know.
    Raises `Unavailable` for what may succeed later, and another `ReelhouseError` for what will not.
    """

    async def gather(self, job: Job) -> JsonObject:
        """Decode the screenshots, and fetch what the plan names by its address."""
        ...

    async def speak(self, job: Job) -> JsonObject | None:
        """Record the narration; nothing is heard in a carousel."""
        ...

    async def render(
        self, job: Job, gathered: JsonObject, recording: JsonObject | None, progress: Progress
    ) -> PitchOutput:
        """Make the files, examine them, and store them."""
        ...

    async def tidy(self, job: Job) -> None:
        """Remove what lay between the steps of a job that was delivered."""
        ...

    async def discard(self, job: Job) -> None:
        """Remove whatever was stored for a job that is not delivered."""
        ...


def register_render_pitch(house: House, production: PitchProduction, steps: Steps) -> None:
    """Teach this process to make demo videos and carousels."""
    room = _Room(house, production)

    async def make(job_id: UUID) -> JsonObject:
        gathered = await steps.outside("gather", lambda: room.gather(job_id))
        recording = await steps.outside("speak", lambda: room.speak(job_id))
        return await steps.outside("render", lambda: room.render(job_id, gathered, recording))

    @DBOS.workflow(name=WORKFLOW, max_recovery_attempts=RECOVERIES)
    async def render_pitch(payload: dict[str, str]) -> str:
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
            await steps.outside("tidy", lambda: room.tidy(job_id))
        else:
            await steps.outside("discard", lambda: room.discard(job_id))
        return state


class _Room:
    """What leaves the process, for one job at a time."""

    def __init__(self, house: House, production: PitchProduction) -> None:
        self._house = house
        self._production = production

    async def gather(self, job_id: UUID) -> dict[str, JsonValue]:
        return dict(await staged(self._house, job_id, "gathering", self._production.gather))

    async def speak(self, job_id: UUID) -> dict[str, JsonValue] | None:
        recording = await staged(self._house, job_id, "speaking", self._production.speak)
        return None if recording is None else dict(recording)

    async def render(
        self, job_id: UUID, gathered: JsonObject, recording: JsonObject | None
    ) -> dict[str, JsonValue]:
        job = await load_job(self._house, job_id)
        output = await with_progress(
            self._house, job_id, lambda tell: self._production.render(job, gathered, recording, tell)
        )
        kept: dict[str, JsonValue] = OUTPUTS.dump_python(output, mode="json")
        return kept

    async def tidy(self, job_id: UUID) -> None:
        await self._production.tidy(await load_job(self._house, job_id))

    async def discard(self, job_id: UUID) -> None:
        await self._production.discard(await load_job(self._house, job_id))


def _deliver(services: Services, job_id: UUID, kept: JsonObject) -> str:
    """The files, their price and the artifact that shows them, at once; a canceled job gets none of it."""
    job = services.jobs.lock(job_id)
    if job.state is not JobState.RUNNING:
        return job.state.value
    output = OUTPUTS.validate_python(kept)
    main, *_ = [services.assets.add(asset_of(job, file)) for file in output.files]
    services.pitch_renders.publish(job)
    result = {**output.result, "asset_id": str(main.asset_id), "object_name": main.object_name}
    return services.jobs.succeed(job_id, result, output.charge).state.value
