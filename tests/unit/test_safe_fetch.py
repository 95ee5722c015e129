"""Promise 31: no request byte reaches an address that is not global, unless it is allowed."""

import asyncio
from collections.abc import Sequence
from ipaddress import ip_network

import pytest
from pytest_httpserver import HTTPServer
from werkzeug import Request, Response

from reelhouse.kit.addresses import literal_address
from reelhouse.kit.safe_fetch import AddressRefused, FetchFailed, ResponseTooLarge, SafeFetch

LOOPBACK = (ip_network("127.0.0.0/8"),)
GLOBAL = "93.184.216.34"


class Names:
    """A name server outside of the machine: each question takes the next answer, the last one stays."""

    def __init__(self, **answers: list[list[str]]) -> None:
        self.answers = {name.replace("_", "."): list(turns) for name, turns in answers.items()}
        self.asked: list[str] = []

    async def __call__(self, host: str, _port: int) -> Sequence[str]:
        self.asked.append(host)
        turns = self.answers[host]
        return turns.pop(0) if len(turns) > 1 else turns[0]


def get(fetch: SafeFetch, url: str, **options: object) -> bytes:
    return asyncio.run(fetch.get(url, **options)).body  # type: ignore[arg-type]  # options of one test each


@pytest.fixture
def fetch() -> SafeFetch:
    """Reaches the test's own server, and nothing else that is private."""
    return SafeFetch(allow=LOOPBACK, timeout_seconds=5)


@pytest.mark.parametrize(
    "url",
    [
        "http://127.0.0.1/",
        "http://127.1/",
        "http://2130706433/",
        "http://0x7f000001/",
        "http://0x7f.0.0.1/",
        "http://0177.0.0.1/",
        "http://017700000001/",
        "http://0/",
        "http://10.1.2.3/",
        "http://100.64.0.1/",
        "http://169.254.169.254/latest/meta-data",
        "http://172.16.0.1/",
        "http://192.168.1.1/",
        "http://198.18.0.1/",
        "http://224.0.0.1/",
        "http://255.255.255.255/",
        "http://[::1]/",
        "http://[::]/",
        "http://[::ffff:127.0.0.1]/",
        "http://[::ffff:a9fe:a9fe]/",
        "http://[::127.0.0.1]/",
        "http://[64:ff9b::7f00:1]/",
        "http://[64:ff9b:1::7f00:1]/",
        "http://[2002:7f00:1::]/",
        "http://[2001:0:4136:e378:8000:63bf:3fff:fdd2]/",
        "http://[fe80::1]/",
        "http://[fc00::1]/",
        "http://[ff02::1]/",
        "http://[2001:db8::1]/",
        "http://localhost/",
        "http://LOCALHOST./",
        "http://metadata.google.internal/",
        "https://user:secret@example.com/",
        "https://user@example.com/",
        "ftp://example.com/",
        "file:///etc/passwd",
        "gopher://example.com/",
        "http://",
        "//example.com/",
        "not a url",
        "http://exa mple.com/",
        "https://example.com/" + "a" * 2048,
    ],
)
def test_urls_that_cannot_be_on_the_open_internet_are_refused_without_a_network(url: str) -> None:
    names = Names()
    fetch = SafeFetch(resolve=names)

    with pytest.raises(AddressRefused):
        fetch.check_url(url)
    with pytest.raises(AddressRefused):
        get(fetch, url)

    assert names.asked == []


@pytest.mark.parametrize(
    "url",
    [
        "https://example.com/a?b=c#d",
        f"http://{GLOBAL}:8080/",
        "http://[2606:2800:220:1:248:1893:25c8:1946]/",
        "http://[64:ff9b::5db8:d822]/",
        "https://münchen.example/",
    ],
)
def test_urls_of_the_open_internet_pass_the_first_look(url: str) -> None:
    SafeFetch().check_url(url)


@pytest.mark.parametrize("address", ["127.0.0.1", "10.0.0.1", "::1", "::ffff:10.0.0.1", "fe80::1%eth0"])
def test_a_name_that_resolves_to_a_private_address_is_refused(address: str) -> None:
    fetch = SafeFetch(resolve=Names(shop_example=[[address]]))

    with pytest.raises(AddressRefused) as refusal:
        get(fetch, "http://shop.example/")

    assert refusal.value.url_host == "shop.example"


def test_one_private_address_among_global_ones_refuses_the_name() -> None:
    fetch = SafeFetch(resolve=Names(shop_example=[[GLOBAL, "127.0.0.1"]]))

    with pytest.raises(AddressRefused):
        get(fetch, "http://shop.example/")


def test_the_address_that_was_judged_is_the_one_that_is_connected(httpserver: HTTPServer) -> None:
    """Rebinding: the name is asked once a connection, and the connection goes to that answer."""
    httpserver.expect_request("/page", headers={"Host": f"shop.example:{httpserver.port}"}).respond_with_data(
        "hi"
    )
    names = Names(shop_example=[["127.0.0.1"], ["10.0.0.1"]])
    rebound = SafeFetch(allow=LOOPBACK, resolve=names)
    url = f"http://shop.example:{httpserver.port}/page"

    first = get(rebound, url)
    with pytest.raises(AddressRefused):
        get(rebound, url)

    assert first == b"hi"
    assert names.asked == ["shop.example", "shop.example"]


