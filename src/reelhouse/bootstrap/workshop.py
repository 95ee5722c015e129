"""What a worker process needs."""

from reelhouse.bootstrap.house import open_house
from reelhouse.bootstrap.studio import open_pitch_studio, open_studio, open_task_studio
from reelhouse.config import Settings
from reelhouse.core.pitches.inputs import PitchInputs
from reelhouse.workflows.pitch_files import PitchFiles
from reelhouse.workflows.pitches import StudioPitches
from reelhouse.workflows.previews import StudioPreviews
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
    inputs = PitchInputs(opened.fetch, opened.ground.store, settings.render)
    files = PitchFiles(open_pitch_studio(settings), inputs, opened.ground.store, opened.data / "work")
    return Workshop(
        opened.house,
        production,
        tasks,
        StudioPitches(files),
        StudioPreviews(files),
        opened.fetch,
        opened.data,
    )
