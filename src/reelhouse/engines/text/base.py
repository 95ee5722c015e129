"""The port of the text family."""

from typing import Protocol

from reelhouse.engines.text.types import Script, ScriptRequest


class TextEngine(Protocol):
    """Writes spoken scripts. Raises `EngineUnavailable` or `EngineRefused`."""

    name: str

    async def write_script(self, request: ScriptRequest) -> Script: ...
