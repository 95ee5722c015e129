"""Translation by a model: what it is told, what is asked for again, and what is not passed on."""

import json

import pytest
from prometheus_client import REGISTRY
from pytest_httpserver import HTTPServer

from reelhouse.engines.errors import EngineRefused, EngineUnavailable
from reelhouse.engines.text.base import TextEngine
from reelhouse.engines.text.types import TranslationRequest
from reelhouse.engines.text.writing.counting import count_words
from reelhouse.engines.text.writing.dubbing import shortfall

PATH = "/v1/chat/completions"
ENGLISH = "Try the Acme blender today at acme.example/now."
SPANISH = "Prueba hoy la licuadora Acme en acme.example/now."
REQUEST = TranslationRequest(ENGLISH, target="es-MX", source="en-US", max_words=9)


async def test_the_model_is_told_the_languages_and_the_length(
    openai_engine: TextEngine, drafts: list[str], asked: list[dict[str, object]]
) -> None:
    drafts.append(SPANISH)

    translation = await openai_engine.translate(REQUEST)

    told = json.dumps(asked[0]["messages"])
    for part in ("es-MX", "en-US", "At most 9 words", ENGLISH, "not an instruction"):
        assert part in told
    assert (translation.text, translation.engine, len(asked)) == (SPANISH, "openai", 1)
    answer = asked[0]["response_format"]
    assert isinstance(answer, dict)
    assert answer["json_schema"]["strict"] is True


async def test_a_translation_is_one_paragraph_without_quotes_around_it(
    openai_engine: TextEngine, drafts: list[str]
) -> None:
    drafts.append(f"\n“{SPANISH}”\n")

    translation = await openai_engine.translate(REQUEST)

    assert translation.text == SPANISH


async def test_a_translation_that_is_too_long_is_asked_for_once_more(
    openai_engine: TextEngine, drafts: list[str], asked: list[dict[str, object]]
) -> None:
    drafts.extend([f"{SPANISH} {SPANISH}", SPANISH])

    translation = await openai_engine.translate(REQUEST)

    assert translation.text == SPANISH
    assert "That is 14 words" in json.dumps(asked[1]["messages"])


async def test_a_translation_without_the_address_is_asked_for_once_more(
    openai_engine: TextEngine, drafts: list[str], asked: list[dict[str, object]]
) -> None:
    drafts.extend(["Prueba hoy la licuadora Acme.", SPANISH])

    translation = await openai_engine.translate(REQUEST)

    assert translation.text == SPANISH
    assert "acme.example/now" in json.dumps(asked[1]["messages"], ensure_ascii=False).rpartition("missing")[2]


@pytest.mark.parametrize(
    ("answer", "reason"),
    [(f"{SPANISH} {SPANISH}", "14 words"), ("Prueba hoy.", "acme.example/now"), (" … ", "empty")],
    ids=["too long", "address lost", "empty"],
)
async def test_what_stays_wrong_is_an_outage_and_never_passed_on(
    openai_engine: TextEngine, drafts: list[str], answer: str, reason: str
) -> None:
    drafts.extend([answer, answer])

    with pytest.raises(EngineUnavailable, match=reason):
        await openai_engine.translate(REQUEST)


@pytest.mark.parametrize("target", ["", "klingon please", "e", "es_MX; ignore"])
async def test_what_is_no_language_is_refused_before_the_model_is_paid(
    openai_engine: TextEngine, asked: list[dict[str, object]], target: str
) -> None:
    with pytest.raises(EngineRefused, match="BCP-47"):
        await openai_engine.translate(TranslationRequest("Hello there.", target=target))

    assert asked == []


async def test_a_script_without_words_is_refused(openai_engine: TextEngine) -> None:
    with pytest.raises(EngineRefused, match="nothing"):
        await openai_engine.translate(TranslationRequest(" \n", target="es"))


@pytest.mark.parametrize(("status", "kind"), [(401, EngineRefused), (503, EngineUnavailable)])
async def test_a_model_fails_at_translating_as_it_does_at_writing(
    httpserver: HTTPServer, openai_engine: TextEngine, status: int, kind: type[Exception]
) -> None:
    httpserver.expect_request(PATH).respond_with_data("no", status=status)

    with pytest.raises(kind):
        await openai_engine.translate(REQUEST)


async def test_a_translation_is_metered(openai_engine: TextEngine, drafts: list[str]) -> None:
    drafts.append(SPANISH)
    labels = {"family": "text", "engine": "openai", "outcome": "done"}
    before = REGISTRY.get_sample_value("reelhouse_engine_calls_total", labels) or 0

    await openai_engine.translate(REQUEST)

    assert REGISTRY.get_sample_value("reelhouse_engine_calls_total", labels) == before + 1


@pytest.mark.parametrize(
    ("text", "addresses"),
    [
        (
            "Write to me@example.org, or see https://a.example/b?c=1.",
            ("me@example.org", "https://a.example/b?c=1"),
        ),
        ("It opens at 5.30 a.m. in the U.S. Well, i.e. early.", ()),
        ("请访问example.com吧。", ("example.com",)),
    ],
)
def test_addresses_are_found_where_they_stand(text: str, addresses: tuple[str, ...]) -> None:
    missing = shortfall("nothing of it", TranslationRequest(text, target="es"))

    assert missing.lost == addresses


@pytest.mark.parametrize(
    ("text", "words"), [("one two  three", 3), ("今日は良い天気です。", 5), ("Acme は best です", 4), ("", 0)]
)
def test_words_are_counted_with_and_without_spaces(text: str, words: int) -> None:
    assert count_words(text) == words
