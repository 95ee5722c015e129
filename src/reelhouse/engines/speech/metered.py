"""A speech engine whose calls are counted and timed."""

from reelhouse.engines.metering import metered_call
from reelhouse.engines.speech.base import SpeechEngine
from reelhouse.engines.speech.types import Speech, SpeechRequest


class MeteredSpeech:
    """Does what `engine` does, and tells the metrics."""

    def __init__(self, engine: SpeechEngine) -> None:
        self.name = engine.name
        self._engine = engine

    async def speak(self, request: SpeechRequest) -> Speech:
        with metered_call("speech", self.name):
            return await self._engine.speak(request)
