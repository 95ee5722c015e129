"""Builds the text engine that the settings name; a backend is imported when it is chosen."""

from reelhouse.engines.errors import EngineNotConfigured
from reelhouse.engines.text.base import TextEngine
from reelhouse.engines.text.metered import MeteredText
from reelhouse.engines.text.settings import TextSettings


def text_engine(settings: TextSettings) -> TextEngine:
    """The engine of ``settings.backend``, metered. Raises `EngineNotConfigured` with the remedy."""
    return MeteredText(_backend(settings))


def _backend(settings: TextSettings) -> TextEngine:
    if settings.backend == "builtin":
        from reelhouse.engines.text.backends.builtin import BuiltinText  # noqa: PLC0415 - only when chosen

        return BuiltinText()
    if not settings.url and settings.key is None:
        raise EngineNotConfigured(
            "writing by a model",
            "set REELHOUSE_TEXT_KEY for OpenAI, or REELHOUSE_TEXT_URL for another server",
        )
    try:
        from reelhouse.engines.text.backends.openai import OpenAIText  # noqa: PLC0415 - seconds to import
    except ImportError as missing:
        raise EngineNotConfigured(
            "writing by a model", f"{missing.name} is missing: install reelhouse[llm]"
        ) from missing
    return OpenAIText(settings)
