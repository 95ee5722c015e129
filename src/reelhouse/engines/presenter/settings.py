"""Which presenter engine performs."""

from typing import Literal

from pydantic import BaseModel, Field, SecretStr


class PresenterSettings(BaseModel):
    backend: Literal["builtin", "talking-head"] = Field(
        default="builtin", description="Who presents: the drawn presenter, or a talking-head model by HTTP."
    )
    url: str = Field(default="", description="Base URL of the talking-head server.")
    key: SecretStr | None = Field(default=None, description="API key of the talking-head server.")
    model: str = Field(default="", description="Model name for the talking-head server; empty for its own.")
    timeout_seconds: int = Field(default=900, ge=1, description="How long one performance may take.")
    poll_seconds: float = Field(
        default=2.0, gt=0, description="How soon to ask for the performance again; later, less often."
    )
