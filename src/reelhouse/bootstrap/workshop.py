"""What a worker process needs."""

from reelhouse.bootstrap.house import open_house
from reelhouse.bootstrap.studio import open_studio
from reelhouse.config import Settings
from reelhouse.workflows.runtime import Workshop
from reelhouse.workflows.studio import StudioProduction


def open_workshop(settings: Settings) -> Workshop:
    opened = open_house(settings)
    studio = open_studio(settings, opened.fetch)
    production = StudioProduction(studio, opened.ground.store, opened.data / "work")
    return Workshop(opened.house, production, opened.fetch, opened.data)
