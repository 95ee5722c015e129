"""A server that speaks ComfyUI's protocol over loopback: queue, socket, history, files, and real results.

It checks workflows against a table of nodes, runs one after another in a thread as ComfyUI does, and makes
small files of what the nodes say. Sources: ``server.py`` and ``execution.py`` of
https://github.com/comfyanonymous/ComfyUI
"""

import asyncio
import io
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from typing import Any
from uuid import uuid4

import uvicorn
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route, WebSocketRoute
from starlette.websockets import WebSocket, WebSocketDisconnect
from werkzeug.formparser import FormDataParser
from werkzeug.http import parse_options_header

from comfyui_checks import checked
from comfyui_nodes import CLASSES
from comfyui_worker import TICK, Piece, Worker

PATIENCE_SECONDS = 30


class ComfyUIServer(Worker):
    """What it runs is told over HTTP. `instead` answers in place of a path, whatever is asked.

    `old` servers do not know whom an interruption is meant for. `graphs` are those of all work that was
    accepted, `asked` and `headers` belong to all requests, `interrupted` are ids.
    """

    def __init__(self, *, old: bool = False) -> None:
        super().__init__()
        self.old = old
        self.url = ""
        self.has_socket = True
        self.refuses_work = False
        self.classes = CLASSES
        self.models: list[str] = []
        self.submitted = threading.Event()
        self.instead: dict[str, Response] = {}
        self.graphs: list[dict[str, Any]] = []
        self.asked: list[str] = []
        self.headers: list[Mapping[str, str]] = []
        self.interrupted: list[str] = []
        self._sockets: dict[str, WebSocket] = {}
        self._loop: asyncio.AbstractEventLoop | None = None

    def inputs(self, class_type: str) -> list[dict[str, Any]]:
        """Of all nodes of the last graph that have a class."""
        return [node["inputs"] for node in self.graphs[-1].values() if node["class_type"] == class_type]

    def forget(self) -> None:
        """As if it had been started again; its sockets are closed too."""
        super().forget()
        self.hang_up()

    def hang_up(self) -> None:
        for socket in list(self._sockets.values()):
            self._tell(socket.close())

    def send(self, piece: Piece, kind: str, data: dict[str, Any]) -> None:
        socket = self._sockets.get(piece.client_id)
        if socket is not None:
            self._tell(socket.send_json({"type": kind, "data": {**data, "prompt_id": piece.prompt_id}}))

    def _tell(self, sending: Any) -> None:  # noqa: ANN401 - a coroutine of a socket
        if self._loop is None or self._loop.is_closed():
            sending.close()
            return
        future = asyncio.run_coroutine_threadsafe(sending, self._loop)
        with suppress(Exception):  # the other side may have gone
            future.result(PATIENCE_SECONDS)

    def application(self) -> Starlette:
        routes = [
            Route("/prompt", self._load),
            Route("/prompt", self._prompt, methods=["POST"]),
            Route("/queue", self._queue),
            Route("/queue", self._delete, methods=["POST"]),
            Route("/interrupt", self._interrupts, methods=["POST"]),
            Route("/history/{prompt_id}", self._history),
            Route("/view", self._view),
            Route("/upload/image", self._upload, methods=["POST"]),
            Route("/system_stats", self._stats),
            Route("/object_info/{name}", self._object_info),
            WebSocketRoute("/ws", self._socket),
        ]
        return Starlette(routes=routes)

    def _noted(self, request: Request) -> Response | None:
        self.asked.append(f"{request.method} {request.url.path}")
        self.headers.append(request.headers)
        return self.instead.get("/" + request.url.path.split("/")[1])

    async def _load(self, request: Request) -> Response:
        return self._noted(request) or JSONResponse({"exec_info": {"queue_remaining": self.remaining()}})

    async def _prompt(self, request: Request) -> Response:
        if other := self._noted(request):
            return other
        body = await request.json()
        if self.refuses_work:
            return Response(status_code=503)
        error, node_errors = checked(body["prompt"], self.uploads)
        if error:
            return JSONResponse({"error": error, "node_errors": node_errors}, 400)
        prompt_id = str(uuid4()) if self.old else body.get("prompt_id") or str(uuid4())
        self.graphs.append(body["prompt"])
        piece = Piece(self.next_number(), prompt_id, body["prompt"], body.get("client_id", ""))
        self.put(piece)
        self.submitted.set()
        return JSONResponse({"prompt_id": prompt_id, "number": piece.number, "node_errors": node_errors})

    async def _queue(self, request: Request) -> Response:
        running, pending = self.queued()
        return self._noted(request) or JSONResponse({"queue_running": running, "queue_pending": pending})

    async def _delete(self, request: Request) -> Response:
        if other := self._noted(request):
            return other
        unwanted = (await request.json()).get("delete", [])
        self.delete(unwanted)
        return Response()

    async def _interrupts(self, request: Request) -> Response:
        if other := self._noted(request):
            return other
        wanted = (await request.json()).get("prompt_id")
        if self.running and (self.old or wanted in {None, self.running}):
            self.interrupted.append(self.running)
            self.interrupt()
        return Response()

    async def _history(self, request: Request) -> Response:
        if other := self._noted(request):
            return other
        prompt_id = request.path_params["prompt_id"]
        return JSONResponse({prompt_id: self.history[prompt_id]} if prompt_id in self.history else {})

    async def _view(self, request: Request) -> Response:
        if other := self._noted(request):
            return other
        query = request.query_params
        file = self.outputs.get((query.get("type", "output"), query.get("subfolder", ""), query["filename"]))
        return Response(status_code=404) if file is None else Response(file)

    async def _upload(self, request: Request) -> Response:
        if other := self._noted(request):
            return other
        body = await request.body()
        mimetype, options = parse_options_header(request.headers["content-type"])
        _, form, files = FormDataParser().parse(io.BytesIO(body), mimetype, len(body), options)
        image, folder = files["image"], form.get("subfolder", "")
        name = image.filename or ""
        self.uploads[f"{folder}/{name}" if folder else name] = image.read()
        return JSONResponse({"name": name, "subfolder": folder, "type": "input"})

    async def _stats(self, request: Request) -> Response:
        return self._noted(request) or JSONResponse({"system": {"comfyui_version": "0.33.0"}, "devices": []})

    async def _object_info(self, request: Request) -> Response:
        name = request.path_params["name"]
        known = CLASSES.get(name)
        return self._noted(request) or JSONResponse({name: known.told(self.models)} if known else {})

    async def _socket(self, socket: WebSocket) -> None:
        if not self.has_socket:
            await socket.close()
            return
        await socket.accept()
        self._loop = asyncio.get_running_loop()
        client = socket.query_params.get("clientId") or uuid4().hex
        self._sockets[client] = socket
        await socket.send_json(self._status(client))
        with suppress(WebSocketDisconnect, RuntimeError):
            while True:
                await socket.receive_text()
        self._sockets.pop(client, None)

    def _status(self, client: str = "") -> dict[str, Any]:
        data = {"status": {"exec_info": {"queue_remaining": self.remaining()}}}
        return {"type": "status", "data": data | ({"sid": client} if client else {})}


@contextmanager
def comfyui_server(*, old: bool = False) -> Iterator[ComfyUIServer]:
    """A server that runs while the context is open; `url` leads to it."""
    comfyui = ComfyUIServer(old=old)
    config = uvicorn.Config(
        comfyui.application(), host="127.0.0.1", port=0, log_level="error", lifespan="off"
    )
    server = uvicorn.Server(config)
    serving = threading.Thread(target=server.run, daemon=True)
    working = threading.Thread(target=comfyui.work, daemon=True)
    serving.start()
    working.start()
    try:
        while not server.started:
            serving.join(TICK)
        port = server.servers[0].sockets[0].getsockname()[1]
        comfyui.url = f"http://127.0.0.1:{port}"
        yield comfyui
    finally:
        comfyui.close()
        server.should_exit = True
        serving.join(PATIENCE_SECONDS)
        working.join(PATIENCE_SECONDS)
