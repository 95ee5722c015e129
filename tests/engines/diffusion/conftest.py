"""Tiny random models in folders, and a real process that holds them.

Where diffusers is not installed these tests are skipped: `make test-models` runs them in an environment of
their own.
"""

import os
import subprocess
import sys
from collections.abc import AsyncIterator, Callable
from importlib.util import find_spec
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from reelhouse.engines.diffusion.host import Host
from reelhouse.engines.settings import EngineSettings
from reelhouse.engines.tools import Tools
from reelhouse.render.clips.encoder import film_encoder
from reelhouse.render.settings import RenderSettings

Settings = Callable[..., EngineSettings]


@pytest.fixture(scope="module")
def anyio_backend() -> str:
    """One event loop for the tests of a file, so that they can share a process: it takes seconds to start.

    A wider one would be the loop, and the very task, of every test that a worker runs after them.
    """
    return "asyncio"


@pytest.fixture(scope="session")
def models(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Random models, a folder each: ``qwen``, ``qwen-edit``, ``ltx``, ``ltx-2``, ``ace-step`` …"""
    if any(find_spec(module) is None for module in ("diffusers", "torch", "transformers")):
        if "diffusers" in os.environ.get("REELHOUSE_TEST_REQUIRE", ""):
            pytest.fail("diffusers is not installed")
        pytest.skip("diffusers is not installed: make test-models")
    folder = tmp_path_factory.mktemp("models")
    program = Path(__file__).with_name("tiny_models.py")
    done = subprocess.run(
        [sys.executable, str(program), str(folder)],
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "HF_HUB_OFFLINE": "1"},
    )
    assert done.returncode == 0, done.stderr
    return folder


@pytest.fixture
def lock(tmp_path: Path) -> Path:
    """Not the one of this machine, which may be taken."""
    return tmp_path / "gpu.lock"


@pytest.fixture(scope="module")
async def host(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Host]:
    """Shared by all tests that leave its process as they found it."""
    host = Host(tmp_path_factory.mktemp("host") / "gpu.lock")
    yield host
    await host.close()


@pytest.fixture
async def own_host(lock: Path) -> AsyncIterator[Host]:
    host = Host(lock, grace_seconds=2)
    yield host
    await host.close()


@pytest.fixture
def settings(models: Path, tmp_path: Path) -> Settings:
    """The settings of a family whose model is one of the tiny ones, with a recipe of some lines."""

    def made(model: str, *recipe: str) -> EngineSettings:
        path = tmp_path / f"{len(list(tmp_path.glob('*.toml')))}.toml"
        path.write_text("\n".join(recipe) or "arguments = { num_inference_steps = 2 }")
        return EngineSettings(model=str(models / model), workflow=path)

    return made


@pytest.fixture
def tools() -> Tools:
    return Tools(encode=film_encoder(RenderSettings()))


@pytest.fixture
def picture() -> Callable[..., bytes]:
    def made(colour: str = "red", size: tuple[int, int] = (96, 64)) -> bytes:
        file = BytesIO()
        Image.new("RGB", size, colour).save(file, "PNG")
        return file.getvalue()

    return made
