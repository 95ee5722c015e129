"""A music engine whose calls are counted and timed."""

from reelhouse.engines.metering import metered_call
from reelhouse.engines.music.base import MusicEngine
from reelhouse.engines.music.types import MusicRequest, Track


class MeteredMusic:
    """Does what `engine` does, and tells the metrics."""

    def __init__(self, engine: MusicEngine) -> None:
        self.name = engine.name
        self._engine = engine

    async def compose(self, request: MusicRequest) -> Track:
        with metered_call("music", self.name):
            return await self._engine.compose(request)
