"""The engines and the renderer, without a database."""

from reelhouse.config import Settings
from reelhouse.core.actors.library import LIBRARY
from reelhouse.core.actors.service import Actors
from reelhouse.core.videos.production import VideoStudio
from reelhouse.engines.music.factory import music_engine
from reelhouse.engines.speech.factory import speech_engine


def open_studio(settings: Settings) -> VideoStudio:
    return VideoStudio(
        actors=Actors(LIBRARY),
        speech=speech_engine(settings.speech),
        music=music_engine(settings.music),
        settings=settings.render,
        cache=settings.data.resolve() / "cache",
    )
