"""What the settings of every engine family have in common: one table each in ``reelhouse.toml``."""

from pathlib import Path
from typing import Self

from pydantic import BaseModel, Field, SecretStr


class EngineSettings(BaseModel):
    """Who does the work of a family, and who steps in when that one does not answer.

    `fallbacks` are asked in order; each is a whole table of its own. Whoever stepped in is told in
    the result.
    """

    backend: str = Field(
        default="builtin", description="Who does it; `reelhouse engines list` tells the names."
    )
    url: str = Field(default="", description="Base URL of the backend's server; empty for the vendor's own.")
    urls: tuple[str, ...] = Field(
        default=(), description="More servers of the same kind; the one with least to do is asked."
    )
    key: SecretStr | None = Field(default=None, description="API key of the backend.")
    model: str = Field(default="", description="Model name of the backend; empty for its default.")
    workflow: Path | None = Field(
        default=None, description="A workflow file of your own, for backends that run workflows."
    )
    timeout_seconds: int = Field(default=120, ge=1, description="How long one piece of work may take.")
    poll_seconds: float = Field(
        default=1.0, gt=0, description="How soon to ask a queue of the backend again; later, less often."
    )
    fallbacks: tuple[Self, ...] = Field(
        default=(), description="Who is asked when the backend does not answer; tables like this one."
    )

    @property
    def servers(self) -> tuple[str, ...]:
        """Every server of the backend, without slashes at their ends."""
        return tuple(url.rstrip("/") for url in (self.url, *self.urls) if url)
