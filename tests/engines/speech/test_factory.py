"""Which engine the settings give, and what is said when something is missing."""

import pytest
from prometheus_client import REGISTRY
from pydantic import SecretStr

from reelhouse.engines.errors import EngineNotConfigured, EngineRefused, EngineUnavailable
from reelhouse.engines.speech.factory import speech_engine
from reelhouse.engines.speech.fake import FakeSpeech
from reelhouse.engines.speech.metered import MeteredSpeech
from reelhouse.engines.speech.settings import SpeechSettings
from reelhouse.engines.speech.types import SpeechRequest, Voice, VoiceGender

HELLO = SpeechRequest("Hello there", Voice("emma", VoiceGender.FEMALE, "f3"))


@pytest.mark.parametrize("backend", ["builtin", "openai", "elevenlabs"])
def test_the_settings_name_the_engine(backend: str) -> None:
    settings = SpeechSettings.model_validate(
        {"backend": backend, "url": "http://127.0.0.1:1/v1", "key": SecretStr("k")}
    )

    assert speech_engine(settings).name == backend


@pytest.mark.parametrize(
    ("backend", "remedy"), [("openai", "REELHOUSE_SPEECH_URL"), ("elevenlabs", "REELHOUSE_SPEECH_KEY")]
)
def test_what_is_missing_is_named_with_its_remedy(backend: str, remedy: str) -> None:
    with pytest.raises(EngineNotConfigured) as refusal:
        speech_engine(SpeechSettings.model_validate({"backend": backend}))

    assert remedy in refusal.value.remedy


def calls(outcome: str) -> float:
    labels = {"family": "speech", "engine": "fake", "outcome": outcome}
    return REGISTRY.get_sample_value("reelhouse_engine_calls_total", labels) or 0.0


async def test_every_call_is_counted_by_how_it_ended() -> None:
    engine = MeteredSpeech(
        FakeSpeech(failures=(EngineUnavailable("fake", "busy"), EngineRefused("fake", "no")))
    )
    before = {outcome: calls(outcome) for outcome in ("done", "unavailable", "refused")}

    with pytest.raises(EngineUnavailable):
        await engine.speak(HELLO)
    with pytest.raises(EngineRefused):
        await engine.speak(HELLO)
    await engine.speak(HELLO)

    assert {outcome: calls(outcome) - was for outcome, was in before.items()} == dict.fromkeys(before, 1.0)
