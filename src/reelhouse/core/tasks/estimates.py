"""How long things will be, before anybody has made them."""

from fractions import Fraction

from reelhouse.core.tasks.types import AnnotateTask, FilmTask, SongTask, SoundTask, SpeakTask, Task

CHARACTERS_A_SECOND = 15
"""Of English that is read aloud, spaces and all: 2.5 words of six characters."""

SUNG_WORDS_A_SECOND = Fraction(2)
WITHOUT_TRANSCRIPT = Fraction(120)


def speech_seconds(text: str) -> Fraction:
    """How long it takes to say `text`, by its characters."""
    return Fraction(len(text.strip()), CHARACTERS_A_SECOND)


def annotation_seconds(transcript: str | None) -> Fraction:
    """How long a recording of `transcript` is taken to be; marks in brackets are not sung."""
    if not transcript:
        return WITHOUT_TRANSCRIPT
    lines = (line for line in transcript.splitlines() if not is_mark(line))
    return sum((len(line.split()) for line in lines), start=0) / SUNG_WORDS_A_SECOND


def is_mark(line: str) -> bool:
    """Whether a line of lyrics only names the section that follows, such as ``[Chorus]``."""
    stripped = line.strip()
    return stripped.startswith("[") and stripped.endswith("]")


def output_seconds(task: Task) -> Fraction | None:
    """How long the result will last; None for what has no length, or an unknown one."""
    match task:
        case FilmTask() | SongTask() | SoundTask():
            return Fraction(task.seconds)
        case SpeakTask():
            return speech_seconds(task.text)
        case AnnotateTask():
            return annotation_seconds(task.transcript)
        case _:
            return None
