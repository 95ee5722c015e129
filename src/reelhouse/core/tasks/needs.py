"""Which engine each kind of task needs."""

from dataclasses import dataclass

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
from reelhouse.engines.image.families import EDIT, IMAGE
from reelhouse.engines.mesh.families import MESH
from reelhouse.engines.music.families import SONG
from reelhouse.engines.registry import Family
from reelhouse.engines.sound.families import SOUND
from reelhouse.engines.speech.families import VOICE
from reelhouse.engines.transcript.families import TRANSCRIPT
from reelhouse.engines.video.families import VIDEO

FAMILIES: dict[str, Family] = {
    family.name: family for family in (IMAGE, EDIT, VIDEO, VOICE, TRANSCRIPT, SONG, SOUND, MESH)
}
"""Every family that works on tasks; its settings are the table of the same name."""


@dataclass(frozen=True, slots=True)
class Need:
    family: Family
    ability: str


def need_of(task: Task) -> Need | None:  # noqa: PLR0911 - one line a kind
    """What a task cannot do without; None for joining, which the renderer does."""
    match task:
        case DrawTask():
            return Need(IMAGE, "draw")
        case EditTask():
            return Need(EDIT, "edit")
        case FilmTask():
            return Need(VIDEO, "film")
        case SpeakTask():
            return Need(VOICE, "clone" if task.reference else "describe")
        case AnnotateTask():
            return Need(TRANSCRIPT, "hear")
        case SongTask():
            return Need(SONG, "create")
        case SoundTask():
            return Need(SOUND, "make")
        case MeshTask():
            return Need(MESH, "model")
        case JoinTask():
            return None
