"""A caption style is a JSON document: whole, bounded, and told apart from what is none."""

import json

import pytest

from reelhouse.media.captions import CAPTION_STYLES, CaptionStyle, Gradient, Ink, style_to_document
from reelhouse.render.captions.styles import STYLES, caption_style, style_from_json
from reelhouse.render.errors import CaptionStyleInvalid

WHOLE = {"name": "mine", "face": "Anton Regular", "size": 0.1, "active": {"fill": "#FF0000"}}


def invalid(document: object) -> CaptionStyleInvalid:
    with pytest.raises(CaptionStyleInvalid) as refusal:
        style_from_json(document if isinstance(document, str) else json.dumps(document))
    return refusal.value


@pytest.mark.parametrize("style", STYLES.values(), ids=STYLES)
def test_every_builtin_style_survives_its_own_document(style: CaptionStyle) -> None:
    document = json.dumps(style_to_document(style))

    assert style_from_json(document) == style
    assert CAPTION_STYLES.validate_json(document) == style


def test_a_document_may_say_only_what_it_must() -> None:
    style = style_from_json(json.dumps(WHOLE))

    assert style.active.fill == Ink("#FF0000")
    assert style.upcoming is None


def test_a_document_may_extend_a_builtin_style() -> None:
    style = style_from_json(
        json.dumps(
            {
                "extends": "hormozi",
                "name": "mine",
                "motion": None,
                "active": {"fill": {"kind": "gradient", "stops": ["#FFFFFF", "#FF00FF"]}},
            }
        )
    )

    hormozi = caption_style("hormozi")
    assert style.active.fill == Gradient(("#FFFFFF", "#FF00FF"))
    assert style.active.strokes == hormozi.active.strokes
    assert style.upcoming == hormozi.upcoming
    assert style.motion is None


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"size": 3}, "size"),
        ({"size": float("nan")}, ""),
        ({"face": "Comic Sans MS"}, "face"),
        ({"name": "../etc"}, "name"),
        ({"colour": "#FFFFFF"}, "colour"),
        ({"extends": "sparkles"}, "extends"),
        ({"active": {"fill": "red"}}, "active.fill.ink.colour"),
        (
            {"active": {"fill": "#FFFFFF", "strokes": [{"ink": "#000000", "width": 9}]}},
            "active.strokes.0.width",
        ),
        ({"motion": {"keyframes": []}}, "motion.keyframes"),
        ({"effect": {"kind": "rain"}}, "effect"),
    ],
    ids=str,
)
def test_what_is_no_style_is_refused_by_the_field(change: dict[str, object], field: str) -> None:
    assert invalid(WHOLE | change).field == field


@pytest.mark.parametrize("document", ["", "[]", "nonsense", '{"name": NaN}', "[" * 5000, " " * 30_000])
def test_what_is_no_document_is_refused(document: str) -> None:
    assert invalid(document).field == ""
