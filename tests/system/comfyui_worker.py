"""The queue of the tests' ComfyUI server, and the thread that runs one piece of work after another.

Source: ``PromptQueue`` and ``PromptExecutor`` in ``execution.py`` of https://github.com/comfyanonymous/ComfyUI
"""

import threading
from dataclasses import dataclass, field
from typing import Any

from comfyui_checks import order_of
from comfyui_works import ENDINGS, LISTS, facts_of, made

TICK = 0.01
FOREIGN = "somebody-elses"


class Interrupted(Exception):
    """Somebody interrupted what runs."""


class Explosion(Exception):
    """A node raised something: its type, and its message."""


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


class Worker:
    """Runs workflows. `gate` holds samplers back while it is clear; `sampling` is set when one has begun.

    `lists` takes the place of the outputs in the history. `explosion` is the type and message of an exception
    that a sampler raises.
    """

    def __init__(self) -> None:
        self.gate = threading.Event()
        self.gate.set()
        self.sampling = threading.Event()
        self.explosion: tuple[str, str] | None = None
        self.lists: dict[str, Any] | None = None
        self.uploads: dict[str, bytes] = {}
        self.outputs: dict[tuple[str, str, str], bytes] = {}
        self.history: dict[str, dict[str, Any]] = {}
        self._pending: list[Piece] = []
        self._running: Piece | None = None
        self._interrupt = False
        self._closing = False
        self._count = 0
        self._work = threading.Condition()

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
            self.put(Piece(self.next_number(), f"{FOREIGN}-{number}", graph))

    def forget(self) -> None:
        """As if it had been started again: nothing is left of its queue and its history."""
        with self._work:
            self._pending.clear()
            self.history.clear()
            if self._running:
                self._running.abandoned = True

    def interrupt(self) -> None:
        """As somebody does who presses the button in the browser."""
        self._interrupt = True

    @property
    def running(self) -> str | None:
        return self._running.prompt_id if self._running else None

    @property
    def pending(self) -> list[str]:
        return [piece.prompt_id for piece in self._pending]

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
            self.send(piece, "executing", {"node": None})

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
        except Exception as failure:  # noqa: BLE001 - as ComfyUI, whatever a node raises
            kind, told = (
                failure.args if isinstance(failure, Explosion) else (type(failure).__name__, str(failure))
            )
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
                "outputs": outputs if self.lists is None else self.lists,
                "status": {"status_str": state, "completed": state == "success", "messages": piece.messages},
                "meta": {},
            }

    def _execute(self, piece: Piece, node: str, outputs: dict[str, Any]) -> None:
        class_type = _class(piece, node)
        self.send(piece, "executing", {"node": node, "display_node": node})
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
        self.send(piece, "executed", {"node": node, "display_node": node, "output": outputs[node]})

    def _sample(self, piece: Piece, node: str) -> None:
        self.send(piece, "progress", {"value": 1, "max": 2, "node": node})
        self.sampling.set()
        while not self.gate.wait(TICK):
            if self._interrupt:
                raise Interrupted
            if piece.abandoned or self._closing:
                return
        if self.explosion:
            raise Explosion(*self.explosion)
        self.send(piece, "progress", {"value": 2, "max": 2, "node": node})

    def _note(self, piece: Piece, kind: str, data: dict[str, Any]) -> None:
        piece.messages.append([kind, {"prompt_id": piece.prompt_id, **data, "timestamp": 1}])
        self.send(piece, kind, data)

    def send(self, piece: Piece, kind: str, data: dict[str, Any]) -> None:
        """Tell whoever submitted a piece what happens to it."""
        raise NotImplementedError

    def put(self, piece: Piece) -> None:
        with self._work:
            self._pending.append(piece)
            self._work.notify_all()

    def next_number(self) -> int:
        self._count += 1
        return self._count

    def delete(self, unwanted: list[str]) -> None:
        with self._work:
            self._pending = [piece for piece in self._pending if piece.prompt_id not in unwanted]

    def queued(self) -> tuple[list[Any], list[Any]]:
        """What runs, and what waits."""
        running = [self._running.told()] if self._running and not self._running.abandoned else []
        return running, [piece.told() for piece in self._pending]

    def remaining(self) -> int:
        return len(self._pending) + (1 if self._running and not self._running.abandoned else 0)


def _class(piece: Piece, node: str) -> str:
    return str(piece.graph[node]["class_type"])
