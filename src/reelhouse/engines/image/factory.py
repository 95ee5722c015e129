"""Builds the image engine that the settings name; a backend is imported when it is chosen."""

from collections.abc import Sequence
from pathlib import Path

from reelhouse.engines.errors import EngineNotConfigured
from reelhouse.engines.image.base import ImageEngine
from reelhouse.engines.image.metered import MeteredImage
from reelhouse.engines.image.settings import ImageSettings


def image_engine(settings: ImageSettings, faces: Sequence[Path]) -> ImageEngine:
    """The engine of ``settings.backend``, metered. Raises `EngineNotConfigured` with the remedy.

    `faces` are font files in which the builtin sets words that it cannot draw; the first that has a letter
    draws it.
    """
    return MeteredImage(_backend(settings, faces))


def _backend(settings: ImageSettings, faces: Sequence[Path]) -> ImageEngine:
    if settings.backend == "builtin":
        from reelhouse.engines.image.backends.builtin import BuiltinImage  # noqa: PLC0415 - only when chosen

        return BuiltinImage(faces)
    if not settings.url and settings.key is None:
        raise EngineNotConfigured(
            "pictures by a model",
            "set REELHOUSE_IMAGE_KEY for OpenAI, or REELHOUSE_IMAGE_URL for another server",
        )
    from reelhouse.engines.image.backends.openai import OpenAIImage  # noqa: PLC0415 - only when chosen

    return OpenAIImage(settings)
