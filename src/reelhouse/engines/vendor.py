"""Calls to a vendor of media: its refusals and its silences in our two words, and never its key."""

import asyncio
import ssl
from collections.abc import AsyncIterator, Mapping, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from functools import cache
from typing import Protocol

import httpx2
from pydantic import BaseModel, SecretStr, ValidationError

from reelhouse.engines.errors import EngineRefused, EngineUnavailable

MOST_BYTES = 100_000_000  # no spoken text and no picture is longer
DETAIL_CHARACTERS = 200
KEY_REJECTED = frozenset({401, 403})
ASK_AGAIN = frozenset({408, 409, 425, 429})
FIRST_REDIRECT, FIRST_REFUSAL, FIRST_FAILURE = 300, 400, 500
SHORT_WAIT, MOST_WAITS = 5.0, 2
"""A vendor that asks for so few seconds of patience gets them, so often; then the worker decides."""


class Access(Protocol):
    """What the settings of every family say about a vendor."""

    key: SecretStr | None
    timeout_seconds: int


@dataclass(frozen=True, slots=True)
class Answer:
    content: bytes
    content_type: str


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file that goes along with a form, under the name of its field."""

    field: str
    filename: str
    content: bytes
    content_type: str


class Explanation(BaseModel):
    """One thing that is wrong; `loc` leads to the field where a vendor validates like FastAPI."""

    message: str = ""
    msg: str = ""
    loc: list[str | int] = []
    type: str | None = None

    @property
    def sentence(self) -> str:
        where = ".".join(str(step) for step in self.loc if step != "body")
        told = self.message or self.msg
        return f"{where}: {told}" if where and told else told


class Complaint(BaseModel):
    """How vendors say what was wrong.

    OpenAI: ``error.message``; ElevenLabs: ``detail.message``; fal: a list in ``detail``; Replicate: a
    sentence in ``detail``; others: ``message``.
    """

    error: Explanation | str | None = None
    detail: Explanation | list[Explanation | str] | str | None = None
    message: str | None = None

    @property
    def sentence(self) -> str:
        for part in (self.error, self.detail, self.message):
            parts = part if isinstance(part, list) else [part]
            told = [one.sentence if isinstance(one, Explanation) else one for one in parts if one]
            if sentence := "; ".join(one for one in told if one):
                return sentence
        return ""


class Refusal(EngineRefused):
    """A vendor's answer of a status that asking again does not change."""

    def __init__(self, engine: str, reason: str, status: int) -> None:
        super().__init__(engine, reason)
        self.status = status


class Vendor:
    """One vendor, asked over HTTP. `headers` carry the key; they are never part of an error.

    `family` names the settings that a refusal points to: ``speech`` for ``REELHOUSE_SPEECH_KEY``.
    """

    def __init__(self, engine: str, family: str, settings: Access, headers: Mapping[str, str]) -> None:
        self._engine = engine
        self._settings = f"REELHOUSE_{family.upper()}"
        self._key = settings.key.get_secret_value() if settings.key else ""
        self._headers = dict(headers)
        self._seconds = settings.timeout_seconds

    async def post(
        self, url: str, body: Mapping[str, object], parameters: Mapping[str, str] | None = None
    ) -> Answer:
        """The answer to `body`, by a connection of its own. Raises what `Line.ask` raises."""
        async with self.connected() as line:
            return await line.ask("POST", url, json=body, params=parameters)

    async def get(self, url: str) -> Answer:
        async with self.connected() as line:
            return await line.ask("GET", url)

    async def post_form(
        self,
        url: str,
        fields: Mapping[str, str | Sequence[str]],
        attachments: Sequence[Attachment],
        parameters: Mapping[str, str] | None = None,
    ) -> Answer:
        """The answer to a ``multipart/form-data`` form."""
        async with self.connected() as line:
            return await line.ask("POST", url, data=fields, files=as_files(attachments), params=parameters)

    @asynccontextmanager
    async def connected(self, headers: Mapping[str, str] | None = None) -> AsyncIterator["Line"]:
        """A line that stays open for several questions; `headers` take the place of the key's own."""
        async with self.client(headers) as client:
            yield Line(self, client)

    def client(self, headers: Mapping[str, str] | None = None) -> httpx2.AsyncClient:
        """What `connected` asks with, for answers too large to be kept in memory."""
        return httpx2.AsyncClient(
            headers=self._headers if headers is None else dict(headers),
            timeout=httpx2.Timeout(self._seconds, connect=min(10, self._seconds)),
            verify=_trust(),
        )

    @property
    def seconds(self) -> int:
        """How long one question may take."""
        return self._seconds

    def unavailable(self, reason: str) -> EngineUnavailable:
        return EngineUnavailable(self._engine, self.without_key(reason))

    def refused(self, reason: str) -> EngineRefused:
        return EngineRefused(self._engine, self.without_key(reason))

    def without_key(self, sentence: str) -> str:
        """What a vendor said; it may have repeated the key."""
        if self._key:
            sentence = sentence.replace(self._key, "[key]")
        return sentence

    def shortened(self, sentence: str) -> str:
        return self.without_key(" ".join(sentence.split()))[:DETAIL_CHARACTERS]

    def check(self, status: int, content: bytes) -> None:
        """Raises `Refusal` or `EngineUnavailable` unless `status` is a success."""
        if status < FIRST_REDIRECT:
            return
        if status >= FIRST_FAILURE or status in ASK_AGAIN:
            raise self.unavailable(self._told(status, content))
        if status in KEY_REJECTED:
            raise self._refusal(f"it does not accept {self._settings}_KEY (status {status})", status)
        if status < FIRST_REFUSAL:
            raise self._refusal(f"it redirects (status {status}); set its final {self._settings}_URL", status)
        raise self._refusal(self._told(status, content), status)

    def _refusal(self, reason: str, status: int) -> Refusal:
        return Refusal(self._engine, reason, status)

    def no_address(self) -> EngineRefused:
        return self.refused(f"{self._settings}_URL is no http address")

    def _told(self, status: int, content: bytes) -> str:
        try:
            sentence = Complaint.model_validate_json(content).sentence
        except ValidationError:
            sentence = ""
        sentence = self.shortened(sentence)
        return f"status {status}: {sentence}" if sentence else f"status {status}"


