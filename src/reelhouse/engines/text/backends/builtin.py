"""The builtin writer: templates, a subject taken from the prompt, and exact lengths. No model, no network."""

import asyncio

from reelhouse.engines.errors import EngineNotConfigured, EngineRefused
from reelhouse.engines.text.types import Script, ScriptRequest, Translation, TranslationRequest
from reelhouse.engines.text.writing.composing import FEWEST_CHARACTERS, compose

TRANSLATOR = (
    "set REELHOUSE_TEXT_BACKEND=openai, and REELHOUSE_TEXT_KEY or, for another server, REELHOUSE_TEXT_URL"
)


class BuiltinText:
    """Writes hook, body and call in spoken English; equal requests give equal scripts."""

    name = "builtin"
    can_translate = False

    async def write_script(self, request: ScriptRequest) -> Script:
        """Raises `EngineRefused` when `max_words` are too few for fifty characters."""
        text = await asyncio.to_thread(compose, request)
        if text is None:
            raise EngineRefused(
                self.name,
                f"{request.max_words} words are too few for {FEWEST_CHARACTERS} characters of speech",
            )
        return Script(text=text, engine=self.name)

    async def translate(self, request: TranslationRequest) -> Translation:  # noqa: ARG002 - the port's
        """No template knows another language, so this always raises `EngineNotConfigured`."""
        raise EngineNotConfigured("dubbing", TRANSLATOR)
