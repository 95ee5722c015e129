"""What an appearance names shows, and nothing of it is in the way of eyes and mouth."""

from dataclasses import fields, replace
from typing import Any

import numpy as np
import pytest
from PIL import Image
from tests.effort import some

from reelhouse.core.actors.library import LIBRARY
from reelhouse.core.actors.types import Actor
from reelhouse.media.appearance import (
    Appearance,
    Beard,
    Clothing,
    Earrings,
    FaceShape,
    Features,
    Glasses,
    HairStyle,
    Headwear,
    Lids,
    Makeup,
    Mark,
    Pattern,
)
from reelhouse.media.composition import Expression
from reelhouse.render.presenter.figure import Figure, compose_figure
from reelhouse.render.presenter.ink import Window, rasterise
from reelhouse.render.presenter.types import Eyes, Mouth

SCALE = 0.25
WINDOW = Window(-80, -110, 160, 260, SCALE)

EYES = ((-112, -48), (48, 112)), (-20, 24)
MOUTH = ((-40, 40),), (136, 160)
"""Spans across, and the span from top to bottom, in head units."""


def drawn(appearance: Appearance) -> np.ndarray:
    """All layers of a figure on grey."""
    figure = compose_figure(appearance, Expression.FRIENDLY)
    picture = Image.new("RGBA", (WINDOW.width, WINDOW.height), "#8a8a8a")
    for layer in (
        figure.behind,
        figure.body,
        figure.head,
        figure.eyes(Eyes.OPEN),
        figure.mouth(Mouth.REST),
        figure.over,
        figure.curtain,
    ):
        picture.alpha_composite(rasterise(layer, WINDOW))
    return np.asarray(picture.convert("RGB")).astype(int)


def covering(figure: Figure) -> np.ndarray:
    """How opaque everything is that lies over eyes and mouth, 0 to 255."""
    over = np.asarray(rasterise(figure.over, WINDOW).getchannel("A")).astype(int)
    curtain = np.asarray(rasterise(figure.curtain, WINDOW).getchannel("A")).astype(int)
    opaque: np.ndarray = np.maximum(over, curtain)
    return opaque


def part(picture: np.ndarray, place: tuple[tuple[tuple[int, int], ...], tuple[int, int]]) -> list[np.ndarray]:
    spans, (top, bottom) = place
    rows = slice(round(top * SCALE) - WINDOW.y, round(bottom * SCALE) - WINDOW.y)
    return [
        picture[rows, round(left * SCALE) - WINDOW.x : round(right * SCALE) - WINDOW.x]
        for left, right in spans
    ]


@pytest.fixture(scope="module")
def plain() -> Appearance:
    look = next(actor.appearance for actor in LIBRARY if actor.slug == "emma")
    return replace(
        look,
        hair_style=HairStyle.CROP,
        earrings=Earrings.NONE,
        makeup=Makeup.NONE,
        clothing=Clothing.TSHIRT,
        features=Features(),
    )


@pytest.fixture(scope="module")
def plainly(plain: Appearance) -> np.ndarray:
    return drawn(plain)


VARIANTS: list[dict[str, Any]] = [
    *({"hair_style": style} for style in HairStyle if style is not HairStyle.CROP),
    *({"headwear": worn, "headwear_colour": "#3f5f8a"} for worn in Headwear if worn is not Headwear.NONE),
    *({"face": face} for face in FaceShape if face is not FaceShape.OVAL),
    *({"lids": lids} for lids in Lids if lids is not Lids.CREASED),
    *({"beard": beard} for beard in Beard if beard is not Beard.NONE),
    *({"glasses": glasses} for glasses in Glasses if glasses is not Glasses.NONE),
    *({"earrings": earrings} for earrings in Earrings if earrings is not Earrings.NONE),
    *({"makeup": makeup} for makeup in (Makeup.LINER, Makeup.SMOKY, Makeup.BRIGHT)),
    *({"marks": (mark,)} for mark in Mark),
    *({"clothing": clothing} for clothing in Clothing if clothing is not Clothing.TSHIRT),
    *({"pattern": pattern} for pattern in Pattern if pattern is not Pattern.PLAIN),
    *({"features": Features(**{field.name: 1})} for field in fields(Features)),
    *({"features": Features(**{field.name: -1})} for field in fields(Features)),
    {"freckles": 1},
    {"wrinkles": 0.3},
    {"build": 1},
    {"brows": "#c9c4be"},
]


@pytest.mark.parametrize("variant", some(VARIANTS, 40), ids=str)
def test_whatever_is_named_shows(variant: dict[str, Any], plain: Appearance, plainly: np.ndarray) -> None:
    assert np.abs(drawn(replace(plain, **variant)) - plainly).max() > 12


def test_older_faces_have_more_lines(plain: Appearance, plainly: np.ndarray) -> None:
    changes = [
        np.abs(drawn(replace(plain, wrinkles=degree)) - plainly).sum() for degree in (0.25, 0.5, 0.75, 1)
    ]

    assert changes == sorted(changes)


def test_flipped_hair_is_parted_on_the_other_side(plain: Appearance) -> None:
    parted = replace(plain, hair_style=HairStyle.SIDE_PART)
    left, right = drawn(parted)[:70], drawn(replace(parted, flipped=True))[:70]

    assert np.abs(left - right).mean() > 3
    assert np.abs(left - right[:, ::-1]).mean() < np.abs(left - right).mean()


def styles_worn() -> list[Actor]:
    """Somebody for every pair of hair and headwear."""
    worn: dict[tuple[HairStyle, Headwear], Actor] = {}
    for actor in LIBRARY:
        look = actor.appearance
        worn.setdefault((look.hair_style, look.headwear), actor)
    return list(worn.values())


@pytest.mark.parametrize("actor", some(styles_worn(), 24), ids=lambda actor: actor.slug)
def test_no_hair_or_hat_hides_eyes_or_mouth(actor: Actor) -> None:
    look = replace(actor.appearance, glasses=Glasses.NONE)
    cover = covering(compose_figure(look, Expression.FRIENDLY))

    for place in (EYES, MOUTH):
        for patch in part(cover, place):
            assert patch.max() < 110, actor.slug
