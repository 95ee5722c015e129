"""Every sound backend; vendors stand on loopback, and their sound is the fake's."""

import asyncio
import io
import wave
from collections.abc import Iterator
from fractions import Fraction

import pytest
from pydantic import JsonValue, SecretStr

from reelhouse.engines.hosted.fakes.fal import FakeFal
from reelhouse.engines.hosted.fakes.host import KEY, FakeHost
from reelhouse.engines.hosted.fakes.replicate import FakeReplicate
from reelhouse.engines.settings import EngineSettings
from reelhouse.engines.sound.backends import builtin, hosted
from reelhouse.engines.sound.base import SoundEngine
from reelhouse.engines.sound.fake import FakeSound
from reelhouse.engines.sound.types import SoundRequest
from reelhouse.engines.tools import Tools

HOSTED = {"fal": (FakeFal, hosted.fal), "replicate": (FakeReplicate, hosted.replicate)}


@pytest.fixture
def anyio_backend() -> str:
    return "asyncio"


@pytest.fixture(params=["fake", "builtin", *HOSTED])
def engine(request: pytest.FixtureRequest) -> Iterator[SoundEngine]:
    if request.param == "fake":
        yield FakeSound()
        return
    if request.param == "builtin":
        yield builtin.build(EngineSettings(), Tools())
        return
    vendor, build = HOSTED[request.param]
    with vendor(ring) as host:
        settings = EngineSettings(url=host.url, key=SecretStr(KEY), poll_seconds=0.01)
        yield build(settings, Tools())


def ring(host: FakeHost, _model: str, inputs: dict[str, JsonValue]) -> JsonValue:
    """What the fake makes of the prompt, as a WAV file."""
    request = SoundRequest(str(inputs["prompt"]), Fraction(str(inputs["duration"])), int(str(inputs["seed"])))
    sound = asyncio.run(FakeSound().make(request))
    file = io.BytesIO()
    with wave.open(file, "wb") as written:
        written.setnchannels(2)
        written.setsampwidth(2)
        written.setframerate(sound.sample_rate)
        written.writeframes(sound.pcm)
    address = host.keep(file.getvalue(), "audio/wav")
    return address if isinstance(host, FakeReplicate) else {"audio": {"url": address}}
