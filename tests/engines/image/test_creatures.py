"""Animals, roles, and who wears what."""

import pytest

from reelhouse.engines.image.illustrating.bestiary import COSTUMES, STYLES, WORN
from reelhouse.engines.image.illustrating.catalogue import thing_of
from reelhouse.engines.image.illustrating.reading import read
from reelhouse.engines.image.illustrating.scene import Scene, Subject
from reelhouse.engines.image.illustrating.styling import STYLES as MANNERS
from reelhouse.engines.image.illustrating.things.creatures.accessories import ACCESSORIES
from reelhouse.engines.image.illustrating.things.creatures.outfits import OUTFITS


def scene(prompt: str) -> Scene:
    found = read(prompt, 0)
    assert found is not None
    return found.scene


@pytest.mark.parametrize(
    ("prompt", "subjects"),
    [
        ("cinematic fox astronaut", [("fox", ("astronaut",))]),
        ("astronaut fox", [("fox", ("astronaut",))]),
        ("a fox in a space suit", [("fox", ("astronaut",))]),
        ("a wolf dressed as a pirate", [("wolf", ("pirate",))]),
        ("cat wizard", [("cat", ("wizard",))]),
        ("dog in sunglasses", [("dog", ("sunglasses",))]),
        ("a koala with headphones and a hat", [("koala", ("headphones", "hat"))]),
        ("a cat and a wizard", [("cat", ()), ("wizard", ())]),
        ("a man dressed as a knight", [("knight", ())]),
        ("a fox on the beach with a pirate", [("fox", ()), ("pirate", ())]),
        ("a dog and sunglasses", [("dog", ()), ("sunglasses", ())]),
        ("a whale astronaut", [("whale", ()), ("astronaut", ())]),
    ],
)
def test_who_wears_what_is_read(prompt: str, subjects: list[tuple[str, tuple[str, ...]]]) -> None:
    assert [(subject.name, subject.wears) for subject in scene(prompt).subjects] == subjects


def test_fur_and_clothes_have_colours_of_their_own() -> None:
    (subject,) = scene("a white cat with a red scarf").subjects

    assert (subject.colour, subject.trim) == ("#f4f4f7", "#e5484d")


def test_a_costume_brings_its_place() -> None:
    assert scene("cinematic fox astronaut").place == "space"
    assert scene("fox").place == "forest"


def test_what_nobody_wears_is_told() -> None:
    found = read("a beach with a bow tie", 0)

    assert found is not None
    assert found.unknown == ("bow tie",)


def test_all_costumes_and_all_that_is_worn_can_be_drawn() -> None:
    assert set(OUTFITS) >= COSTUMES
    assert set(WORN) <= set(ACCESSORIES) | set(OUTFITS)
    assert set(STYLES) == set(MANNERS)


def test_who_is_dressed_stands_upright() -> None:
    assert thing_of(Subject("rabbit", wears=("ninja",))).height > thing_of(Subject("rabbit")).height
    assert thing_of(Subject("dog", wears=("sunglasses",))) == thing_of(Subject("dog"))
