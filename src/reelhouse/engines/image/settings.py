"""Which image engine draws."""

from typing import Literal

from pydantic import BaseModel, Field, SecretStr


class ImageSettings(BaseModel):
    backend: Literal["builtin", "openai"] = Field(default="builtin", description="Who draws pictures.")
    url: str = Field(default="", description="Base URL of an OpenAI-compatible server that draws.")
    key: SecretStr | None = Field(default=None, description="API key of the image backend.")
    model: str = Field(default="", description="Model name of the image backend; empty for its default.")
    timeout_seconds: int = Field(default=120, ge=1, description="How long one picture may take.")
    models: dict[str, "ImageSettings"] = Field(
        default_factory=dict,
        description="Backends by the names under which callers ask for them, such as kling3.",
    )
