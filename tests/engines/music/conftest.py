from dataclasses import replace

import pytest

from reelhouse.engines.music.backends.builtin import BuiltinMusic
from reelhouse.engines.music.backends.builtin_song import build
from reelhouse.engines.music.base import MusicEngine, SongEngine
from reelhouse.engines.music.fake import FakeMusic
from reelhouse.engines.settings import EngineSettings
from reelhouse.engines.speech.backends.builtin import BuiltinSpeech
from reelhouse.engines.speech.types import SpeechRequest, Voice, VoiceGender
from reelhouse.engines.tools import Tools, Utterance


@pytest.fixture
def anyio_backend() -> str:
    return "asyncio"


@pytest.fixture(params=["fake", "builtin"])
def engine(request: pytest.FixtureRequest) -> MusicEngine:
    return FakeMusic() if request.param == "fake" else BuiltinMusic()


async def utter(
    text: str, language: str, *, male: bool = False, monotone: bool = False, speed: float = 1.0
) -> Utterance:
    voice = Voice("man", VoiceGender.MALE, "m3") if male else Voice("woman", VoiceGender.FEMALE, "f2")
    said = replace(voice, pitch_range=0) if monotone else voice
    speech = await BuiltinSpeech().speak(SpeechRequest(text, said, language, speed))
    return Utterance(speech.pcm, speech.sample_rate, speech.timing)


@pytest.fixture
def tools() -> Tools:
    return Tools(utter=utter)


@pytest.fixture
def composer(tools: Tools) -> SongEngine:
    return build(EngineSettings(), tools)
