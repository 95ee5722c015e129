"""The work of a video job: gather, speak, perform, render."""

from dataclasses import dataclass
from typing import Protocol
from uuid import UUID

from pydantic import JsonValue

from reelhouse.core.house import House, Services
from reelhouse.core.jobs.types import Job, JsonObject
from reelhouse.render.types import Progress
from reelhouse.workflows.lifecycle import register_job
from reelhouse.workflows.outputs import OUTPUTS, JobOutput, deliver, kept_output, staged
from reelhouse.workflows.steps import Steps

WORKFLOW = "make_video"


@dataclass(frozen=True, slots=True)
class Materials:
    """What the steps before a render have told, each in its own words."""

    pictures: JsonObject
    narration: JsonObject
    performance: JsonObject | None = None


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

    async def render(self, job: Job, materials: Materials, progress: Progress) -> JobOutput:
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
    register_job(WORKFLOW, house, _VideoWork(house, production, steps), production, steps)


@dataclass(frozen=True, slots=True)
class _VideoWork:
    house: House
    production: VideoProduction
    steps: Steps

    async def make(self, job_id: UUID) -> JsonObject:
        pictures = await self.steps.outside("gather", lambda: self._gather(job_id))
        narration = await self.steps.outside("speak", lambda: self._speak(job_id))
        performance = await self.steps.outside("perform", lambda: self._perform(job_id, narration))
        materials = Materials(pictures, narration, performance)
        return await self.steps.outside("render", lambda: self._render(job_id, materials))

    def deliver(self, services: Services, job: Job, output: JsonObject) -> str:
        return deliver(services, job, OUTPUTS.validate_python(output))

    async def _gather(self, job_id: UUID) -> dict[str, JsonValue]:
        return dict(await staged(self.house, job_id, "pictures", self.production.gather))

    async def _speak(self, job_id: UUID) -> dict[str, JsonValue]:
        return dict(await staged(self.house, job_id, "speaking", self.production.speak))

    async def _perform(self, job_id: UUID, narration: JsonObject) -> dict[str, JsonValue] | None:
        performance = await staged(
            self.house, job_id, "performing", lambda job: self.production.perform(job, narration)
        )
        return None if performance is None else dict(performance)

    async def _render(self, job_id: UUID, materials: Materials) -> dict[str, JsonValue]:
        return await kept_output(
            self.house, job_id, lambda job, tell: self.production.render(job, materials, tell)
        )
