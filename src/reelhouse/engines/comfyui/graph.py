"""Workflows as they are sent: values in their places, and without the nodes that have nothing to work on."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TypeAlias

from pydantic import BaseModel, ConfigDict, Field, JsonValue

Link: TypeAlias = tuple[str, int]
"""The name of a node, and which of its outputs."""


class Meta(BaseModel):
    model_config = ConfigDict(extra="allow")

    title: str = ""


class Node(BaseModel):
    """A node of ComfyUI's API format."""

    model_config = ConfigDict(extra="allow", populate_by_name=True)

    class_type: str
    inputs: dict[str, JsonValue]
    meta: Meta = Field(default_factory=Meta, alias="_meta")

    @property
    def title(self) -> str:
        return self.meta.title or self.class_type


Nodes: TypeAlias = Mapping[str, Node]


def link_in(value: JsonValue) -> Link | None:
    """The link that an input may be instead of a value."""
    match value:
        case [str(node), int(output)] if not isinstance(output, bool):
            return node, output
    return None


@dataclass(slots=True)
class Pruning:
    """Takes nodes out of a graph. `gone` have nothing to give; `skips` may be bridged by their inputs."""

    nodes: Nodes
    gone: frozenset[str]
    skips: Mapping[str, tuple[str, ...]]
    bridged: set[str] = field(default_factory=set)

    def pruned(self) -> dict[str, Node]:
        while found := {name for name in self.skips if self._lacks(name)}:
            self.bridged |= found
        left = {name: node for name, node in self.nodes.items() if name not in {*self.gone, *self.bridged}}
        return {name: node.model_copy(update={"inputs": self._linked(node)}) for name, node in left.items()}

    def _lacks(self, name: str) -> bool:
        if name in {*self.gone, *self.bridged}:
            return False
        links = (link_in(value) for value in self.nodes[name].inputs.values())
        return any(link is not None and self._source(link) is None for link in links)

    def _source(self, link: Link) -> Link | None:
        """Where a link leads when skipped nodes are bridged; None where there is nothing."""
        seen: set[Link] = set()
        while link not in seen:
            seen.add(link)
            name, output = link
            if name in self.gone:
                return None
            if name not in self.bridged:
                return link
            passed = self.skips[name]
            onward = link_in(self.nodes[name].inputs.get(passed[output])) if output < len(passed) else None
            if onward is None:
                return None
            link = onward
        return None  # a circle; the server would refuse it too

    def _linked(self, node: Node) -> dict[str, JsonValue]:
        inputs: dict[str, JsonValue] = {}
        for name, value in node.inputs.items():
            link = link_in(value)
            source = None if link is None else self._source(link)
            if link is None:
                inputs[name] = value
            elif source is not None:
                inputs[name] = list(source)
        return inputs
