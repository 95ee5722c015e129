"""What every music engine promises, whoever composes."""

from fractions import Fraction

import pytest

from reelhouse.engines.errors import EngineRefused
from reelhouse.engines.music.base import MusicEngine
from reelhouse.engines.music.types import Mood, MusicRequest


@pytest.mark.parametrize("mood", Mood)
@pytest.mark.parametrize("duration", [Fraction(5), Fraction(10), Fraction(1001, 90)])
async def test_a_track_has_exactly_the_length_that_was_asked(
    engine: MusicEngine, mood: Mood, duration: Fraction
) -> None:
    track = await engine.compose(MusicRequest(mood, duration))

    assert len(track.pcm) == 4 * round(duration * track.sample_rate)
    assert (track.sample_rate, track.engine) == (48_000, engine.name)


async def test_equal_requests_give_equal_tracks(engine: MusicEngine) -> None:
    request = MusicRequest(Mood.UPBEAT, Fraction(6), seed=11)

    first = await engine.compose(request)

    assert await engine.compose(request) == first


async def test_another_seed_gives_other_music(engine: MusicEngine) -> None:
    first = await engine.compose(MusicRequest(Mood.CHILL, Fraction(6), seed=1))

    second = await engine.compose(MusicRequest(Mood.CHILL, Fraction(6), seed=2))

    assert first.pcm != second.pcm


async def test_no_time_is_refused(engine: MusicEngine) -> None:
    with pytest.raises(EngineRefused):
        await engine.compose(MusicRequest(Mood.CHILL, Fraction(0)))
