"""Which mesh engine models."""

from pydantic import Field

from reelhouse.engines.settings import EngineSettings


class MeshSettings(EngineSettings):
    timeout_seconds: int = Field(default=900, ge=1, description="How long one solid may take.")
