"""Making the file of a video: a plan in, a file out; no database and no job."""

import hashlib
import wave
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path

from pydantic import TypeAdapter
from pydantic.dataclasses import dataclass as checked

from reelhouse.core.actors.service import Actors
from reelhouse.core.videos.narration import narrate
from reelhouse.core.videos.timeline import compose
from reelhouse.core.videos.types import VideoPlan
from reelhouse.engines.music.base import MusicEngine
from reelhouse.engines.music.types import MusicRequest
from reelhouse.engines.speech.base import SpeechEngine
from reelhouse.media.composition import Composition, MediaRef
from reelhouse.media.speech import Timing
from reelhouse.render.ffmpeg import telling_disk_full
from reelhouse.render.render import render
from reelhouse.render.settings import RenderSettings
from reelhouse.render.types import Progress, Rendered

WAV = "audio/wav"


@checked(frozen=True, slots=True)
class Recording:
    """A narration as it is kept between steps: its WAV file by content, and its times."""

    sha256: str
    timing: Timing
    engine: str


RECORDINGS: TypeAdapter[Recording] = TypeAdapter(Recording)


@dataclass(frozen=True, slots=True)
class Produced:
    """A finished, examined video, the composition it shows, and the engines that had a part in it."""

    rendered: Rendered
    composition: Composition
    engines: dict[str, str]


class VideoStudio:
    """Turns plans into files with the engines of this house."""

    def __init__(
        self,
        actors: Actors,
        speech: SpeechEngine,
        music: MusicEngine,
        settings: RenderSettings,
        cache: Path,
    ) -> None:
        self._actors = actors
        self._speech = speech
        self._music = music
        self._settings = settings
        self._cache = cache

    async def record(self, plan: VideoPlan, folder: Path) -> tuple[Recording, Path]:
        """Speak the script into a WAV file in `folder`. Raises `NoSpaceLeft`, and what `narrate` raises."""
        actor = self._actors.get(plan.actor_slug)
        speech = await narrate(plan, actor.voice, self._speech)
        path, sha256 = _write_wav(folder, speech.pcm, speech.sample_rate, channels=1)
        return Recording(sha256, speech.timing, speech.engine), path

    async def produce(
        self,
        plan: VideoPlan,
        recording: Recording,
        audio: Path,
        out: Path,
        folder: Path,
        progress: Progress | None = None,
    ) -> Produced:
        """Render `plan` with its recording into `out`, with `folder` for what lies between.

        Raises what `render` raises.
        """
        media = {recording.sha256: audio}
        engines = {"speech": recording.engine, "presenter": "builtin"}
        music: MediaRef | None = None
        if plan.music is not None:
            seed = int(hashlib.sha256(plan.script.encode()).hexdigest()[:8], 16)
            track = await self._music.compose(MusicRequest(plan.music, Fraction(plan.seconds), seed))
            path, sha256 = _write_wav(folder, track.pcm, track.sample_rate, channels=2)
            media[sha256] = path
            music = MediaRef(sha256, WAV)
            engines["music"] = track.engine
        if plan.script_engine is not None:
            engines["text"] = plan.script_engine
        actor = self._actors.get(plan.actor_slug)
        composition = compose(plan, actor, MediaRef(recording.sha256, WAV), recording.timing, music)
        rendered = await render(
            composition, media, out, settings=self._settings, cache=self._cache, progress=progress
        )
        return Produced(rendered, composition, engines)


def _write_wav(folder: Path, pcm: bytes, sample_rate: int, channels: int) -> tuple[Path, str]:
    path = folder / f"{hashlib.sha256(pcm).hexdigest()[:16]}.wav"
    with telling_disk_full(folder):
        folder.mkdir(parents=True, exist_ok=True)
        _write_sound(path, pcm, sample_rate, channels)
    return path, hashlib.sha256(path.read_bytes()).hexdigest()


def _write_sound(path: Path, pcm: bytes, sample_rate: int, channels: int) -> None:
    with wave.open(str(path), "wb") as file:
        file.setnchannels(channels)
        file.setsampwidth(2)
        file.setframerate(sample_rate)
        file.writeframes(pcm)
