"""Builds the music engine that the settings name."""

from reelhouse.engines.music.backends.builtin import BuiltinMusic
from reelhouse.engines.music.base import MusicEngine
from reelhouse.engines.music.metered import MeteredMusic
from reelhouse.engines.music.settings import MusicSettings


def music_engine(settings: MusicSettings) -> MusicEngine:
    """The engine of ``settings.backend``, metered; there is one so far."""
    match settings.backend:
        case "builtin":
            return MeteredMusic(BuiltinMusic())
