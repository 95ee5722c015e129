"""The builtin engines of media tasks, each warm and alone on its core; the first run is told too."""

import asyncio
import resource
import tempfile
import time
from collections.abc import Awaitable, Callable, Iterator
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path
from typing import Any, TypeVar

import av
import numpy as np

from benchmarks.measure import Figure
from reelhouse.bootstrap.house import engine_tables
from reelhouse.bootstrap.studio import task_tools
from reelhouse.config import Settings
from reelhouse.core.tasks.crew import TaskCrew
from reelhouse.core.tasks.needs import FAMILIES, Need
from reelhouse.engines.image.types import EditRequest, ImageRequest
from reelhouse.engines.mesh.types import MeshRequest
from reelhouse.engines.music.types import SongRequest
from reelhouse.engines.sound.types import SoundRequest
from reelhouse.engines.speech.types import DescribedRequest
from reelhouse.engines.video.base import VideoEngine
from reelhouse.engines.video.types import Film, VideoRequest
from reelhouse.render.clips.encoder import film_encoder
from reelhouse.render.clips.joining import join

ROUNDS = 3
SENTENCES = (
    "We launch at dawn, hold formation, and bring everyone home safely. "
    "The morning was quiet and the harbour lay still, and nobody spoke until the lights came on."
)  # about ten seconds
TAGS = "anthemic electro-pop, wide stereo synths, tight sidechained bass, punchy drums"
LYRICS = "[Verse]\nWe were shadows in a crowded room\n[Chorus]\nWe run through the midnight light"
SHOT = "A sharp pistol shot in a dry canyon with a quick mechanical click and short tail echo."

R = TypeVar("R")
Work = Callable[[], Awaitable[Any]]


@dataclass(frozen=True, slots=True)
class Took:
    """Seconds by the clock, and of CPU in this process and the programs that it started."""

    wall: float
    cpu: float
    result: Any


class Bench:
    """Engines and tools as a worker has them."""

    def __init__(self) -> None:
        self.settings = Settings()
        self.crew = TaskCrew(engine_tables(self.settings), task_tools(self.settings))

    async def ask(self, family: str, ability: str, call: Callable[[Any], Awaitable[R]]) -> R:
        return (await self.crew.ask(Need(FAMILIES[family], ability), call)).result


def figures() -> list[Figure]:
    with tempfile.TemporaryDirectory(prefix="reelhouse-bench-") as folder:
        return asyncio.run(_figures(Path(folder)))


async def _figures(folder: Path) -> list[Figure]:
    bench = Bench()
    found = []
    picture = await bench.ask("image", "draw", lambda engine: engine.draw(ImageRequest("a boat", 1024, 1024)))
    for name, target, work in (
        ("image of 1024 x 1024", 0.5, _draw(bench)),
        ("edit of 1024 x 1024", None, _edit(bench, picture.png)),
        ("10 s of speech", 0.2, _speak(bench)),
        ("60 s of music with a voice", 3.0, _sing(bench)),
        ("10 s of a sound effect", 0.3, _sound(bench)),
        ("solid of 20,000 faces", 5.0, _model(bench, picture.png)),
    ):
        first, best = await _timed(work)
        found += [
            Figure(f"{name}: first", first.wall, "s"),
            Figure(f"{name}: then", best.wall, "s", target=target),
        ]
    return [*found, *await _film(bench, folder, picture.png), *await _join(bench, folder)]


async def _timed(work: Work) -> tuple[Took, Took]:
    """The first run, and the best of some more."""
    first = await _took(work)
    more = [await _took(work) for _ in range(ROUNDS)]
    return first, min(more, key=lambda took: took.wall)


async def _took(work: Work) -> Took:
    before, started = _cpu(), time.perf_counter()
    result = await work()
    return Took(time.perf_counter() - started, _cpu() - before, result)


