"""Speech, music and effects as MP3; what was heard in a recording as JSON."""

import json
import wave
from fractions import Fraction
from pathlib import Path
from typing import Any

from pydantic import JsonValue

from reelhouse.core.assets.types import AssetKind
from reelhouse.core.tasks.crew import TaskCrew
from reelhouse.core.tasks.making.types import Bench, Made
from reelhouse.core.tasks.needs import Need
from reelhouse.core.tasks.types import AnnotateTask, SongTask, SoundTask, SpeakTask
from reelhouse.engines.chain import Answered
from reelhouse.engines.music.types import SongRequest
from reelhouse.engines.sound.types import SoundRequest
from reelhouse.engines.speech.types import CloneRequest, DescribedRequest
from reelhouse.engines.transcript.annotation import annotate
from reelhouse.engines.transcript.types import TranscriptRequest
from reelhouse.render.clips.sound_files import encode_sound
from reelhouse.render.settings import RenderSettings

MP3, JSON = "audio/mpeg", "application/json"
SAMPLE_BYTES = 2
CLONE_TOKENS = 384


class SoundMaker:
    def __init__(self, crew: TaskCrew, settings: RenderSettings) -> None:
        self._crew = crew
        self._settings = settings

    async def speak(self, task: SpeakTask, need: Need, bench: Bench) -> Made:
        hear = bench.part(0.1, 0.9, "speaking")
        if task.reference is None:
            described = DescribedRequest(
                text=task.text,
                description=task.description or "",
                language=task.language,
                seed=task.seed,
            )
            answered = await self._crew.ask(need, lambda engine: engine.describe(described), hear)
        else:
            clone = CloneRequest(
                text=task.text,
                reference=_excerpt(bench.files[task.reference.field], task.reference_seconds, bench.folder),
                transcript=task.transcript or "",
                language=task.language,
                seed=task.seed,
                most_tokens=task.most_tokens or CLONE_TOKENS,
            )
            answered = await self._crew.ask(need, lambda engine: engine.clone(clone), hear)
        return await self._delivered(answered, task.kbps, 1, bench, {})

    async def sing(self, task: SongTask, need: Need, bench: Bench) -> Made:
        request = SongRequest(
            tags=task.tags,
            duration=task.seconds,
            lyrics=task.lyrics,
            language=task.language,
            seed=task.seed,
            polish=task.polish,
        )
        hear = bench.part(0.05, 0.9, "composing")
        answered = await self._crew.ask(need, lambda engine: engine.create(request), hear)
        sections: list[JsonValue] = [
            {"name": section.name, "start": float(section.start), "end": float(section.end)}
            for section in answered.result.sections
        ]
        return await self._delivered(answered, task.kbps, 2, bench, {"sections": sections})

    async def effect(self, task: SoundTask, need: Need, bench: Bench) -> Made:
        request = SoundRequest(
            prompt=task.prompt,
            duration=task.seconds,
            seed=task.seed,
            variety=task.variety,
            most_tokens=task.most_tokens or None,
        )
        hear = bench.part(0.1, 0.9, "sounding")
        answered = await self._crew.ask(need, lambda engine: engine.make(request), hear)
        return await self._delivered(answered, task.kbps, 2, bench, {})

    async def annotation(self, task: AnnotateTask, need: Need, bench: Bench) -> Made:
        request = TranscriptRequest(
            audio=bench.files[task.audio.field],
            language=task.language,
            text=task.transcript,
            model=task.model,
        )
        hear = bench.part(0.1, 0.5, "listening")
        answered = await self._crew.ask(need, lambda engine: engine.hear(request), hear)
        heard = answered.result
        bench.tell(0.5, "annotating")
        document = await annotate(request.audio, request, heard, answered.engine)
        path = bench.folder / "annotation.json"
        path.write_text(json.dumps(document, ensure_ascii=False, indent=1))
        return Made(
            path=path,
            kind=AssetKind.ANNOTATION,
            media_type=JSON,
            ending=".json",
            engine=answered.engine,
            facts={"seconds": float(heard.duration), "words": len(heard.words), "method": heard.method},
            passed_over=answered.passed_over,
            notes=heard.notes,
        )

    async def _delivered(
        self,
        answered: Answered[Any],
        kbps: int,
        channels: int,
        bench: Bench,
        facts: dict[str, JsonValue],
    ) -> Made:
        sound = answered.result
        bench.tell(0.9, "encoding")
        path = bench.folder / "sound.mp3"
        await encode_sound(sound.pcm, sound.sample_rate, channels, path, kbps=kbps, settings=self._settings)
        frames = len(sound.pcm) // (SAMPLE_BYTES * channels)
        return Made(
            path=path,
            kind=AssetKind.AUDIO,
            media_type=MP3,
            ending=".mp3",
            engine=answered.engine,
            facts={"seconds": frames / sound.sample_rate, "kbps": kbps, "channels": channels, **facts},
            passed_over=answered.passed_over,
            understood=sound.understood,
            notes=sound.notes,
        )


def _excerpt(path: Path, seconds: float, folder: Path) -> bytes:
    """The first `seconds` of a WAV file, as a WAV file."""
    cut = folder / "excerpt.wav"
    with wave.open(str(path), "rb") as source, wave.open(str(cut), "wb") as target:
        target.setparams(source.getparams())
        target.writeframes(source.readframes(int(Fraction(seconds) * source.getframerate())))
    return cut.read_bytes()
