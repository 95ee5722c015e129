"""One question after another to a ComfyUI server, and its answers checked."""

import asyncio
from pathlib import Path
from typing import TypeVar
from urllib.parse import quote

import httpx2
from pydantic import BaseModel, JsonValue, TypeAdapter, ValidationError

from reelhouse.engines.comfyui import wire
from reelhouse.engines.comfyui.outputs import Kind
from reelhouse.engines.comfyui.wishes import Upload
from reelhouse.engines.comfyui.workflow import ENGINE, Workflow
from reelhouse.engines.files import HEAD
from reelhouse.engines.settings import EngineSettings
from reelhouse.engines.vendor import Answer, Line, Vendor, as_files
from reelhouse.engines.vendor import Attachment as Part

FOLDER = "reelhouse"
"""The folder of our files, in a server's input and output."""

LONGEST_COMPLAINT = 500
ANSWER_SECONDS, QUESTION_SECONDS = 30.0, 60
"""A server answers questions at once, also while it works; files may take longer."""

T = TypeVar("T")
M = TypeVar("M", bound=BaseModel)


class Servers(Vendor):
    """All servers of a family; they take the same key, as ``Authorization: Bearer`` and ``X-API-Key``."""

    def __init__(self, family: str, settings: EngineSettings) -> None:
        key = settings.key.get_secret_value() if settings.key else ""
        headers = {"Authorization": f"Bearer {key}", "X-API-Key": key} if key else {}
        super().__init__(ENGINE, family, settings, headers)
        self._seconds = max(self._seconds, QUESTION_SECONDS)  # the whole work is timed by who asks
        self.headers = headers
        self.workflow: Workflow | None = None

    def complaint(self, node: str, told: str) -> str:
        """What a node says, with the name that people know it by."""
        name = self.workflow.title(node) if self.workflow and node else f"node {node}"
        return self.without_key(" ".join(f"{name}: {told}".split()))[:LONGEST_COMPLAINT]

    def complaints(self, errors: dict[str, wire.NodeErrors]) -> str:
        told = "; ".join(
            self.complaint(node, f"{error.message} {error.details}")
            for node, one in errors.items()
            for error in one.errors
        )
        return told[:LONGEST_COMPLAINT]

    def _told(self, status: int, content: bytes) -> str:
        try:
            told = self.complaints(wire.Complaint.model_validate_json(content).node_errors)
        except ValidationError:
            told = ""
        return told or super()._told(status, content)

    async def saved(self, url: str, params: dict[str, str], path: Path, kind: Kind) -> None:
        """A file into `path`, part by part. Raises what `Line.ask` raises."""
        try:
            async with (
                self.client() as client,
                client.stream("GET", f"{url}/view", params=params) as response,
            ):
                self.check(response.status_code, b"")
                await self._written(response, path, kind)
        except (httpx2.InvalidURL, httpx2.UnsupportedProtocol):
            raise self.no_address() from None
        except httpx2.HTTPError as failure:
            raise self.unavailable(f"the connection failed ({type(failure).__name__})") from None

    async def _written(self, response: httpx2.Response, path: Path, kind: Kind) -> None:
        size, head = 0, b""
        with path.open("wb") as file:
            async for part in response.aiter_bytes():
                head = head if len(head) >= HEAD else head + part[:HEAD]
                size += len(part)
                self.check_file(head, size, kind, whole=False)
                file.write(part)
        self.check_file(head, size, kind)

    def check_file(self, head: bytes, size: int, kind: Kind, *, whole: bool = True) -> None:
        """Raises `EngineRefused` for too many bytes, or those of another kind."""
        if size > kind.most_bytes:
            raise self.refused(f"its {kind.title} has more than {kind.most_bytes} bytes")
        if (whole or len(head) >= HEAD) and not kind.is_one(head):
            raise self.refused(f"what it sent is no {kind.title}; it begins with {head[:4]!r}")


class Server:
    """The server at `url`, over an open line."""

    def __init__(self, servers: Servers, line: Line, url: str) -> None:
        self._servers, self._line, self._url = servers, line, url

    async def load(self) -> int:
        """How many pieces of work it has."""
        return (await self._asked(wire.Load, "GET", "/prompt")).exec_info.queue_remaining

    async def stats(self) -> wire.Stats:
        return await self._asked(wire.Stats, "GET", "/system_stats")

    async def node_class(self, name: str) -> JsonValue:
        """What it takes and gives; None for one that the server does not know."""
        answer = await self._answer("GET", f"/object_info/{quote(name, safe='')}")
        return self._read(wire.OBJECTS, answer).get(name)

    async def upload(self, upload: Upload) -> str:
        """The name by which nodes find the file."""
        part = Part("image", upload.filename, upload.content, upload.content_type)
        answer = await self._line.ask(
            "POST",
            f"{self._url}/upload/image",
            data={"type": "input", "subfolder": FOLDER, "overwrite": "true"},
            files=as_files([part]),
        )
        uploaded = self._read(TypeAdapter(wire.Uploaded), answer)
        return f"{uploaded.subfolder}/{uploaded.name}" if uploaded.subfolder else uploaded.name

    async def submit(self, graph: dict[str, JsonValue], client_id: str, prompt_id: str) -> wire.Accepted:
        """Newer servers take our `prompt_id`; the answer has the one that counts."""
        body = {"prompt": graph, "client_id": client_id, "prompt_id": prompt_id}
        return await self._asked(wire.Accepted, "POST", "/prompt", json=body)

    async def entry(self, prompt_id: str) -> wire.Entry | None:
        """Finished work; None for what is not finished, or not known."""
        answer = await self._answer("GET", f"/history/{prompt_id}")
        return self._read(wire.HISTORY, answer).get(prompt_id)

    async def waiting(self) -> wire.Waiting:
        return await self._asked(wire.Waiting, "GET", "/queue")

    async def cancel(self, prompt_id: str) -> None:
        """Older servers interrupt whatever runs, so it is asked first whether that is ours."""
        await self._answer("POST", "/queue", json={"delete": [prompt_id]})
        if (await self.waiting()).runs(prompt_id):
            await self._answer("POST", "/interrupt", json={"prompt_id": prompt_id})

    async def view(self, file: wire.Saved, kind: Kind) -> bytes:
        answer = await self._line.ask("GET", f"{self._url}/view", params=place_of(file))
        self._servers.check_file(answer.content[:HEAD], len(answer.content), kind)
        return answer.content

    async def _asked(self, model: type[M], method: str, path: str, **content: object) -> M:
        return self._read(TypeAdapter(model), await self._answer(method, path, **content))

    async def _answer(self, method: str, path: str, **content: object) -> Answer:
        try:
            async with asyncio.timeout(ANSWER_SECONDS):
                return await self._line.ask(method, f"{self._url}{path}", **content)
        except TimeoutError:
            raise self._servers.unavailable("it did not answer in time") from None

    def _read(self, adapter: TypeAdapter[T], answer: Answer) -> T:
        try:
            return adapter.validate_json(answer.content)
        except ValidationError:
            kind = answer.content_type or "nothing"
            raise self._servers.unavailable(
                f"{self._url} does not answer like ComfyUI (it sent {kind})"
            ) from None


def place_of(file: wire.Saved) -> dict[str, str]:
    return {"filename": file.filename, "subfolder": file.subfolder, "type": file.type}
