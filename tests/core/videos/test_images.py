"""Images that strangers name: what is shown of them, and what is refused."""

import zlib
from collections.abc import Callable
from io import BytesIO
from ipaddress import ip_network
from pathlib import Path

import pytest
from PIL import Image
from pytest_httpserver import HTTPServer
from werkzeug import Response

from reelhouse.core.videos.errors import ImageUnreadable
from reelhouse.core.videos.pictures.desk import ImageEngines, Look, PictureDesk
from reelhouse.core.videos.pictures.images import LARGEST_IMAGE, UserImages
from reelhouse.core.videos.pictures.orders import DrawnPicture, GivenPicture
from reelhouse.engines.errors import EngineRefused
from reelhouse.engines.image.fake import FakeImage
from reelhouse.kit.safe_fetch import SafeFetch
from reelhouse.media.composition import Canvas

LOOK = Look(Canvas(96, 160), "#ff6600", seed=7)


def encoded(image: Image.Image, kind: str, **options: object) -> bytes:
    file = BytesIO()
    image.save(file, kind, **options)
    return file.getvalue()


def plain(width: int = 40, height: int = 20, colour: str = "#3366cc") -> Image.Image:
    return Image.new("RGB", (width, height), colour)


@pytest.fixture
def images() -> UserImages:
    return UserImages(SafeFetch(allow=[ip_network("127.0.0.0/8")], timeout_seconds=5))


@pytest.fixture
def hosted(httpserver: HTTPServer) -> Callable[[bytes], GivenPicture]:
    def host(data: bytes) -> GivenPicture:
        httpserver.expect_request("/image").respond_with_data(data)
        return GivenPicture(httpserver.url_for("/image"), "broll_images[2]")

    return host


def turned() -> bytes:
    """Lies on its side, and says so."""
    exif = Image.Exif()
    exif[0x0112] = 6
    return encoded(plain(), "JPEG", exif=exif)


def see_through() -> bytes:
    return encoded(Image.new("RGBA", (40, 20), (0, 0, 0, 0)), "PNG")


def moving() -> bytes:
    frames = [plain(colour=colour) for colour in ("#3366cc", "#cc0000")]
    return encoded(frames[0], "GIF", save_all=True, append_images=frames[1:])


@pytest.mark.parametrize(
    ("data", "size", "colour"),
    [
        (encoded(plain(), "PNG"), (40, 20), (0x33, 0x66, 0xCC)),
        (encoded(plain(), "WEBP", lossless=True), (40, 20), (0x33, 0x66, 0xCC)),
        (moving(), (40, 20), (0x33, 0x66, 0xCC)),
        (turned(), (20, 40), None),
        (see_through(), (40, 20), (255, 255, 255)),
        (encoded(plain().convert("CMYK"), "JPEG"), (40, 20), None),
        (encoded(plain().convert("L"), "PNG"), (40, 20), None),
        (encoded(plain(5000, 500), "PNG"), (3840, 384), None),
    ],
)
async def test_an_image_becomes_an_upright_plain_png(
    images: UserImages,
    hosted: Callable[[bytes], GivenPicture],
    tmp_path: Path,
    data: bytes,
    size: tuple[int, int],
    colour: tuple[int, int, int] | None,
) -> None:
    path = await images.read(hosted(data), tmp_path)

    with Image.open(path) as picture:
        assert (picture.format, picture.mode, picture.size) == ("PNG", "RGB", size)
        assert not picture.info
        assert colour is None or picture.getpixel((0, 0)) == colour


def bomb() -> bytes:
    """A PNG of a few kilobytes that claims to have 2.5 thousand million pixels."""

    def chunk(kind: bytes, body: bytes) -> bytes:
        checksum = zlib.crc32(kind + body).to_bytes(4, "big")
        return len(body).to_bytes(4, "big") + kind + body + checksum

    side = (50_000).to_bytes(4, "big")
    header = chunk(b"IHDR", side + side + bytes([1, 0, 0, 0, 0]))
    return b"\x89PNG\r\n\x1a\n" + header + chunk(b"IDAT", zlib.compress(bytes(100_000))) + chunk(b"IEND", b"")


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"<svg xmlns='http://www.w3.org/2000/svg'/>", "no PNG, JPEG, WebP or GIF"),
        (b"", "no PNG, JPEG, WebP or GIF"),
        (encoded(plain(), "BMP"), "no PNG, JPEG, WebP or GIF"),
        (encoded(plain(400, 400), "PNG")[:300], "damaged"),
        (encoded(plain(4, 4), "PNG"), "too small"),
        (bomb(), "megapixels"),
    ],
)
async def test_what_is_no_image_is_refused_by_its_field(
    images: UserImages, hosted: Callable[[bytes], GivenPicture], tmp_path: Path, data: bytes, reason: str
) -> None:
    with pytest.raises(ImageUnreadable) as refusal:
        await images.read(hosted(data), tmp_path)

    assert refusal.value.field == "broll_images[2]"
    assert reason in refusal.value.reason


