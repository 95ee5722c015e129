"""What every sound engine promises, whoever makes the sound."""

from fractions import Fraction

import numpy as np
import pytest

from reelhouse.engines.errors import EngineRefused
from reelhouse.engines.sound.base import SoundEngine
from reelhouse.engines.sound.types import SoundRequest

SHOT = "A sharp pistol shot in a dry canyon with a quick mechanical click and short tail echo."
HOSTILE = {
    "json": '{"prompt": "rain", "seed": [1, 2], "\\u0000": null}',
    "markup": "rain <script>alert(1)</script> {{7*7}} %s $(rm -rf /) '; DROP TABLE jobs; --",
    "emoji": "rain 🔥🚀 👩‍👩‍👧",
    "control": "rain\0\x01\x1b[31m\r\n\t\x7f",
    "surrogate": "rain \ud800",
    "long": "rain and " * 1000 + "wind",
}


@pytest.mark.parametrize("duration", [Fraction(1), Fraction(2), Fraction(10, 3), Fraction(30)])
async def test_a_sound_lasts_exactly_as_long_as_asked(engine: SoundEngine, duration: Fraction) -> None:
    sound = await engine.make(SoundRequest(SHOT, duration))

    samples = np.frombuffer(sound.pcm, "<i2").reshape(-1, 2)
    assert len(samples) == round(duration * sound.sample_rate)
    assert 0 < np.abs(samples.astype(int)).max() <= 0.892 * 32768, "silent, or over -1 dBFS"


@pytest.mark.parametrize("prompt", HOSTILE.values(), ids=HOSTILE.keys())
async def test_whatever_stands_beside_a_sound_it_is_heard(engine: SoundEngine, prompt: str) -> None:
    sound = await engine.make(SoundRequest(prompt, Fraction(1)))

    assert len(sound.pcm) == 4 * sound.sample_rate
    assert all(sentence.strip() for sentence in (*sound.understood, *sound.notes))


async def test_equal_requests_give_equal_sounds(engine: SoundEngine) -> None:
    request = SoundRequest(SHOT, Fraction(2), seed=7, variety=50)

    assert await engine.make(request) == await engine.make(request)


@pytest.mark.parametrize("duration", [Fraction(0), Fraction(-1), Fraction(99, 100), Fraction(3001, 100)])
async def test_a_duration_out_of_bounds_is_refused(engine: SoundEngine, duration: Fraction) -> None:
    with pytest.raises(EngineRefused, match="seconds"):
        await engine.make(SoundRequest(SHOT, duration))


@pytest.mark.parametrize("prompt", ["", " \n\t", "\0\x01", "...!?"])
async def test_a_prompt_without_a_word_is_refused(engine: SoundEngine, prompt: str) -> None:
    with pytest.raises(EngineRefused, match="prompt"):
        await engine.make(SoundRequest(prompt, Fraction(2)))


async def test_a_negative_variety_is_refused(engine: SoundEngine) -> None:
    with pytest.raises(EngineRefused, match="variety"):
        await engine.make(SoundRequest(SHOT, Fraction(2), variety=-1))
