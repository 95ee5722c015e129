"""A talking-head model behind HTTP: start image and recording in, moving pictures out.

The protocol is ours and small, so that a wrapper around any model fits it; docs/how-to/engines.md writes it
down. Whatever address is asked, the answer means the same: 200 is the video, 202 not yet, 4xx never, 5xx ask
again.
"""

import asyncio
import json
from contextlib import suppress
from dataclasses import dataclass
from fractions import Fraction
from urllib.parse import urljoin, urlsplit

import httpx2
from pydantic import BaseModel, ValidationError

from reelhouse.engines.errors import EngineRefused, EngineUnavailable
from reelhouse.engines.presenter.clips import NotAClip, examine
from reelhouse.engines.presenter.settings import PresenterSettings
from reelhouse.engines.presenter.types import Performance, PresenterRequest

PATH = "/v1/talking-head"
MOST_PORTRAIT_BYTES, MOST_AUDIO_BYTES, MOST_VIDEO_BYTES = 20_000_000, 200_000_000, 500_000_000
MOST_TICKET_BYTES = 100_000
VIDEO_TYPES = frozenset({"video/mp4", "video/webm", "application/octet-stream"})
SLACK = Fraction(1, 4)  # seconds by which a performance may be shorter; its last picture is held
SLOWER, LONGEST_PAUSE = 1.5, 15.0  # each pause between two questions against the one before, and in seconds
MOST_SILENCES = 3  # questions in a row that may stay unanswered while the work goes on
GOODBYE_SECONDS = 5
OK, ACCEPTED, FIRST_REDIRECT, FIRST_REFUSAL, FIRST_FAILURE = 200, 202, 300, 400, 500
KEY_REJECTED, ASK_AGAIN = frozenset({401, 403}), frozenset({408, 409, 425, 429})
DETAIL_CHARACTERS = 200


class Ticket(BaseModel):
    """What the server says while it works, and why it does not."""

    id: str = ""
    status_url: str = ""
    error: str = ""


@dataclass(frozen=True, slots=True)
class Reply:
    status: int
    content_type: str
    content: bytes

    @property
    def ticket(self) -> Ticket:
        try:
            return Ticket.model_validate_json(self.content)
        except ValidationError:
            return Ticket()


