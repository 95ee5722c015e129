import pytest

from reelhouse.engines.mesh.backends.builtin import BuiltinMesh
from reelhouse.engines.mesh.base import MeshEngine
from reelhouse.engines.mesh.fake import FakeMesh


@pytest.fixture
def anyio_backend() -> str:
    return "asyncio"


@pytest.fixture(params=[FakeMesh, BuiltinMesh], ids=lambda maker: maker.name)
def engine(request: pytest.FixtureRequest) -> MeshEngine:
    made: MeshEngine = request.param()
    return made
