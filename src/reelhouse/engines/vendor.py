"""One call to a vendor of media: its refusals and its silences in our two words, and never its key."""

from dataclasses import dataclass
from typing import Protocol

import httpx2
from pydantic import BaseModel, SecretStr, ValidationError

from reelhouse.engines.errors import EngineRefused, EngineUnavailable

MOST_BYTES = 100_000_000  # no spoken text and no picture is longer
DETAIL_CHARACTERS = 200
KEY_REJECTED = frozenset({401, 403})
ASK_AGAIN = frozenset({408, 409, 425, 429})
FIRST_REDIRECT, FIRST_REFUSAL, FIRST_FAILURE = 300, 400, 500


class Access(Protocol):
    """What the settings of every family say about a vendor."""

    key: SecretStr | None
    timeout_seconds: int


@dataclass(frozen=True, slots=True)
class Answer:
    content: bytes
    content_type: str


class Complaint(BaseModel):
    """How OpenAI (``error.message``) and ElevenLabs (``detail.message``) say what was wrong."""

    error: "Explanation | str | None" = None
    detail: "Explanation | str | list[object] | None" = None

    @property
    def sentence(self) -> str:
        for part in (self.error, self.detail):
            if isinstance(part, Explanation):
                return part.message
            if isinstance(part, str):
                return part
        return ""


class Explanation(BaseModel):
    message: str = ""


class Vendor:
    """Posts JSON to one vendor. `headers` carry the key; they are never part of an error.

    `family` names the settings that a refusal points to: ``speech`` for ``REELHOUSE_SPEECH_KEY``.
    """

    def __init__(self, engine: str, family: str, settings: Access, headers: dict[str, str]) -> None:
        self._engine = engine
        self._settings = f"REELHOUSE_{family.upper()}"
        self._key = settings.key.get_secret_value() if settings.key else ""
        self._headers = headers
        self._timeout = httpx2.Timeout(settings.timeout_seconds, connect=min(10, settings.timeout_seconds))

    async def post(
        self, url: str, body: dict[str, object], parameters: dict[str, str] | None = None
    ) -> Answer:
        """The answer to `body`.

        Raises `EngineRefused` when the vendor says that the request is wrong, and `EngineUnavailable` when
        it is busy, broken or out of reach.
        """
        try:
            async with (
                httpx2.AsyncClient(headers=self._headers, timeout=self._timeout) as client,
                client.stream("POST", url, json=body, params=parameters) as response,
            ):
                content = await self._read(response)
        except httpx2.TimeoutException:
            raise EngineUnavailable(self._engine, "it did not answer in time") from None
        except (httpx2.InvalidURL, httpx2.UnsupportedProtocol):
            raise EngineRefused(self._engine, f"{self._settings}_URL is no http address") from None
        except httpx2.HTTPError as failure:
            raise EngineUnavailable(
                self._engine, f"the connection failed ({type(failure).__name__})"
            ) from None
        self._check(response.status_code, content)
        return Answer(content, response.headers.get("content-type", "").partition(";")[0].strip().lower())

    async def _read(self, response: httpx2.Response) -> bytes:
        content = bytearray()
        async for part in response.aiter_bytes():
            content += part
            if len(content) > MOST_BYTES:
                raise EngineRefused(self._engine, f"it sent more than {MOST_BYTES} bytes")
        return bytes(content)

    def _check(self, status: int, content: bytes) -> None:
        if status < FIRST_REDIRECT:
            return
        if status >= FIRST_FAILURE or status in ASK_AGAIN:
            raise EngineUnavailable(self._engine, self._told(status, content))
        if status in KEY_REJECTED:
            raise EngineRefused(self._engine, f"it does not accept {self._settings}_KEY (status {status})")
        if status < FIRST_REFUSAL:
            raise EngineRefused(
                self._engine, f"it redirects (status {status}); set its final {self._settings}_URL"
            )
        raise EngineRefused(self._engine, self._told(status, content))

    def _told(self, status: int, content: bytes) -> str:
        try:
            sentence = Complaint.model_validate_json(content).sentence
        except ValidationError:
            sentence = ""
        if self._key:
            sentence = sentence.replace(self._key, "[key]")
        return f"status {status}: {sentence[:DETAIL_CHARACTERS]}" if sentence else f"status {status}"
