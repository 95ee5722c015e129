"""Product pages that are not what a caller says they are: refused or read, before anything is charged."""

import socket
import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress

import pytest
from pytest_httpserver import HTTPServer
from werkzeug import Request, Response

from running import ApiCaller, RunningHouse, serving, wait_until

ALLOWANCE = 12_900
PROMPT = "a trail running shoe that grips wet rock"
WRITTEN = 155
"""Credits for five seconds and their script."""

SLOW_CALLS = 60
"""More than there are threads in the server."""

MEGABYTE = b"<p>again and again</p>" * 47_663
HTML = "text/html; charset=utf-8"
SHOE = """<html><head><title>Kestrel trail shoe</title>
<meta property="og:description" content="The Kestrel grips wet rock and dries in an hour.">
<script>alert("never read")</script></head>
<body><nav>Shop Cart Login</nav><h1>Kestrel</h1><p>Grips wet rock. Dries in an hour.</p></body></html>"""


@pytest.fixture(scope="module")
def strict(tmp_path_factory: pytest.TempPathFactory) -> Iterator[ApiCaller]:
    """A house that allows no private network, as it comes."""
    folder = tmp_path_factory.mktemp("strict")
    with serving(folder / "data", "--no-worker", FETCH_ALLOW="[]") as house:
        yield house.caller()


@pytest.fixture(scope="module")
def reader(front: RunningHouse) -> ApiCaller:
    """Somebody of a house that may read pages on this machine."""
    return front.caller("readers")


def ask(caller: ApiCaller, url: str) -> tuple[int, dict[str, object]]:
    answer = caller.http.post("/videos", json={"prompt": PROMPT, "product_url": url, "target_duration": 5})
    body: dict[str, object] = answer.json()
    return answer.status_code, body


@pytest.mark.parametrize(
    "url",
    [
        "http://127.0.0.1:1/",
        "http://127.1/",
        "http://2130706433/",
        "http://0x7f000001/",
        "http://0177.0.0.1/",
        "http://localhost/",
        "http://metadata.internal/",
        "http://printer.local/",
        "http://10.0.0.1/",
        "http://172.16.0.1/",
        "http://192.168.0.1/",
        "http://100.64.0.1/",
        "http://169.254.169.254/latest/meta-data",
        "http://0.0.0.0/",
        "http://224.0.0.1/",
        "http://255.255.255.255/",
        "http://[::1]/",
        "http://[::]/",
        "http://[::ffff:127.0.0.1]/",
        "http://[64:ff9b::7f00:1]/",
        "http://[2002:7f00:1::]/",
        "http://[fe80::1]/",
        "http://[fd00::1]/",
        "http://①②⑦.0.0.1/",
        "file:///etc/passwd",
        "gopher://127.0.0.1/",
        "http://user:pass@shop.example/",
        "http://shop.example\\@127.0.0.1/",
        "http:///etc/passwd",
        "not an address",
    ],
)
def test_no_spelling_of_a_private_address_is_fetched(strict: ApiCaller, url: str) -> None:
    """Promise 31."""
    status, body = ask(strict, url)

    assert status == 400
    error = body["error"]
    assert isinstance(error, dict)
    assert error["code"] in {"url_not_allowed", "product_url_unreadable"}
    assert error["type"] == "validation_error"
    assert (strict.credits(), strict.total_jobs()) == (ALLOWANCE, 0)


def _redirect(_request: Request) -> Response:
    return Response(status=302, headers={"location": "http://169.254.169.254/latest/meta-data"})


def _loop(request: Request) -> Response:
    return Response(status=307, headers={"location": request.url})


def _endless(_request: Request) -> Response:
    return Response((MEGABYTE for _ in range(50)), content_type=HTML)


def _bomb(_request: Request) -> Response:
    return Response(b"\x1f\x8b\x08" + bytes(100), headers={"content-encoding": "gzip"}, content_type=HTML)


