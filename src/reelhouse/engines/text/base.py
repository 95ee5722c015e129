"""The port of the text family."""

from typing import Protocol

from reelhouse.engines.text.types import Script, ScriptRequest, Translation, TranslationRequest


class TextEngine(Protocol):
    """Writes spoken scripts, and translates them where it can.

    Raises `EngineUnavailable` or `EngineRefused`; `translate` raises `EngineNotConfigured` exactly when
    `can_translate` is false, so that a caller can know before anything is charged.
    """

    name: str

    @property
    def can_translate(self) -> bool: ...

    async def write_script(self, request: ScriptRequest) -> Script: ...

    async def translate(self, request: TranslationRequest) -> Translation: ...
