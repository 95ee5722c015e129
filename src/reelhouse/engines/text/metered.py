"""A text engine whose calls are counted and timed."""

from reelhouse.engines.metering import metered_call
from reelhouse.engines.text.base import TextEngine
from reelhouse.engines.text.types import Script, ScriptRequest, Translation, TranslationRequest


class MeteredText:
    """Does what `engine` does, and tells the metrics."""

    def __init__(self, engine: TextEngine) -> None:
        self.name = engine.name
        self._engine = engine

    @property
    def can_translate(self) -> bool:
        return self._engine.can_translate

    async def write_script(self, request: ScriptRequest) -> Script:
        with metered_call("text", self.name):
            return await self._engine.write_script(request)

    async def translate(self, request: TranslationRequest) -> Translation:
        with metered_call("text", self.name):
            return await self._engine.translate(request)