@pytest.mark.parametrize("serve", [_redirect, _loop, _endless, _bomb])
def test_a_page_that_leads_astray_is_told_and_costs_nothing(
    reader: ApiCaller, httpserver: HTTPServer, serve: object
) -> None:
    """Promises 31 and 33."""
    httpserver.expect_request("/page").respond_with_handler(serve)  # type: ignore[arg-type] # one of the above

    status, body = ask(reader, httpserver.url_for("/page"))

    assert (status, _code(body)) == (400, "product_url_unreadable")
    assert (reader.credits(), reader.total_jobs()) == (ALLOWANCE, 0)


@pytest.mark.parametrize(
    ("status", "media_type", "body"),
    [
        (404, HTML, SHOE),
        (500, HTML, SHOE),
        (200, "application/json", "{}"),
        (200, "image/png", "\x89PNG"),
        (204, HTML, ""),
    ],
)
def test_what_is_no_page_is_told_and_costs_nothing(
    reader: ApiCaller, httpserver: HTTPServer, status: int, media_type: str, body: str
) -> None:
    httpserver.expect_request("/page").respond_with_data(body, status=status, content_type=media_type)

    answered, said = ask(reader, httpserver.url_for("/page"))

    assert (answered, _code(said)) == (400, "product_url_unreadable")
    assert (reader.credits(), reader.total_jobs()) == (ALLOWANCE, 0)


@pytest.mark.parametrize(
    "body",
    [
        SHOE.encode(),
        b"",
        b"\x00\xff\xfe<<<>>>&#x110000;&bogus;" * 100,
        b"<div>" * 10_000,
        b"<title>" + b"word " * 200_000,
        "<title>{\\an8}%s\u202e\u0000</title>".encode(),
    ],
    ids=["shoe", "empty", "garbage", "deep", "long", "injection"],
)
def test_whatever_calls_itself_html_gives_a_script_that_can_be_spoken(
    front: RunningHouse, httpserver: HTTPServer, body: bytes
) -> None:
    httpserver.expect_request("/page").respond_with_data(body, content_type=HTML)
    caller = front.caller("page of " + str(len(body)))

    status, said = ask(caller, httpserver.url_for("/page"))

    assert status == 201, said
    script = str(said["generated_script"])
    assert 1 <= len(script.split()) <= 12
    assert "\0" not in script
    assert caller.credits() == ALLOWANCE - WRITTEN


class SilentShop:
    """A server that takes every connection and never says a word, until it is closed."""

    def __init__(self) -> None:
        self.visitors: list[socket.socket] = []
        self._listener = socket.create_server(("127.0.0.1", 0), backlog=SLOW_CALLS)
        self.url = f"http://127.0.0.1:{self._listener.getsockname()[1]}/"
        self._doorman = threading.Thread(target=self._let_in)
        self._doorman.start()

    def close(self) -> None:
        self._listener.shutdown(socket.SHUT_RDWR)
        self._doorman.join()
        self._listener.close()
        for visitor in self.visitors:
            visitor.close()

    def _let_in(self) -> None:
        with suppress(OSError):  # the listener was shut down
            while True:
                self.visitors.append(self._listener.accept()[0])


def test_shops_that_do_not_answer_keep_nobody_else_waiting(front: RunningHouse) -> None:
    patient, other = front.caller("patient"), front.caller("other")
    shop = SilentShop()
    with ThreadPoolExecutor(SLOW_CALLS) as crowd:
        slow = [crowd.submit(ask, patient, shop.url) for _ in range(SLOW_CALLS)]
        try:
            wait_until(lambda: len(shop.visitors) == SLOW_CALLS, "that all pages are asked for", seconds=15)

            answer = other.http.get("/account")

            assert answer.status_code == 200
            assert not any(call.done() for call in slow)
        finally:
            shop.close()
        assert {call.result()[0] for call in slow} == {400}
    assert (patient.credits(), patient.total_jobs()) == (ALLOWANCE, 0)


def _code(body: dict[str, object]) -> object:
    error = body["error"]
    assert isinstance(error, dict)
    return error["code"]