@pytest.mark.parametrize("status", [404, 500])
async def test_an_address_that_does_not_answer_is_refused(
    images: UserImages, httpserver: HTTPServer, tmp_path: Path, status: int
) -> None:
    httpserver.expect_request("/image").respond_with_response(Response(status=status))

    with pytest.raises(ImageUnreadable) as refusal:
        await images.read(GivenPicture(httpserver.url_for("/image"), "product_image_url"), tmp_path)

    assert str(status) in refusal.value.reason


async def test_an_image_without_end_is_given_up(
    images: UserImages, hosted: Callable[[bytes], GivenPicture], tmp_path: Path
) -> None:
    with pytest.raises(ImageUnreadable):
        await images.read(hosted(bytes(LARGEST_IMAGE + 1)), tmp_path)


@pytest.mark.parametrize("url", ["http://10.0.0.1/a.png", "ftp://a.example/a.png", "file:///etc/hostname"])
async def test_a_server_reads_neither_its_network_nor_its_files(url: str, tmp_path: Path) -> None:
    with pytest.raises(ImageUnreadable):
        await UserImages(SafeFetch()).read(GivenPicture(url, "scenes[0].image"), tmp_path)


async def test_a_person_at_the_command_line_may_name_a_file(tmp_path: Path) -> None:
    (tmp_path / "mine.png").write_bytes(encoded(plain(), "PNG"))

    path = await UserImages(SafeFetch(), local=True).read(
        GivenPicture((tmp_path / "mine.png").as_uri(), "image"), tmp_path / "work"
    )

    assert path.is_file()


async def test_each_picture_is_made_once_and_named_by_its_content(tmp_path: Path) -> None:
    engine = FakeImage()
    desk = PictureDesk(ImageEngines(lambda: engine), UserImages(SafeFetch()))
    orders = (DrawnPicture("a lake"), DrawnPicture("a hill"), DrawnPicture("a lake"))

    gathered, files = await desk.gather(orders, LOOK, tmp_path)
    again, _ = await desk.gather(orders, LOOK, tmp_path)

    assert [request.prompt for request in engine.requests[:2]] == ["a lake", "a hill"]
    assert gathered.pictures.keys() == files.keys() == {order.key for order in orders}
    assert (engine.requests[0].width, engine.requests[0].height) == (96, 160)
    assert engine.requests[0].accent == "#ff6600"
    assert gathered == again
    assert gathered.engine == "fake"


async def test_an_engine_is_chosen_by_its_name_and_its_absence_is_told(tmp_path: Path) -> None:
    usual, kling = FakeImage(), FakeImage()
    desk = PictureDesk(ImageEngines(lambda: usual, {"kling3": lambda: kling}), UserImages(SafeFetch()))

    known, _ = await desk.gather(
        [DrawnPicture("a lake")], Look(LOOK.canvas, LOOK.accent, 7, "kling3"), tmp_path
    )
    unknown, _ = await desk.gather(
        [DrawnPicture("a lake")], Look(LOOK.canvas, LOOK.accent, 7, "wan21"), tmp_path
    )

    assert (len(kling.requests), len(usual.requests)) == (1, 1)
    assert known.warnings == ()
    assert unknown.warnings == ("No engine is configured for wan21; fake drew the pictures.",)


async def test_an_engine_that_refuses_ends_the_gathering(tmp_path: Path) -> None:
    engine = FakeImage(failures=(EngineRefused("fake", "not that"),))
    desk = PictureDesk(ImageEngines(lambda: engine), UserImages(SafeFetch()))

    with pytest.raises(EngineRefused):
        await desk.gather([DrawnPicture("a lake")], LOOK, tmp_path)