def _cpu() -> float:
    used = (resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return sum(one.ru_utime + one.ru_stime for one in used)


def _draw(bench: Bench) -> Work:
    request = ImageRequest("a lighthouse on a cliff at sunset", 1024, 1024)
    return lambda: bench.ask("image", "draw", lambda engine: engine.draw(request))


def _edit(bench: Bench, png: bytes) -> Work:
    request = EditRequest("turn this scene into a dramatic noir poster", png, 1024, 1024)
    return lambda: bench.ask("edit", "edit", lambda engine: engine.edit(request))


def _speak(bench: Bench) -> Work:
    request = DescribedRequest(SENTENCES, "Warm confident narrator with balanced pacing.")
    return lambda: bench.ask("voice", "describe", lambda engine: engine.describe(request))


def _sing(bench: Bench) -> Work:
    request = SongRequest(TAGS, Fraction(60), LYRICS)
    return lambda: bench.ask("song", "create", lambda engine: engine.create(request))


def _sound(bench: Bench) -> Work:
    request = SoundRequest(SHOT, Fraction(10))
    return lambda: bench.ask("sound", "make", lambda engine: engine.make(request))


def _model(bench: Bench, png: bytes) -> Work:
    request = MeshRequest(png)
    return lambda: bench.ask("mesh", "model", lambda engine: engine.model(request))


async def _film(bench: Bench, folder: Path, png: bytes) -> list[Figure]:
    """Six seconds at 1280 x 720, against encoding the very frames that came out."""
    request = VideoRequest("slow cinematic push-in", 1280, 720, 181, 30, folder, start=png)
    _, film = await _timed(lambda: _filmed(bench, request))
    frames = list(_frames(film.result.path))
    encode = film_encoder(bench.settings.render)
    out = folder / "again.mp4"
    _, again = await _timed(lambda: encode(iter(frames), width=1280, height=720, fps=Fraction(30), out=out))
    return [
        Figure("6 s of film at 1280 x 720: wall", film.wall, "s"),
        Figure("6 s of film at 1280 x 720: CPU", film.cpu, "s"),
        Figure("encoding its frames: CPU", again.cpu, "s"),
        Figure("film / encoding its frames, CPU", film.cpu / again.cpu, "x", target=2),
    ]


async def _filmed(bench: Bench, request: VideoRequest) -> Film:
    def film(engine: VideoEngine) -> Awaitable[Film]:
        return engine.film(request)

    return await bench.ask("video", "film", film)


async def _join(bench: Bench, folder: Path) -> list[Figure]:
    """Two clips as they are, and with an overlap, against encoding as many frames."""
    encode = film_encoder(bench.settings.render)
    clips = []
    for number, words in enumerate(("slow push-in", "pan right")):
        film = await _filmed(bench, VideoRequest(words, 1280, 720, 97, 30, folder))
        clips.append(film.path.rename(folder / f"clip{number}.mp4"))

    def joined(trim: Fraction) -> Work:
        return lambda: join(
            clips,
            folder / "joined.mp4",
            trim_seconds=trim,
            folder=folder,
            settings=bench.settings.render,
            progress=lambda _done: None,
        )

    _, copied = await _timed(joined(Fraction(0)))
    _, cut = await _timed(joined(Fraction(3, 30)))
    frames = [frame for clip in clips for frame in _frames(clip)]
    out = folder / "both.mp4"
    _, bare = await _timed(lambda: encode(iter(frames), width=1280, height=720, fps=Fraction(30), out=out))
    return [
        Figure("joining two clips that are alike: wall", copied.wall, "s"),
        Figure("joining with an overlap / encoding its frames, CPU", cut.cpu / bare.cpu, "x", target=1.2),
    ]


def _frames(path: Path) -> Iterator[np.ndarray[Any, np.dtype[np.uint8]]]:
    with av.open(str(path), "r") as container:
        for frame in container.decode(video=0):
            yield frame.to_ndarray(format="rgb24").astype(np.uint8, copy=False)
