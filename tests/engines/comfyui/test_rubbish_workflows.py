"""Whatever a workflow file holds, it is used or refused, and never sent half."""

import json
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.effort import examples

from reelhouse.engines.comfyui.graph import link_in
from reelhouse.engines.comfyui.titles import TitleUnclear, note_of
from reelhouse.engines.comfyui.workflow import Fields, read
from reelhouse.engines.errors import EngineRefused

FIELDS = Fields(frozenset({"prompt", "seed"}), files=frozenset({"start"}), many=frozenset({"overlap"}))
NAMES = st.sampled_from(["1", "2", "3", "4"])
SCALARS = st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=5)
LINKS = st.tuples(NAMES, st.integers(0, 3)).map(list)
TITLES = st.sampled_from(
    [
        "", "reelhouse: output", "reelhouse: a=prompt", "reelhouse: b=start", "reelhouse: a=overlap2",
        "reelhouse: skip=a", "reelhouse: skip=b+a+c", "reelhouse: skip=c, a=seed", "reelhouse:",
    ]
)  # fmt: skip
NODES = st.fixed_dictionaries(
    {
        "class_type": st.just("Node"),
        "inputs": st.fixed_dictionaries(dict.fromkeys("abc", LINKS | SCALARS)),
        "_meta": st.fixed_dictionaries({"title": TITLES}),
    }
)
ANYTHING = st.recursive(SCALARS, lambda inner: st.lists(inner) | st.dictionaries(st.text(max_size=8), inner))
QUICK = settings(
    max_examples=examples(150), deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)


@given(title=st.text() | st.text().map("reelhouse:{}".format))
def test_any_title_is_read_or_unclear(title: str) -> None:
    with suppress(TitleUnclear):
        note_of(title)


@QUICK
@given(content=ANYTHING | st.dictionaries(NAMES, ANYTHING))
def test_any_json_is_a_workflow_or_refused(tmp_path: Path, content: object) -> None:
    path = tmp_path / "any.json"
    path.write_text(json.dumps(content))

    with pytest.raises(EngineRefused):
        read(path, FIELDS)


@QUICK
@given(content=st.binary(max_size=50))
def test_any_bytes_are_refused(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "any.json"
    path.write_bytes(content)

    with pytest.raises(EngineRefused):
        read(path, FIELDS)


@QUICK
@given(
    graph=st.dictionaries(NAMES, NODES, min_size=1),
    given_files=st.sets(st.sampled_from(["start", "overlap2"])),
)
def test_what_is_sent_has_no_link_to_a_node_that_is_not(
    tmp_path: Path, graph: dict[str, object], given_files: set[str]
) -> None:
    path = tmp_path / "any.json"
    path.write_text(json.dumps(graph))
    known = set(graph)
    with suppress(EngineRefused):
        sent = read(path, FIELDS).filled(dict.fromkeys(given_files, "x.png"), "token")

        for node in sent.values():
            assert isinstance(node, dict)
            inputs = node["inputs"]
            assert isinstance(inputs, dict)
            leads = {link[0] for value in inputs.values() if (link := link_in(value)) and link[0] in known}
            assert leads <= set(sent)
