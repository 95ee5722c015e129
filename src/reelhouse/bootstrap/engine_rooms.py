"""Every family of engines beside its settings: who works there, who steps in, and who could."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from reelhouse.config import Settings
from reelhouse.engines.errors import EngineNotConfigured
from reelhouse.engines.image.families import EDIT, IMAGE
from reelhouse.engines.mesh.families import MESH
from reelhouse.engines.music.families import SONG
from reelhouse.engines.ocr.families import OCR
from reelhouse.engines.presenter.settings import PresenterSettings
from reelhouse.engines.registry import Backend, Family
from reelhouse.engines.settings import EngineSettings
from reelhouse.engines.sound.families import SOUND
from reelhouse.engines.speech.families import VOICE
from reelhouse.engines.speech.settings import SpeechSettings
from reelhouse.engines.text.settings import TextSettings
from reelhouse.engines.tools import Tools
from reelhouse.engines.transcript.families import TRANSCRIPT
from reelhouse.engines.video.families import VIDEO

HERE = "reelhouse.bootstrap.engine_rooms"


class Role(StrEnum):
    CONFIGURED = "configured"
    FALLBACK = "fallback"
    AVAILABLE = "available"


@dataclass(frozen=True, slots=True)
class Standing:
    """One backend of a room. `needs` is what has to be done before it can work; empty when nothing has."""

    room: str
    backend: str
    role: Role
    abilities: tuple[str, ...]
    remote: bool
    needs: str
    model: str = ""


@dataclass(frozen=True, slots=True)
class Room:
    """A family with its settings; `name` is the family's, or ``image.kling3`` for a named image model."""

    name: str
    family: Family
    settings: EngineSettings

    @property
    def tables(self) -> tuple[EngineSettings, ...]:
        return (self.settings, *self.settings.fallbacks)

    def standings(self) -> Iterator[Standing]:
        """Who is configured, who steps in, and then who else there is."""
        for role, table in zip(self._roles(), self.tables, strict=True):
            yield self._standing(table.backend, role, table)
        taken = {table.backend for table in self.tables}
        for name in self.family.names():
            if name not in taken:
                yield self._standing(name, Role.AVAILABLE, EngineSettings(backend=name))

    def _roles(self) -> tuple[Role, ...]:
        return (Role.CONFIGURED, *[Role.FALLBACK] * len(self.settings.fallbacks))

    def _standing(self, name: str, role: Role, table: EngineSettings) -> Standing:
        backend = self.family.find(name)
        abilities = tuple(sorted(backend.abilities)) if backend else ()
        needs = self._needs(table)
        return Standing(
            self.name, name, role, abilities, backend is not None and backend.remote, needs, table.model
        )

    def _needs(self, table: EngineSettings) -> str:
        try:
            self.family.backend(table)
        except EngineNotConfigured as lack:
            return lack.remedy
        return ""


def rooms(settings: Settings) -> tuple[Room, ...]:
    """All of them, in the order of the settings' reference."""
    return (
        Room("text", TEXT, _table(settings.text)),
        Room("speech", SPEECH, _table(settings.speech)),
        Room("music", MUSIC, EngineSettings(backend=settings.music.backend)),
        Room("presenter", PRESENTER, _table(settings.presenter)),
        Room("image", IMAGE, settings.image),
        *(Room(f"image.{name}", IMAGE, model) for name, model in settings.image.models.items()),
        Room("edit", EDIT, settings.edit),
        Room("video", VIDEO, settings.video),
        Room("voice", VOICE, settings.voice),
        Room("transcript", TRANSCRIPT, settings.transcript),
        Room("song", SONG, settings.song),
        Room("sound", SOUND, settings.sound),
        Room("mesh", MESH, settings.mesh),
        Room("ocr", OCR, settings.ocr),
    )


def _table(settings: TextSettings | SpeechSettings | PresenterSettings) -> EngineSettings:
    """The older families' own settings, as far as they say the same."""
    return EngineSettings(
        backend=settings.backend,
        url=settings.url,
        key=settings.key,
        model="" if settings.backend == "builtin" else settings.model,
        timeout_seconds=settings.timeout_seconds,
    )


def text(settings: EngineSettings, _tools: Tools) -> Any:  # noqa: ANN401 - as `Backend.load`
    from reelhouse.engines.text.factory import text_engine  # noqa: PLC0415 - only when it is asked

    return text_engine(TextSettings.model_validate(_shared(settings, TextSettings().model)))


def speech(settings: EngineSettings, _tools: Tools) -> Any:  # noqa: ANN401
    from reelhouse.engines.speech.factory import speech_engine  # noqa: PLC0415

    return speech_engine(SpeechSettings.model_validate(_shared(settings)))


def music(_settings: EngineSettings, _tools: Tools) -> Any:  # noqa: ANN401
    from reelhouse.engines.music.factory import music_engine  # noqa: PLC0415
    from reelhouse.engines.music.settings import MusicSettings  # noqa: PLC0415

    return music_engine(MusicSettings())


def presenter(settings: EngineSettings, _tools: Tools) -> Any:  # noqa: ANN401
    from reelhouse.engines.presenter.factory import presenter_engine  # noqa: PLC0415

    return presenter_engine(PresenterSettings.model_validate(_shared(settings)))


def _shared(settings: EngineSettings, model: str = "") -> dict[str, object]:
    return {
        "backend": settings.backend,
        "url": settings.url,
        "key": settings.key,
        "model": settings.model or model,
        "timeout_seconds": settings.timeout_seconds,
    }


def _family(name: str, *backends: Backend) -> Family:
    return Family(name, {backend.name: backend for backend in backends})


_LLM: Mapping[str, Any] = {"modules": ("openai", "pydantic_ai"), "extra": "llm"}
TEXT = _family(
    "text",
    Backend("builtin", f"{HERE}:text", frozenset({"write"})),
    Backend(
        "openai", f"{HERE}:text", frozenset({"write", "translate"}), remote=True, key_or_server=True, **_LLM
    ),
)
SPEECH = _family(
    "speech",
    Backend("builtin", f"{HERE}:speech", frozenset({"speak"})),
    Backend("flite", f"{HERE}:speech", frozenset({"speak"}), programs=("flite",)),
    Backend("openai", f"{HERE}:speech", frozenset({"speak"}), remote=True, key_or_server=True),
    Backend("elevenlabs", f"{HERE}:speech", frozenset({"speak"}), remote=True, key=True),
)
MUSIC = _family("music", Backend("builtin", f"{HERE}:music", frozenset({"compose"})))
PRESENTER = _family(
    "presenter",
    Backend("builtin", f"{HERE}:presenter", frozenset({"perform"})),
    Backend("talking-head", f"{HERE}:presenter", frozenset({"perform"}), remote=True, server=True),
)
