"""A vendor of hosted models for tests: a server on loopback that takes work and keeps files.

Work waits for a few looks and can be cancelled; what a model makes of its input is up to the test.
"""

import json
from base64 import b64decode
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from email.message import Message
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Event, Thread
from typing import Self

from pydantic import JsonValue

KEY = "hosted-key-never-shown-4242"


@dataclass(frozen=True, slots=True)
class Reply:
    """An HTTP answer."""

    status: int
    content: bytes
    content_type: str = "application/json"
    headers: Mapping[str, str] = field(default_factory=dict)

    @classmethod
    def of(cls, document: JsonValue, status: int = 200) -> Self:
        return cls(status, json.dumps(document).encode())


@dataclass(frozen=True, slots=True)
class Asked:
    """An HTTP request; `path` starts with a slash and has no query."""

    method: str
    path: str
    headers: Message
    body: bytes

    def document(self) -> dict[str, JsonValue]:
        document: dict[str, JsonValue] = json.loads(self.body)
        return document


class Failed(Exception):
    """Work that fails: `error` in words, `kind` in the vendor's, `status` of the answer that tells it."""

    def __init__(self, error: str, kind: str = "", status: int = 0) -> None:
        super().__init__(error)
        self.error, self.kind, self.status = error, kind, status


Make = Callable[["FakeHost", str, dict[str, JsonValue]], JsonValue]
"""What a model makes of its input."""


@dataclass(slots=True)
class Work:
    model: str
    inputs: dict[str, JsonValue]
    looks: int = 0
    cancelled: bool = False


class FakeHost:
    """Work is done at the look after `waits` others.

    `works` are those that were submitted, `uploads` files that were sent, `keys` the ``Authorization`` of
    every request by its path. `replies` take the place of our answers, by step: ``submit``, ``status``,
    ``result``, ``cancel``, ``upload``, ``file``. `looking` and `cancelling` are set when that happens.
    """

    scheme = ""
    prefix = ""

    def __init__(self, make: Make, *, waits: int = 1) -> None:
        self.make = make
        self.waits = waits
        self.works: list[Work] = []
        self.uploads: dict[str, bytes] = {}
        self.kept: dict[str, Reply] = {}
        self.keys: list[tuple[str, str | None]] = []
        self.replies: dict[str, Reply] = {}
        self.looking, self.cancelling = Event(), Event()
        self._server = ThreadingHTTPServer(("127.0.0.1", 0), _handler(self))
        self.root = f"http://127.0.0.1:{self._server.server_port}"
        self.url = self.root + self.prefix

    def __enter__(self) -> Self:
        Thread(target=self._server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True).start()
        return self

    def __exit__(self, *_: object) -> None:
        self._server.shutdown()
        self._server.server_close()

    def keep(self, content: bytes, content_type: str) -> str:
        """The address of a file that anybody may fetch."""
        path = f"/files/{len(self.kept)}"
        self.kept[path] = Reply(200, content, content_type)
        return self.root + path

    def content_of(self, address: JsonValue) -> bytes:
        """What a model reads where its input points to."""
        told = str(address)
        if told.startswith("data:"):
            return b64decode(told.partition(",")[2])
        return self.uploads[told.removeprefix(self.root)]

    def answer(self, asked: Asked) -> Reply:
        self.keys.append((asked.path, asked.headers.get("Authorization")))
        if asked.path.startswith("/files/"):
            return self._given("file", self.kept.get(asked.path, Reply.of({"detail": "not found"}, 404)))
        if asked.method == "PUT" and asked.path.startswith("/slots/"):
            self.uploads[asked.path] = asked.body
            return Reply(200, b"")
        if asked.headers.get("Authorization") != f"{self.scheme} {KEY}":
            return Reply.of({"detail": "You did not pass a valid authentication token"}, 401)
        return self.spoken(asked)

    def spoken(self, asked: Asked) -> Reply:
        """The vendor's own protocol, for those who have the key."""
        raise NotImplementedError

    def _given(self, step: str, reply: Reply) -> Reply:
        return self.replies.get(step, reply)

    def _submitted(self, model: str, inputs: dict[str, JsonValue]) -> str:
        self.works.append(Work(model, inputs))
        return str(len(self.works) - 1)

    def _looked_at(self, work_id: str) -> Work | None:
        if not work_id.isdecimal() or int(work_id) >= len(self.works):
            return None
        work = self.works[int(work_id)]
        work.looks += 1
        self.looking.set()
        return work

    def _cancelled(self, work_id: str) -> bool:
        """Whether there was still something to cancel."""
        work = self.works[int(work_id)]
        going_on = work.looks <= self.waits
        work.cancelled = True
        self.cancelling.set()
        return going_on


def _handler(host: FakeHost) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"
        wbufsize = -1  # head and body leave together, else the second waits for an acknowledgement
        disable_nagle_algorithm = True

        def _serve(self) -> None:
            body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
            reply = host.answer(Asked(self.command, self.path.partition("?")[0], self.headers, body))
            self.send_response(reply.status)
            for name, value in reply.headers.items():
                self.send_header(name, value)
            self.send_header("Content-Type", reply.content_type)
            self.send_header("Content-Length", str(len(reply.content)))
            self.end_headers()
            self.wfile.write(reply.content)

        do_GET = do_POST = do_PUT = do_DELETE = _serve  # noqa: N815 - names of http.server

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002
            """Nobody reads it."""

    return Handler
