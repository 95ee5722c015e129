"""What a ComfyUI server answers, as far as we read it.

Sources: ``server.py`` and ``execution.py`` of https://github.com/comfyanonymous/ComfyUI
"""

from collections.abc import Iterator

from pydantic import BaseModel, Field, JsonValue, TypeAdapter, ValidationError


class Saved(BaseModel):
    """A file that a node wrote, as ``/view`` finds it."""

    filename: str
    subfolder: str = ""
    type: str = "output"


class Failure(BaseModel):
    """The data of ``execution_error``."""

    node_id: str = ""
    node_type: str = ""
    exception_type: str = ""
    exception_message: str = ""


class Status(BaseModel):
    status_str: str = ""
    completed: bool = False
    messages: list[tuple[str, dict[str, JsonValue]]] = []

    def message(self, kind: str) -> dict[str, JsonValue] | None:
        return next((told for name, told in self.messages if name == kind), None)


def failure_in(status: Status) -> Failure:
    """What it says about work that failed, as far as it can be read."""
    try:
        return Failure.model_validate(status.message("execution_error") or {})
    except ValidationError:
        return Failure()


class Entry(BaseModel):
    """One piece of work in the history. Old servers have no `status`, and only list what succeeded."""

    outputs: dict[str, dict[str, JsonValue]] = {}
    status: Status | None = None


class Waiting(BaseModel):
    """``/queue``: each item is a list of its number, its id, its graph …"""

    queue_running: list[list[JsonValue]]
    queue_pending: list[list[JsonValue]]

    def runs(self, prompt_id: str) -> bool:
        return any(item[1:2] == [prompt_id] for item in self.queue_running)

    def has(self, prompt_id: str) -> bool:
        return self.runs(prompt_id) or any(item[1:2] == [prompt_id] for item in self.queue_pending)


class NodeError(BaseModel):
    message: str = ""
    details: str = ""


class NodeErrors(BaseModel):
    errors: list[NodeError] = []


class Accepted(BaseModel):
    """The answer of ``POST /prompt``; `node_errors` may tell of parts that are left out."""

    prompt_id: str
    node_errors: dict[str, NodeErrors] | list[JsonValue] = {}


class Complaint(BaseModel):
    """The same with status 400."""

    node_errors: dict[str, NodeErrors]


class ExecutionLoad(BaseModel):
    queue_remaining: int


class Load(BaseModel):
    """``GET /prompt``"""

    exec_info: ExecutionLoad


class Uploaded(BaseModel):
    name: str
    subfolder: str = ""


class SystemFacts(BaseModel):
    comfyui_version: str = "of an unknown version"


class Stats(BaseModel):
    """``/system_stats``"""

    system: SystemFacts


class EventFacts(BaseModel):
    prompt_id: str = ""
    node: str | None = None
    value: float = 0
    max: float = 0


class Event(BaseModel):
    """A message of ``/ws``."""

    type: str
    data: EventFacts = Field(default_factory=EventFacts)


HISTORY = TypeAdapter(dict[str, Entry])
OBJECTS = TypeAdapter(dict[str, JsonValue])
SAVED = TypeAdapter(list[Saved])


def files_in(output: dict[str, JsonValue]) -> Iterator[Saved]:
    """The files that a node lists, whatever it calls the list: images, gifs, video, audio, 3d …"""
    for listed in output.values():
        try:
            yield from SAVED.validate_python(listed)
        except ValidationError:
            continue
