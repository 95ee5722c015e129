"""A presenter engine whose calls are counted and timed."""

from reelhouse.engines.metering import metered_call
from reelhouse.engines.presenter.base import PresenterEngine
from reelhouse.engines.presenter.types import Performance, PresenterRequest


class MeteredPresenter:
    """Does what `engine` does, and tells the metrics."""

    def __init__(self, engine: PresenterEngine) -> None:
        self.name = engine.name
        self._engine = engine

    async def perform(self, request: PresenterRequest) -> Performance:
        with metered_call("presenter", self.name):
            return await self._engine.perform(request)
