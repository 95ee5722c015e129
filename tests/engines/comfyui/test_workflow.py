"""Workflow files: what the titles of nodes say, and what is wrong with a file."""

import json
from itertools import chain, combinations
from pathlib import Path
from typing import Any

import pytest
from pydantic import JsonValue

from comfyui_checks import checked
from reelhouse.engines.comfyui.titles import Note, note_of
from reelhouse.engines.comfyui.wishes import Upload, Wishes, notes
from reelhouse.engines.comfyui.workflow import Fields, Workflow, read, shipped
from reelhouse.engines.errors import EngineRefused
from reelhouse.engines.image.backends import comfyui as image
from reelhouse.engines.image.backends import comfyui_editor as edit
from reelhouse.engines.mesh.backends import comfyui as mesh
from reelhouse.engines.music.backends import comfyui_song as song
from reelhouse.engines.video.backends import comfyui as video

FIELDS = Fields(frozenset({"prompt", "seed"}), files=frozenset({"start"}), many=frozenset({"reference"}))
SHIPPED = {
    "qwen_image": image.FIELDS,
    "qwen_image_references": image.FIELDS,
    "qwen_image_edit": edit.FIELDS,
    "ltx_2": video.FIELDS,
    "ace_step": song.FIELDS,
    "trellis_2": mesh.FIELDS,
    "hunyuan_3d": mesh.FIELDS,
}
FILES = ("start", "final", "audio", "overlap", "overlap1", "overlap8")


def node(class_type: str, title: str = "", **inputs: object) -> dict[str, Any]:
    return {"class_type": class_type, "inputs": inputs, "_meta": {"title": title}}


def small(**changed: object) -> dict[str, object]:
    return {
        "1": node("CLIPTextEncode", "Words (reelhouse: text=prompt)", text=""),
        "2": node("SaveImage", "reelhouse: output", images=["1", 0]),
        **changed,
    }


def written(folder: Path, content: object) -> Path:
    path = folder / "mine.json"
    path.write_text(content if isinstance(content, str) else json.dumps(content))
    return path


@pytest.mark.parametrize(
    ("title", "note"),
    [
        ("KSampler", Note()),
        ("reelhouse: seed", Note((("seed", "seed"),))),
        ("Size (reelhouse: width, height)", Note((("width", "width"), ("height", "height")))),
        ("REELHOUSE:text = Prompt", Note((("text", "prompt"),))),
        ("[reelhouse: output] save", Note(output=True)),
        ("reelhouse: skip=positive+negative", Note(skip=("positive", "negative"))),
        ("reelhouse: sign_mode.qef=closed", Note((("sign_mode.qef", "closed"),))),
    ],
)
def test_titles_say_which_input_takes_which_field(title: str, note: Note) -> None:
    assert note_of(title) == note


@pytest.mark.parametrize("name", SHIPPED)
def test_shipped_workflows_fit_the_nodes_of_comfyui(name: str) -> None:
    workflow = shipped(name, SHIPPED[name])
    files = {field: "a.png" for field in workflow.places if workflow.fields.is_file(field)}

    graph = workflow.filled(dict(files), "token")

    assert checked(graph, {"a.png": b""}) == ({}, {})


@pytest.mark.parametrize("given", [*chain.from_iterable(combinations(FILES, count) for count in range(4))])
def test_films_of_any_material_are_whole_workflows(given: tuple[str, ...]) -> None:
    workflow = shipped("ltx_2", video.FIELDS)
    values: dict[str, JsonValue] = dict.fromkeys(given, "a.png")

    graph = workflow.filled(values, "token")

    assert checked(graph, {"a.png": b""}) == ({}, {})
    loaded = [one for one in graph.values() if str(one["class_type"]).startswith("Load")]  # type: ignore[index,call-overload]
    assert len(loaded) == len(given)


def test_a_node_without_its_file_is_left_out_and_bridged() -> None:
    workflow = shipped("ltx_2", video.FIELDS)

    plain = workflow.filled({}, "token")
    started = workflow.filled({"start": "a.png"}, "token")

    assert _inputs(plain, "70") == {"video_latent": ["7", 0], "audio_latent": ["60", 0]}
    assert _inputs(started, "70") == {"video_latent": ["12", 0], "audio_latent": ["60", 0]}
    assert _inputs(started, "12")["latent"] == ["7", 0]


