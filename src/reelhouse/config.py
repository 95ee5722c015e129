"""Every setting of the house, read once: from the environment (REELHOUSE_*) or ``reelhouse.toml``.

Each package owns its settings; here they are only nested: ``REELHOUSE_SPEECH_BACKEND`` is ``backend`` in the
table ``[speech]``.
"""

from ipaddress import IPv4Network, IPv6Network
from pathlib import Path
from typing import Literal

from pydantic import BaseModel, Field, SecretStr
from pydantic_settings import (
    BaseSettings,
    PydanticBaseSettingsSource,
    SettingsConfigDict,
    TomlConfigSettingsSource,
)

from reelhouse.core.credits.settings import Billing
from reelhouse.core.pitches.settings import PitchSettings
from reelhouse.core.tasks.settings import TaskPrices
from reelhouse.core.workspaces.types import Tier
from reelhouse.engines.image.settings import EditSettings, ImageSettings
from reelhouse.engines.mesh.settings import MeshSettings
from reelhouse.engines.music.settings import MusicSettings, SongSettings
from reelhouse.engines.ocr.settings import OcrSettings
from reelhouse.engines.presenter.settings import PresenterSettings
from reelhouse.engines.sound.settings import SoundSettings
from reelhouse.engines.speech.settings import SpeechSettings, VoiceSettings
from reelhouse.engines.text.settings import TextSettings
from reelhouse.engines.transcript.settings import TranscriptSettings
from reelhouse.engines.video.settings import VideoSettings
from reelhouse.http.settings import RateLimitSettings
from reelhouse.render.settings import RenderSettings
from reelhouse.storage.settings import StorageSettings
from reelhouse.workflows.settings import WorkerSettings


class DatabaseSettings(BaseModel):
    url: str = Field(default="", description="postgresql:// address; empty for SQLite in the data directory.")
    synchronous: Literal["NORMAL", "FULL"] = Field(
        default="NORMAL", description="SQLite only: FULL makes the ledger outlive a power cut."
    )
    pool_size: int = Field(default=10, ge=1, description="Connections one process keeps open.")


class FetchSettings(BaseModel):
    allow: list[IPv4Network | IPv6Network] = Field(
        default_factory=list,
        description="Private networks that user-given URLs may reach, such as 10.0.0.0/8.",
    )
    timeout_seconds: int = Field(default=20, ge=1, description="How long fetching a user-given URL may take.")


class LogSettings(BaseModel):
    level: Literal["debug", "info", "warning", "error"] = Field(
        default="info", description="Least level that is told."
    )
    format: Literal["auto", "console", "json"] = Field(
        default="auto", description="auto is console on a terminal and json elsewhere."
    )


class Settings(BaseSettings):
    model_config = SettingsConfigDict(
        env_prefix="REELHOUSE_",
        env_nested_delimiter="_",
        env_nested_max_split=1,
        toml_file="reelhouse.toml",
        extra="ignore",
    )

    data: Path = Field(
        default=Path("data"), description="Where the embedded database, files and caches live."
    )
    public_url: str = Field(
        default="http://127.0.0.1:8000", description="The address under which callers reach this house."
    )
    secret: SecretStr | None = Field(
        default=None, description="Signs download links; made and kept in the data directory when empty."
    )
    billing: Billing = Field(
        default=Billing.METERED, description="unmetered keeps the books and never refuses."
    )
    plan: Tier = Field(default=Tier.PRO_PLUS, description="The plan on which a new workspace starts.")
    hosts: dict[str, str] = Field(
        default_factory=dict, description="Host names that serve one dialect at its documented root."
    )
    prices: TaskPrices = TaskPrices()
    pitch: PitchSettings = PitchSettings()
    database: DatabaseSettings = DatabaseSettings()
    storage: StorageSettings = StorageSettings()
    ratelimit: RateLimitSettings = RateLimitSettings()
    fetch: FetchSettings = FetchSettings()
    worker: WorkerSettings = WorkerSettings()
    log: LogSettings = LogSettings()
    text: TextSettings = TextSettings()
    speech: SpeechSettings = SpeechSettings()
    music: MusicSettings = MusicSettings()
    image: ImageSettings = ImageSettings()
    presenter: PresenterSettings = PresenterSettings()
    edit: EditSettings = EditSettings()
    video: VideoSettings = VideoSettings()
    voice: VoiceSettings = VoiceSettings()
    transcript: TranscriptSettings = TranscriptSettings()
    song: SongSettings = SongSettings()
    sound: SoundSettings = SoundSettings()
    mesh: MeshSettings = MeshSettings()
    ocr: OcrSettings = OcrSettings()
    render: RenderSettings = RenderSettings()

    @classmethod
    def settings_customise_sources(
        cls,
        settings_cls: type[BaseSettings],
        init_settings: PydanticBaseSettingsSource,
        env_settings: PydanticBaseSettingsSource,
        dotenv_settings: PydanticBaseSettingsSource,  # noqa: ARG003 - part of pydantic's signature
        file_secret_settings: PydanticBaseSettingsSource,  # noqa: ARG003
    ) -> tuple[PydanticBaseSettingsSource, ...]:
        return (init_settings, env_settings, TomlConfigSettingsSource(settings_cls))

    @property
    def database_url(self) -> str:
        return self.database.url or f"sqlite:///{self.data.resolve() / 'reelhouse.db'}"
