"""Requests to addresses that strangers name: only to the open internet, bounded in size and time.

Every connection resolves its host anew and goes to exactly the address that was judged, so that neither
a name, a redirect nor a resolver that changes its mind leads into a private network.
"""

import re
import socket
import ssl
from collections.abc import AsyncIterator, Awaitable, Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import asynccontextmanager, contextmanager
from dataclasses import dataclass
from http import HTTPStatus
from ipaddress import ip_address
from pathlib import Path

import anyio
import httpcore2
import httpx2

from reelhouse.kit.addresses import Address, Network, is_reachable, literal_address
from reelhouse.kit.errors import ReelhouseError

Resolve = Callable[[str, int], Awaitable[Sequence[str]]]

MAX_REDIRECTS = 5
MAX_URL = 2048
REDIRECTS = frozenset({301, 302, 303, 307, 308})
ANSWER_KEPT = 64 * 1024
AGENT = "reelhouse/0.1"
HOST = re.compile(rb"[a-z0-9._-]+|[0-9a-f:.]+", re.IGNORECASE)
LOCAL_NAMES = (".localhost", ".local", ".internal", ".home.arpa")


class AddressRefused(ReelhouseError):
    """The URL leads, or may lead, away from the open internet."""

    code = "address_refused"

    def __init__(self, url_host: str, reason: str = "its address is not on the open internet") -> None:
        super().__init__(f"requests to {url_host!r} are refused: {reason}")
        self.url_host = url_host
        self.reason = reason


class FetchFailed(ReelhouseError):
    """The host did not give a usable answer."""

    code = "fetch_failed"

    def __init__(self, url_host: str, reason: str) -> None:
        super().__init__(f"{url_host} {reason}")
        self.url_host = url_host
        self.reason = reason


class ResponseTooLarge(ReelhouseError):
    """The answer is longer than `limit` bytes; reading stopped there."""

    code = "response_too_large"

    def __init__(self, url_host: str, limit: int) -> None:
        super().__init__(f"the answer of {url_host} is larger than {limit} bytes")
        self.url_host = url_host
        self.limit = limit


@dataclass(frozen=True, slots=True)
class FetchResponse:
    """`headers` have lower-case names; `url` is where the redirects ended."""

    status: int
    headers: Mapping[str, str]
    body: bytes
    url: str


