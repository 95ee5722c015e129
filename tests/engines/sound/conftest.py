import pytest

from reelhouse.engines.sound.base import SoundEngine
from reelhouse.engines.sound.fake import FakeSound


@pytest.fixture
def anyio_backend() -> str:
    return "asyncio"


@pytest.fixture(params=[FakeSound], ids=lambda maker: maker.name)
def engine(request: pytest.FixtureRequest) -> SoundEngine:
    made: SoundEngine = request.param()
    return made
