"""Films: generated, or joined from clips."""

from reelhouse.core.assets.types import AssetKind
from reelhouse.core.tasks.crew import TaskCrew
from reelhouse.core.tasks.errors import InputUnreadable
from reelhouse.core.tasks.making.types import Bench, Made
from reelhouse.core.tasks.needs import Need
from reelhouse.core.tasks.types import FilmTask, Given, JoinTask
from reelhouse.engines.video.types import VideoRequest
from reelhouse.render.clips.conform import Clip, conform
from reelhouse.render.clips.joining import ClipRefused, join
from reelhouse.render.settings import RenderSettings

MP4 = "video/mp4"
FILMED = 0.7
"""How much of the work is done when the engine has filmed, and the file is not in order yet."""


async def film(task: FilmTask, need: Need, crew: TaskCrew, bench: Bench, settings: RenderSettings) -> Made:
    shots = bench.folder / "shots"
    shots.mkdir()
    audio = bench.files[task.audio.field] if task.audio else None
    request = VideoRequest(
        prompt=task.prompt,
        width=task.width,
        height=task.height,
        frames=task.frames,
        fps=task.fps,
        folder=shots,
        smooth_fps=task.smooth_fps,
        seed=task.seed,
        start=_bytes(task.start, bench),
        final=_bytes(task.final, bench),
        overlap=tuple(bench.files[given.field].read_bytes() for given in task.overlap),
        audio=audio,
        extreme_quality=task.extreme_quality,
    )
    hear = bench.part(0.02, FILMED, "filming")
    answered = await crew.ask(need, lambda engine: engine.film(request), hear)
    finishing = bench.part(FILMED, 1, "finishing")
    out = bench.folder / "film.mp4"
    clip = await conform(
        answered.result.path,
        out,
        width=task.width,
        height=task.height,
        frames=task.frames,
        fps=task.fps,
        final_fps=task.smooth_fps,
        audio=audio,
        folder=bench.folder,
        settings=settings,
        progress=finishing,
    )
    return Made(
        path=out,
        kind=AssetKind.VIDEO,
        media_type=MP4,
        ending=".mp4",
        engine=answered.engine,
        facts=_facts(clip),
        passed_over=answered.passed_over,
        understood=answered.result.understood,
        notes=answered.result.notes,
    )


async def join_clips(task: JoinTask, bench: Bench, settings: RenderSettings) -> Made:
    """Raises `InputUnreadable` with the clip that is to blame."""
    out = bench.folder / "joined.mp4"
    clips = [bench.files[given.field] for given in task.clips]
    try:
        joined = await join(
            clips,
            out,
            trim_seconds=task.trim_seconds,
            folder=bench.folder,
            settings=settings,
            progress=lambda done: bench.tell(done, "joining"),
        )
    except ClipRefused as refusal:
        raise InputUnreadable(task.clips[refusal.number].field, refusal.reason) from refusal
    return Made(
        path=out,
        kind=AssetKind.VIDEO,
        media_type=MP4,
        ending=".mp4",
        engine="builtin",
        facts={**_facts(joined.clip), "reencoded": joined.reencoded},
        notes=joined.notes,
    )


def _bytes(given: Given | None, bench: Bench) -> bytes | None:
    return None if given is None else bench.files[given.field].read_bytes()


def _facts(clip: Clip) -> dict[str, float | int | bool]:
    return {
        "width": clip.width,
        "height": clip.height,
        "frames": clip.frames,
        "fps": float(clip.fps),
        "seconds": float(clip.seconds),
        "sound": clip.has_sound,
    }