class TalkingHead:
    """Performs by ``POST {url}/v1/talking-head``, and asks for the result until it is there."""

    name = "talking-head"

    def __init__(self, settings: PresenterSettings) -> None:
        self._settings = settings
        self._key = settings.key.get_secret_value() if settings.key else ""
        self._url = settings.url.rstrip("/").removesuffix("/v1") + PATH

    async def perform(self, request: PresenterRequest) -> Performance:
        """An MP4 or WebM that was looked at: it has pictures, and they last long enough.

        Raises `EngineRefused` for what the server will never do, and `EngineUnavailable` when it is busy,
        broken, too slow or answers with something else.
        """
        self._check(request)
        headers = {"Authorization": f"Bearer {self._key}"} if self._key else {}
        timeout = httpx2.Timeout(self._settings.timeout_seconds, connect=10)
        async with httpx2.AsyncClient(headers=headers, timeout=timeout) as client:
            try:
                async with asyncio.timeout(self._settings.timeout_seconds):
                    reply = await self._performed(client, request)
            except TimeoutError:
                raise EngineUnavailable(
                    self.name, f"it did not perform within {self._settings.timeout_seconds} s"
                ) from None
        await self._examine(reply, request)
        return Performance(reply.content, self.name)

    def _check(self, request: PresenterRequest) -> None:
        if (
            not request.portrait.startswith(b"\x89PNG\r\n\x1a\n")
            or len(request.portrait) > MOST_PORTRAIT_BYTES
        ):
            raise EngineRefused(self.name, f"the portrait is no PNG of at most {MOST_PORTRAIT_BYTES} bytes")
        if not request.audio.startswith(b"RIFF") or len(request.audio) > MOST_AUDIO_BYTES:
            raise EngineRefused(self.name, f"the recording is no WAV of at most {MOST_AUDIO_BYTES} bytes")

    async def _performed(self, client: httpx2.AsyncClient, request: PresenterRequest) -> Reply:
        wishes = {
            "seconds": round(float(request.seconds), 3),
            "width": request.width,
            "height": request.height,
            "fps": request.fps,
            "prompt": request.prompt,
            "model": self._settings.model or None,
        }
        files: dict[str, tuple[str | None, bytes | str, str]] = {
            "image": ("portrait.png", request.portrait, "image/png"),
            "audio": ("speech.wav", request.audio, "audio/wav"),
            "request": (None, json.dumps(wishes), "application/json"),
        }
        reply = await self._ask(
            client,
            client.build_request("POST", self._url, files=files, headers={"Idempotency-Key": request.key}),
        )
        return await self._awaited(client, reply) if reply.status == ACCEPTED else reply

    async def _awaited(self, client: httpx2.AsyncClient, reply: Reply) -> Reply:
        """The result of what was accepted; whatever ends the waiting early also ends the work."""
        address = self._status_address(reply.ticket)
        try:
            return await self._polled(client, address)
        except BaseException:
            with suppress(Exception):  # the server may be gone, and what happened matters more
                async with asyncio.timeout(GOODBYE_SECONDS):
                    await asyncio.shield(client.delete(address))
            raise

    async def _polled(self, client: httpx2.AsyncClient, address: str) -> Reply:
        pause = self._settings.poll_seconds
        silences = 0
        while True:
            await asyncio.sleep(pause)
            pause = min(pause * SLOWER, max(LONGEST_PAUSE, self._settings.poll_seconds))
            try:
                reply = await self._ask(client, client.build_request("GET", address))
            except EngineUnavailable:
                silences += 1
                if silences == MOST_SILENCES:
                    raise
                continue
            silences = 0
            if reply.status != ACCEPTED:
                return reply

    async def _ask(self, client: httpx2.AsyncClient, question: httpx2.Request) -> Reply:
        try:
            response = await client.send(question, stream=True)
            try:
                content = await self._read(response)
            finally:
                await response.aclose()
        except (httpx2.InvalidURL, httpx2.UnsupportedProtocol):
            raise EngineRefused(self.name, "REELHOUSE_PRESENTER_URL is no http address") from None
        except httpx2.HTTPError as failure:
            raise EngineUnavailable(self.name, f"the connection failed ({type(failure).__name__})") from None
        kind = response.headers.get("content-type", "").partition(";")[0].strip().lower()
        reply = Reply(response.status_code, kind, content)
        self._raise_for(reply)
        return reply

    async def _read(self, response: httpx2.Response) -> bytes:
        most = MOST_VIDEO_BYTES if response.status_code == OK else MOST_TICKET_BYTES
        content = bytearray()
        async for part in response.aiter_bytes():
            content += part
            if len(content) > most:
                raise EngineRefused(self.name, f"it sent more than {most} bytes")
        return bytes(content)

    def _raise_for(self, reply: Reply) -> None:
        if reply.status in {OK, ACCEPTED}:
            return
        told = reply.ticket.error.replace(self._key, "[key]") if self._key else reply.ticket.error
        reason = f"status {reply.status}: {told[:DETAIL_CHARACTERS]}" if told else f"status {reply.status}"
        if reply.status in KEY_REJECTED:
            raise EngineRefused(self.name, f"it does not accept REELHOUSE_PRESENTER_KEY ({reason})")
        if FIRST_REDIRECT <= reply.status < FIRST_REFUSAL:
            raise EngineRefused(self.name, f"it redirects ({reason}); set its final REELHOUSE_PRESENTER_URL")
        if FIRST_REFUSAL <= reply.status < FIRST_FAILURE and reply.status not in ASK_AGAIN:
            raise EngineRefused(self.name, reason)
        raise EngineUnavailable(self.name, reason)

    def _status_address(self, ticket: Ticket) -> str:
        """Where to ask for the result. It must be the same server: the key is not for anybody else."""
        if not ticket.status_url:
            raise EngineUnavailable(self.name, "it accepted the work and did not say where to ask for it")
        address = urljoin(self._url, ticket.status_url)
        if urlsplit(address)[:2] != urlsplit(self._url)[:2]:
            raise EngineRefused(self.name, "its status_url leads to another server")
        return address

    async def _examine(self, reply: Reply, request: PresenterRequest) -> None:
        if reply.content_type not in VIDEO_TYPES:
            raise EngineUnavailable(self.name, f"it sent {reply.content_type[:60]!r} instead of a video")
        try:
            clip = await asyncio.to_thread(examine, reply.content)
        except NotAClip as reason:
            raise EngineUnavailable(self.name, f"its video is unusable: {reason}") from None
        if clip.seconds < request.seconds - SLACK:
            raise EngineUnavailable(
                self.name,
                f"its video lasts {float(clip.seconds):.2f} s instead of {float(request.seconds):.2f} s",
            )
