import pytest

from reelhouse.engines.music.backends.builtin import BuiltinMusic
from reelhouse.engines.music.base import MusicEngine
from reelhouse.engines.music.fake import FakeMusic


@pytest.fixture
def anyio_backend() -> str:
    return "asyncio"


@pytest.fixture(params=["fake", "builtin"])
def engine(request: pytest.FixtureRequest) -> MusicEngine:
    return FakeMusic() if request.param == "fake" else BuiltinMusic()