def test_an_input_whose_node_left_is_dropped(tmp_path: Path) -> None:
    graph = small(
        **{
            "1": node("TextEncodeQwenImageEditPlus", "reelhouse: prompt", prompt="", image1=["3", 0]),
            "3": node("LoadImage", "reelhouse: image=reference1", image="x"),
        }
    )
    workflow = read(written(tmp_path, graph), FIELDS)

    assert _inputs(workflow.filled({}, "token"), "1") == {"prompt": ""}
    assert _inputs(workflow.filled({"reference1": "y"}, "token"), "3") == {"image": "y"}


def test_results_never_have_the_name_of_earlier_ones() -> None:
    workflow = shipped("qwen_image", image.FIELDS)

    prefixes = [_inputs(workflow.filled({}, token), "10")["filename_prefix"] for token in ("one", "two")]

    assert prefixes == ["reelhouse/one", "reelhouse/two"]


@pytest.mark.parametrize(
    ("content", "told"),
    [
        ("", "JSON"),
        ("[]", "dictionary|object"),
        ("{}", "no nodes"),
        ('{"nodes": [], "links": []}', r"Export \(API\)"),
        ({"1": {"inputs": {}}}, "1.class_type: Field required"),
        ({"1": node("SaveImage", images=[])}, "no node is titled"),
        (small(**{"3": node("PreviewImage", "reelhouse: output")}), "2 nodes are titled"),
        (
            small(**{"3": node("KSampler", "reelhouse: sead", sead=1)}),
            "no field 'sead'; there are prompt, ref",
        ),
        (small(**{"3": node("KSampler", "reelhouse: seed", noise=1)}), "write INPUT=seed with one of noise"),
        (small(**{"3": node("KSampler", "reelhouse: skip=latent", noise=1)}), "no input 'latent' to skip to"),
        (small(**{"3": node("KSampler", "reelhouse: noise=the seed", noise=1)}), "is not understood"),
    ],
)
def test_a_file_that_cannot_be_used_says_why(tmp_path: Path, content: object, told: str) -> None:
    with pytest.raises(EngineRefused, match=told) as refusal:
        read(written(tmp_path, content), FIELDS)

    assert "mine.json" in refusal.value.reason


def test_a_file_that_is_not_there_says_so(tmp_path: Path) -> None:
    with pytest.raises(EngineRefused, match=r"gone\.json: it cannot be read \(No such file"):
        read(tmp_path / "gone.json", FIELDS)


def test_what_has_no_place_is_told(tmp_path: Path) -> None:
    workflow = read(written(tmp_path, small()), FIELDS)

    told = notes(
        workflow, Wishes({"prompt": "a", "seed": 7, "steps": None, "frames": 9}, quiet=frozenset({"frames"}))
    )

    assert told == ("The workflow mine has no place for: seed.",)


@pytest.mark.parametrize("name", ["start", "reference1"])
def test_a_file_without_a_place_is_refused(tmp_path: Path, name: str) -> None:
    workflow = read(written(tmp_path, small()), FIELDS)

    with pytest.raises(EngineRefused, match=f"has no place for: {name}"):
        notes(workflow, Wishes({"prompt": "a"}, {name: Upload(b"", ".png")}))


def test_words_without_a_place_are_refused(tmp_path: Path) -> None:
    graph = {"2": node("SaveImage", "reelhouse: output", images=["1", 0])}
    workflow = read(written(tmp_path, graph), FIELDS)

    with pytest.raises(EngineRefused, match="has no place for: prompt"):
        notes(workflow, Wishes({"prompt": "a"}))


def test_titles_name_nodes_as_people_know_them() -> None:
    workflow: Workflow = shipped("qwen_image", image.FIELDS)

    assert workflow.title("8") == "Sampler (node 8)"
    assert workflow.title("99") == "node 99"


def _inputs(graph: dict[str, JsonValue], name: str) -> dict[str, Any]:
    found: Any = graph[name]
    inputs: dict[str, Any] = found["inputs"]
    return inputs
