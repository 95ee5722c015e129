"""What a server would need to run a workflow: nodes, and the models that their loaders name.

``/object_info`` tells for each class of nodes what its inputs take; a loader lists the models that are there.
"""

from collections.abc import Iterator

from pydantic import BaseModel, JsonValue, ValidationError

from reelhouse.engines.comfyui.graph import Node
from reelhouse.engines.comfyui.server import Server
from reelhouse.engines.comfyui.workflow import Workflow

MODELS = (".safetensors", ".sft", ".ckpt", ".pt", ".pth", ".gguf", ".bin")


class Inputs(BaseModel):
    required: dict[str, list[JsonValue]] = {}
    optional: dict[str, list[JsonValue]] = {}


class NodeClass(BaseModel):
    input: Inputs


async def lacks(server: Server, workflow: Workflow) -> tuple[str, ...]:
    """Sentences about what the server does not have; each class of nodes is asked for once."""
    missing = []
    for name in sorted({node.class_type for node in workflow.nodes.values()}):
        known = await server.node_class(name)
        if known is None:
            missing.append(f"the node {name}")
            continue
        nodes = [node for node in workflow.nodes.values() if node.class_type == name]
        missing += [f"the model {model}" for node in nodes for model in _unlisted(node, known)]
    return tuple(dict.fromkeys(missing))


def _unlisted(node: Node, known: JsonValue) -> Iterator[str]:
    try:
        inputs = NodeClass.model_validate(known).input
    except ValidationError:
        return
    for name, told in (inputs.required | inputs.optional).items():
        value, choices = node.inputs.get(name), _choices(told)
        if isinstance(value, str) and value.endswith(MODELS) and choices and value not in choices:
            yield value


def _choices(told: list[JsonValue]) -> list[JsonValue]:
    """The first item is a list of them, or ``COMBO``, and then they are among the options behind it."""
    match told:
        case [list(choices), *_]:
            return choices
        case ["COMBO", {"options": list(choices)}, *_]:
            return choices
    return []
