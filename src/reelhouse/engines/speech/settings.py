"""Which speech engines speak."""

from typing import Literal

from pydantic import BaseModel, Field, SecretStr

from reelhouse.engines.settings import EngineSettings


class SpeechSettings(BaseModel):
    backend: Literal["builtin", "flite", "openai", "elevenlabs"] = Field(
        default="builtin", description="Who speaks."
    )
    url: str = Field(default="", description="Base URL of an OpenAI-compatible server, or of ElevenLabs.")
    key: SecretStr | None = Field(default=None, description="API key of the speech backend.")
    model: str = Field(default="", description="Model name of the speech backend; empty for its default.")
    voices: dict[str, str] = Field(
        default_factory=dict,
        description="Which of the backend's voices stands for which of ours, by voice id.",
    )
    timeout_seconds: int = Field(default=120, ge=1, description="How long one call may take.")


class VoiceSettings(EngineSettings):
    """Voices by description or example; narration has the table of speech."""
