"""fal and Replicate on loopback, where a model of pictures paints what it was asked for in one colour."""

from collections.abc import Callable, Iterator
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from PIL import Image
from pydantic import JsonValue, SecretStr

from reelhouse.engines.hosted.fakes.fal import FakeFal
from reelhouse.engines.hosted.fakes.host import KEY, FakeHost
from reelhouse.engines.hosted.fakes.replicate import FakeReplicate
from reelhouse.engines.settings import EngineSettings
from reelhouse.engines.tools import Tools
from reelhouse.render.clips.encoder import film_encoder
from reelhouse.render.settings import RenderSettings


@pytest.fixture
def anyio_backend() -> str:
    return "asyncio"


def png(size: tuple[int, int], colour: str = "teal") -> bytes:
    file = BytesIO()
    Image.new("RGB", size, colour).save(file, "PNG")
    return file.getvalue()


def paint(host: FakeHost, _model: str, inputs: dict[str, JsonValue]) -> JsonValue:
    size = inputs.get("image_size")
    told = (int(str(size["width"])), int(str(size["height"]))) if isinstance(size, dict) else (640, 384)
    address = host.keep(png(told), "image/png")
    return [address] if isinstance(host, FakeReplicate) else {"images": [{"url": address}]}


@pytest.fixture
def a_picture() -> bytes:
    return png((48, 32), "orange")


@pytest.fixture(params=[FakeFal, FakeReplicate], ids=["fal", "replicate"])
def vendor(request: pytest.FixtureRequest) -> Iterator[FakeHost]:
    with request.param(paint) as host:
        yield host


@pytest.fixture
def fal() -> Iterator[FakeFal]:
    with FakeFal(paint) as host:
        yield host


@pytest.fixture
def replicate() -> Iterator[FakeReplicate]:
    with FakeReplicate(paint) as host:
        yield host


@pytest.fixture
def engine_of() -> Callable[..., Any]:
    """The engine of a vendor: by the module of its family, and settings beside the usual ones."""

    tools = Tools(encode=film_encoder(RenderSettings()))

    def made(host: FakeHost, module: str = "image.backends.hosted", **settings: object) -> Any:  # noqa: ANN401
        from importlib import import_module  # noqa: PLC0415

        build = getattr(import_module(f"reelhouse.engines.{module}"), name_of(host))
        usual = {"url": host.url, "key": SecretStr(KEY), "poll_seconds": 0.001, "timeout_seconds": 20}
        return build(EngineSettings.model_validate({"backend": name_of(host), **usual, **settings}), tools)

    return made


def name_of(host: FakeHost) -> str:
    return "replicate" if isinstance(host, FakeReplicate) else "fal"


@pytest.fixture
def giving() -> Callable[..., Callable[..., JsonValue]]:
    """A model that gives a result: fal in `field` of an object, by its `url`; Replicate plainly."""

    def of(field: str, result: Callable[[FakeHost], JsonValue]) -> Callable[..., JsonValue]:
        def make(host: FakeHost, _model: str, _inputs: dict[str, JsonValue]) -> JsonValue:
            told = result(host)
            if isinstance(host, FakeReplicate) or not isinstance(told, str):
                return told
            return {field: {"url": told}}

        return make

    return of


@pytest.fixture
def table(tmp_path: Path) -> Callable[[str, str], Path]:
    """A file with a user's table."""

    def written(name: str, text: str) -> Path:
        path = tmp_path / name
        path.write_text(text)
        return path

    return written
