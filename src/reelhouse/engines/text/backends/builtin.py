"""The builtin writer: templates, a subject taken from the prompt, and exact lengths. No model, no network."""

import asyncio

from reelhouse.engines.errors import EngineRefused
from reelhouse.engines.text.types import Script, ScriptRequest
from reelhouse.engines.text.writing.composing import FEWEST_CHARACTERS, compose


class BuiltinText:
    """Writes hook, body and call in spoken English; equal requests give equal scripts."""

    name = "builtin"

    async def write_script(self, request: ScriptRequest) -> Script:
        """Raises `EngineRefused` when `max_words` are too few for fifty characters."""
        text = await asyncio.to_thread(compose, request)
        if text is None:
            raise EngineRefused(
                self.name,
                f"{request.max_words} words are too few for {FEWEST_CHARACTERS} characters of speech",
            )
        return Script(text=text, engine=self.name)
