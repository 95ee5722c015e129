"""The nine bodies as tasks: defaults, aliases, ranges, and what had to be adjusted."""

from reelhouse.dialects.killatamata.jobs.common import Read
from reelhouse.dialects.killatamata.jobs.films import read_combine, read_video
from reelhouse.dialects.killatamata.jobs.pictures import read_edit, read_image, read_mesh
from reelhouse.dialects.killatamata.jobs.sounds import read_annotation, read_song, read_sound, read_speak
from reelhouse.dialects.killatamata.jobs.wire import (
    AnnotationBody,
    CombineBody,
    EditBody,
    ImageBody,
    MeshBody,
    SongBody,
    SoundBody,
    SpeakBody,
    VideoBody,
)

Body = (
    ImageBody
    | EditBody
    | VideoBody
    | CombineBody
    | SpeakBody
    | AnnotationBody
    | SongBody
    | SoundBody
    | MeshBody
)


def read_body(body: Body) -> Read:  # noqa: PLR0911 - one line a task
    """Raises `InvalidInput`."""
    match body:
        case ImageBody():
            return read_image(body)
        case EditBody():
            return read_edit(body)
        case VideoBody():
            return read_video(body.input)
        case CombineBody():
            return read_combine(body)
        case SpeakBody():
            return read_speak(body)
        case AnnotationBody():
            return read_annotation(body)
        case SongBody():
            return read_song(body.input)
        case SoundBody():
            return read_sound(body)
        case MeshBody():
            return read_mesh(body)
