"""What the builtin illustrator draws."""

import asyncio
from functools import lru_cache
from io import BytesIO
from itertools import combinations

import numpy as np
import pytest
from numpy.typing import NDArray
from PIL import Image
from tests.effort import some

from reelhouse.engines.image.backends.builtin import BuiltinImage
from reelhouse.engines.image.base import ImageEngine
from reelhouse.engines.image.illustrating import vocabulary
from reelhouse.engines.image.illustrating.composing import compose
from reelhouse.engines.image.illustrating.finishing import finish
from reelhouse.engines.image.illustrating.light import GRADES, Grade
from reelhouse.engines.image.illustrating.scene import Scene, Subject
from reelhouse.engines.image.types import ImageRequest, Picture

SIDE = 160
Pixels = NDArray[np.float64]
BLANK = Scene("hills", "noon", "summer", frozenset(), "", (), ())
SET = Scene("set", "noon", "summer", frozenset(), "", (), ())


@lru_cache(maxsize=64)
def drawn(scene: Scene) -> Pixels:
    sheet = compose(scene, SIDE, SIDE, 3, None)
    return finish(sheet.pixels, GRADES.get(scene.mood, Grade(grain=0))).astype(float)


def changed(one: Pixels, two: Pixels) -> float:
    """Which share of the picture looks different."""
    return float((np.abs(one - two).max(axis=2) > 12).mean())


def pixels_of(picture: Picture) -> Pixels:
    return np.asarray(Image.open(BytesIO(picture.png))).astype(float)


def variants() -> dict[str, tuple[Scene, Scene]]:
    """A scene for every name in the vocabulary, and the one without it."""
    plain = (BLANK.time, BLANK.season, BLANK.weather, BLANK.mood, BLANK.subjects, BLANK.colours)
    found = {f"place {name}": (Scene(name, *plain), BLANK) for name in vocabulary.PLACES if name != "hills"}
    for time in vocabulary.TIMES:
        if time != "noon":
            found[f"time {time}"] = (Scene("hills", time, "summer", frozenset(), "", (), ()), BLANK)
    for season in vocabulary.SEASONS:
        if season != "summer":
            found[f"season {season}"] = (Scene("hills", "noon", season, frozenset(), "", (), ()), BLANK)
    for weather in vocabulary.WEATHERS:
        found[f"weather {weather}"] = (
            Scene("hills", "noon", "summer", frozenset({weather}), "", (), ()),
            BLANK,
        )
    for mood in vocabulary.MOODS:
        found[f"mood {mood}"] = (Scene("hills", "noon", "summer", frozenset(), mood, (), ()), BLANK)
    for thing in vocabulary.THINGS:
        found[thing] = (Scene("set", "noon", "summer", frozenset(), "", (Subject(thing),), ()), SET)
    return found


VARIANTS = variants()


@pytest.mark.parametrize("name", some([*VARIANTS], 80))
def test_every_name_of_the_vocabulary_changes_the_picture(name: str) -> None:
    scene, without = VARIANTS[name]

    assert changed(drawn(scene), drawn(without)) > 0.02


def test_no_two_things_look_alike() -> None:
    pictures = {name: drawn(scene)[::2, ::2] for name, (scene, without) in VARIANTS.items() if without is SET}

    alike = [
        (one, two) for one, two in combinations(pictures, 2) if changed(pictures[one], pictures[two]) < 0.01
    ]

    assert alike == []


@pytest.mark.parametrize("prompt", ["a mountain lake", "coffee", "busy office", "flibbertigibbet"])
async def test_another_seed_gives_a_clearly_different_picture(builtin: ImageEngine, prompt: str) -> None:
    first = await builtin.draw(ImageRequest(prompt, 256, 256, seed=1))
    second = await builtin.draw(ImageRequest(prompt, 256, 256, seed=2))

    assert changed(pixels_of(first), pixels_of(second)) > 0.2


@pytest.mark.parametrize("prompt", ["coffee on a table", "gift", "a car", "flibbertigibbet"])
async def test_the_accent_is_in_the_picture(builtin: ImageEngine, prompt: str) -> None:
    picture = await builtin.draw(ImageRequest(prompt, 256, 256, seed=4, accent="#12b34f"))

    red, green, blue = np.moveaxis(pixels_of(picture), 2, 0)
    assert ((green > red * 1.6) & (green > blue * 1.25)).mean() > 0.01


@pytest.mark.parametrize("size", [(360, 640), (640, 360), (500, 500)])
async def test_the_hero_stands_in_the_middle_of_every_shape(
    builtin: ImageEngine, size: tuple[int, int]
) -> None:
    picture = await builtin.draw(ImageRequest("a red apple", *size, seed=2, accent="#2060ff"))

    red, green, blue = np.moveaxis(pixels_of(picture), 2, 0)
    rows, columns = np.nonzero((red > 150) & (green < 110) & (blue < 110))
    assert columns.mean() / size[0] == pytest.approx(0.5, abs=0.1)
    assert 0.4 < rows.mean() / size[1] < 0.85


async def test_a_day_is_bright_and_a_night_is_dark(builtin: ImageEngine) -> None:
    day = pixels_of(await builtin.draw(ImageRequest("a city at noon", 256, 256)))
    night = pixels_of(await builtin.draw(ImageRequest("a city at night", 256, 256)))

    assert day.mean() > 2 * night.mean()


@pytest.mark.parametrize("weather", ["rain", "storm", "snow", "fog", "wind", "rainbow"])
def test_the_weather_is_seen_through_the_window(weather: str) -> None:
    room = Scene("living room", "noon", "summer", frozenset(), "", (), ())
    outside = Scene("living room", "noon", "summer", frozenset({weather}), "", (), ())

    assert changed(drawn(room), drawn(outside)) > 0.002


async def test_what_was_drawn_and_what_was_not_is_told(builtin: ImageEngine) -> None:
    picture = await builtin.draw(ImageRequest("a zyzzyva on the beach without palms", 64, 64))

    assert picture.understood == ("beach",)
    assert picture.notes == (
        "Not drawn, because the illustrator does not know it: zyzzyva.",
        "Left out, as the prompt says: palms.",
    )


async def test_unknown_words_become_a_card(builtin: ImageEngine) -> None:
    words = pixels_of(await builtin.draw(ImageRequest("zyzzyva", 400, 400, seed=5)))
    others = pixels_of(await builtin.draw(ImageRequest("qwrt", 400, 400, seed=5)))
    picture = await builtin.draw(ImageRequest("zyzzyva", 400, 400, seed=5))

    assert picture.understood == ()
    assert "card" in picture.notes[0]
    assert changed(words[150:250], others[150:250]) > 0.05
    assert changed(words[:60], others[:60]) == 0


async def test_letters_that_no_face_has_are_told(builtin: ImageEngine) -> None:
    picture = await builtin.draw(ImageRequest("zyzzyva 語", 200, 200))

    assert any("語" in note for note in picture.notes)


async def test_without_a_face_the_card_has_only_its_ground() -> None:
    picture = await BuiltinImage(()).draw(ImageRequest("zyzzyva", 200, 200))

    assert any("z y v a" in note for note in picture.notes)


async def test_the_loop_goes_on_while_a_picture_is_drawn(builtin: ImageEngine) -> None:
    drawing = asyncio.create_task(builtin.draw(ImageRequest("a forest in the rain", 1024, 1024)))
    turns = 0
    while not drawing.done():
        await asyncio.sleep(0)
        turns += 1

    assert turns > 100
