"""What every text engine promises, whoever writes."""

import pytest

from reelhouse.engines.text.base import TextEngine
from reelhouse.engines.text.types import ProductPage, ScriptRequest, Tone

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
