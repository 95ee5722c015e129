"""Sound effects by the models of fal and Replicate, cut to the sample."""

import asyncio

from reelhouse.engines.hosted.fal import Fal
from reelhouse.engines.hosted.kinds import SOUND
from reelhouse.engines.hosted.model import HostedModel, Service
from reelhouse.engines.hosted.replicate import Replicate
from reelhouse.engines.hosted.wishes import Wishes
from reelhouse.engines.settings import EngineSettings
from reelhouse.engines.sound.limits import check
from reelhouse.engines.sound.types import Sound, SoundRequest
from reelhouse.engines.tools import Tools


def fal(settings: EngineSettings, _tools: Tools) -> "HostedSound":
    return HostedSound(Fal("sound", settings), settings)


def replicate(settings: EngineSettings, _tools: Tools) -> "HostedSound":
    return HostedSound(Replicate("sound", settings), settings)


class HostedSound:
    """Makes sounds by one model of `service`."""

    def __init__(self, service: Service, settings: EngineSettings) -> None:
        self.name = service.name
        self._model = HostedModel(service, "sound", settings)

    async def make(self, request: SoundRequest) -> Sound:
        """Raises `EngineRefused` also when more than a tenth of the duration is missing."""
        check(self.name, request)
        content, notes = await self._model.file(_wishes(request), SOUND)
        return await asyncio.to_thread(self._cut, content, request, notes)

    async def check(self) -> str:
        return await self._model.check()

    def _cut(self, content: bytes, request: SoundRequest, notes: tuple[str, ...]) -> Sound:
        from reelhouse.engines.sounds import decoded, exactly  # noqa: PLC0415 - only when it sounds

        with self._model.reading():
            pcm, rate = decoded(self.name, content, channels=2)
        cut, more = exactly(self.name, pcm, channels=2, sample_rate=rate, duration=request.duration)
        return Sound(cut, rate, notes=(*notes, *more))


def _wishes(request: SoundRequest) -> Wishes:
    return Wishes(
        {
            "prompt": request.prompt,
            "seconds": float(request.duration),
            "seed": request.seed,
            "variety": request.variety,
            "most_tokens": request.most_tokens,
        }
    )
