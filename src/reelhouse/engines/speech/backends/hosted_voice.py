"""Voices by description or example, by the models of fal and Replicate."""

import asyncio

from reelhouse.engines.hosted.fal import Fal
from reelhouse.engines.hosted.kinds import SOUND
from reelhouse.engines.hosted.model import HostedModel, Service
from reelhouse.engines.hosted.replicate import Replicate
from reelhouse.engines.hosted.wishes import File, Wishes
from reelhouse.engines.settings import EngineSettings
from reelhouse.engines.speech.limits import check
from reelhouse.engines.speech.types import CloneRequest, DescribedRequest, Spoken
from reelhouse.engines.tools import Tools


def fal(settings: EngineSettings, _tools: Tools) -> "HostedVoice":
    return HostedVoice(Fal("voice", settings), settings)


def replicate(settings: EngineSettings, _tools: Tools) -> "HostedVoice":
    return HostedVoice(Replicate("voice", settings), settings)


class HostedVoice:
    """Speaks by one model of `service`, or by one that describes and one that clones."""

    def __init__(self, service: Service, settings: EngineSettings) -> None:
        self.name = service.name
        self._model = HostedModel(service, "voice", settings)

    async def describe(self, request: DescribedRequest) -> Spoken:
        check(self.name, request)
        return await self._spoken(
            Wishes({**_words(request), "description": request.description or "a clear voice"})
        )

    async def clone(self, request: CloneRequest) -> Spoken:
        """`most_tokens` goes along where the model counts in them."""
        check(self.name, request)
        values = {**_words(request), "transcript": request.transcript, "most_tokens": request.most_tokens}
        recording = File(request.reference, "audio/wav", "reference.wav")
        return await self._spoken(Wishes(values, {"reference": [recording]}))

    async def check(self) -> str:
        return await self._model.check()

    async def _spoken(self, wishes: Wishes) -> Spoken:
        content, notes = await self._model.file(wishes, SOUND)
        pcm, rate = await asyncio.to_thread(self._samples, content)
        return Spoken(pcm, rate, notes=notes)

    def _samples(self, content: bytes) -> tuple[bytes, int]:
        from reelhouse.engines.sounds import decoded  # noqa: PLC0415 - only when it speaks

        with self._model.reading():
            return decoded(self.name, content, channels=1)


def _words(request: DescribedRequest | CloneRequest) -> dict[str, str | float | bool | None]:
    return {
        "text": request.text,
        "language": request.language.lower().partition("-")[0],
        "seed": request.seed,
    }