class SafeFetch:
    """Fetches over http and https. `allow` lists private networks that may be reached all the same."""

    def __init__(
        self,
        allow: Sequence[Network] = (),
        timeout_seconds: float = 20,
        max_bytes: int = 5 * 1024 * 1024,
        resolve: Resolve | None = None,
        tls: ssl.SSLContext | None = None,
    ) -> None:
        self._allow = tuple(allow)
        self._timeout = timeout_seconds
        self._max_bytes = max_bytes
        self._backend = _JudgedConnections(self._allow, resolve or resolve_by_system)
        self._tls = tls

    def check_url(self, url: str) -> None:
        """Refuse at once what needs no network to refuse: another scheme, credentials, a private literal.

        Raises `AddressRefused`.
        """
        self._parse(url)

    async def get(
        self, url: str, *, max_bytes: int | None = None, accept: str | None = None
    ) -> FetchResponse:
        """Fetch `url`, following at most five redirects, each judged anew.

        `accept` is a media type that a successful answer must have.
        Raises `AddressRefused`, `FetchFailed` or `ResponseTooLarge`.
        """
        limit = self._max_bytes if max_bytes is None else max_bytes

        async def read(host: str, answer: _Answer) -> FetchResponse:
            _check_type(host, answer, accept)
            return answer.with_body(await _read_all(host, answer, limit))

        return await self._got(url, accept, self._timeout, read)

    async def save(self, url: str, target: Path, *, max_bytes: int, timeout: float) -> FetchResponse:  # noqa: ASYNC109 - it bounds the whole exchange
        """Fetch `url` into the file `target`, which is written only when the answer is 200; no body is kept.

        Raises `AddressRefused`, `FetchFailed` or `ResponseTooLarge`.
        """

        async def read(host: str, answer: _Answer) -> FetchResponse:
            if answer.status == HTTPStatus.OK:
                async with await anyio.open_file(target, "wb") as file:
                    async for chunk in _bounded(host, answer, max_bytes):
                        await file.write(chunk)
            return answer.with_body(b"")

        return await self._got(url, None, timeout, read)

    async def _got(
        self,
        url: str,
        accept: str | None,
        timeout: float,  # noqa: ASYNC109 - it bounds the whole exchange
        read: "Callable[[str, _Answer], Awaitable[FetchResponse]]",
    ) -> FetchResponse:
        target = self._parse(url)
        with _time_limit(target.host, timeout):
            for _ in range(MAX_REDIRECTS + 1):
                async with self._exchange("GET", target, {"accept": accept or "*/*"}) as answer:
                    location = answer.headers.get("location")
                    if answer.status not in REDIRECTS or location is None:
                        return await read(target.host, answer)
                target = self._follow(target, location)
        raise FetchFailed(target.host, f"redirects more than {MAX_REDIRECTS} times")

    async def post(
        self,
        url: str,
        body: bytes,
        headers: Mapping[str, str],
        timeout: float | None = None,  # noqa: ASYNC109 - it bounds the whole exchange
    ) -> FetchResponse:
        """Send `body` once; a redirect is an answer like any other. Of the answer 64 KiB are kept.

        Raises `AddressRefused` or `FetchFailed`.
        """
        target = self._parse(url)
        with _time_limit(target.host, self._timeout if timeout is None else timeout):
            async with self._exchange("POST", target, headers, body) as answer:
                return answer.with_body(await _read_some(answer, ANSWER_KEPT))

    def _follow(self, source: httpx2.URL, location: str) -> httpx2.URL:
        try:
            return self._parse(str(source.join(location)))
        except httpx2.InvalidURL:
            raise FetchFailed(source.host, "redirects to an address that is not valid") from None

    def _parse(self, url: str) -> httpx2.URL:
        try:
            parsed = httpx2.URL(url)
        except (httpx2.InvalidURL, ValueError):
            raise AddressRefused(url[:80], "it is not a valid address") from None
        host = parsed.host
        if parsed.scheme not in {"http", "https"}:
            raise AddressRefused(url[:80], "only http and https are served")
        if len(url) > MAX_URL or not HOST.fullmatch(parsed.raw_host):
            raise AddressRefused(host or url[:80], "it is not a valid address")
        if parsed.userinfo:
            raise AddressRefused(host, "it carries credentials")
        literal = literal_address(host)
        if literal is None and _is_local_name(host) and not self._allow:
            raise AddressRefused(host)
        if literal is not None and not is_reachable(literal, self._allow):
            raise AddressRefused(host)
        return parsed

    @asynccontextmanager
    async def _exchange(
        self, method: str, url: httpx2.URL, headers: Mapping[str, str], body: bytes = b""
    ) -> AsyncIterator["_Answer"]:
        if self._tls is None and url.scheme == "https":
            self._tls = httpcore2.default_ssl_context()
        sent = {"host": url.netloc.decode("ascii"), "user-agent": AGENT, "accept-encoding": "identity"}
        sent |= {name.lower(): value for name, value in headers.items()}
        if method == "POST":
            sent["content-length"] = str(len(body))
        target = httpcore2.URL(
            scheme=url.raw_scheme, host=url.raw_host, port=url.port, target=url.raw_path or b"/"
        )
        pool = httpcore2.AsyncConnectionPool(
            ssl_context=self._tls, network_backend=self._backend, max_connections=1
        )
        try:
            async with (
                pool,
                pool.stream(method, target, headers=list(sent.items()), content=body or None) as response,
            ):
                yield _Answer(response, str(url))
        except (httpcore2.TimeoutException, httpcore2.NetworkError) as failure:
            raise FetchFailed(url.host, f"does not answer ({type(failure).__name__})") from failure
        except httpcore2.ProtocolError as failure:
            raise FetchFailed(url.host, "does not speak HTTP") from failure


