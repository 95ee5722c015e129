"""The models of fal, by its queue.

Work is submitted to ``https://queue.fal.run/{model}``, which answers with addresses for state, result and
cancelling. Sources: https://docs.fal.ai/model-endpoints/queue, https://docs.fal.ai/model-apis/errors and
https://fal.ai/docs/documentation/model-apis/request-errors; uploads as fal's own clients do them.
"""

from base64 import b64encode
from collections.abc import Mapping, Sequence
from typing import Literal, NoReturn

from pydantic import BaseModel, JsonValue, TypeAdapter, ValidationError

from reelhouse.engines.errors import EngineRefused
from reelhouse.engines.hosted.wishes import File
from reelhouse.engines.queued import GaveUp, Queued
from reelhouse.engines.settings import EngineSettings
from reelhouse.engines.vendor import KEY_REJECTED, Line, Refusal, Vendor, is_same_server
from reelhouse.kit.safe_fetch import AddressRefused, SafeFetch

NAME = "fal"
QUEUE_URL, STORAGE_URL = "https://queue.fal.run", "https://rest.alpha.fal.ai"
MOST_INLINE = 2_000_000  # bytes of a file that goes along as a data URI; fal advises against large ones
KEPT = '{"expiration_duration_seconds": 3600}'  # what is made is fetched at once, and need not lie around
NOBODY = "fal-ai/flux/requests/00000000-0000-0000-0000-000000000000/status"
OURS_TO_MEND = ("bad_request", "url_error", "content_policy", "not_found", "auth", "client_cancelled")
"""What `error_type` has in it when the same request fails again; the other types are about fal's machines."""

OBJECT = TypeAdapter(dict[str, JsonValue])


class Ticket(BaseModel):
    request_id: str
    status_url: str
    response_url: str
    cancel_url: str


class Log(BaseModel):
    message: str = ""


class State(BaseModel):
    """`error` and `error_type` come with COMPLETED when the work failed."""

    status: Literal["IN_QUEUE", "IN_PROGRESS", "COMPLETED", "FAILED", "CANCELED", "CANCELLED"]
    logs: list[Log] | None = None
    error: JsonValue = None
    error_type: str | None = None

    def told(self) -> str:
        """Why it failed: in words, else the last line of the log."""
        if isinstance(self.error, str) and self.error:
            return self.error
        last = self.logs[-1].message if self.logs else ""
        return last or self.error_type or "the work failed"


class Slot(BaseModel):
    """Where a file may be put, and where models find it then."""

    upload_url: str
    file_url: str


class FalQueue:
    def __init__(self, vendor: Vendor, url: str) -> None:
        self._vendor = vendor
        self._url = url

    async def submit(self, line: Line, model: str, inputs: Mapping[str, JsonValue]) -> Ticket:
        answer = await line.ask(
            "POST",
            f"{self._url}/{model}",
            json=dict(inputs),
            headers={"X-Fal-Object-Lifecycle-Preference": KEPT},
        )
        try:
            ticket = Ticket.model_validate_json(answer.content)
        except ValidationError:
            raise self._vendor.unavailable("its answer is no ticket of a queue") from None
        for address in (ticket.status_url, ticket.response_url, ticket.cancel_url):
            if not is_same_server(address, self._url):
                raise self._vendor.unavailable("its ticket leads to another server")
        return ticket

    async def look(self, line: Line, ticket: Ticket) -> Mapping[str, JsonValue] | None:
        answer = await line.ask("GET", ticket.status_url, params={"logs": "1"})
        try:
            state = State.model_validate_json(answer.content)
        except ValidationError:
            raise self._vendor.unavailable("it told no state of the queue") from None
        if state.status in {"IN_QUEUE", "IN_PROGRESS"}:
            return None
        if state.status in {"CANCELED", "CANCELLED"}:
            raise GaveUp(NAME, "the work was cancelled there")
        if state.error or state.error_type or state.status == "FAILED":
            self._fail(state)
        return await self._result(line, ticket)

    async def cancel(self, line: Line, ticket: Ticket) -> None:
        await line.ask("PUT", ticket.cancel_url)

    async def _result(self, line: Line, ticket: Ticket) -> Mapping[str, JsonValue]:
        answer = await line.ask("GET", ticket.response_url)
        try:
            return OBJECT.validate_json(answer.content)
        except ValidationError:
            raise GaveUp(NAME, "its result is no JSON object") from None

    def _fail(self, state: State) -> NoReturn:
        sentence = self._vendor.shortened(state.told())
        if state.error_type and not any(kind in state.error_type for kind in OURS_TO_MEND):
            raise GaveUp(NAME, sentence)
        raise EngineRefused(NAME, sentence)


class Fal:
    """fal for one family of engines. A server at another address must speak the same protocol."""

    name = NAME

    def __init__(self, family: str, settings: EngineSettings) -> None:
        key = settings.key.get_secret_value() if settings.key else ""
        self.url = (settings.url or QUEUE_URL).rstrip("/")
        self._storage_url = self.url if settings.url else STORAGE_URL
        self._vendor = Vendor(NAME, family, settings, {"Authorization": f"Key {key}"} if key else {})
        self._queued = Queued(
            NAME,
            FalQueue(self._vendor, self.url),
            self._vendor,
            poll_seconds=settings.poll_seconds,
            timeout_seconds=settings.timeout_seconds,
        )

    async def result(self, model: str, inputs: Mapping[str, JsonValue]) -> Mapping[str, JsonValue]:
        return await self._queued.result(model, inputs)

    async def uploaded(self, file: File) -> str:
        if len(file.content) <= MOST_INLINE:
            return f"data:{file.content_type};base64,{b64encode(file.content).decode('ascii')}"
        answer = await self._vendor.post(
            f"{self._storage_url}/storage/upload/initiate",
            {"file_name": file.filename, "content_type": file.content_type},
            {"storage_type": "fal-cdn-v3"},
        )
        try:
            slot = Slot.model_validate_json(answer.content)
        except ValidationError:
            raise self._vendor.unavailable("it has no place for a file") from None
        await self._put(slot, file)
        return slot.file_url

    async def forget(self, addresses: Sequence[str]) -> None:
        """Nothing is done: files are kept by the rules of the account."""

    async def check(self) -> str:
        """Asks for the state of a request that does not exist: only a wrong key is told before that."""
        try:
            await self._vendor.get(f"{self.url}/{NOBODY}")
        except Refusal as refusal:
            if refusal.status in KEY_REJECTED:
                raise
        return f"{self.url} takes the key"

    async def _put(self, slot: Slot, file: File) -> None:
        """By an address that is its own permission: the key is not for whoever keeps the files."""
        if not is_same_server(slot.upload_url, self.url) and not _is_open(slot.upload_url):
            raise self._vendor.unavailable("its place for a file is no https address of the open internet")
        async with self._vendor.connected(headers={}) as line:
            await line.ask(
                "PUT", slot.upload_url, content=file.content, headers={"Content-Type": file.content_type}
            )


def _is_open(address: str) -> bool:
    try:
        SafeFetch().check_url(address)
    except AddressRefused:
        return False
    return address.startswith("https://")
