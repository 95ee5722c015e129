"""What a ComfyUI server finds wrong with a workflow, in its own words.

Source: ``validate_prompt`` in ``execution.py`` of https://github.com/comfyanonymous/ComfyUI
"""

from collections.abc import Iterator, Mapping
from typing import Any

from comfyui_nodes import CLASSES, FILES, LEAST, NodeClass
from comfyui_works import ENDINGS


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
