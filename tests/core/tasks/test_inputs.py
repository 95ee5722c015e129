"""Files that callers give: brought into the form that engines take, or refused by the name of their field."""

import subprocess
import wave
import zlib
from collections.abc import Callable
from fractions import Fraction
from io import BytesIO
from ipaddress import ip_network
from pathlib import Path

import imageio_ffmpeg
import pytest
from PIL import Image
from pytest_httpserver import HTTPServer

from reelhouse.core.tasks.errors import InputUnreadable
from reelhouse.core.tasks.inputs import TaskInputs
from reelhouse.core.tasks.types import AnnotateTask, EditTask, FilmTask, Given, MeshTask, SpeakTask
from reelhouse.kit.clock import FrozenClock
from reelhouse.kit.safe_fetch import SafeFetch
from reelhouse.render.settings import RenderSettings
from reelhouse.storage.links import LinkSigner
from reelhouse.storage.local import LocalObjects

pytestmark = pytest.mark.anyio
Hosted = Callable[[bytes], Given]


@pytest.fixture
def inputs(tmp_path: Path, clock: FrozenClock) -> TaskInputs:
    fetch = SafeFetch(allow=[ip_network("127.0.0.0/8")], timeout_seconds=5)
    store = LocalObjects(tmp_path / "objects", "http://127.0.0.1", LinkSigner(b"x" * 32), clock)
    return TaskInputs(fetch, store, RenderSettings())


@pytest.fixture
def hosted(httpserver: HTTPServer) -> Hosted:
    def host(data: bytes) -> Given:
        httpserver.expect_request("/file").respond_with_data(data)
        return Given("sourceImage", url=httpserver.url_for("/file"))

    return host


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "work"


def encoded(picture: Image.Image, form: str) -> bytes:
    file = BytesIO()
    picture.save(file, form)
    return file.getvalue()


def sound(seconds: float, form: str = "opus", *options: str) -> bytes:
    argv = [
        imageio_ffmpeg.get_ffmpeg_exe(), "-v", "error", "-f", "lavfi", "-i",
        f"sine=440:duration={seconds}", *options, "-f", form, "pipe:1",
    ]  # fmt: skip
    return subprocess.run(argv, capture_output=True, check=True).stdout


@pytest.mark.parametrize("form", ["PNG", "JPEG", "WEBP"])
async def test_pictures_become_png(inputs: TaskInputs, hosted: Hosted, folder: Path, form: str) -> None:
    given = hosted(encoded(Image.new("RGB", (60, 40), "teal"), form))

    brought = await inputs.bring(EditTask("noir", given), folder)

    with Image.open(brought["sourceImage"]) as picture:
        assert (picture.format, picture.size) == ("PNG", (60, 40))


async def test_a_solid_needs_to_know_what_is_transparent(
    inputs: TaskInputs, hosted: Hosted, folder: Path
) -> None:
    given = hosted(encoded(Image.new("RGBA", (60, 40), (255, 0, 0, 0)), "PNG"))

    brought = await inputs.bring(MeshTask(given), folder)

    with Image.open(brought["sourceImage"]) as picture:
        assert picture.mode == "RGBA"


@pytest.mark.parametrize(
    ("form", "options"),
    [("opus", ()), ("mp3", ()), ("wav", ()), ("flac", ()), ("webm", ("-c:a", "libopus")), ("adts", ())],
)
async def test_recordings_become_wav_of_the_rate_that_listeners_take(
    inputs: TaskInputs, hosted: Hosted, folder: Path, form: str, options: tuple[str, ...]
) -> None:
    given = hosted(sound(1, form, *options))

    brought = await inputs.bring(AnnotateTask(given), folder)

    with wave.open(str(brought["sourceImage"]), "rb") as file:
        assert (file.getframerate(), file.getnchannels()) == (16_000, 1)
        assert file.getnframes() / 16_000 == pytest.approx(1, abs=0.08)


def bomb() -> bytes:
    """A picture of 60,000 pixels a side in a few kilobytes."""
    head = b"\x89PNG\r\n\x1a\n"

    def chunk(name: bytes, data: bytes) -> bytes:
        return len(data).to_bytes(4, "big") + name + data + zlib.crc32(name + data).to_bytes(4, "big")

    size = (60_000).to_bytes(4, "big") * 2 + bytes([1, 0, 0, 0, 0])
    return head + chunk(b"IHDR", size) + chunk(b"IDAT", zlib.compress(bytes(4096))) + chunk(b"IEND", b"")


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"<html>not here</html>",
        encoded(Image.new("RGB", (60, 40), "teal"), "PNG")[:60],
        encoded(Image.new("RGB", (60, 40), "teal"), "GIF")[:30],
        b"<svg xmlns='http://www.w3.org/2000/svg'/>",
        bomb(),
    ],
    ids=["empty", "html", "truncated", "half a gif", "svg", "bomb"],
)
async def test_what_is_no_picture_is_refused_before_it_is_unpacked(
    inputs: TaskInputs, hosted: Hosted, folder: Path, data: bytes
) -> None:
    """Promise 33."""
    with pytest.raises(InputUnreadable) as refusal:
        await inputs.bring(EditTask("noir", hosted(data)), folder)

    assert refusal.value.field.startswith("sourceImage at ")


async def test_a_voice_is_at_most_ten_seconds_long(inputs: TaskInputs, hosted: Hosted, folder: Path) -> None:
    """Promise 33."""
    given = hosted(sound(11))

    with pytest.raises(InputUnreadable, match="longer than 10 s"):
        await inputs.bring(SpeakTask("Good morning.", reference=given, transcript="a"), folder)


async def test_a_recording_is_at_most_ten_minutes_long(
    inputs: TaskInputs, hosted: Hosted, folder: Path
) -> None:
    """Promise 33."""
    given = hosted(sound(605, "opus", "-b:a", "8k", "-ar", "8000"))

    with pytest.raises(InputUnreadable, match="longer than 600 s"):
        await inputs.bring(AnnotateTask(given), folder)


@pytest.mark.parametrize(
    "data", [b"not a sound", sound(1, "wav")[:20], encoded(Image.new("L", (9, 9)), "PNG")]
)
async def test_what_is_no_sound_is_refused(
    inputs: TaskInputs, hosted: Hosted, folder: Path, data: bytes
) -> None:
    task = FilmTask("a boat", 64, 64, 9, 30, audio=hosted(data))

    with pytest.raises(InputUnreadable):
        await inputs.bring(task, folder)


@pytest.mark.parametrize(
    "url", ["http://169.254.169.254/latest", "http://10.0.0.1/x.png", "http://[::ffff:10.0.0.1]/x.png"]
)
async def test_private_addresses_are_not_asked(inputs: TaskInputs, folder: Path, url: str) -> None:
    """Promise 31."""
    with pytest.raises(InputUnreadable):
        await inputs.bring(EditTask("noir", Given("sourceImage", url=url)), folder)


async def test_an_answer_that_is_no_success_is_told(
    inputs: TaskInputs, httpserver: HTTPServer, folder: Path
) -> None:
    httpserver.expect_request("/gone").respond_with_data("gone", status=410)
    given = Given("sourceImage", url=httpserver.url_for("/gone"))

    with pytest.raises(InputUnreadable, match="status 410"):
        await inputs.bring(EditTask("noir", given), folder)


def test_seconds_of_a_film_are_exact() -> None:
    assert FilmTask("a boat", 64, 64, 177, 30).seconds == Fraction(59, 10)
