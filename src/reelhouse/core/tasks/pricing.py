"""What a task costs, fixed at submit: the formulas of Killa Tamata's document, and our own table beside them.

All of it in integer micro-dollars, rounded up to the next one, so that no formula is ever undersold.
"""

from collections.abc import Sequence
from fractions import Fraction
from math import ceil

from reelhouse.core.tasks.estimates import annotation_seconds, speech_seconds
from reelhouse.core.tasks.settings import TaskPrices
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
from reelhouse.kit.money import MicroDollars

SURCHARGE = Fraction(3, 2)
"""Of `high_detail` and `extreme_quality`."""

MEGAPIXEL = 1024 * 1024
JOIN_PER_CLIP = 5_000
SPEECH_TIERS = ((3, 10_000), (7, 20_000), (10, 30_000))
ANNOTATION_TIERS = ((60, 30_000), (120, 50_000), (180, 70_000))
"""Up to so many seconds, so many micro-dollars; what is longer costs as much as the last."""

SONG_LEAST, SONG_PER_SECOND_KBPS = 50_000, 8
SOUND_LEAST, SOUND_PER_SECOND, SOUND_PER_TOKEN = 10_000, 4_000, 8


def price_of(task: Task, table: TaskPrices) -> MicroDollars:
    """The price of a task, which never changes after submit."""
    return MicroDollars(ceil(_exact(task, table)))


def _exact(task: Task, table: TaskPrices) -> Fraction:  # noqa: PLR0911 - one line a kind
    match task:
        case DrawTask():
            return _with_surcharge(Fraction(table.image), given=task.high_detail)
        case EditTask():
            return _with_surcharge(Fraction(table.edit), given=task.high_detail)
        case FilmTask():
            return _film(task, table)
        case JoinTask():
            return Fraction(JOIN_PER_CLIP * len(task.clips))
        case SpeakTask():
            return _tier(SPEECH_TIERS, speech_seconds(task.text))
        case AnnotateTask():
            return _tier(ANNOTATION_TIERS, annotation_seconds(task.transcript))
        case SongTask():
            return max(Fraction(SONG_LEAST), task.seconds * task.kbps * SONG_PER_SECOND_KBPS)
        case SoundTask():
            metered = task.seconds * SOUND_PER_SECOND + task.most_tokens * SOUND_PER_TOKEN
            return max(Fraction(SOUND_LEAST), metered)
        case MeshTask():
            return Fraction(table.mesh)


def _film(task: FilmTask, table: TaskPrices) -> Fraction:
    megapixels = Fraction(task.width * task.height, MEGAPIXEL)
    price = table.video_base + task.frames * megapixels * table.video_frame_megapixel
    if task.audio is not None:
        price *= 1 + Fraction(table.video_audio_percent, 100)
    return _with_surcharge(price, given=task.extreme_quality)


def _with_surcharge(price: Fraction, *, given: bool) -> Fraction:
    return price * SURCHARGE if given else price


def _tier(tiers: Sequence[tuple[int, int]], seconds: Fraction) -> Fraction:
    return Fraction(next((price for up_to, price in tiers if seconds <= up_to), tiers[-1][1]))
