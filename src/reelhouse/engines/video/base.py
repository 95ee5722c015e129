"""The port of the video family."""

from typing import Protocol

from reelhouse.engines.video.types import Film, VideoRequest


class VideoEngine(Protocol):
    """Makes moving pictures from words, frames and sound.

    Raises `EngineUnavailable` or `EngineRefused`. When the caller is cancelled, so is the work, also at a
    vendor's.
    """

    async def film(self, request: VideoRequest) -> Film: ...
