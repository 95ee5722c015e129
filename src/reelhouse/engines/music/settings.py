"""Which music engines compose."""

from typing import Literal

from pydantic import BaseModel, Field

from reelhouse.engines.settings import EngineSettings


class MusicSettings(BaseModel):
    backend: Literal["builtin"] = Field(default="builtin", description="Who composes.")


class SongSettings(EngineSettings):
    """Pieces with a form of their own; beds below a voice have the table of music."""

    timeout_seconds: int = Field(default=900, ge=1, description="How long one piece may take.")
