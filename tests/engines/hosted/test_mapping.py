"""Wishes become a model's input: nothing that matters is dropped, and the rest is told."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from pydantic import JsonValue

from reelhouse.engines.errors import EngineNotConfigured, EngineRefused
from reelhouse.engines.hosted.catalogue import CATALOGUE, own_variants
from reelhouse.engines.hosted.mapping import Mapper, sized
from reelhouse.engines.hosted.table import Variant
from reelhouse.engines.hosted.wishes import File, Value, Wishes

MAPPER = Mapper("acme", "acme/one")
Table = Callable[[str, str], Path]


def variant(fields: dict[str, Any], **more: Any) -> Variant:  # noqa: ANN401
    return Variant.model_validate({"fields": fields, **more})


def told(fields: dict[str, Any], values: dict[str, Value], **addresses: list[str]) -> dict[str, JsonValue]:
    return MAPPER.inputs(variant(fields).fields, Wishes(values), addresses)[0]


@pytest.mark.parametrize(
    ("told_as", "seconds", "said"),
    [
        ("duration", 2.5, 2.5),
        ("duration", 2.0, 2),
        ({"to": "duration", "form": "text"}, 2.5, "2.5"),
        ({"to": "duration", "form": "whole"}, 3.34, 4),
        ({"to": "duration", "choices": [6, 8, 10]}, 6.4, 8),
        ({"to": "duration", "choices": [6, 8, 10]}, 1, 6),
        ({"to": "duration", "form": "text", "choices": [5, 10]}, 5, "5"),
        ({"to": "duration", "least": 5}, 2, 5),
    ],
)
def test_a_duration_is_told_as_the_model_hears_it_and_never_too_short(
    told_as: object, seconds: float, said: JsonValue
) -> None:
    assert told({"seconds": told_as}, {"seconds": seconds}) == {"duration": said}


@pytest.mark.parametrize("told_as", [{"to": "d", "choices": [6, 8]}, {"to": "d", "most": 8}])
def test_what_is_too_long_for_the_model_is_refused(told_as: object) -> None:
    with pytest.raises(EngineRefused, match=r"acme/one makes at most 8 seconds, not 8\.5"):
        told({"seconds": told_as}, {"seconds": 8.5})


def test_fewer_faces_than_the_model_can_make_are_refused() -> None:
    with pytest.raises(EngineRefused, match="at least 5000 faces, not 200"):
        told({"faces": {"to": "target", "least": 5000}}, {"faces": 200})


def test_other_numbers_are_brought_inside_and_seeds_begin_again() -> None:
    steps = {"to": "steps", "form": "whole", "least": 1, "most": 50}

    inputs = told({"steps": steps, "seed": {"to": "seed", "most": 65535}}, {"steps": 200, "seed": 65536 + 7})

    assert inputs == {"steps": 50, "seed": 7}


def test_words_of_the_model_stand_for_ours() -> None:
    fields = {"language": {"to": "language", "words": {"de": "German"}}}

    assert told(fields, {"language": "de"}) == {"language": "German"}
    assert told(fields, {"language": "tlh"}) == {}


def test_text_that_no_json_can_carry_is_cleaned() -> None:
    assert told({"prompt": "prompt"}, {"prompt": "a\0b\ud800"}) == {"prompt": "a b?"}


def test_files_of_several_fields_come_in_the_order_of_the_table() -> None:
    fields = {"source": {"to": "images", "form": "list"}, "references": {"to": "images", "form": "list"}}

    assert told(fields, {}, references=["b", "c"], source=["a"]) == {"images": ["a", "b", "c"]}


def test_more_files_than_the_model_takes_are_refused() -> None:
    with pytest.raises(EngineRefused, match="takes one of the reference pictures, not 2"):
        told({"references": "image"}, {}, references=["a", "b"])


def test_what_has_no_place_is_told() -> None:
    wishes = Wishes({"prompt": "a lake", "seed": 0, "high_detail": True, "polish": False, "variety": None})
    asked = variant({"prompt": "prompt"})

    assert MAPPER.notes(asked, wishes, frozenset()) == (
        "The model acme/one has no input for: high detail, seed.",
    )


FRAME = File(b"x", "image/png", "x.png")
WAYS = (
    variant({"prompt": "prompt"}, path="words"),
    variant({"prompt": "prompt", "start": "image"}, path="frames", needs=["start"]),
)


def test_the_way_that_takes_everything_is_chosen() -> None:
    assert MAPPER.chosen(WAYS, Wishes({"prompt": "a"})).path == "words"
    assert MAPPER.chosen(WAYS, Wishes({"prompt": "a"}, {"start": [FRAME]})).path == "frames"


@pytest.mark.parametrize("name", ["final", "overlap", "audio"])
def test_a_file_that_no_way_takes_is_refused_by_its_name(name: str) -> None:
    titles = {"final": "final frame", "overlap": "overlap frames", "audio": "sound"}

    with pytest.raises(EngineRefused, match=f"acme/one does not take: {titles[name]}"):
        MAPPER.chosen(WAYS, Wishes({"prompt": "a"}, {"start": [FRAME], name: [FRAME]}))


def test_what_the_model_cannot_do_without_is_named() -> None:
    with pytest.raises(EngineRefused, match="cannot do without: start frame"):
        MAPPER.chosen(WAYS[1:], Wishes({"prompt": "a"}))


@pytest.mark.parametrize(
    ("rule", "size", "said"),
    [
        ({"form": "object", "to": "s"}, (640, 360), {"s": {"width": 640, "height": 360}}),
        ({"form": "sides", "multiple": 32}, (650, 350), {"width": 640, "height": 352}),
        ({"form": "text", "to": "s", "most": 1000}, (2000, 500), {"s": "1000x250"}),
        ({"form": "sides", "least": 512}, (64, 128), {"width": 512, "height": 1024}),
        ({"form": "sides", "least": 512, "most": 1024, "multiple": 16}, (32, 1024), None),
        ({"form": "ratio", "to": "s", "choices": ["1:1", "16:9", "9:16"]}, (500, 900), {"s": "9:16"}),
        ({"form": "tier", "to": "s", "choices": ["720p", "480p"]}, (800, 500), {"s": "720p"}),
        ({"form": "tier", "to": "s", "choices": ["480p", "720p"]}, (4000, 4000), {"s": "720p"}),
        ({"form": "tier", "to": "s", "choices": ["512", "640"]}, (600, 600), {"s": 640}),
        ({"form": "tier", "to": "s", "choices": ["1080p", "2k", "4k"]}, (1200, 1200), {"s": "2k"}),
    ],
)
def test_a_size_is_told_as_the_model_hears_it(
    rule: dict[str, Any], size: tuple[int, int], said: dict[str, JsonValue] | None
) -> None:
    inputs = sized(variant({}, size=[rule]), size)

    assert inputs == said if said else all(16 <= int(str(side)) <= 1024 for side in inputs.values())


def test_a_users_table_may_be_json_or_toml(table: Table) -> None:
    one = own_variants(table("a.json", '{"fields": {"prompt": "text"}, "output": "image"}'))
    same = own_variants(table("a.toml", 'output = "image"\n[fields]\nprompt = "text"\n'))
    several = own_variants(
        table("b.toml", '[[variants]]\nfields = {prompt = "a"}\n[[variants]]\nfields = {prompt = "b"}\n')
    )

    assert one == same
    assert [way.fields["prompt"].to for way in several] == ["a", "b"]


@pytest.mark.parametrize(
    ("name", "text", "told"),
    [
        ("a.json", "{", "Expecting"),
        ("a.toml", "= 1", "Invalid"),
        ("a.json", "[]", "no way to ask"),
        ("a.json", '{"felder": {}}', "fields: Field required"),
        ("a.json", '{"fields": {"prompt": {"to": "a", "form": "loud"}}}', "form"),
        ("a.json", '{"fields": {}, "size": [{"form": "ratio", "to": "a", "choices": ["wide"]}]}', "ratios"),
        ("a.json", '{"fields": {}, "size": [{"form": "tier", "to": "a", "choices": ["big"]}]}', "720p"),
        ("a.json", '{"fields": {}, "size": [{"form": "text"}]}', "names the input"),
    ],
)
def test_a_wrong_table_is_told_with_its_place(table: Table, name: str, text: str, told: str) -> None:
    path = table(name, text)

    with pytest.raises(EngineNotConfigured, match=told) as refusal:
        own_variants(path)

    assert str(path) in refusal.value.remedy


def test_a_table_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(EngineNotConfigured, match="No such file"):
        own_variants(tmp_path / "none.json")


@pytest.mark.parametrize("vendor", ["fal", "replicate"])
def test_every_family_has_a_usual_model(vendor: str) -> None:
    from importlib.resources import files  # noqa: PLC0415

    told = files("reelhouse.engines.hosted") / "models" / f"{vendor}.json"
    catalogue = CATALOGUE.validate_json(told.read_bytes())

    assert set(catalogue) == {"image", "edit", "video", "voice", "transcript", "song", "sound", "mesh"}
    assert all(models.default in models.models for models in catalogue.values())
