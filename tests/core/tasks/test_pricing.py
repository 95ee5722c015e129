"""What tasks cost, by the formulas of Killa Tamata's document and the table beside them."""

from fractions import Fraction

import pytest

from reelhouse.core.tasks.pricing import price_of
from reelhouse.core.tasks.settings import TaskPrices
from reelhouse.core.tasks.types import (
    AnnotateTask,
    DrawTask,
    FilmTask,
    Given,
    JoinTask,
    SongTask,
    SoundTask,
    SpeakTask,
    Task,
)

TABLE = TaskPrices()
FILE = Given("file", url="https://media.example/file")


@pytest.mark.parametrize(
    ("task", "dollars"),
    [
        (SongTask("electro-pop", Fraction(108), kbps=192), "0.165888"),
        (SongTask("a jingle", Fraction(15), kbps=64), "0.05"),
        (SoundTask("a shot", Fraction(2), most_tokens=1024), "0.016192"),
        (SoundTask("a click", Fraction(1)), "0.01"),
        (JoinTask((FILE, FILE)), "0.01"),
        (JoinTask((FILE,) * 7), "0.035"),
        (SpeakTask("a" * 45), "0.01"),
        (SpeakTask("a" * 46), "0.02"),
        (SpeakTask("a" * 105), "0.02"),
        (SpeakTask("a" * 150), "0.03"),
        (SpeakTask("a" * 600), "0.03"),
        (AnnotateTask(FILE), "0.05"),
        (AnnotateTask(FILE, transcript="word " * 120), "0.03"),
        (AnnotateTask(FILE, transcript="word " * 121), "0.05"),
        (AnnotateTask(FILE, transcript="word " * 360), "0.07"),
        (AnnotateTask(FILE, transcript="word " * 2000), "0.07"),
        (AnnotateTask(FILE, transcript="[Intro]\n" + "word " * 120), "0.03"),
    ],
)
def test_the_document_sets_the_price(task: Task, dollars: str) -> None:
    assert price_of(task, TABLE) == int(Fraction(dollars) * 1_000_000)


def test_more_detail_costs_half_as_much_again() -> None:
    plain, detailed = (DrawTask("a boat", 64, 64, high_detail=high) for high in (False, True))

    assert price_of(detailed, TABLE) * 2 == price_of(plain, TABLE) * 3


def test_a_film_costs_by_frames_pixels_and_sound_and_not_by_its_start() -> None:
    def film(frames: int = 177, side: int = 1024, **more: object) -> int:
        return price_of(FilmTask("a boat", side, side, frames, 30, **more), TABLE)  # type: ignore[arg-type]

    assert film(frames=353) > film()
    assert film(side=2048) > film()
    assert film(start=FILE) == film()
    assert film(extreme_quality=True) * 2 == film() * 3
    assert film(audio=FILE, start=FILE) * 4 == film() * 5


def test_no_fraction_of_a_micro_dollar_is_given_away() -> None:
    assert price_of(SongTask("waltz", Fraction(100, 3), kbps=320), TABLE) == 85_334
