"""A film of the presenter, by an engine that makes a picture speak; the drawn presenter needs none."""

import asyncio
import hashlib
import io
import wave
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path

from reelhouse.core.actors.types import Actor
from reelhouse.core.videos.materials import Performance, Recording
from reelhouse.core.videos.narration import LEAD_IN
from reelhouse.core.videos.types import VideoPlan
from reelhouse.engines.presenter.base import PresenterEngine
from reelhouse.engines.presenter.types import PresenterRequest
from reelhouse.media.composition import CANVASES, MediaRef
from reelhouse.render.presenter.portrait import draw_portrait

MP4 = "video/mp4"
FILM = "film.mp4"
PORTRAIT_PIXELS = 1024

MANNERS = {
    "energetic": "lively, smiling, quick gestures",
    "calm": "calm, gentle, hardly moving",
    "confident": "upright, sure, steady gaze",
    "dramatic": "serious, intense, slow",
}


@dataclass(frozen=True, slots=True)
class Filming:
    """A film that lasts as long as its video, from its first picture, so that it goes on through cuts."""

    plan: VideoPlan
    actor: Actor
    recording: Recording

    async def film(self, engine: PresenterEngine, audio: Path, folder: Path) -> tuple[Performance, Path]:
        """Have `engine` perform; the file lies in `folder`. Raises `EngineUnavailable` or `EngineRefused`."""
        request = await asyncio.to_thread(self._request, audio)
        performed = await engine.perform(request)
        path = folder / FILM
        await asyncio.to_thread(path.write_bytes, performed.video)
        sha256 = hashlib.sha256(performed.video).hexdigest()
        return Performance(MediaRef(sha256, MP4), performed.engine), path

    def _request(self, audio: Path) -> PresenterRequest:
        plan, canvas = self.plan, CANVASES[self.plan.aspect]
        sound = framed_sound(audio.read_bytes(), Fraction(plan.seconds))
        named = f"{self.actor.slug} {self.recording.sha256} {plan.seconds} {plan.aspect} {plan.tone}"
        return PresenterRequest(
            portrait=draw_portrait(self.actor.appearance, PORTRAIT_PIXELS),
            audio=sound,
            seconds=Fraction(plan.seconds),
            width=canvas.width,
            height=canvas.height,
            fps=canvas.fps,
            prompt=MANNERS.get(plan.tone.value) if plan.tone else None,
            key=hashlib.sha256(named.encode()).hexdigest(),
        )


def framed_sound(narration: bytes, seconds: Fraction) -> bytes:
    """A narration with the silence before and after it that it has in the video, `seconds` in all."""
    with wave.open(io.BytesIO(narration)) as recorded:
        parameters = recorded.getparams()
        pcm = recorded.readframes(parameters.nframes)
    width = parameters.sampwidth * parameters.nchannels
    before = bytes(width * int(LEAD_IN * parameters.framerate))
    whole = width * int(seconds * parameters.framerate)
    framed = io.BytesIO()
    with wave.open(framed, "wb") as file:
        file.setparams(parameters)
        file.writeframes((before + pcm).ljust(whole, b"\0")[:whole])
    return framed.getvalue()
