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
from dataclasses import dataclass, field
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

from comfyui_nodes import CLASSES, FILES, LEAST, NodeClass
from comfyui_works import ENDINGS, LISTS, facts_of, made

PATIENCE_SECONDS = 30
TICK = 0.01
FOREIGN = "somebody-elses"


class Interrupted(Exception):
    """Somebody interrupted what runs."""


@dataclass
class Piece:
    """One piece of work in the queue."""

    number: int
    prompt_id: str
    graph: dict[str, Any]
    client_id: str = ""
    abandoned: bool = False
    messages: list[list[Any]] = field(default_factory=list)

    def told(self) -> list[Any]:
        return [self.number, self.prompt_id, self.graph, {"client_id": self.client_id}, []]


@dataclass
class ComfyUIServer:
    """`gate` holds samplers back while it is clear. `instead` answers in place of a path, whatever is asked.

    `explosion` is the type and message of an exception that a sampler raises. `old` servers do not know whom
    an interruption is meant for. `graphs` are those of all work that was accepted, `asked` the requests.
    """

    old: bool = False
    explosion: tuple[str, str] | None = None
    instead: dict[str, Response] = field(default_factory=dict)
    graphs: list[dict[str, Any]] = field(default_factory=list)
    asked: list[str] = field(default_factory=list)
    headers: list[Mapping[str, str]] = field(default_factory=list)
    interrupted: list[str] = field(default_factory=list)
    uploads: dict[str, bytes] = field(default_factory=dict)
    outputs: dict[tuple[str, str, str], bytes] = field(default_factory=dict)
    history: dict[str, dict[str, Any]] = field(default_factory=dict)
    url: str = ""

    def __post_init__(self) -> None:
        self.gate = threading.Event()
        self.gate.set()
        self.sampling = threading.Event()
        self.heard = threading.Event()
        self._pending: list[Piece] = []
        self._running: Piece | None = None
        self._interrupt = False
        self._closing = False
        self._count = 0
        self._work = threading.Condition()
        self._sockets: dict[str, WebSocket] = {}
        self._loop: asyncio.AbstractEventLoop | None = None

    # What tests do to it

    def add_foreign(self, count: int) -> None:
        """Work of somebody else, which runs or waits before ours."""
        graph = {
            "1": {
                "class_type": "EmptySD3LatentImage",
                "inputs": {"width": 64, "height": 64, "batch_size": 1},
            },
            "2": {"class_type": "KSampler", "inputs": {"latent_image": ["1", 0], "seed": 1}},
            "3": {"class_type": "SaveImage", "inputs": {"images": ["2", 0], "filename_prefix": "theirs"}},
        }
        for number in range(count):
            self._put(Piece(self._next(), f"{FOREIGN}-{number}", graph))

    def forget(self) -> None:
        """As if it had been started again: nothing is left of its queue, its history and its sockets."""
        with self._work:
            self._pending.clear()
            self.history.clear()
            if self._running:
                self._running.abandoned = True
        self.hang_up()

    def hang_up(self) -> None:
        for socket in list(self._sockets.values()):
            self._tell(socket.close())

    @property
    def running(self) -> str | None:
        return self._running.prompt_id if self._running else None

    @property
    def pending(self) -> list[str]:
        return [piece.prompt_id for piece in self._pending]

    # The protocol

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
        return self._noted(request) or JSONResponse({"exec_info": {"queue_remaining": self._remaining()}})

    async def _prompt(self, request: Request) -> Response:
        if other := self._noted(request):
            return other
        body = await request.json()
        error, node_errors = checked(body["prompt"], self.uploads)
        if error:
            return JSONResponse({"error": error, "node_errors": node_errors}, 400)
        prompt_id = str(uuid4()) if self.old else body.get("prompt_id") or str(uuid4())
        self.graphs.append(body["prompt"])
        piece = Piece(self._next(), prompt_id, body["prompt"], body.get("client_id", ""))
        self._put(piece)
        return JSONResponse({"prompt_id": prompt_id, "number": piece.number, "node_errors": node_errors})

    async def _queue(self, request: Request) -> Response:
        running = [self._running.told()] if self._running and not self._running.abandoned else []
        told = {"queue_running": running, "queue_pending": [piece.told() for piece in self._pending]}
        return self._noted(request) or JSONResponse(told)

    async def _delete(self, request: Request) -> Response:
        if other := self._noted(request):
            return other
        unwanted = (await request.json()).get("delete", [])
        with self._work:
            self._pending = [piece for piece in self._pending if piece.prompt_id not in unwanted]
        return Response()

    async def _interrupts(self, request: Request) -> Response:
        if other := self._noted(request):
            return other
        wanted = (await request.json()).get("prompt_id")
        if self.running and (self.old or wanted in {None, self.running}):
            self._interrupt = True
            self.interrupted.append(self.running)
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
        return self._noted(request) or JSONResponse({name: known.told()} if known else {})

    async def _socket(self, socket: WebSocket) -> None:
        if "/ws" in self.instead:
            await socket.close()
            return
        await socket.accept()
        self._loop = asyncio.get_running_loop()
        client = socket.query_params.get("clientId") or uuid4().hex
        self._sockets[client] = socket
        await socket.send_json(self._status(client))
        self.heard.set()
        with suppress(WebSocketDisconnect, RuntimeError):
            while True:
                await socket.receive_text()
        self._sockets.pop(client, None)

    def _status(self, client: str = "") -> dict[str, Any]:
        data = {"status": {"exec_info": {"queue_remaining": self._remaining()}}}
        return {"type": "status", "data": data | ({"sid": client} if client else {})}

    # The work

    def work(self) -> None:
        """Until it is closed; ComfyUI's ``prompt_worker``."""
        while True:
            with self._work:
                while not self._pending and not self._closing:
                    self._work.wait()
                if self._closing:
                    return
                self._running = piece = self._pending.pop(0)
                self._interrupt = False
            self._run(piece)
            self._running = None
            self._send(piece, "executing", {"node": None})

    def close(self) -> None:
        with self._work:
            self._closing = True
            self._work.notify_all()
        self.gate.set()

    def _run(self, piece: Piece) -> None:
        outputs: dict[str, Any] = {}
        state = "error"
        self._note(piece, "execution_start", {})
        self._note(piece, "execution_cached", {"nodes": []})
        try:
            for node in order_of(piece.graph):
                self._execute(piece, node, outputs)
        except Interrupted:
            self._note(piece, "execution_interrupted", {"node_id": node, "node_type": _class(piece, node)})
        except RuntimeError as failure:
            kind, told = failure.args
            facts = {"node_id": node, "node_type": _class(piece, node), "executed": list(outputs)}
            self._note(
                piece,
                "execution_error",
                {**facts, "exception_type": kind, "exception_message": told, "traceback": ["  a line\n"]},
            )
        else:
            state = "success"
            self._note(piece, "execution_success", {})
        if not piece.abandoned:
            self.history[piece.prompt_id] = {
                "prompt": piece.told(),
                "outputs": outputs,
                "status": {"status_str": state, "completed": state == "success", "messages": piece.messages},
                "meta": {},
            }

    def _execute(self, piece: Piece, node: str, outputs: dict[str, Any]) -> None:
        class_type = _class(piece, node)
        self._send(piece, "executing", {"node": node, "display_node": node})
        if "Sampler" in class_type and class_type != "KSamplerSelect":
            self._sample(piece, node)
        if self._interrupt:
            raise Interrupted
        if class_type not in ENDINGS:
            return
        facts = facts_of(piece.graph, node, self.uploads)
        prefix = facts.get("filename_prefix", "ComfyUI_temp")
        folder, _, stem = prefix.rpartition("/")
        kind = "temp" if class_type.startswith("Preview") else "output"
        saved = {"filename": f"{stem}_00001_{ENDINGS[class_type]}", "subfolder": folder, "type": kind}
        self.outputs[kind, folder, saved["filename"]] = made(class_type, facts, self.uploads)
        outputs[node] = {LISTS[class_type]: [saved]}
        self._send(piece, "executed", {"node": node, "display_node": node, "output": outputs[node]})

    def _sample(self, piece: Piece, node: str) -> None:
        self._send(piece, "progress", {"value": 1, "max": 2, "node": node})
        self.sampling.set()
        while not self.gate.wait(TICK):
            if self._interrupt:
                raise Interrupted
            if piece.abandoned or self._closing:
                return
        if self.explosion:
            raise RuntimeError(*self.explosion)
        self._send(piece, "progress", {"value": 2, "max": 2, "node": node})

    def _note(self, piece: Piece, kind: str, data: dict[str, Any]) -> None:
        piece.messages.append([kind, {"prompt_id": piece.prompt_id, **data, "timestamp": 1}])
        self._send(piece, kind, data)

    def _send(self, piece: Piece, kind: str, data: dict[str, Any]) -> None:
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

    def _put(self, piece: Piece) -> None:
        with self._work:
            self._pending.append(piece)
            self._work.notify_all()

    def _next(self) -> int:
        self._count += 1
        return self._count

    def _remaining(self) -> int:
        return len(self._pending) + (1 if self._running and not self._running.abandoned else 0)


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


