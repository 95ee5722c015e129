"""A worker whose videos are empty: what is left is the cost of the house around the work."""

import threading
from dataclasses import replace

from reelhouse.bootstrap.workshop import open_workshop
from reelhouse.config import Settings
from reelhouse.core.assets.types import AssetKind
from reelhouse.core.jobs.types import Job, JsonObject
from reelhouse.render.types import Progress
from reelhouse.workflows.make_video import Materials
from reelhouse.workflows.outputs import JobOutput, OutputFile
from reelhouse.workflows.runtime import WorkerRuntime


class EmptyProduction:
    async def gather(self, _job: Job) -> JsonObject:
        return {}

    async def speak(self, _job: Job) -> JsonObject:
        return {}

    async def perform(self, _job: Job, _narration: JsonObject) -> JsonObject | None:
        return None

    async def render(self, job: Job, _materials: Materials, _progress: Progress) -> JobOutput:
        name = f"videos/{job.job_id}.mp4"
        video = OutputFile(AssetKind.VIDEO, name, "video/mp4", 0, "0" * 64)
        return JobOutput((video,), {"object_name": name}, job.price)

    async def tidy(self, _job: Job) -> None:
        return

    async def discard(self, _job: Job) -> None:
        return


if __name__ == "__main__":
    settings = Settings()
    workshop = replace(open_workshop(settings), production=EmptyProduction())
    WorkerRuntime(workshop, settings.worker).start()
    threading.Event().wait()
