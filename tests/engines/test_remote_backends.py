"""What every backend promises that works elsewhere, of whatever family: how it fails, and that it ends.

The backends are those of the families' own tables, so that a new one is tested here as soon as it is there.
"""

import asyncio
import io
import re
import wave
from collections.abc import Callable
from fractions import Fraction
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from PIL import Image
from pydantic import JsonValue, SecretStr
from pytest_httpserver import HTTPServer
from werkzeug import Response

from reelhouse.engines.errors import EngineRefused, EngineUnavailable
from reelhouse.engines.hosted.fakes.fal import FakeFal
from reelhouse.engines.hosted.fakes.host import KEY, FakeHost
from reelhouse.engines.hosted.fakes.replicate import FakeReplicate
from reelhouse.engines.image.families import EDIT, IMAGE
from reelhouse.engines.image.types import EditRequest, ImageRequest
from reelhouse.engines.mesh.families import MESH
from reelhouse.engines.mesh.types import MeshRequest
from reelhouse.engines.music.families import SONG
from reelhouse.engines.music.types import SongRequest
from reelhouse.engines.registry import Backend, Family
from reelhouse.engines.settings import EngineSettings
from reelhouse.engines.sound.families import SOUND
from reelhouse.engines.sound.types import SoundRequest
from reelhouse.engines.speech.families import VOICE
from reelhouse.engines.speech.types import CloneRequest, DescribedRequest
from reelhouse.engines.tools import Tools
from reelhouse.engines.transcript.families import TRANSCRIPT
from reelhouse.engines.transcript.types import TranscriptRequest
from reelhouse.engines.video.families import VIDEO
from reelhouse.engines.video.types import VideoRequest
from reelhouse.render.clips.encoder import film_encoder
from reelhouse.render.settings import RenderSettings

if TYPE_CHECKING:
    from tests.engines.conftest import Listener

pytestmark = pytest.mark.usefixtures("scratch")

FAMILIES = (IMAGE, EDIT, VIDEO, VOICE, TRANSCRIPT, SONG, SOUND, MESH)
HOSTS = {"fal": FakeFal, "replicate": FakeReplicate}
PATIENCE_SECONDS = 20
SOON_SECONDS = 8  # longer than a goodbye, which takes at most five


def picture() -> bytes:
    file = io.BytesIO()
    Image.new("RGB", (64, 64), "teal").save(file, "PNG")
    return file.getvalue()


def recording(seconds: int = 2) -> bytes:
    file = io.BytesIO()
    with wave.open(file, "wb") as sound:
        sound.setparams((1, 2, 16_000, 0, "NONE", ""))
        sound.writeframes(b"\x00\x10" * 16_000 * seconds)
    return file.getvalue()


def asked(ability: str, folder: Path) -> Any:  # noqa: ANN401 - the request of that ability
    """A request that every backend could fulfil."""
    audio = folder / "recording.wav"
    audio.write_bytes(recording())
    return {
        "draw": ImageRequest("a lake", 64, 64),
        "edit": EditRequest("noir", picture(), 64, 64),
        "film": VideoRequest("a lake", 96, 64, 9, 25, folder, start=picture()),
        "describe": DescribedRequest("Hello there.", "a calm old woman"),
        "clone": CloneRequest("Hello there.", recording(), "I said this."),
        "hear": TranscriptRequest(audio, "en"),
        "create": SongRequest("folk", Fraction(15)),
        "make": SoundRequest("rain", Fraction(2)),
        "model": MeshRequest(picture()),
    }[ability]


BAD: dict[str, tuple[Any, ...]] = {
    "draw": (ImageRequest("a lake", 31, 64), ImageRequest(" \0", 64, 64)),
    "edit": (EditRequest("noir", picture(), 31, 64), EditRequest("noir", b"no picture", 64, 64)),
    "film": (VideoRequest("a lake", 96, 64, 9, 25, Path(), start=b"no picture"),),
    "describe": (DescribedRequest("...", "a woman"),),
    "clone": (CloneRequest("Hello.", b"no recording", ""), CloneRequest(" ", recording(), "")),
    "hear": (TranscriptRequest(Path(__file__)), TranscriptRequest(Path(__file__), text="[Chorus]")),
    "create": (SongRequest("folk", Fraction(14)), SongRequest("folk", Fraction(15), "la " * 7000)),
    "make": (SoundRequest("rain", Fraction(0)), SoundRequest("!?", Fraction(2))),
    "model": (MeshRequest(b""), MeshRequest(b"no picture"), MeshRequest(picture(), faces=1)),
}


def remote(names: Callable[[str], bool] = lambda _: True) -> list[Any]:
    return [
        pytest.param(family, backend, ability, id=f"{family.name}-{backend.name}-{ability}")
        for family in FAMILIES
        for backend in family.own.values()
        if backend.remote and names(backend.name)
        for ability in sorted(backend.abilities)
    ]


def engine_at(family: Family, backend: Backend, url: str) -> Any:  # noqa: ANN401 - the family knows its port
    settings = EngineSettings(
        backend=backend.name, url=url, key=SecretStr(KEY), poll_seconds=0.01, timeout_seconds=PATIENCE_SECONDS
    )
    assert family.lack(backend, settings) == ""
    return backend.load(settings, Tools(encode=film_encoder(RenderSettings())))


