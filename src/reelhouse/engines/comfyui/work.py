"""One piece of work at one server: how it is submitted, asked for, and taken back."""

from collections.abc import Mapping
from dataclasses import dataclass
from uuid import uuid4

from pydantic import JsonValue

from reelhouse.engines.comfyui import wire
from reelhouse.engines.comfyui.server import Server, Servers
from reelhouse.engines.comfyui.workflow import ENGINE, Workflow
from reelhouse.engines.errors import EngineUnavailable
from reelhouse.engines.queued import GaveUp
from reelhouse.engines.vendor import Line

OUT_OF_MEMORY = ("outofmemory", "out of memory", "allocation on device")


class NotTaken(EngineUnavailable):
    """A server did not take the work; another one may."""


class Lost(GaveUp):
    """A server took the work and does not know it any more: it was started again."""


@dataclass(frozen=True, slots=True)
class Work:
    """One piece of work at one server, and how it is spoken with about it; see `engines.queued.Queue`."""

    servers: Servers
    workflow: Workflow
    url: str
    client_id: str

    async def submit(self, line: Line, _model: str, inputs: Mapping[str, JsonValue]) -> str:
        server = self._server(line)
        try:
            accepted = await server.submit(dict(inputs), self.client_id, str(uuid4()))
        except EngineUnavailable as failure:
            raise NotTaken(ENGINE, failure.reason) from None
        if isinstance(accepted.node_errors, dict) and accepted.node_errors:
            await server.cancel(accepted.prompt_id)  # the rest of the workflow would run, without a result
            raise self.servers.refused(self.servers.complaints(accepted.node_errors))
        return accepted.prompt_id

    async def look(self, line: Line, ticket: str) -> Mapping[str, JsonValue] | None:
        server = self._server(line)
        entry = await server.entry(ticket)
        if entry is None and not (await server.waiting()).has(ticket):
            entry = await server.entry(ticket)  # it may have ended between the two questions
            if entry is None:
                raise Lost(ENGINE, "the server does not know the work any more; was it started again?")
        if entry is None:
            return None
        self._check(entry)
        return entry.outputs.get(self.workflow.output, {})

    async def cancel(self, line: Line, ticket: str) -> None:
        await self._server(line).cancel(ticket)

    def _server(self, line: Line) -> Server:
        return Server(self.servers, line, self.url)

    def _check(self, entry: wire.Entry) -> None:
        status = entry.status
        if status is None or status.status_str != "error":
            return
        if status.message("execution_interrupted") is not None:
            raise GaveUp(ENGINE, "somebody interrupted the work at the server")
        failure = wire.failure_in(status)
        told = f"{failure.exception_message or 'it failed'} ({failure.exception_type or 'no reason given'})"
        sentence = self.servers.complaint(failure.node_id, told)
        if any(sign in told.lower() for sign in OUT_OF_MEMORY):
            raise GaveUp(ENGINE, f"the server is out of memory: {sentence}")
        raise self.servers.refused(sentence)
