"""Scripts by a model: what it is told, how its drafts are fitted, and what its failures mean."""

import json
import subprocess
import sys

import pytest
from pytest_httpserver import HTTPServer

from reelhouse.engines.errors import EngineNotConfigured, EngineRefused, EngineUnavailable
from reelhouse.engines.text.base import TextEngine
from reelhouse.engines.text.factory import text_engine
from reelhouse.engines.text.settings import TextSettings
from reelhouse.engines.text.types import ProductPage, ScriptRequest, Tone

PATH = "/v1/chat/completions"
GOOD = "Cold mornings call for better coffee, and this one comes right to your door. Try it today."
LONG = f"{GOOD} It is roasted on Monday, ground on Tuesday, packed on Wednesday, and sent before the weekend."
REQUEST = ScriptRequest("our coffee subscription", 20)


async def test_the_model_is_told_everything_and_asked_for_strict_json(
    openai_engine: TextEngine, drafts: list[str], asked: list[dict[str, object]]
) -> None:
    page = ProductPage("https://a.b", "Acme Roast", "Beans by mail.", "Roasted on Mondays.")
    drafts.append(GOOD)

    await openai_engine.write_script(ScriptRequest("coffee", 20, page, Tone.CALM, "Try it today"))

    told = json.dumps(asked[0]["messages"])
    for part in ("coffee", "At most 20 words", "Roasted on Mondays.", "calm", "Try it today"):
        assert part in told
    assert asked[0]["model"] == "gpt-4o"
    answer = asked[0]["response_format"]
    assert isinstance(answer, dict)
    assert answer["json_schema"]["strict"] is True


async def test_a_fitting_draft_is_taken_as_it_is(
    openai_engine: TextEngine, drafts: list[str], asked: list[dict[str, object]]
) -> None:
    drafts.append(GOOD)

    script = await openai_engine.write_script(REQUEST)

    assert (script.text, script.engine, len(asked)) == (GOOD, "openai", 1)


async def test_a_draft_is_reduced_to_what_is_spoken(openai_engine: TextEngine, drafts: list[str]) -> None:
    drafts.append(f"**Hook:** 🔥 [smiles] {GOOD}")

    script = await openai_engine.write_script(REQUEST)

    assert script.text.endswith(GOOD)
    assert not set("*[]🔥") & set(script.text)


async def test_a_draft_that_is_too_long_is_asked_for_once_more(
    openai_engine: TextEngine, drafts: list[str], asked: list[dict[str, object]]
) -> None:
    drafts.extend([LONG, GOOD])

    script = await openai_engine.write_script(REQUEST)

    assert script.text == GOOD
    assert "at most 20 words" in json.dumps(asked[1]["messages"])


async def test_a_model_that_stays_too_long_is_cut_at_a_sentence(
    openai_engine: TextEngine, drafts: list[str], asked: list[dict[str, object]]
) -> None:
    drafts.extend([LONG, LONG])

    script = await openai_engine.write_script(REQUEST)

    assert script.text == GOOD
    assert len(asked) == 2


async def test_drafts_that_cannot_be_cut_are_an_outage(openai_engine: TextEngine, drafts: list[str]) -> None:
    drafts.extend(["and then " * 40, "no."])

    with pytest.raises(EngineUnavailable, match="20 words"):
        await openai_engine.write_script(REQUEST)


@pytest.mark.parametrize("status", [400, 401, 403, 404, 422])
async def test_what_the_model_forbids_is_refused_without_its_key(
    httpserver: HTTPServer, openai_engine: TextEngine, key: str, status: int
) -> None:
    """Promise 37."""
    echo = {"error": {"message": f"Incorrect API key provided: {key}", "type": "x", "code": "x"}}
    httpserver.expect_request(PATH).respond_with_json(echo, status=status)

    with pytest.raises(EngineRefused) as refusal:
        await openai_engine.write_script(REQUEST)

    assert key not in str(refusal.value)
    assert httpserver.log[0][0].headers["Authorization"] == f"Bearer {key}"


@pytest.mark.parametrize("status", [429, 500, 502, 503])
async def test_a_model_in_trouble_may_be_asked_again(
    httpserver: HTTPServer, openai_engine: TextEngine, status: int
) -> None:
    """Promise 41: one call, one try; whoever asked decides about the next."""
    httpserver.expect_request(PATH).respond_with_data("busy", status=status)

    with pytest.raises(EngineUnavailable, match=str(status)):
        await openai_engine.write_script(REQUEST)

    assert len(httpserver.log) == 1


async def test_a_model_out_of_reach_may_be_asked_again(openai_settings: TextSettings) -> None:
    engine = text_engine(openai_settings.model_copy(update={"url": "http://127.0.0.1:9/v1"}))

    with pytest.raises(EngineUnavailable):
        await engine.write_script(REQUEST)


async def test_an_answer_that_is_no_script_is_an_outage(
    httpserver: HTTPServer, openai_engine: TextEngine
) -> None:
    httpserver.expect_request(PATH).respond_with_json({"hello": "world"})

    with pytest.raises(EngineUnavailable):
        await openai_engine.write_script(REQUEST)


def test_without_key_and_address_the_remedy_is_named() -> None:
    with pytest.raises(EngineNotConfigured) as refusal:
        text_engine(TextSettings(backend="openai"))

    assert "REELHOUSE_TEXT_KEY" in refusal.value.remedy


def test_without_its_extra_the_remedy_is_named(
    monkeypatch: pytest.MonkeyPatch, openai_settings: TextSettings
) -> None:
    monkeypatch.setitem(sys.modules, "pydantic_ai", None)
    monkeypatch.delitem(sys.modules, "reelhouse.engines.text.backends.openai", raising=False)

    with pytest.raises(EngineNotConfigured) as refusal:
        text_engine(openai_settings)

    assert "reelhouse[llm]" in refusal.value.remedy


def test_the_builtin_does_not_import_what_it_does_not_use() -> None:
    """It would cost seconds at each start."""
    program = (
        "import sys; from reelhouse.engines.text.factory import text_engine; "
        "from reelhouse.engines.text.settings import TextSettings; "
        "print(text_engine(TextSettings()).name, 'pydantic_ai' in sys.modules, 'openai' in sys.modules)"
    )

    told = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)

    assert told.stdout.split() == ["builtin", "False", "False"]
