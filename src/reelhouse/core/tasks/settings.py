"""What media tasks cost where the documents name no price. One table; every figure is ours."""

from pydantic import BaseModel, Field


class TaskPrices(BaseModel):
    """Micro-dollars. `video_base` and what is counted of it make the price of a film."""

    image: int = Field(default=20_000, ge=0, description="One drawn picture, in micro-dollars.")
    edit: int = Field(default=30_000, ge=0, description="One edited picture, in micro-dollars.")
    video_base: int = Field(default=40_000, ge=0, description="Any generated film, in micro-dollars.")
    video_frame_megapixel: int = Field(
        default=400,
        ge=0,
        description="Each sampled frame, for each 1,048,576 pixels of it, in micro-dollars.",
    )
    video_audio_percent: int = Field(
        default=25, ge=0, description="Added to a film that follows reference audio, in percent."
    )
    mesh: int = Field(default=80_000, ge=0, description="One solid, in micro-dollars.")
