"""An image engine whose calls are counted and timed."""

from reelhouse.engines.image.base import ImageEngine
from reelhouse.engines.image.types import ImageRequest, Picture
from reelhouse.engines.metering import metered_call


class MeteredImage:
    """Does what `engine` does, and tells the metrics."""

    def __init__(self, engine: ImageEngine) -> None:
        self.name = engine.name
        self._engine = engine

    async def draw(self, request: ImageRequest) -> Picture:
        with metered_call("image", self.name):
            return await self._engine.draw(request)
