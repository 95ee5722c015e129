"""What pitches cost, and how many a workspace may have. Every figure is ours: the document names none but
the cap of a key.
"""

from pydantic import BaseModel, Field


class PitchSettings(BaseModel):
    """Prices and caps are in micro-dollars."""

    second: int = Field(default=10_000, ge=0, description="A second of a demo video, in micro-dollars.")
    slide: int = Field(default=20_000, ge=0, description="A slide of a carousel, in micro-dollars.")
    projects_per_month: int = Field(default=100, ge=0, description="New projects of a workspace in a month.")
    artifacts_per_month: int = Field(default=300, ge=0, description="Renders of a workspace in a month.")
    ceiling: int = Field(
        default=100_000_000, ge=0, description="What a workspace may spend in a month, in micro-dollars."
    )
    key_cap: int = Field(
        default=5_000_000, ge=0, description="What one key may spend in a month, in micro-dollars."
    )
    per_minute: int = Field(default=60, ge=1, description="Requests of one key in a minute.")
    variants_kept_days: int = Field(
        default=7, ge=1, description="Days after which a variant without a finished render is removed."
    )
