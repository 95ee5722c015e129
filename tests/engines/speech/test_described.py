"""Voices by description, as they are heard."""

from typing import Any

import numpy as np
import pytest

from reelhouse.engines.errors import EngineRefused
from reelhouse.engines.settings import EngineSettings
from reelhouse.engines.speech.backends.described import DescribedVoice, build
from reelhouse.engines.speech.types import CloneRequest, DescribedRequest, Spoken
from reelhouse.engines.tools import Tools

TEXT = "We launch at dawn, hold formation, and bring everyone home safely."
NARRATOR = "Warm confident narrator with balanced pacing, stable projection, and natural emphasis."


@pytest.fixture
def engine() -> DescribedVoice:
    return build(EngineSettings(), Tools())


async def said(engine: DescribedVoice, description: str, seed: int = 0) -> Spoken:
    return await engine.describe(DescribedRequest(TEXT, description, seed=seed))


def samples(spoken: Spoken) -> Any:  # noqa: ANN401 - numpy's many parameters
    return np.frombuffer(spoken.pcm, "<i2").astype(float) / 32767


def pitch_of(spoken: Spoken) -> float:
    """The median pitch of what is voiced, in hertz."""
    sound, rate = samples(spoken), spoken.sample_rate
    found = []
    for start in range(0, len(sound) - 2048, 1024):
        frame = sound[start : start + 2048]
        if np.sqrt((frame**2).mean()) < 0.03:
            continue
        heard = np.correlate(frame, frame, "full")[2047:]
        low, high = rate // 400, rate // 60
        lag = low + int(np.argmax(heard[low:high]))
        if heard[lag] > 0.4 * heard[0]:
            found.append(rate / lag)
    return float(np.median(found))


def share_above(spoken: Spoken, hertz: float) -> float:
    power = np.abs(np.fft.rfft(samples(spoken))) ** 2
    pitches = np.fft.rfftfreq(len(samples(spoken)), 1 / spoken.sample_rate)
    return float(power[pitches > hertz].sum() / power.sum())


@pytest.mark.anyio
async def test_the_narrator_of_the_document(engine: DescribedVoice) -> None:
    spoken = await said(engine, NARRATOR, seed=123456)

    assert 3 < len(samples(spoken)) / spoken.sample_rate < 7
    assert {"warm", "confident", "narrator", "balanced"} <= set(spoken.understood)
    assert np.abs(samples(spoken)).max() <= 0.9


@pytest.mark.anyio
async def test_women_speak_higher_than_men(engine: DescribedVoice) -> None:
    woman = await said(engine, "A calm woman with a clear voice.")
    man = await said(engine, "A calm deep man with a clear voice.")

    assert pitch_of(woman) > 1.3 * pitch_of(man)


@pytest.mark.anyio
async def test_slow_takes_longer_than_fast(engine: DescribedVoice) -> None:
    slow = await said(engine, "A slow and deliberate man.")
    fast = await said(engine, "A fast and brisk man.")

    assert len(slow.pcm) > 1.2 * len(fast.pcm)


@pytest.mark.anyio
async def test_a_telephone_has_no_heights(engine: DescribedVoice) -> None:
    plain = await said(engine, "A bright woman in a room.")
    called = await said(engine, "A bright woman on the telephone.")

    assert share_above(called, 5000) < 0.1 * share_above(plain, 5000)


@pytest.mark.anyio
async def test_warm_is_darker_than_bright(engine: DescribedVoice) -> None:
    warm = await said(engine, "A warm woman.")
    bright = await said(engine, "A bright woman.")

    assert share_above(warm, 2500) < 0.7 * share_above(bright, 2500)


@pytest.mark.anyio
async def test_equal_seeds_give_equal_voices_and_others_do_not(engine: DescribedVoice) -> None:
    one, again, other = [await said(engine, NARRATOR, seed) for seed in (4, 4, 25)]

    assert one.pcm == again.pcm
    assert one.pcm != other.pcm


@pytest.mark.anyio
async def test_what_says_nothing_of_a_voice_is_told(engine: DescribedVoice) -> None:
    spoken = await said(engine, "A male female voice of marzipan")

    assert any("marzipan" in note for note in spoken.notes)
    assert any("won" in note and "female" in note for note in spoken.notes)


@pytest.mark.anyio
@pytest.mark.parametrize("description", ["", "🦊🦊🦊", "'; DROP TABLE voices; --" * 9, "\x01\x02"])
async def test_any_description_speaks(engine: DescribedVoice, description: str) -> None:
    assert samples(await said(engine, description)).any()


@pytest.mark.anyio
async def test_it_never_pretends_to_clone(engine: DescribedVoice) -> None:
    with pytest.raises(EngineRefused, match="cannot take on the voice"):
        await engine.clone(CloneRequest(TEXT, b"", "Rin keeps her voice low."))
