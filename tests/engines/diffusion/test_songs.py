"""Songs by a tiny ACE-Step in a process of its own."""

from collections.abc import Callable
from fractions import Fraction

import numpy as np

from reelhouse.engines.diffusion.host import Host
from reelhouse.engines.music.backends.diffusers import DiffusersSong
from reelhouse.engines.music.types import SongRequest
from reelhouse.engines.settings import EngineSettings

Settings = Callable[..., EngineSettings]
LENGTH = Fraction(151, 10)


async def test_a_song_lasts_to_the_sample_and_can_be_heard(host: Host, settings: Settings) -> None:
    engine = DiffusersSong(settings("ace-step"), host)

    song = await engine.create(SongRequest("rock, 120 bpm, C minor, 3/4", LENGTH, lyrics="la la"))

    samples = np.frombuffer(song.pcm, "<i2").reshape(-1, 2)
    assert len(samples) == round(LENGTH * song.sample_rate)
    assert np.abs(samples).max() > 3000
    assert song.understood == ("120 bpm", "C minor", "3 beats")


async def test_the_same_seed_sings_the_same_and_another_something_else(
    host: Host, settings: Settings
) -> None:
    engine = DiffusersSong(settings("ace-step"), host)

    one, again, other = [
        (await engine.create(SongRequest("rock", LENGTH, seed=seed))).pcm for seed in (1, 1, 2)
    ]

    assert one == again
    assert one != other
