"""The work of a pitch's job: gather, speak, render."""

from dataclasses import dataclass
from typing import Protocol
from uuid import UUID

from pydantic import JsonValue

from reelhouse.core.house import House, Services
from reelhouse.core.jobs.types import Job, JsonObject
from reelhouse.core.pitches.renders import WORKFLOW
from reelhouse.render.types import Progress
from reelhouse.workflows.lifecycle import register_job
from reelhouse.workflows.outputs import OUTPUTS, JobOutput, deliver, kept_output, staged
from reelhouse.workflows.steps import Steps


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
    ) -> JobOutput:
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
    register_job(WORKFLOW, house, _PitchWork(house, production, steps), production, steps)


@dataclass(frozen=True, slots=True)
class _PitchWork:
    house: House
    production: PitchProduction
    steps: Steps

    async def make(self, job_id: UUID) -> JsonObject:
        gathered = await self.steps.outside("gather", lambda: self._gather(job_id))
        recording = await self.steps.outside("speak", lambda: self._speak(job_id))
        return await self.steps.outside("render", lambda: self._render(job_id, gathered, recording))

    def deliver(self, services: Services, job: Job, output: JsonObject) -> str:
        """With the artifact that shows the files."""
        services.pitch_renders.publish(job)
        return deliver(services, job, OUTPUTS.validate_python(output))

    async def _gather(self, job_id: UUID) -> dict[str, JsonValue]:
        return dict(await staged(self.house, job_id, "gathering", self.production.gather))

    async def _speak(self, job_id: UUID) -> dict[str, JsonValue] | None:
        recording = await staged(self.house, job_id, "speaking", self.production.speak)
        return None if recording is None else dict(recording)

    async def _render(
        self, job_id: UUID, gathered: JsonObject, recording: JsonObject | None
    ) -> dict[str, JsonValue]:
        return await kept_output(
            self.house, job_id, lambda job, tell: self.production.render(job, gathered, recording, tell)
        )
