"""Workflow files: read, checked, and filled with what is asked for.

A file is what ComfyUI exports for its API, with notes in the titles of its nodes (see `titles`).
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from pydantic import JsonValue, TypeAdapter, ValidationError

from reelhouse.engines.comfyui.graph import Node, Nodes, Pruning
from reelhouse.engines.comfyui.titles import Note, TitleUnclear, note_of, without_note
from reelhouse.engines.errors import EngineRefused

ENGINE = "comfyui"
SHIPPED = Path(__file__).parent / "workflows"
MOST_BYTES = 4_000_000
NUMBERED = re.compile(r"(\w*[a-z])[1-9]")

FILE = TypeAdapter(dict[str, JsonValue])
NODES = TypeAdapter(dict[str, Node])


@dataclass(frozen=True, slots=True)
class Fields:
    """What the requests of one family can tell: values, and files. Of `many` there are several, by number."""

    values: frozenset[str]
    files: frozenset[str] = frozenset()
    many: frozenset[str] = frozenset()

    def is_file(self, name: str) -> bool:
        numbered = NUMBERED.fullmatch(name)
        return name in self.files or (numbered is not None and numbered[1] in self.many)

    def knows(self, name: str) -> bool:
        return name in self.values or self.is_file(name) or self._is_place(name)

    def _is_place(self, name: str) -> bool:
        """``overlap2_at`` is where ``overlap2`` stands."""
        return name.endswith("_at") and self.is_file(name.removesuffix("_at"))

    def listed(self) -> str:
        return ", ".join(sorted(self.values | self.files | {f"{name}1" for name in self.many}))


@dataclass(frozen=True, slots=True)
class Workflow:
    """`places` lead from a field to nodes and their inputs; the files of the node `output` are the result."""

    name: str
    nodes: Nodes
    fields: Fields
    places: Mapping[str, tuple[tuple[str, str], ...]]
    skips: Mapping[str, tuple[str, ...]]
    output: str

    def takes(self, field: str) -> bool:
        return field in self.places

    def most(self, field: str) -> int:
        """How many files of a numbered field have a place."""
        numbers = range(1, 10)
        return next((number - 1 for number in numbers if not self.takes(f"{field}{number}")), 9)

    def default(self, field: str) -> JsonValue:
        """What the file itself says for a field; None for one without a place."""
        for node, name in self.places.get(field, ()):
            return self.nodes[node].inputs.get(name)
        return None

    def filled(self, values: Mapping[str, JsonValue], token: str) -> dict[str, JsonValue]:
        """The graph as it is sent. Nodes whose files are not among the `values` are left out.

        `token` becomes a part of the names of files, so that a server never answers with files of earlier
        work, which may have been deleted.
        """
        absent = frozenset(
            node
            for field, places in self.places.items()
            if self.fields.is_file(field) and field not in values
            for node, _ in places
        )
        graph = Pruning(self.nodes, absent, self.skips).pruned()
        for field, value in values.items():
            for node, name in self.places.get(field, ()):
                if node in graph:
                    graph[node].inputs[name] = value
        if self.output in graph and "filename_prefix" in graph[self.output].inputs:
            graph[self.output].inputs["filename_prefix"] = f"reelhouse/{token}"
        return {name: node.model_dump(by_alias=True, mode="json") for name, node in graph.items()}

    def title(self, node: str) -> str:
        """How a person finds a node."""
        found = self.nodes.get(node)
        return f"{without_note(found.title)} (node {node})" if found else f"node {node}"


def shipped(name: str, fields: Fields) -> Workflow:
    return read(SHIPPED / f"{name}.json", fields)


def read(path: Path, fields: Fields) -> Workflow:
    """The workflow of a file. Raises `EngineRefused` with what is wrong with it."""
    nodes = _nodes(path)
    places: dict[str, list[tuple[str, str]]] = {}
    skips: dict[str, tuple[str, ...]] = {}
    outputs: list[str] = []
    for name, node in nodes.items():
        try:
            note = note_of(node.meta.title)
            _check(node, note, fields)
        except TitleUnclear as unclear:
            raise _refused(path, f"the title of node {name} ({node.class_type}): {unclear}") from None
        for own, field in note.takes:
            places.setdefault(field, []).append((name, own))
        if note.skip is not None:
            skips[name] = note.skip
        outputs += [name] if note.output else []
    if len(outputs) != 1:
        how_many = f"{len(outputs)} nodes are" if outputs else "no node is"
        raise _refused(path, f"{how_many} titled “reelhouse: output”; one must be")
    told = {field: tuple(pairs) for field, pairs in places.items()}
    return Workflow(path.stem, nodes, fields, told, skips, outputs[0])


def _nodes(path: Path) -> Nodes:
    try:
        whole = FILE.validate_json(_content(path))
        if isinstance(whole.get("nodes"), list):
            raise _refused(path, "it is saved for the editor; export it with “Export (API)”")
        nodes = NODES.validate_python(whole)
    except ValidationError as failure:
        raise _refused(path, next(_sentences(failure))) from None
    if not nodes:
        raise _refused(path, "it has no nodes")
    return nodes


def _content(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            content = file.read(MOST_BYTES + 1)
    except OSError as failure:
        raise _refused(path, f"it cannot be read ({failure.strerror})") from None
    if len(content) > MOST_BYTES:
        raise _refused(path, f"it has more than {MOST_BYTES} bytes")
    return content


def _sentences(failure: ValidationError) -> Iterator[str]:
    for one in failure.errors():
        where = ".".join(str(step) for step in one["loc"])
        yield f"{where}: {one['msg']}" if where else one["msg"]


def _check(node: Node, note: Note, fields: Fields) -> None:
    for own, field in note.takes:
        if not fields.knows(field):
            raise TitleUnclear(f"there is no field {field!r}; there are {fields.listed()}")
        if own not in node.inputs:
            raise TitleUnclear(
                f"it has no input {own!r}; write INPUT={field} with one of {', '.join(node.inputs)}"
            )
    for own in note.skip or ():
        if own not in node.inputs:
            raise TitleUnclear(f"it has no input {own!r} to skip to")


def _refused(path: Path, reason: str) -> EngineRefused:
    return EngineRefused(ENGINE, f"the workflow {path.name}: {reason}")
