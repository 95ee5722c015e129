"""The engines and the renderer, without a database."""

from dataclasses import replace
from functools import cache, partial

from reelhouse.bootstrap.house import engine_tables
from reelhouse.config import Settings
from reelhouse.core.actors.library import LIBRARY
from reelhouse.core.actors.service import Actors
from reelhouse.core.pitches.production import PitchEngines, PitchStudio
from reelhouse.core.tasks.crew import TaskCrew
from reelhouse.core.tasks.inputs import TaskInputs
from reelhouse.core.tasks.studio import TaskStudio
from reelhouse.core.videos.pages import ProductPages
from reelhouse.core.videos.pictures.desk import ImageEngines, PictureDesk
from reelhouse.core.videos.pictures.images import UserImages
from reelhouse.core.videos.production import VideoEngines, VideoStudio
from reelhouse.core.videos.scripts import ScriptDesk
from reelhouse.engines.image.factory import image_engine
from reelhouse.engines.image.settings import ImageSettings
from reelhouse.engines.image.types import ImageRequest
from reelhouse.engines.music.factory import music_engine
from reelhouse.engines.presenter.factory import presenter_engine
from reelhouse.engines.speech.backends.builtin import BuiltinSpeech
from reelhouse.engines.speech.factory import speech_engine
from reelhouse.engines.speech.types import SpeechRequest, Voice, VoiceGender
from reelhouse.engines.text.factory import text_engine
from reelhouse.engines.tools import Tools, Utterance
from reelhouse.kit.safe_fetch import SafeFetch
from reelhouse.render.clips.encoder import film_encoder
from reelhouse.render.drawings import CARD_FONTS
from reelhouse.storage.base import ObjectStore

SPEAKS_HERE = frozenset({"builtin", "flite"})
"""Backends whose speech costs nothing but the time of this machine."""

WOMAN = Voice("woman", VoiceGender.FEMALE, "f2")
MAN = Voice("man", VoiceGender.MALE, "m3")
"""Who lends a voice to other engines."""


def open_studio(settings: Settings, fetch: SafeFetch | None = None, *, local: bool = False) -> VideoStudio:
    """A studio of its own, or of a house that fetches with `fetch`. `local` images are files: CLI only."""
    fetch = fetch or _fetch_of(settings)
    engines = VideoEngines(
        speech=speech_engine(settings.speech),
        music=music_engine(settings.music),
        pictures=PictureDesk(image_engines(settings.image), UserImages(fetch, local=local)),
        presenter=presenter_engine(settings.presenter),
    )
    cached = settings.data.resolve() / "cache"
    return VideoStudio(Actors(LIBRARY), engines, settings.render, cached)


def open_pitch_studio(settings: Settings) -> PitchStudio:
    """Where demo videos are made of screenshots."""
    engines = PitchEngines(
        speech=speech_engine(settings.speech),
        music=music_engine(settings.music),
        speaks_here=settings.speech.backend in SPEAKS_HERE,
    )
    return PitchStudio(Actors(LIBRARY), engines, settings.render, settings.data.resolve() / "cache")


def open_task_studio(settings: Settings, fetch: SafeFetch, store: ObjectStore) -> TaskStudio:
    """Where media tasks are done, with the engines that the settings name."""
    crew = TaskCrew(engine_tables(settings), task_tools(settings))
    inputs = TaskInputs(fetch, store, settings.render)
    return TaskStudio(crew, inputs, settings.render)


def task_tools(settings: Settings) -> Tools:
    """What the engines of media tasks borrow from the rooms beside them."""
    artist = cache(partial(image_engine, settings.image, CARD_FONTS))

    async def draw(prompt: str, width: int, height: int, seed: int) -> bytes:
        return (await artist().draw(ImageRequest(prompt, width, height, seed))).png

    voice = BuiltinSpeech(settings.speech.timeout_seconds)

    async def utter(
        text: str, language: str, *, male: bool = False, monotone: bool = False, speed: float = 1.0
    ) -> Utterance:
        speaker = MAN if male else WOMAN
        said = replace(speaker, pitch_range=0) if monotone else speaker
        speech = await voice.speak(SpeechRequest(text, said, language, speed))
        return Utterance(speech.pcm, speech.sample_rate, speech.timing)

    return Tools(faces=CARD_FONTS, encode=film_encoder(settings.render), draw=draw, utter=utter)


def open_script_desk(settings: Settings, fetch: SafeFetch | None = None) -> ScriptDesk:
    return ScriptDesk(text_engine(settings.text), ProductPages(fetch or _fetch_of(settings)))


def image_engines(settings: ImageSettings) -> ImageEngines:
    """Who draws by default, and who draws under the names of the settings."""
    return ImageEngines(
        usual=cache(partial(image_engine, settings, CARD_FONTS)),
        named={
            name: cache(partial(image_engine, model, CARD_FONTS)) for name, model in settings.models.items()
        },
    )


def _fetch_of(settings: Settings) -> SafeFetch:
    return SafeFetch(allow=settings.fetch.allow, timeout_seconds=settings.fetch.timeout_seconds)
