"""Builds the speech engine that the settings name; a backend is imported when it is chosen."""

from reelhouse.engines.errors import EngineNotConfigured
from reelhouse.engines.speech.base import SpeechEngine
from reelhouse.engines.speech.metered import MeteredSpeech
from reelhouse.engines.speech.settings import SpeechSettings


def speech_engine(settings: SpeechSettings) -> SpeechEngine:
    """The engine of ``settings.backend``, metered. Raises `EngineNotConfigured` with the remedy."""
    return MeteredSpeech(_backend(settings))


def _backend(settings: SpeechSettings) -> SpeechEngine:
    if settings.backend == "builtin":
        from reelhouse.engines.speech.backends.builtin import BuiltinSpeech  # noqa: PLC0415 - only when chosen

        return BuiltinSpeech(settings.timeout_seconds)
    if settings.backend == "flite":
        from reelhouse.engines.speech.backends.flite import FliteSpeech  # noqa: PLC0415 - only when chosen

        return FliteSpeech(settings)
    if settings.backend == "openai":
        from reelhouse.engines.speech.backends.openai import OpenAISpeech  # noqa: PLC0415 - only when chosen

        if not settings.url and settings.key is None:
            raise EngineNotConfigured(
                "speech by a model",
                "set REELHOUSE_SPEECH_KEY for OpenAI, or REELHOUSE_SPEECH_URL for another server",
            )
        return OpenAISpeech(settings)
    from reelhouse.engines.speech.backends.elevenlabs import ElevenLabsSpeech  # noqa: PLC0415 - only when chosen

    if settings.key is None:
        raise EngineNotConfigured("ElevenLabs speech", "set REELHOUSE_SPEECH_KEY to an API key of ElevenLabs")
    return ElevenLabsSpeech(settings)
