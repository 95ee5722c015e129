"""Listening to a server while it works, so that its end is noticed at once.

What is heard only wakes whoever asks; what counts is what the server answers then. So a lost socket costs
nothing but the time until the next question.
"""

import asyncio
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from types import TracebackType
from typing import Self

import anyio
import httpx2
import structlog
from httpx2.websockets import AsyncWebSocketSession, HTTPXWSException
from pydantic import ValidationError

from reelhouse.engines.comfyui.wire import Event

LARGEST_MESSAGE = 16_000_000  # previews come as they are, in frames of their own
CONNECT_SECONDS = 5.0
SOCKET_ERRORS = (
    HTTPXWSException,
    httpx2.HTTPError,
    httpx2.InvalidURL,
    anyio.BrokenResourceError,
    anyio.EndOfStream,
    OSError,
)
ENDS = frozenset({"execution_success", "execution_error", "execution_interrupted"})

log = structlog.get_logger(__name__)

Progress = Callable[[str, float], None]
"""Hears which node works, and how much of it is done, from 0 to 1."""


@dataclass(slots=True)
class Ear:
    """Hears what ``/ws`` tells `client_id`. Leaving the context hangs up."""

    url: str
    headers: dict[str, str]
    client_id: str
    progress: Progress
    _rung: asyncio.Event = field(default_factory=asyncio.Event)
    _ready: asyncio.Event = field(default_factory=asyncio.Event)
    _listening: "asyncio.Task[None] | None" = None

    async def __aenter__(self) -> Self:
        """Waits until the socket is open, for a moment: what is told before cannot be heard."""
        self._listening = asyncio.create_task(self._listen())
        with suppress(TimeoutError):
            async with asyncio.timeout(CONNECT_SECONDS):
                await self._ready.wait()
        return self

    async def __aexit__(
        self, _type: type[BaseException] | None, _value: BaseException | None, _trace: TracebackType | None
    ) -> None:
        if self._listening is None:
            return
        self._listening.cancel()
        await asyncio.wait({self._listening})
        if not self._listening.cancelled():
            self._listening.exception()  # whatever it was, the work went on without the socket

    async def pause(self, seconds: float) -> None:
        """Sleep, until something has ended at the server."""
        with suppress(TimeoutError):
            async with asyncio.timeout(seconds):
                await self._rung.wait()
        self._rung.clear()

    async def _listen(self) -> None:
        address = f"ws{self.url.removeprefix('http')}/ws"
        try:
            async with (
                httpx2.AsyncClient(headers=self.headers, timeout=CONNECT_SECONDS) as client,
                client.websocket(
                    address, params={"clientId": self.client_id}, max_message_size_bytes=LARGEST_MESSAGE
                ) as socket,
            ):
                self._ready.set()
                await self._hear(socket)
        except* SOCKET_ERRORS as lost:
            log.info("comfyui_socket_lost", reason=type(lost.exceptions[0]).__name__)
        finally:
            self._ready.set()

    async def _hear(self, socket: AsyncWebSocketSession) -> None:
        while True:
            message = getattr(await socket.receive(), "data", None)
            if isinstance(message, str):  # bytes are previews
                self._heard(message)

    def _heard(self, message: str) -> None:
        try:
            event = Event.model_validate_json(message)
        except ValidationError:
            return
        if event.type in ENDS or (event.type == "executing" and event.data.node is None):
            self._rung.set()
        elif event.type == "executing" and event.data.node:
            self.progress(event.data.node, 0.0)
        elif event.type == "progress" and event.data.node and event.data.max > 0:
            self.progress(event.data.node, min(event.data.value / event.data.max, 1.0))
