"""What the illustrator reads out of a prompt."""

import pytest

from reelhouse.engines.image.illustrating.catalogue import PLACES, THINGS
from reelhouse.engines.image.illustrating.reading import read
from reelhouse.engines.image.illustrating.scene import Reading
from reelhouse.engines.image.illustrating.vocabulary import IMPLIED_PLACES, METAPHORS, MOOD_PLACES
from reelhouse.engines.image.illustrating.vocabulary import PLACES as PLACE_WORDS
from reelhouse.engines.image.illustrating.vocabulary import THINGS as THING_WORDS


def reading(prompt: str) -> Reading:
    found = read(prompt, 0)
    assert found is not None
    return found


def names(prompt: str) -> list[str]:
    return [subject.name for subject in reading(prompt).scene.subjects]


def test_every_name_of_the_vocabulary_can_be_drawn() -> None:
    assert set(THING_WORDS) == set(THINGS)
    assert set(PLACE_WORDS) | {"set"} == set(PLACES)
    assert set(IMPLIED_PLACES) <= set(THINGS)
    assert {*IMPLIED_PLACES.values(), *MOOD_PLACES.values()} <= set(PLACES)


@pytest.mark.parametrize("phrase", METAPHORS)
def test_a_metaphor_only_names_what_can_be_drawn(phrase: str) -> None:
    scene = reading(phrase).scene

    assert scene.place in PLACES
    assert scene.subjects or scene.place == "space"
    assert all(subject.name in THINGS for subject in scene.subjects)


@pytest.mark.parametrize(
    ("prompt", "expected"),
    [
        ("save time", ["clock"]),
        ("How to SAVE TIME every day", ["clock"]),
        ("grow your business", ["growth"]),
        ("too many emails", ["inbox"]),
        ("sleep better", ["sleeper"]),
        ("two cats and some dogs", ["cat", "dog"]),
        ("a jogger", ["runner"]),
        ("a woman running", ["runner"]),
        ("berries", ["fruit"]),
        ("a perfume bottle", ["perfume"]),
        ("he planned everything", ["calendar"]),
        ("a falling stock chart", ["decline"]),
        ("friends drinking coffee", ["couple", "coffee"]),
        ("a busy highway", ["car"]),
    ],
)
def test_words_are_read_in_any_form(prompt: str, expected: list[str]) -> None:
    assert names(prompt) == expected


def test_a_scene_has_place_time_weather_and_mood() -> None:
    scene = reading("A dramatic city street on a rainy night in autumn").scene

    assert (scene.place, scene.time, scene.season, scene.mood) == ("street", "night", "autumn", "dramatic")
    assert scene.weather == {"rain"}


def test_a_colour_belongs_to_the_thing_that_follows() -> None:
    scene = reading("a red car and a blue bottle").scene

    assert [(subject.name, subject.colour) for subject in scene.subjects] == [
        ("car", "#e5484d"),
        ("bottle", "#3574e8"),
    ]


@pytest.mark.parametrize("prompt", ["a beach without palms", "a beach, no palm trees", "a beach, not a palm"])
def test_what_is_denied_is_not_drawn_and_told(prompt: str) -> None:
    found = reading(prompt)

    assert (found.scene.place, found.scene.subjects) == ("beach", ())
    assert len(found.left_out) == 1


def test_understood_and_unknown_words_are_told_apart() -> None:
    found = reading("a flibbertigibbet by the lake")

    assert found.understood == ("lake",)
    assert found.unknown == ("flibbertigibbet",)


def test_what_has_no_room_is_told_apart_from_what_is_shown() -> None:
    found = reading("a mountain road with a car, a gift, a book, a clock and a key")

    assert (found.scene.place, len(found.scene.subjects)) == ("road", 3)
    assert found.understood == ("road", "car", "gift", "book")
    assert found.crowded_out == ("mountain", "clock", "key")


def test_sleep_belongs_to_the_night() -> None:
    assert reading("sleep").scene.time == "night"
    assert reading("a nap in the afternoon").scene.time == "noon"


@pytest.mark.parametrize("prompt", ["flibbertigibbet", "42", "???", "the of and"])
def test_a_prompt_without_a_known_word_is_no_scene(prompt: str) -> None:
    assert read(prompt, 0) is None


def test_ten_thousand_characters_are_read_only_so_far() -> None:
    found = reading("lake " + "zyzzyva " * 5000 + " desert")

    assert found.scene.place == "lake"
