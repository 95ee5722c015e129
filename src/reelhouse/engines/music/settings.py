"""Which music engine composes."""

from typing import Literal

from pydantic import BaseModel, Field


class MusicSettings(BaseModel):
    backend: Literal["builtin"] = Field(default="builtin", description="Who composes.")