class _Answer:
    """A response whose body has not been read yet."""

    def __init__(self, response: httpcore2.Response, url: str) -> None:
        self.status = response.status
        self.headers = {
            name.decode("latin-1").lower(): value.decode("latin-1") for name, value in response.headers
        }
        self._response = response
        self._url = url

    async def chunks(self) -> AsyncIterator[bytes]:
        async for chunk in self._response.aiter_stream():
            yield chunk

    def with_body(self, body: bytes) -> FetchResponse:
        return FetchResponse(self.status, self.headers, body, self._url)


class _JudgedConnections(httpcore2.AsyncNetworkBackend):
    """Connects to the addresses that were judged, never to a name."""

    def __init__(self, allow: Sequence[Network], resolve: Resolve) -> None:
        self._allow = allow
        self._resolve = resolve
        self._inner = httpcore2.AnyIOBackend()

    async def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,  # noqa: ASYNC109 - the signature of httpcore2
        local_address: str | None = None,
        socket_options: Iterable[httpcore2.SOCKET_OPTION] | None = None,
    ) -> httpcore2.AsyncNetworkStream:
        addresses = await self._judged(host, port)
        failure: Exception | None = None
        for address in addresses:
            try:
                return await self._inner.connect_tcp(
                    str(address), port, timeout, local_address, socket_options
                )
            except (httpcore2.ConnectError, httpcore2.ConnectTimeout) as refused:
                failure = refused
        raise failure or FetchFailed(host, "has no address")

    async def sleep(self, seconds: float) -> None:
        await anyio.sleep(seconds)

    async def _judged(self, host: str, port: int) -> list[Address]:
        """All addresses of `host`; one bad address among them refuses the whole name."""
        literal = literal_address(host)
        spelled = [str(literal)] if literal is not None else await self._resolve(host, port)
        addresses = [ip_address(address.partition("%")[0]) for address in spelled]
        if not all(is_reachable(address, self._allow) for address in addresses):
            raise AddressRefused(host)
        return addresses


async def resolve_by_system(host: str, port: int) -> Sequence[str]:
    """The addresses of `host` in the order in which the system prefers them."""
    try:
        found = await anyio.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as failure:
        raise FetchFailed(host, "is not a name that resolves") from failure
    return list(dict.fromkeys(str(address[4][0]) for address in found))


@contextmanager
def _time_limit(host: str, seconds: float) -> Iterator[None]:
    """Ends a whole exchange, redirects included, after `seconds`."""
    try:
        with anyio.fail_after(seconds):
            yield
    except TimeoutError as late:
        raise FetchFailed(host, f"took longer than {seconds:g} s") from late


def _check_type(host: str, answer: _Answer, accept: str | None) -> None:
    media_type = answer.headers.get("content-type", "").partition(";")[0].strip().lower()
    if accept is not None and answer.status == 200 and media_type != accept:  # noqa: PLR2004 - OK
        raise FetchFailed(host, f"answered with {media_type or 'no media type'} instead of {accept}")


async def _read_all(host: str, answer: _Answer, limit: int) -> bytes:
    body = bytearray()
    async for chunk in _bounded(host, answer, limit):
        body += chunk
    return bytes(body)


async def _bounded(host: str, answer: _Answer, limit: int) -> AsyncIterator[bytes]:
    if answer.headers.get("content-encoding", "identity").lower() != "identity":
        raise FetchFailed(host, "answered in an encoding that was not asked for")
    seen = 0
    async for chunk in answer.chunks():
        seen += len(chunk)
        if seen > limit:
            raise ResponseTooLarge(host, limit)
        yield chunk


async def _read_some(answer: _Answer, limit: int) -> bytes:
    body = bytearray()
    async for chunk in answer.chunks():
        body += chunk
        if len(body) >= limit:
            break
    return bytes(body[:limit])


def _is_local_name(host: str) -> bool:
    name = host.rstrip(".").lower()
    return name == "localhost" or name.endswith(LOCAL_NAMES)