def test_a_redirect_into_a_private_network_is_refused(httpserver: HTTPServer) -> None:
    httpserver.expect_request("/").respond_with_data(
        status=302, headers={"Location": "http://10.0.0.1/admin"}
    )
    fetch = SafeFetch(allow=LOOPBACK)

    with pytest.raises(AddressRefused) as refusal:
        get(fetch, httpserver.url_for("/"))

    assert refusal.value.url_host == "10.0.0.1"


def test_a_redirect_to_a_name_that_rebinds_is_refused(httpserver: HTTPServer) -> None:
    target = f"http://shop.example:{httpserver.port}/next"
    httpserver.expect_request("/start").respond_with_data(status=302, headers={"Location": target})
    names = Names(shop_example=[["127.0.0.1"], ["192.168.0.1"]])
    fetch = SafeFetch(allow=LOOPBACK, resolve=names)

    with pytest.raises(AddressRefused):
        get(fetch, f"http://shop.example:{httpserver.port}/start")


@pytest.mark.parametrize("location", ["file:///etc/passwd", "http://user:x@example.com/", "http://a_%20b/"])
def test_a_redirect_to_what_is_no_plain_web_address_is_refused(httpserver: HTTPServer, location: str) -> None:
    httpserver.expect_request("/").respond_with_data(status=302, headers={"Location": location})
    fetch = SafeFetch(allow=LOOPBACK)

    with pytest.raises((AddressRefused, FetchFailed)):
        get(fetch, httpserver.url_for("/"))


def test_redirects_are_followed_five_times_and_no_further(httpserver: HTTPServer, fetch: SafeFetch) -> None:
    def step(request: Request) -> Response:
        left = int(request.path.strip("/"))
        return Response(status=302, headers={"Location": f"/{left - 1}"}) if left else Response("there")

    for path in range(7):
        httpserver.expect_request(f"/{path}").respond_with_handler(step)

    reached = get(fetch, httpserver.url_for("/5"))
    with pytest.raises(FetchFailed):
        get(fetch, httpserver.url_for("/6"))

    assert reached == b"there"


def test_a_post_follows_no_redirect(httpserver: HTTPServer, fetch: SafeFetch) -> None:
    httpserver.expect_request("/hook").respond_with_data(status=307, headers={"Location": "/other"})

    answer = asyncio.run(fetch.post(httpserver.url_for("/hook"), b"{}", {"content-type": "application/json"}))

    assert answer.status == 307
    assert [request.path for request, _ in httpserver.log] == ["/hook"]


def test_a_post_arrives_with_its_body_and_headers(httpserver: HTTPServer, fetch: SafeFetch) -> None:
    httpserver.expect_request(
        "/hook", method="POST", data='{"a": 1}', headers={"Webhook-Id": "msg_1"}
    ).respond_with_data("ok", status=202)

    answer = asyncio.run(fetch.post(httpserver.url_for("/hook"), b'{"a": 1}', {"Webhook-Id": "msg_1"}))

    assert (answer.status, answer.body) == (202, b"ok")


def test_an_answer_over_the_limit_is_refused_while_it_streams(
    httpserver: HTTPServer, fetch: SafeFetch
) -> None:
    httpserver.expect_request("/").respond_with_handler(
        lambda _: Response((b"x" * 65536 for _ in range(64)), direct_passthrough=True)
    )

    with pytest.raises(ResponseTooLarge) as refusal:
        get(fetch, httpserver.url_for("/"), max_bytes=100_000)

    assert refusal.value.limit == 100_000


def test_an_answer_of_another_type_is_refused(httpserver: HTTPServer, fetch: SafeFetch) -> None:
    httpserver.expect_request("/").respond_with_data(b"GIF89a", content_type="image/gif")

    with pytest.raises(FetchFailed, match="image/gif instead of text/html"):
        get(fetch, httpserver.url_for("/"), accept="text/html")


def test_a_host_that_never_answers_ends_within_the_total_time() -> None:
    async def stay_silent(reader: asyncio.StreamReader, _writer: asyncio.StreamWriter) -> None:
        await reader.read()
        await asyncio.Event().wait()

    async def scenario() -> None:
        server = await asyncio.start_server(stay_silent, "127.0.0.1", 0)
        port = server.sockets[0].getsockname()[1]
        await SafeFetch(allow=LOOPBACK, timeout_seconds=0.2).get(f"http://127.0.0.1:{port}/")

    with pytest.raises(FetchFailed, match="took longer"):
        asyncio.run(scenario())


def test_a_port_that_nobody_listens_on_is_a_failure_with_its_host(fetch: SafeFetch) -> None:
    with pytest.raises(FetchFailed) as failure:
        get(fetch, "http://127.0.0.1:1/")

    assert failure.value.url_host == "127.0.0.1"


def test_an_unresolvable_name_is_a_failure() -> None:
    with pytest.raises(FetchFailed):
        get(SafeFetch(), "http://does-not-exist.invalid/")


def test_a_host_with_a_line_break_in_its_headers_is_never_sent(
    fetch: SafeFetch, httpserver: HTTPServer
) -> None:
    with pytest.raises(FetchFailed):
        asyncio.run(fetch.post(httpserver.url_for("/"), b"", {"x-note": "a\r\nHost: other"}))

    assert httpserver.log == []


@pytest.mark.parametrize("spelling", ["2130706433", "0x7f.1", "017700000001", "127.0.1", "[::ffff:7f00:1]"])
def test_every_spelling_of_an_address_is_seen_through(spelling: str) -> None:
    assert literal_address(spelling) is not None
