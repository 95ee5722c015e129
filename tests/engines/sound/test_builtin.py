"""The builtin library of sounds, as it is heard."""

from fractions import Fraction
from typing import Any

import numpy as np
import pytest

from reelhouse.engines.errors import EngineRefused
from reelhouse.engines.settings import EngineSettings
from reelhouse.engines.sound.backends.builtin import BuiltinSound, build
from reelhouse.engines.sound.synthesis.recipes import RECIPES
from reelhouse.engines.sound.types import Sound, SoundRequest
from reelhouse.engines.tools import Tools

SHOT = "A sharp pistol shot in a dry canyon with a quick mechanical click and short tail echo."


@pytest.fixture
def engine() -> BuiltinSound:
    return build(EngineSettings(), Tools())


async def heard(engine: BuiltinSound, prompt: str, seconds: Fraction = Fraction(2), seed: int = 0) -> Sound:
    return await engine.make(SoundRequest(prompt, seconds, seed))


def samples(sound: Sound) -> Any:  # noqa: ANN401 - numpy's many parameters
    return np.frombuffer(sound.pcm, "<i2").reshape(-1, 2).astype(float) / 32767


def level(part: Any) -> float:  # noqa: ANN401
    return float(np.sqrt((part**2).mean()))


@pytest.mark.anyio
@pytest.mark.parametrize("recipe", RECIPES, ids=lambda recipe: recipe.name)
async def test_every_recipe_sounds(engine: BuiltinSound, recipe: Any) -> None:  # noqa: ANN401
    sound = await heard(engine, recipe.words[0])

    played = samples(sound)
    assert recipe.name in sound.understood
    assert played.shape == (96_000, 2)
    assert 0.5 < np.abs(played).max() <= 0.86
    assert abs(played.mean()) < 0.005
    assert np.abs(played[-1]).max() < 0.01


@pytest.mark.anyio
async def test_the_shot_of_the_document(engine: BuiltinSound) -> None:
    sound = await heard(engine, SHOT)

    assert sound.understood == ("pistol shot", "click", "canyon")
    assert level(samples(sound)[:4_800]) > 3 * level(samples(sound)[48_000:])


@pytest.mark.anyio
async def test_a_canyon_answers_longer_than_open_air(engine: BuiltinSound) -> None:
    dry = samples(await heard(engine, "pistol shot"))
    wet = samples(await heard(engine, "pistol shot in a canyon"))

    assert level(wet[30_000:60_000]) > 4 * level(dry[30_000:60_000])


@pytest.mark.anyio
@pytest.mark.parametrize("count", [1, 2, 3, 5])
async def test_knocks_are_counted(engine: BuiltinSound, count: int) -> None:
    words = {1: "a single", 2: "two", 3: "three", 5: "5"}[count]
    played = samples(await heard(engine, f"{words} knocks", Fraction(3)))[:, 0]

    frames = np.abs(played[: len(played) // 480 * 480]).reshape(-1, 480).max(axis=1)
    onsets = [
        place
        for place in range(len(frames))
        if frames[place] > 0.4 and frames[max(place - 12, 0) : place].max(initial=0) < 0.35
    ]
    assert len(onsets) == count


@pytest.mark.anyio
async def test_beds_fill_their_time_and_hits_die_away(engine: BuiltinSound) -> None:
    rain = samples(await heard(engine, "heavy rain", Fraction(10)))
    coin = samples(await heard(engine, "a coin", Fraction(10)))

    assert level(rain[-96_000:-48_000]) > 0.5 * level(rain[:48_000])
    assert level(coin[-96_000:]) < 0.001


@pytest.mark.anyio
async def test_deep_is_lower_than_tiny(engine: BuiltinSound) -> None:
    def centre(played: Any) -> float:  # noqa: ANN401
        power = np.abs(np.fft.rfft(played[:, 0])) ** 2
        return float((power * np.arange(len(power))).sum() / power.sum())

    deep = samples(await heard(engine, "a deep bell"))
    tiny = samples(await heard(engine, "a tiny bell"))

    assert centre(deep) < 0.7 * centre(tiny)


@pytest.mark.anyio
async def test_then_comes_after(engine: BuiltinSound) -> None:
    played = samples(await heard(engine, "a coin, then a gunshot", Fraction(4)))

    assert level(played[96_000:100_000]) > 10 * level(played[90_000:95_000])


@pytest.mark.anyio
async def test_equal_seeds_sound_alike_and_others_do_not(engine: BuiltinSound) -> None:
    one, again, other = [await heard(engine, SHOT, seed=seed) for seed in (1, 1, 2)]

    assert one.pcm == again.pcm
    assert one.pcm != other.pcm


@pytest.mark.anyio
async def test_odd_durations_are_exact(engine: BuiltinSound) -> None:
    sound = await heard(engine, "wind", Fraction("1.2345"))

    assert len(sound.pcm) == 4 * round(Fraction("1.2345") * 48_000)


@pytest.mark.anyio
@pytest.mark.parametrize("prompt", ["marzipan", "SELECT * FROM songs", "1234 5678"])
async def test_nobody_pays_for_just_any_noise(engine: BuiltinSound, prompt: str) -> None:
    with pytest.raises(EngineRefused, match="it knows no sound"):
        await heard(engine, prompt)


@pytest.mark.anyio
async def test_what_is_not_heard_is_told(engine: BuiltinSound) -> None:
    sound = await heard(engine, "rain on marzipan, 99999999999999999999 coins")

    assert sound.notes == ("Not heard in it: marzipan.",)
