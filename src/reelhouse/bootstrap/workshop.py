"""What a worker process needs."""

from reelhouse.bootstrap.house import open_house
from reelhouse.bootstrap.studio import open_studio, open_task_studio
from reelhouse.config import Settings
from reelhouse.workflows.runtime import Workshop
from reelhouse.workflows.studio import StudioProduction
from reelhouse.workflows.tasks import StudioTasks


def open_workshop(settings: Settings) -> Workshop:
    opened = open_house(settings)
    studio = open_studio(settings, opened.fetch)
    production = StudioProduction(studio, opened.ground.store, opened.data / "work")
    tasks = StudioTasks(
        open_task_studio(settings, opened.fetch, opened.ground.store),
        opened.ground.store,
        opened.data / "work",
    )
    return Workshop(opened.house, production, tasks, opened.fetch, opened.data)
