"""The ports of pictures: drawing them, and changing them."""

from typing import Protocol

from reelhouse.engines.image.types import EditRequest, ImageRequest, Picture


class ImageEngine(Protocol):
    """Draws a picture from words, exactly as large as asked.

    Raises `EngineUnavailable` or `EngineRefused`; a request outside of the limits that `ImageRequest` names
    is refused before anything is done. Equal requests give equal pictures on deterministic backends.
    """

    name: str

    async def draw(self, request: ImageRequest) -> Picture: ...


class ImageEditor(Protocol):
    """Changes a picture as words say; `understood` and `notes` of the result tell what was done.

    Raises `EngineUnavailable` or `EngineRefused`.
    """

    async def edit(self, request: EditRequest) -> Picture: ...
