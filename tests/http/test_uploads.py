"""Uploads by signed links: exactly the file that was announced, whole or not at all."""

from __future__ import annotations

import socket
from datetime import timedelta
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import pytest
from starlette.applications import Starlette
from starlette.testclient import TestClient
from tests.serving import wait_until

from reelhouse.http.files import file_routes
from reelhouse.http.uploads import upload_routes
from reelhouse.storage.links import Announced, LinkSigner
from reelhouse.storage.local import LocalObjects

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from starlette.types import ASGIApp

    from reelhouse.kit.clock import FrozenClock
    from reelhouse.storage.base import UploadLink

NAME = "screenshots/0a1b.png"
PICTURE = bytes(range(256)) * 4096 * 3
"""Three megabytes: more than one piece."""
AN_HOUR = timedelta(hours=1)


class Cabinet:
    """Names whose file was looked at."""

    def __init__(self) -> None:
        self.closed: set[str] = set()

    async def is_closed(self, name: str) -> bool:
        return name in self.closed


@pytest.fixture
def cabinet() -> Cabinet:
    return Cabinet()


@pytest.fixture
def store(tmp_path: Path, clock: FrozenClock) -> LocalObjects:
    return LocalObjects(tmp_path / "objects", "http://testserver", LinkSigner(b"secret"), clock)


@pytest.fixture
def app(store: LocalObjects, clock: FrozenClock, cabinet: Cabinet) -> Starlette:
    links = LinkSigner(b"secret")
    return Starlette(
        routes=[
            *file_routes(store.path_of, links, clock),
            *upload_routes(store.path_of, links, clock, cabinet.is_closed, patience=0.2),
        ]
    )


@pytest.fixture
def client(app: Starlette) -> Iterator[TestClient]:
    with TestClient(app) as client:
        yield client


@pytest.fixture
def link(store: LocalObjects) -> UploadLink:
    return store.upload_link(NAME, "image/png", len(PICTURE), AN_HOUR)


def listed(store: LocalObjects) -> list[str]:
    return sorted(path.name for path in store.path_of(NAME).parent.glob("*"))


def test_what_was_announced_is_kept_and_can_be_read_again(
    client: TestClient, store: LocalObjects, link: UploadLink
) -> None:
    answer = client.request(link.method, link.url, content=PICTURE, headers=dict(link.headers))

    assert (answer.status_code, answer.content) == (200, b"")
    assert client.get(store.link(NAME, AN_HOUR)).content == PICTURE
    assert listed(store) == ["0a1b.png"]


def test_a_second_upload_replaces_the_first(
    client: TestClient, store: LocalObjects, link: UploadLink
) -> None:
    client.put(link.url, content=PICTURE, headers=dict(link.headers))
    client.put(link.url, content=PICTURE[::-1], headers=dict(link.headers))

    assert store.path_of(NAME).read_bytes() == PICTURE[::-1]
    assert listed(store) == ["0a1b.png"]


def test_a_file_that_was_looked_at_is_not_replaced(
    client: TestClient, store: LocalObjects, link: UploadLink, cabinet: Cabinet
) -> None:
    client.put(link.url, content=PICTURE, headers=dict(link.headers))
    cabinet.closed.add(NAME)

    answer = client.put(link.url, content=PICTURE[::-1], headers=dict(link.headers))

    assert (answer.status_code, answer.json()["error"]["code"]) == (409, "upload_closed")
    assert store.path_of(NAME).read_bytes() == PICTURE


@pytest.mark.parametrize(
    ("good", "bad"),
    [
        ("0a1b.png", "0a1c.png"),
        ("type=image%2Fpng", "type=text%2Fhtml"),
        ("type=", "other="),
        (f"size={len(PICTURE)}", "size=99999999"),
        (f"size={len(PICTURE)}", "size=-1"),
        (f"size={len(PICTURE)}", "size=%D9%A1"),
        ("expires=", "expires=9"),
        ("signature=", "signature=0"),
        ("signature=", "signature=%FF%00"),
        ("signature=", "other="),
    ],
)
def test_a_link_that_was_changed_takes_nothing(
    client: TestClient, store: LocalObjects, link: UploadLink, good: str, bad: str
) -> None:
    answer = client.put(link.url.replace(good, bad), content=PICTURE, headers=dict(link.headers))

    assert (answer.status_code, answer.json()["error"]["code"]) == (403, "link_invalid")
    assert listed(store) == []


