"""What is told of a finished pitch, so that nobody needs to watch it to know what is in it."""

from collections.abc import Mapping
from itertools import accumulate

from pydantic import TypeAdapter
from pydantic.dataclasses import dataclass

from reelhouse.core.pitches.plan import Plan
from reelhouse.media.speech import Timing


@dataclass(frozen=True, slots=True)
class ToldWord:
    """A word, and when it is heard, in seconds."""

    text: str
    start: float
    end: float


@dataclass(frozen=True, slots=True)
class ToldScene:
    """A scene or a slide, from `start` to `end` seconds; `part` is that of its still or slide."""

    scene_id: str
    start: float
    end: float
    part: int


@dataclass(frozen=True, slots=True)
class PitchResult:
    """The result of a job. `seconds` were measured on the file; a carousel has none."""

    engines: Mapping[str, str]
    warnings: tuple[str, ...]
    seconds: float
    transcript: str
    words: tuple[ToldWord, ...]
    scenes: tuple[ToldScene, ...]


RESULTS: TypeAdapter[PitchResult] = TypeAdapter(PitchResult)


def told_scenes(plan: Plan) -> tuple[ToldScene, ...]:
    ends = accumulate(scene.seconds for scene in plan.scenes)
    return tuple(
        ToldScene(scene.scene_id, float(end - scene.seconds), float(end), part)
        for part, (scene, end) in enumerate(zip(plan.scenes, ends, strict=True))
    )


def told_words(timing: Timing) -> tuple[ToldWord, ...]:
    return tuple(ToldWord(word.text, float(word.span.start), float(word.span.end)) for word in timing.words)
