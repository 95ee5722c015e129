"""The port of the presenter family."""

from typing import Protocol

from reelhouse.engines.presenter.types import Performance, PresenterRequest


class PresenterEngine(Protocol):
    """Turns a start image and a recording into a person who says it.

    Raises `EngineUnavailable` or `EngineRefused`. When the caller is cancelled, so is the work.
    """

    name: str

    async def perform(self, request: PresenterRequest) -> Performance: ...