def test_a_link_ends(client: TestClient, link: UploadLink, clock: FrozenClock) -> None:
    clock.advance(AN_HOUR + timedelta(seconds=1))

    assert client.put(link.url, content=PICTURE, headers=dict(link.headers)).status_code == 403


def test_a_link_for_downloads_takes_no_upload_nor_the_other_way_round(
    client: TestClient, store: LocalObjects, link: UploadLink
) -> None:
    upload = client.put(store.link(NAME, AN_HOUR), content=PICTURE, headers={"Content-Type": "image/png"})
    client.put(link.url, content=PICTURE, headers=dict(link.headers))
    download = client.get(link.url)

    assert (upload.status_code, download.status_code) == (403, 403)


@pytest.mark.parametrize(
    ("body", "headers", "status", "code"),
    [
        (PICTURE, {"Content-Type": "image/jpeg"}, 415, "content_type_wrong"),
        (PICTURE + b"!", {"Content-Type": "image/png"}, 413, "file_too_large"),
        (PICTURE[:-1], {"Content-Type": "image/png"}, 400, "file_incomplete"),
        (b"", {"Content-Type": "image/png"}, 400, "file_incomplete"),
    ],
)
def test_another_file_than_the_announced_one_is_refused(
    client: TestClient,
    store: LocalObjects,
    link: UploadLink,
    body: bytes,
    headers: dict[str, str],
    status: int,
    code: str,
) -> None:
    answer = client.put(link.url, content=body, headers=headers)

    assert (answer.status_code, answer.json()["error"]["code"]) == (status, code)
    assert listed(store) == []


def test_a_body_of_unknown_length_is_refused(
    client: TestClient, store: LocalObjects, link: UploadLink
) -> None:
    answer = client.put(link.url, content=iter([PICTURE]), headers=dict(link.headers))

    assert (answer.status_code, answer.json()["error"]["code"]) == (411, "length_required")
    assert listed(store) == []


@pytest.mark.parametrize("name", ["../secret", "videos/../../x", "%2fetc/passwd", "videos/%00.png"])
def test_no_name_leads_out_of_the_folder_even_when_it_is_signed(
    client: TestClient, tmp_path: Path, name: str
) -> None:
    """Promise 34."""
    signature = LinkSigner(b"secret").sign_upload(Announced(name, "image/png", 3), 2_000_000_000)

    answer = client.put(
        f"/files/{name}?type=image/png&size=3&expires=2000000000&signature={signature}",
        content=b"abc",
        headers={"Content-Type": "image/png"},
    )

    assert answer.status_code in {403, 404}
    assert not (tmp_path / "secret").exists()


@pytest.mark.parametrize("leaves", [True, False], ids=["leaves", "stalls"])
def test_a_sender_that_stops_half_way_leaves_nothing(
    app: Starlette, store: LocalObjects, link: UploadLink, served_at: Callable[[ASGIApp], str], leaves: bool
) -> None:
    """Promise 42, over a real connection."""
    host, port = urlsplit(served_at(app)).netloc.split(":")
    address = urlsplit(link.url)
    head = (
        f"PUT {address.path}?{address.query} HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n"
        f"Content-Type: image/png\r\nContent-Length: {len(PICTURE)}\r\n\r\n"
    )
    answer = b""

    with socket.create_connection((host, int(port))) as connection:
        connection.sendall(head.encode() + PICTURE[: len(PICTURE) // 2])
        wait_until(lambda: any(name.endswith(".part") for name in listed(store)))
        if not leaves:
            answer = connection.recv(4096)
    wait_until(lambda: not listed(store))

    assert leaves or answer.startswith(b"HTTP/1.1 408")
