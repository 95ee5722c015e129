"""Where tasks are done, without a database: files in, one examined file out."""

from collections.abc import Mapping
from pathlib import Path

from reelhouse.core.tasks.crew import TaskCrew
from reelhouse.core.tasks.inputs import TaskInputs
from reelhouse.core.tasks.making.films import film, join_clips
from reelhouse.core.tasks.making.pictures import draw, edit
from reelhouse.core.tasks.making.solids import model
from reelhouse.core.tasks.making.sounds import SoundMaker
from reelhouse.core.tasks.making.types import Bench, Made, Tell
from reelhouse.core.tasks.needs import Need, need_of
from reelhouse.core.tasks.types import (
    AnnotateTask,
    DrawTask,
    EditTask,
    FilmTask,
    JoinTask,
    MeshTask,
    SongTask,
    SoundTask,
    SpeakTask,
    Task,
)
from reelhouse.render.settings import RenderSettings


class TaskStudio:
    def __init__(self, crew: TaskCrew, inputs: TaskInputs, settings: RenderSettings) -> None:
        self._crew = crew
        self._inputs = inputs
        self._settings = settings
        self._sounds = SoundMaker(crew, settings)

    async def gather(self, task: Task, folder: Path) -> Mapping[str, Path]:
        """Every file of the task, by its field, in the form that engines take. Raises `InputUnreadable`."""
        return await self._inputs.bring(task, folder)

    async def make(self, task: Task, files: Mapping[str, Path], folder: Path, tell: Tell) -> Made:
        """Do the task with the files that `gather` brought.

        Raises `EngineUnavailable`, `EngineRefused`, `EngineNotConfigured`, `InputUnreadable` or what
        rendering raises.
        """
        bench = Bench(files, folder, tell)
        if isinstance(task, JoinTask):
            return await join_clips(task, bench, self._settings)
        need = need_of(task)
        assert need is not None, "only joining needs no engine"  # noqa: S101
        return await self._made(task, need, bench)

    async def _made(self, task: Task, need: Need, bench: Bench) -> Made:  # noqa: PLR0911 - one line a kind
        match task:
            case DrawTask():
                return await draw(task, need, self._crew, bench)
            case EditTask():
                return await edit(task, need, self._crew, bench)
            case FilmTask():
                return await film(task, need, self._crew, bench, self._settings)
            case SpeakTask():
                return await self._sounds.speak(task, need, bench)
            case AnnotateTask():
                return await self._sounds.annotation(task, need, bench)
            case SongTask():
                return await self._sounds.sing(task, need, bench)
            case SoundTask():
                return await self._sounds.effect(task, need, bench)
            case MeshTask():
                return await model(task, need, self._crew, bench)
            case JoinTask():
                raise AssertionError("joining needs no engine")
