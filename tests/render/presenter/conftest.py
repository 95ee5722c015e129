import pytest

from reelhouse.core.actors.library import LIBRARY
from reelhouse.media.appearance import Appearance


@pytest.fixture
def emma() -> Appearance:
    return next(actor.appearance for actor in LIBRARY if actor.slug == "emma")
