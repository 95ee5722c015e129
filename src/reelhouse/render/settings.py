"""How files are made."""

from enum import StrEnum
from typing import Literal

from pydantic import BaseModel, Field

from reelhouse.render.types import Preset

Speed = Literal["", "superfast", "veryfast", "faster", "fast", "medium", "slow", "slower", "veryslow"]


class Encoder(StrEnum):
    X264 = "x264"
    NVENC = "nvenc"
    VAAPI = "vaapi"
    QSV = "qsv"
    VIDEOTOOLBOX = "videotoolbox"


class RenderSettings(BaseModel):
    preset: Preset = Field(
        default=Preset.FINAL, description="draft is quicker and smaller, final is what people post."
    )
    encoder: Encoder = Field(
        default=Encoder.X264,
        description="x264, or hardware: nvenc, vaapi, qsv, videotoolbox. Tried first; when it does not work,"
        " x264 is used and the result says so.",
    )
    speed: Speed = Field(
        default="", description="A preset of x264, such as medium; empty for the one that `preset` means."
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
