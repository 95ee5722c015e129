"""How files are made."""

from pydantic import BaseModel, Field

from reelhouse.render.types import Preset


class RenderSettings(BaseModel):
    preset: Preset = Field(
        default=Preset.FINAL, description="draft is quicker and smaller, final is what people post."
    )
    ffmpeg: str = Field(
        default="", description="Path of ffmpeg; empty for the one that comes with reelhouse."
    )
    workers: int = Field(default=2, ge=1, description="Scenes that one video encodes at once.")
    cache_megabytes: int = Field(
        default=2048, ge=0, description="Room for cached scenes; the oldest go first."
    )
    timeout_seconds: int = Field(default=900, ge=1, description="How long one encoder may run.")
    memory_megabytes: int = Field(
        default=4096, ge=256, description="Address space that one encoder may take."
    )
