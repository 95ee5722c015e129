"""What every song engine promises, whoever composes."""

import asyncio
import io
import wave
from collections.abc import Iterator
from fractions import Fraction
from itertools import pairwise

import numpy as np
import pytest
from pydantic import JsonValue, SecretStr

from comfyui_server import comfyui_server
from reelhouse.engines.errors import EngineRefused
from reelhouse.engines.hosted.fakes.fal import FakeFal
from reelhouse.engines.hosted.fakes.host import KEY, FakeHost
from reelhouse.engines.hosted.fakes.replicate import FakeReplicate
from reelhouse.engines.music.base import SongEngine
from reelhouse.engines.music.fake import FakeSong
from reelhouse.engines.music.families import SONG
from reelhouse.engines.music.types import SongRequest
from reelhouse.engines.settings import EngineSettings
from reelhouse.engines.tools import Tools

pytestmark = pytest.mark.usefixtures("scratch")

LYRICS = "[Verse]\nThe rain is over\n[Chorus]\nSing it again"
HOSTS = {"fal": FakeFal, "replicate": FakeReplicate}
HOSTILE = {
    "code": '{"tags": "folk", "\\u0000": [1, null]} <script>alert(1)</script> {{7*7}} %s $(rm -rf /)',
    "signs": "folk 🔥🎸 👩‍👩‍👧\0\x01\x1b[31m\r\n\t\x7f \ud800",
    "long": "folk, " * 600,
    "marks": "[Verse][Chorus][]]]\n[",
}


@pytest.fixture(scope="module")
def workflows() -> Iterator[str]:
    with comfyui_server() as server:
        yield server.url


@pytest.fixture(params=["fake", "builtin", "comfyui", *HOSTS])
def songwriter(request: pytest.FixtureRequest, tools: Tools) -> Iterator[SongEngine]:
    """Every backend; vendors stand on loopback, and hum as the fake does."""
    name = request.param
    if name == "fake":
        yield FakeSong()
    elif name in HOSTS:
        with HOSTS[name](hum) as host:
            yield loaded(name, host.url, tools)
    else:
        yield loaded(name, request.getfixturevalue("workflows") if name == "comfyui" else "", tools)


def loaded(name: str, url: str, tools: Tools) -> SongEngine:
    settings = EngineSettings(url=url, key=SecretStr(KEY), poll_seconds=0.01, timeout_seconds=60)
    engine: SongEngine = SONG.own[name].load(settings, tools)
    return engine


def hum(host: FakeHost, _model: str, inputs: dict[str, JsonValue]) -> JsonValue:
    duration = Fraction(str(inputs["duration"])).limit_denominator(1000)
    song = asyncio.run(FakeSong().create(SongRequest("hum", duration, seed=int(str(inputs["seed"])))))
    file = io.BytesIO()
    with wave.open(file, "wb") as sound:
        sound.setparams((2, 2, song.sample_rate, 0, "NONE", ""))
        sound.writeframes(song.pcm)
    address = host.keep(file.getvalue(), "audio/wav")
    return address if isinstance(host, FakeReplicate) else {"audio": {"url": address}}


@pytest.mark.parametrize("duration", [Fraction(15), Fraction("33.3"), Fraction(1001, 60)])
async def test_a_song_has_exactly_the_length_that_was_asked(
    songwriter: SongEngine, duration: Fraction
) -> None:
    song = await songwriter.create(SongRequest("calm piano", duration))

    samples = np.frombuffer(song.pcm, "<i2").reshape(-1, 2)
    assert len(samples) == round(duration * song.sample_rate)
    assert 0 < np.abs(samples.astype(int)).max() <= 0.892 * 32768, "silent, or over -1 dBFS"


async def test_sections_tile_the_whole_where_they_are_known(songwriter: SongEngine) -> None:
    song = await songwriter.create(SongRequest("folk", Fraction(20), LYRICS))

    edges = [(section.start, section.end) for section in song.sections] or [(Fraction(0), Fraction(20))]
    assert edges[0][0] == 0
    assert edges[-1][1] == 20
    assert all(before < end for before, end in edges)
    assert all(one[1] == other[0] for one, other in pairwise(edges))


@pytest.mark.parametrize("words", HOSTILE.values(), ids=HOSTILE.keys())
async def test_whatever_the_words_there_is_a_song(songwriter: SongEngine, words: str) -> None:
    song = await songwriter.create(SongRequest(words, Fraction(15), words))

    assert len(song.pcm) == 4 * 15 * song.sample_rate
    assert all(sentence.strip() for sentence in (*song.understood, *song.notes))


async def test_equal_requests_give_equal_songs(songwriter: SongEngine) -> None:
    request = SongRequest("folk", Fraction(15), LYRICS, seed=4)

    assert await songwriter.create(request) == await songwriter.create(request)


async def test_another_seed_gives_another_song(songwriter: SongEngine) -> None:
    one, other = [await songwriter.create(SongRequest("jazz", Fraction(15), seed=seed)) for seed in (1, 2)]

    assert one.pcm != other.pcm


@pytest.mark.parametrize("duration", [Fraction(0), Fraction(149, 10), Fraction(2401, 10)])
async def test_a_duration_out_of_bounds_is_refused(songwriter: SongEngine, duration: Fraction) -> None:
    with pytest.raises(EngineRefused, match="15 to 240 seconds"):
        await songwriter.create(SongRequest("pop", duration))


async def test_a_book_is_neither_lyrics_nor_tags(songwriter: SongEngine) -> None:
    with pytest.raises(EngineRefused, match="the lyrics have"):
        await songwriter.create(SongRequest("pop", Fraction(15), "word " * 5000))
    with pytest.raises(EngineRefused, match="the tags have"):
        await songwriter.create(SongRequest("pop " * 2000, Fraction(15)))