@pytest.fixture
def answering(httpserver: HTTPServer) -> Callable[..., str]:
    """The address of a server that has one answer to everything."""

    def address(answer: Response) -> str:
        httpserver.expect_request(re.compile(".*")).respond_with_response(answer)
        return httpserver.url_for("/v1")

    return address


@pytest.mark.parametrize(("family", "backend", "ability"), remote())
async def test_a_server_that_is_not_there_may_be_asked_again(
    family: Family, backend: Backend, ability: str, tmp_path: Path, silent: "Listener"
) -> None:
    url = silent.url
    silent.close()

    with pytest.raises(EngineUnavailable):
        await getattr(engine_at(family, backend, url), ability)(asked(ability, tmp_path))


@pytest.mark.parametrize(("family", "backend", "ability"), remote())
async def test_a_server_that_hangs_up_may_be_asked_again(
    family: Family, backend: Backend, ability: str, tmp_path: Path, hanging_up: "Listener"
) -> None:
    with pytest.raises(EngineUnavailable):
        await getattr(engine_at(family, backend, hanging_up.url), ability)(asked(ability, tmp_path))


@pytest.mark.parametrize(("family", "backend", "ability"), remote())
@pytest.mark.parametrize(
    ("status", "failure"),
    [(503, EngineUnavailable), (429, EngineUnavailable), (400, EngineRefused), (422, EngineRefused)],
)
async def test_a_failure_is_told_in_the_words_of_the_server_without_the_key(
    family: Family,
    backend: Backend,
    ability: str,
    tmp_path: Path,
    answering: Callable[..., str],
    status: int,
    failure: type[EngineRefused | EngineUnavailable],
) -> None:
    url = answering(Response(f'{{"detail": "no luck with {KEY}"}}', status, mimetype="application/json"))

    with pytest.raises(failure) as told:
        await getattr(engine_at(family, backend, url), ability)(asked(ability, tmp_path))

    assert "no luck with [key]" in str(told.value)
    assert KEY not in str(told.value)


@pytest.mark.parametrize(("family", "backend", "ability"), remote())
async def test_a_key_that_is_not_taken_is_told_by_its_setting(
    family: Family, backend: Backend, ability: str, tmp_path: Path, answering: Callable[..., str]
) -> None:
    url = answering(Response("{}", 401, mimetype="application/json"))

    with pytest.raises(EngineRefused, match=f"REELHOUSE_{family.name.upper()}_KEY"):
        await getattr(engine_at(family, backend, url), ability)(asked(ability, tmp_path))


@pytest.mark.parametrize(("family", "backend", "ability"), remote())
@pytest.mark.parametrize(
    "answer",
    [b"<!doctype html><title>Log in</title>", b"", b'{"id": 7}', b"[1, 2", b"\xff\xfe\x00\x80" * 50],
    ids=["html", "nothing", "other", "half", "binary"],
)
async def test_rubbish_is_never_passed_on(
    family: Family,
    backend: Backend,
    ability: str,
    tmp_path: Path,
    answering: Callable[..., str],
    answer: bytes,
) -> None:
    url = answering(Response(answer, 200, content_type="application/json"))

    with pytest.raises((EngineRefused, EngineUnavailable)):
        await getattr(engine_at(family, backend, url), ability)(asked(ability, tmp_path))


@pytest.mark.parametrize(("family", "backend", "ability"), remote())
async def test_a_bad_request_is_refused_before_anybody_is_asked(
    family: Family, backend: Backend, ability: str, answering: Callable[..., str], httpserver: HTTPServer
) -> None:
    engine = engine_at(family, backend, answering(Response("{}", 200)))

    for request in BAD[ability]:
        with pytest.raises(EngineRefused):
            await getattr(engine, ability)(request)

    assert httpserver.log == []


@pytest.mark.parametrize(("family", "backend", "ability"), remote(lambda name: name not in HOSTS))
async def test_cancelled_work_ends_while_the_server_is_silent(
    family: Family, backend: Backend, ability: str, tmp_path: Path, silent: "Listener"
) -> None:
    engine = engine_at(family, backend, silent.url)
    working = asyncio.create_task(getattr(engine, ability)(asked(ability, tmp_path)))
    await asyncio.to_thread(silent.called.wait, PATIENCE_SECONDS)

    working.cancel()

    await ended(working)


@pytest.mark.parametrize(("family", "backend", "ability"), remote(lambda name: name in HOSTS))
async def test_cancelled_work_is_cancelled_in_the_queue_of_the_vendor(
    family: Family, backend: Backend, ability: str, tmp_path: Path
) -> None:
    with HOSTS[backend.name](nothing, waits=1_000_000) as host:
        engine = engine_at(family, backend, host.url)
        working = asyncio.create_task(getattr(engine, ability)(asked(ability, tmp_path)))
        await asyncio.to_thread(host.looking.wait, PATIENCE_SECONDS)

        working.cancel()

        await ended(working)
        assert [work.cancelled for work in host.works] == [True]


def nothing(_host: FakeHost, _model: str, _inputs: dict[str, JsonValue]) -> JsonValue:
    return None


async def ended(working: "asyncio.Task[object]") -> None:
    done, _ = await asyncio.wait({working}, timeout=SOON_SECONDS)
    assert working in done
    assert working.cancelled()