def order_of(graph: Mapping[str, Any]) -> list[str]:
    """What the nodes that save need, before them; a switch needs one side only."""
    order: list[str] = []

    def visit(node: str) -> None:
        inputs = graph[node]["inputs"]
        ignored = {"on_false"} if inputs.get("switch") is True else set()
        for name, value in inputs.items():
            if isinstance(value, list) and value[0] not in order and name not in ignored:
                visit(value[0])
        if node not in order:
            order.append(node)

    for node in graph:
        if graph[node]["class_type"] in ENDINGS:
            visit(node)
    return order


def checked(graph: Mapping[str, Any], uploads: Mapping[str, bytes]) -> tuple[dict[str, Any], dict[str, Any]]:
    """What is wrong with a workflow, as ``validate_prompt`` says it."""
    for node, one in graph.items():
        if one["class_type"] not in CLASSES:
            message = f"Cannot execute because node {one['class_type']} does not exist."
            return {"type": "invalid_prompt", "message": message, "details": f"Node ID '#{node}'"}, {}
    savers = [node for node in graph if CLASSES[graph[node]["class_type"]].saves]
    if not savers:
        return {"type": "prompt_no_outputs", "message": "Prompt has no outputs", "details": ""}, {}
    node_errors = {
        node: {"errors": wrong, "dependent_outputs": savers, "class_type": graph[node]["class_type"]}
        for node in order_of(graph)
        if (wrong := list(_wrong(graph, node, uploads)))
    }
    good = [
        saver for saver in savers if not set(node_errors) & set(order_of({**graph, **_alone(graph, saver)}))
    ]
    if good:
        return {}, node_errors
    details = "\n".join(error["details"] for one in node_errors.values() for error in one["errors"])
    message = "Prompt outputs failed validation"
    return {"type": "prompt_outputs_failed_validation", "message": message, "details": details}, node_errors


