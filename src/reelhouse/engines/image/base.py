"""The port of the image family."""

from typing import Protocol

from reelhouse.engines.image.types import ImageRequest, Picture


class ImageEngine(Protocol):
    """Draws a picture from words, exactly as large as asked.

    Raises `EngineUnavailable` or `EngineRefused`; a request outside of the limits that `ImageRequest` names
    is refused before anything is done. Equal requests give equal pictures on deterministic backends.
    """

    name: str

    async def draw(self, request: ImageRequest) -> Picture: ...
