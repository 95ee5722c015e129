"""Which engine reads the words of a picture."""

from pydantic import Field

from reelhouse.engines.settings import EngineSettings


class OcrSettings(EngineSettings):
    backend: str = Field(
        default="none", description="Who reads the words of screenshots; none knows where they are, not what."
    )
    timeout_seconds: int = Field(default=60, ge=1, description="How long reading one picture may take.")
