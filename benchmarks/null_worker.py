"""A worker whose videos are empty: what is left is the cost of the house around the work."""

import threading

from reelhouse.bootstrap.workshop import open_workshop
from reelhouse.config import Settings
from reelhouse.core.jobs.types import Job, JsonObject
from reelhouse.render.types import Progress
from reelhouse.workflows.make_video import VideoOutput
from reelhouse.workflows.runtime import WorkerRuntime, Workshop


class EmptyProduction:
    async def speak(self, _job: Job) -> JsonObject:
        return {}

    async def render(self, job: Job, _narration: JsonObject, _progress: Progress) -> VideoOutput:
        name = f"videos/{job.job_id}.mp4"
        return VideoOutput(name, "video/mp4", 0, "0" * 64, {}, {"object_name": name}, job.price)

    async def discard(self, _job: Job) -> None:
        return


if __name__ == "__main__":
    settings = Settings()
    real = open_workshop(settings)
    workshop = Workshop(house=real.house, production=EmptyProduction(), fetch=real.fetch, data=real.data)
    WorkerRuntime(workshop, settings.worker).start()
    threading.Event().wait()
