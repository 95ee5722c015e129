"""Which video engine films."""

from pydantic import Field

from reelhouse.engines.settings import EngineSettings


class VideoSettings(EngineSettings):
    timeout_seconds: int = Field(default=1800, ge=1, description="How long one film may take.")
