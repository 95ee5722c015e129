"""What every song engine promises, whoever composes."""

from fractions import Fraction
from itertools import pairwise

import numpy as np
import pytest

from reelhouse.engines.errors import EngineRefused
from reelhouse.engines.music.base import SongEngine
from reelhouse.engines.music.types import SongRequest

LYRICS = "[Verse]\nThe rain is over\n[Chorus]\nSing it again"


@pytest.mark.parametrize("duration", [Fraction(15), Fraction("33.3"), Fraction(1001, 60)])
async def test_a_song_has_exactly_the_length_that_was_asked(
    song_engine: SongEngine, duration: Fraction
) -> None:
    song = await song_engine.create(SongRequest("calm piano", duration))

    samples = np.frombuffer(song.pcm, "<i2").reshape(-1, 2)
    assert len(samples) == round(duration * song.sample_rate)
    assert 0 < np.abs(samples.astype(int)).max() <= 0.892 * 32768, "silent, or over -1 dBFS"


async def test_sections_tile_the_whole(song_engine: SongEngine) -> None:
    song = await song_engine.create(SongRequest("folk", Fraction(20), LYRICS))

    assert song.sections[0].start == 0
    assert song.sections[-1].end == 20
    assert all(one.end == other.start for one, other in pairwise(song.sections))


async def test_equal_requests_give_equal_songs(song_engine: SongEngine) -> None:
    request = SongRequest("folk", Fraction(15), LYRICS, seed=4)

    assert await song_engine.create(request) == await song_engine.create(request)


async def test_another_seed_gives_another_song(song_engine: SongEngine) -> None:
    one, other = [await song_engine.create(SongRequest("jazz", Fraction(15), seed=seed)) for seed in (1, 2)]

    assert one.pcm != other.pcm


@pytest.mark.parametrize("duration", [Fraction(0), Fraction(149, 10), Fraction(2401, 10)])
async def test_a_duration_out_of_bounds_is_refused(song_engine: SongEngine, duration: Fraction) -> None:
    with pytest.raises(EngineRefused):
        await song_engine.create(SongRequest("pop", duration))


async def test_a_book_is_no_lyric(song_engine: SongEngine) -> None:
    with pytest.raises(EngineRefused):
        await song_engine.create(SongRequest("pop", Fraction(15), "word " * 5000))
