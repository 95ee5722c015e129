"""What every text engine promises, whoever writes."""

import pytest

from reelhouse.engines.errors import EngineNotConfigured
from reelhouse.engines.text.base import TextEngine
from reelhouse.engines.text.types import ProductPage, ScriptRequest, Tone, TranslationRequest

PAGE = ProductPage(
    url="https://shop.example/desk",
    title="FlowDesk Pro – The standing desk | Acme",
    description="FlowDesk Pro is a standing desk that remembers your favorite height. Free shipping.",
    text="Buy now",
)
PROMPT = "Make a short video about our cold brew coffee subscription"


@pytest.mark.parametrize("max_words", [12, 25, 37])
@pytest.mark.parametrize("tone", [None, *Tone])
async def test_a_script_fits_its_words_and_is_long_enough(
    engine: TextEngine, max_words: int, tone: Tone | None
) -> None:
    script = await engine.write_script(ScriptRequest(PROMPT, max_words, tone=tone))

    assert max_words - 4 <= len(script.text.split()) <= max_words
    assert 50 <= len(script.text) <= 3000
    assert script.text[-1] in ".!?"
    assert script.engine == engine.name


async def test_a_page_alone_is_enough(engine: TextEngine) -> None:
    script = await engine.write_script(ScriptRequest("", 25, page=PAGE))

    assert len(script.text) >= 50


async def test_equal_requests_give_equal_scripts(engine: TextEngine) -> None:
    request = ScriptRequest(PROMPT, 25, page=PAGE, tone=Tone.CALM, call_to_action="Try it free")

    first = await engine.write_script(request)

    assert await engine.write_script(request) == first


SPOKEN = "Meet Acme One. It costs 25 dollars at acme.example, and 3 of 4 people keep it."


async def test_an_engine_says_beforehand_whether_it_translates(engine: TextEngine) -> None:
    """The remedy names the settings, so that the refusal comes before anything is charged."""
    request = TranslationRequest(SPOKEN, target="es", source="en-US")

    if engine.can_translate:
        assert (await engine.translate(request)).engine == engine.name
    else:
        with pytest.raises(EngineNotConfigured, match=r"dubbing.*REELHOUSE_TEXT_BACKEND"):
            await engine.translate(request)


async def test_a_translation_keeps_numbers_and_addresses(engine: TextEngine) -> None:
    if not engine.can_translate:
        pytest.skip("this engine does not translate")

    translation = await engine.translate(TranslationRequest(SPOKEN, target="pt-BR", max_words=20))

    assert translation.text != SPOKEN
    assert {"25", "3", "4", "acme.example,"} <= set(translation.text.lower().split())
    assert len(translation.text.split()) <= 20


async def test_equal_requests_give_equal_translations(engine: TextEngine) -> None:
    if not engine.can_translate:
        pytest.skip("this engine does not translate")
    request = TranslationRequest(SPOKEN, target="ja")

    first = await engine.translate(request)

    assert await engine.translate(request) == first
