"""Which text engine writes."""

from typing import Literal

from pydantic import BaseModel, Field, SecretStr


class TextSettings(BaseModel):
    backend: Literal["builtin", "openai"] = Field(default="builtin", description="Who writes scripts.")
    url: str = Field(default="", description="Base URL of an OpenAI-compatible server.")
    key: SecretStr | None = Field(default=None, description="API key of the text backend.")
    model: str = Field(default="gpt-4o", description="Model that writes.")
    timeout_seconds: int = Field(default=60, ge=1, description="How long one call may take.")