def _alone(graph: Mapping[str, Any], saver: str) -> dict[str, Any]:
    """The graph in which no other node saves anything."""
    return {
        node: {**one, "class_type": "None"} if CLASSES[one["class_type"]].saves and node != saver else one
        for node, one in graph.items()
    }


def _wrong(graph: Mapping[str, Any], node: str, uploads: Mapping[str, bytes]) -> Iterator[dict[str, Any]]:
    class_type, inputs = graph[node]["class_type"], graph[node]["inputs"]
    known = CLASSES[class_type]
    for name in known.required:
        if name not in inputs:
            yield _error("required_input_missing", "Required input is missing", name)
    for name, value in inputs.items():
        kind = known.required.get(name) or known.optional.get(name)
        if kind is not None:
            yield from _unfit(graph, name, kind, value)
    file = inputs.get(FILES.get(class_type, ""))
    if file is not None and file not in uploads:
        told = f"{FILES[class_type]} - Invalid {FILES[class_type]} file: {file}"
        yield _error("custom_validation_failed", "Custom validation failed for node", told)


def _unfit(graph: Mapping[str, Any], name: str, kind: str, value: object) -> Iterator[dict[str, Any]]:
    if isinstance(value, list):
        source: NodeClass = CLASSES[graph[value[0]]["class_type"]]
        given = source.outputs[value[1]]
        if not {given, kind} & {"*"} and given not in kind.split("|"):
            told = f"{name}, received_type({given}) mismatch input_type({kind})"
            yield _error("return_type_mismatch", "Return type mismatch between linked nodes", told)
    elif kind == "INT" and (isinstance(value, bool) or not isinstance(value, int)):
        yield _error("invalid_input_type", "Failed to convert an input value to a INT value", name)
    elif kind == "FLOAT" and (isinstance(value, bool) or not isinstance(value, int | float)):
        yield _error("invalid_input_type", "Failed to convert an input value to a FLOAT value", name)
    elif kind == "INT" and isinstance(value, int) and value < LEAST.get(name, value):
        yield _error("value_smaller_than_min", f"Value {value} smaller than min of {LEAST[name]}", name)


def _error(kind: str, message: str, details: str) -> dict[str, Any]:
    return {"type": kind, "message": message, "details": details, "extra_info": {}}


def _class(piece: Piece, node: str) -> str:
    return str(piece.graph[node]["class_type"])
