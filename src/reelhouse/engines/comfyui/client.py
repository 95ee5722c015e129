"""Runs workflows on ComfyUI servers: the one with least to do, once more when the work is lost."""

import asyncio
from collections import Counter
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from pathlib import Path
from uuid import uuid4

import structlog
from pydantic import JsonValue

from reelhouse.engines.comfyui import wire
from reelhouse.engines.comfyui.checking import lacks
from reelhouse.engines.comfyui.ear import Ear, Progress
from reelhouse.engines.comfyui.outputs import Kind, chosen
from reelhouse.engines.comfyui.server import Server, Servers, place_of
from reelhouse.engines.comfyui.wishes import Wishes, notes
from reelhouse.engines.comfyui.work import Lost, NotTaken, Work
from reelhouse.engines.comfyui.workflow import ENGINE, Workflow
from reelhouse.engines.errors import EngineRefused, EngineUnavailable
from reelhouse.engines.progress import tell
from reelhouse.engines.queued import Queued
from reelhouse.engines.settings import EngineSettings

LOAD_SECONDS = 5.0
"""A server that does not say how much it has to do in this time is passed over."""

LATER = 60
"""Seconds by which the queue's own limit is longer than that of the whole: only one may end the work, so that
it is waited for until the server knows."""

log = structlog.get_logger(__name__)


class ComfyUI:
    """Runs workflows for one family. `progress` hears the titles of the nodes that work."""

    def __init__(self, family: str, settings: EngineSettings, progress: Progress | None = None) -> None:
        self._family = family
        self._settings = settings
        self._urls = settings.servers
        self._progress = progress or _told
        self._busy: Counter[str] = Counter()

    async def made(self, workflow: Workflow, wishes: Wishes, kind: Kind) -> tuple[bytes, tuple[str, ...]]:
        """The file that `workflow` makes, and the notes. Raises `EngineRefused` or `EngineUnavailable`.

        When the caller is cancelled, so is the work, and no other.
        """
        told = notes(workflow, wishes)
        async with self._in_time():
            servers = self._servers(workflow)
            url, file = await self._run(servers, workflow, wishes, kind)
            async with servers.connected() as line:
                return await Server(servers, line, url).view(file, kind), told

    async def saved(self, workflow: Workflow, wishes: Wishes, kind: Kind, path: Path) -> tuple[str, ...]:
        """Like `made`, into a file; the notes."""
        told = notes(workflow, wishes)
        async with self._in_time():
            servers = self._servers(workflow)
            url, file = await self._run(servers, workflow, wishes, kind)
            await servers.saved(url, place_of(file), path, kind)
            return told

    async def check(self, *workflows: Workflow) -> str:
        """Whether each server is there, and has what the workflows need."""
        servers = self._servers(workflows[0])
        said = []
        async with servers.connected() as line:
            for url in self._urls:
                server = Server(servers, line, url)
                version = (await server.stats()).system.comfyui_version
                missing = [lack for workflow in workflows for lack in await lacks(server, workflow)]
                if missing:
                    raise EngineRefused(ENGINE, f"{url} does not have {', '.join(dict.fromkeys(missing))}")
                said.append(f"{url} is ComfyUI {version}")
        return f"{', '.join(said)}; it would run {', '.join(workflow.name for workflow in workflows)}"

    def _servers(self, workflow: Workflow) -> Servers:
        servers = Servers(self._family, self._settings)
        servers.workflow = workflow
        return servers

    async def _run(
        self, servers: Servers, workflow: Workflow, wishes: Wishes, kind: Kind
    ) -> tuple[str, wire.Saved]:
        """At which server the result is, and what it is called there."""
        away: set[str] = set()
        lost = False
        while True:
            async with self._server_with_least_to_do(servers, away) as url:
                try:
                    outputs = await self._ran(servers, workflow, wishes, url)
                    break
                except Lost:
                    if lost:
                        raise
                    lost = True
                except NotTaken:
                    away.add(url)
                    if away >= set(self._urls):
                        raise
        file = chosen(list(wire.files_in(dict(outputs))), kind)
        if file is None:
            raise EngineRefused(ENGINE, f"{workflow.title(workflow.output)} gave no {kind.title}")
        return url, file

    async def _ran(
        self, servers: Servers, workflow: Workflow, wishes: Wishes, url: str
    ) -> Mapping[str, JsonValue]:
        token = uuid4().hex
        values = wishes.given() | await self._uploaded(servers, wishes, url)
        work = Work(servers, workflow, url, token)
        async with Ear(url, servers.headers, token, self._telling(workflow)) as ear:
            queued = Queued(
                ENGINE,
                work,
                servers,
                poll_seconds=self._settings.poll_seconds,
                timeout_seconds=self._settings.timeout_seconds + LATER,
                sleep=ear.pause,
            )
            return await queued.result("", workflow.filled(values, token))

    def _telling(self, workflow: Workflow) -> Progress:
        return lambda node, done: self._progress(workflow.title(node), done)

    async def _uploaded(self, servers: Servers, wishes: Wishes, url: str) -> dict[str, JsonValue]:
        if not wishes.files:
            return {}
        try:
            async with servers.connected() as line:
                server = Server(servers, line, url)
                return {name: await server.upload(upload) for name, upload in wishes.files.items()}
        except EngineUnavailable as failure:
            raise NotTaken(ENGINE, failure.reason) from None

    @asynccontextmanager
    async def _server_with_least_to_do(self, servers: Servers, away: set[str]) -> AsyncIterator[str]:
        """Work of ours that is on its way to a server counts where servers are equal."""
        urls = [url for url in self._urls if url not in away]
        loads = await self._loads(servers, urls)
        if not loads:
            raise EngineUnavailable(ENGINE, f"none of its {len(self._urls)} servers answers")
        url = min(loads, key=lambda one: (loads[one], self._busy[one]))
        self._busy[url] += 1
        try:
            yield url
        finally:
            self._busy[url] -= 1

    async def _loads(self, servers: Servers, urls: list[str]) -> dict[str, int]:
        """Without the servers that do not say. One alone need not be asked."""
        if len(urls) == 1:
            return {urls[0]: 0}
        async with servers.connected() as line:
            loads = await asyncio.gather(*(_load(Server(servers, line, url)) for url in urls))
        return {url: load for url, load in zip(urls, loads, strict=True) if load is not None}

    @asynccontextmanager
    async def _in_time(self) -> AsyncIterator[None]:
        """Uploads, the queue and the download together."""
        seconds = self._settings.timeout_seconds
        try:
            async with asyncio.timeout(seconds):
                yield
        except TimeoutError:
            raise EngineUnavailable(ENGINE, f"it was not done within {seconds} s") from None


async def _load(server: Server) -> int | None:
    try:
        async with asyncio.timeout(LOAD_SECONDS):
            return await server.load()
    except (TimeoutError, EngineUnavailable, EngineRefused):
        return None


def _told(node: str, done: float) -> None:
    """Of one node at a time: the sampler is nearly all of the work."""
    tell(done)
    log.debug("comfyui_progress", node=node, done=round(done, 2))
