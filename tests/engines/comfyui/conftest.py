"""ComfyUI servers on loopback, and engines that ask them."""

import asyncio
import threading
from collections.abc import Iterator
from io import BytesIO
from typing import Any

import pytest
from PIL import Image
from pydantic import SecretStr

from comfyui_server import ComfyUIServer, comfyui_server
from reelhouse.engines.settings import EngineSettings

KEY = "key-never-shown-anywhere-4242"


@pytest.fixture
def anyio_backend() -> str:
    return "asyncio"


@pytest.fixture
def server() -> Iterator[ComfyUIServer]:
    with comfyui_server() as running:
        yield running


@pytest.fixture
def other() -> Iterator[ComfyUIServer]:
    with comfyui_server() as running:
        yield running


@pytest.fixture
def settings(server: ComfyUIServer) -> EngineSettings:
    """So patient that only what the socket tells can wake it."""
    return EngineSettings(url=server.url, key=SecretStr(KEY), poll_seconds=60, timeout_seconds=30)


@pytest.fixture
def impatient(settings: EngineSettings) -> EngineSettings:
    """Asks again and again, whatever the socket tells."""
    return settings.model_copy(update={"poll_seconds": 0.02})


@pytest.fixture
def a_picture() -> bytes:
    return png((48, 32), "orange")


def png(size: tuple[int, int], colour: str) -> bytes:
    file = BytesIO()
    Image.new("RGB", size, colour).save(file, "PNG")
    return file.getvalue()


class Told:
    """What nodes said about their progress."""

    def __init__(self) -> None:
        self.heard: list[tuple[str, float]] = []

    def __call__(self, node: str, done: float) -> None:
        self.heard.append((node, done))


@pytest.fixture
def told() -> Told:
    return Told()


@pytest.fixture
def until() -> Any:  # noqa: ANN401 - a coroutine function
    """Waits for what happens in the threads of a server."""

    async def happened(event: threading.Event) -> None:
        assert await asyncio.to_thread(event.wait, 20)

    return happened
