"""The how-to names what there is."""

from pathlib import Path

import pytest

from reelhouse.engines.comfyui.graph import Node
from reelhouse.engines.comfyui.workflow import SHIPPED, Fields, shipped
from reelhouse.engines.image.backends import comfyui as image
from reelhouse.engines.image.backends import comfyui_editor as edit
from reelhouse.engines.mesh.backends import comfyui as mesh
from reelhouse.engines.music.backends import comfyui_song as song
from reelhouse.engines.video.backends import comfyui as video

HOW_TO = (Path(__file__).parents[3] / "docs" / "how-to" / "comfyui.md").read_text()
FIELDS = {
    "image": image.FIELDS,
    "edit": edit.FIELDS,
    "video": video.FIELDS,
    "song": song.FIELDS,
    "mesh": mesh.FIELDS,
}
EVERYTHING = Fields(
    frozenset().union(*(fields.values for fields in FIELDS.values())),
    frozenset().union(*(fields.files for fields in FIELDS.values())),
    frozenset().union(*(fields.many for fields in FIELDS.values())),
)


@pytest.mark.parametrize("family", FIELDS)
def test_every_field_has_a_row(family: str) -> None:
    rows = [line for line in HOW_TO.splitlines() if line.startswith(f"| `{family}` |")]
    fields = FIELDS[family]

    told = rows[-1].replace("`", " ").replace(",", " ").split()

    assert set(told) >= fields.values | fields.files | {f"{name}1" for name in fields.many}


@pytest.mark.parametrize("name", sorted(path.stem for path in SHIPPED.glob("*.json")))
def test_every_workflow_and_its_models_are_named(name: str) -> None:
    workflow = shipped(name, EVERYTHING)

    models = {model for node in workflow.nodes.values() for model in models_of(node)}

    assert f"`{name}`" in HOW_TO
    assert [model for model in models if f"{model}`" not in HOW_TO] == []


def models_of(node: Node) -> list[str]:
    values = [str(value) for value in node.inputs.values()]
    return [value.removesuffix(".safetensors") for value in values if value.endswith(".safetensors")]
