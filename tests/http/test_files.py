"""Downloads of finished files, and the public portraits."""

from datetime import timedelta
from pathlib import Path

import pytest
from starlette.applications import Starlette
from starlette.testclient import TestClient

from reelhouse.core.actors.library import LIBRARY
from reelhouse.core.actors.service import Actors
from reelhouse.http.files import file_routes
from reelhouse.http.portraits import Portraits, portrait_routes
from reelhouse.kit.clock import FrozenClock
from reelhouse.media.appearance import Appearance
from reelhouse.storage.links import LinkSigner
from reelhouse.storage.local import LocalObjects

MOVIE = bytes(range(256)) * 40


@pytest.fixture
def store(tmp_path: Path, clock: FrozenClock) -> LocalObjects:
    return LocalObjects(tmp_path / "objects", "http://testserver", LinkSigner(b"secret"), clock)


@pytest.fixture
def client(store: LocalObjects, clock: FrozenClock) -> TestClient:
    return TestClient(Starlette(routes=file_routes(store.path_of, LinkSigner(b"secret"), clock)))


def put(store: LocalObjects, tmp_path: Path, name: str = "videos/a1.mp4") -> str:
    source = tmp_path / "source"
    source.write_bytes(MOVIE)
    store.put_file(name, source, "video/mp4")
    return store.link(name, timedelta(hours=1))


def test_a_signed_link_gives_the_whole_file_for_showing(
    client: TestClient, store: LocalObjects, tmp_path: Path
) -> None:
    answer = client.get(put(store, tmp_path))

    assert (answer.status_code, answer.content) == (200, MOVIE)
    assert answer.headers["Content-Type"] == "video/mp4"
    assert answer.headers["Content-Disposition"] == 'inline; filename="a1.mp4"'
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert answer.headers["Accept-Ranges"] == "bytes"


def test_a_head_tells_the_size_only(client: TestClient, store: LocalObjects, tmp_path: Path) -> None:
    answer = client.head(put(store, tmp_path))

    assert (answer.status_code, answer.content) == (200, b"")
    assert answer.headers["Content-Length"] == str(len(MOVIE))


@pytest.mark.parametrize(
    ("wanted", "part"),
    [("bytes=0-99", MOVIE[:100]), ("bytes=10000-", MOVIE[10000:]), ("bytes=-5", MOVIE[-5:])],
)
def test_a_player_may_ask_for_a_part(
    client: TestClient, store: LocalObjects, tmp_path: Path, wanted: str, part: bytes
) -> None:
    answer = client.get(put(store, tmp_path), headers={"Range": wanted})

    assert (answer.status_code, answer.content) == (206, part)
    assert answer.headers["Content-Range"].endswith(f"/{len(MOVIE)}")


def test_a_part_past_the_end_is_refused(client: TestClient, store: LocalObjects, tmp_path: Path) -> None:
    answer = client.get(put(store, tmp_path), headers={"Range": f"bytes={len(MOVIE)}-"})

    assert answer.status_code == 416


@pytest.mark.parametrize(
    ("good", "bad"),
    [
        ("a1.mp4", "a2.mp4"),
        ("expires=", "expires=9"),
        ("signature=", "signature=0"),
        ("signature=", "other="),
        ("expires=", "expires=-"),
        ("expires=", "expires=%D9%A1"),
        ("signature=", "signature=%FF%00"),
    ],
)
def test_a_link_that_was_changed_opens_nothing(
    client: TestClient, store: LocalObjects, tmp_path: Path, good: str, bad: str
) -> None:
    answer = client.get(put(store, tmp_path).replace(good, bad))

    assert (answer.status_code, answer.json()["error"]["code"]) == (403, "link_invalid")


def test_a_link_ends(client: TestClient, store: LocalObjects, tmp_path: Path, clock: FrozenClock) -> None:
    link = put(store, tmp_path)
    clock.advance(timedelta(hours=1, seconds=1))

    assert client.get(link).status_code == 403


def test_a_file_that_is_gone_is_not_found(client: TestClient, store: LocalObjects, tmp_path: Path) -> None:
    link = put(store, tmp_path)
    store.delete("videos/a1.mp4")

    assert client.get(link).status_code == 404


@pytest.mark.parametrize(
    "name", ["../secret", "..%2fsecret", "%2fetc/passwd", "videos/%00.mp4", "videos/../../x"]
)
def test_no_name_leads_out_of_the_folder_even_when_it_is_signed(client: TestClient, name: str) -> None:
    """Promise 34."""
    expires = 2_000_000_000
    signature = LinkSigner(b"secret").sign(name, expires)

    answer = client.get(f"/files/{name}?expires={expires}&signature={signature}")

    assert answer.status_code in {403, 404}


class Draughtsman:
    """Draws, and counts how often."""

    def __init__(self) -> None:
        self.drawn: list[Appearance] = []

    def __call__(self, appearance: Appearance) -> bytes:
        self.drawn.append(appearance)
        return b"\x89PNG of " + repr(appearance).encode()


def test_a_portrait_is_drawn_once_and_kept(tmp_path: Path) -> None:
    draw = Draughtsman()
    portraits = Portraits(Actors(LIBRARY).get, draw, tmp_path / "portraits")
    client = TestClient(Starlette(routes=portrait_routes(portraits)))

    first = client.get("/portraits/emma.png")
    again = client.get("/portraits/emma.png")

    assert first.headers["Content-Type"] == "image/png"
    assert first.content == again.content
    assert len(draw.drawn) == 1
    assert "public" in first.headers["Cache-Control"]


def test_an_actor_whose_looks_change_is_drawn_anew(tmp_path: Path) -> None:
    draw = Draughtsman()
    emma, other = LIBRARY[0], LIBRARY[1]
    before = Portraits(lambda _: emma, draw, tmp_path).path_of("emma")
    after = Portraits(lambda _: other, draw, tmp_path).path_of("emma")

    assert before != after
    assert len(draw.drawn) == 2


def test_an_unknown_portrait_is_not_found_with_similar_ones(tmp_path: Path) -> None:
    portraits = Portraits(Actors(LIBRARY).get, Draughtsman(), tmp_path)
    client = TestClient(Starlette(routes=portrait_routes(portraits)))

    answer = client.get("/portraits/ema.png")

    assert answer.status_code == 404
    assert "emma" in answer.json()["error"]["similar"]
