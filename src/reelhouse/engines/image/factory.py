"""Builds the image engine that the settings name; a backend is imported when it is chosen."""

from collections.abc import Sequence
from pathlib import Path

from reelhouse.engines.image.base import ImageEngine
from reelhouse.engines.image.families import IMAGE
from reelhouse.engines.image.metered import MeteredImage
from reelhouse.engines.image.settings import ImageSettings
from reelhouse.engines.tools import Tools


def image_engine(settings: ImageSettings, faces: Sequence[Path]) -> ImageEngine:
    """The engine of ``settings.backend``, metered. Raises `EngineNotConfigured` with the remedy.

    `faces` are font files in which the builtin sets words that it cannot draw; the first that has a letter
    draws it.
    """
    return MeteredImage(IMAGE.backend(settings).load(settings, Tools(faces=faces)))
