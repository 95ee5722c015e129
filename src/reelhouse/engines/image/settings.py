"""Which image engines draw and edit."""

from pydantic import Field

from reelhouse.engines.settings import EngineSettings


class ImageSettings(EngineSettings):
    models: dict[str, "ImageSettings"] = Field(
        default_factory=dict,
        description="Backends by the names under which callers ask for them, such as kling3.",
    )


class EditSettings(EngineSettings):
    """Changing pictures by words."""