class Line:
    """An open connection to a vendor."""

    def __init__(self, vendor: Vendor, client: httpx2.AsyncClient) -> None:
        self._vendor = vendor
        self._client = client

    async def ask(self, method: str, url: str, **content: object) -> Answer:
        """The answer to one request, whose `content` is what httpx calls it: json, data, files, params …

        Raises `Refusal` when the vendor says that the request is wrong, and `EngineUnavailable` when it is
        busy, broken or out of reach. A vendor that asks for a moment of patience gets it.
        """
        vendor = self._vendor
        try:
            async with asyncio.timeout(vendor.seconds):
                response, body = await self._asked(method, url, content)
        except (TimeoutError, httpx2.TimeoutException):
            raise vendor.unavailable("it did not answer in time") from None
        except (httpx2.InvalidURL, httpx2.UnsupportedProtocol):
            raise vendor.no_address() from None
        except httpx2.HTTPError as failure:
            raise vendor.unavailable(f"the connection failed ({type(failure).__name__})") from None
        vendor.check(response.status_code, body)
        return Answer(body, response.headers.get("content-type", "").partition(";")[0].strip().lower())

    async def _asked(
        self, method: str, url: str, content: dict[str, object]
    ) -> tuple[httpx2.Response, bytes]:
        for waits in range(MOST_WAITS + 1):
            request = self._client.build_request(method, url, **content)  # type: ignore[arg-type] # httpx knows
            response = await self._client.send(request, stream=True)
            try:
                body = await self._read(response)
            finally:
                await response.aclose()
            wait = _wished(response)
            if wait is None or waits == MOST_WAITS:
                break
            await asyncio.sleep(wait)
        return response, body

    async def _read(self, response: httpx2.Response) -> bytes:
        content = bytearray()
        async for part in response.aiter_bytes():
            content += part
            if len(content) > MOST_BYTES:
                raise self._vendor.refused(f"it sent more than {MOST_BYTES} bytes")
        return bytes(content)


@cache
def _trust() -> ssl.SSLContext:
    """Whose certificates are believed; reading them anew for every connection would hold up the loop."""
    return httpx2.create_ssl_context()


def is_same_server(address: str, url: str) -> bool:
    """Whether `address` may be asked with the key that is meant for `url`."""
    try:
        one, other = httpx2.URL(address), httpx2.URL(url)
    except (httpx2.InvalidURL, ValueError):
        return False
    return (one.scheme, one.host, one.port) == (other.scheme, other.host, other.port)


def as_files(attachments: Sequence[Attachment]) -> list[tuple[str, tuple[str, bytes, str]]]:
    return [(one.field, (one.filename, one.content, one.content_type)) for one in attachments]


def _wished(response: httpx2.Response) -> float | None:
    """The seconds of a short ``Retry-After``; a date, or a long wait, is for the worker."""
    if response.status_code not in {429, 503}:
        return None
    try:
        seconds = float(response.headers.get("retry-after", ""))
    except ValueError:
        return None
    return seconds if 0 <= seconds <= SHORT_WAIT else None
