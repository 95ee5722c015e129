"""Which transcript engine listens."""

from pydantic import Field

from reelhouse.engines.settings import EngineSettings


class TranscriptSettings(EngineSettings):
    timeout_seconds: int = Field(default=600, ge=1, description="How long one recording may take.")
