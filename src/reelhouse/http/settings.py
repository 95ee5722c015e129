"""How callers are limited."""

from pydantic import BaseModel, Field


class RateLimitSettings(BaseModel):
    url: str = Field(
        default="", description="redis:// address shared by several API processes; empty for memory."
    )
    per_minute: int = Field(
        default=120, ge=1, description="Requests a minute for one key, or one address without a key."
    )
