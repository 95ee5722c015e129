"""Pictures become planes, and sprites lie over them, as a player will show it."""

import numpy as np
import pytest

from reelhouse.render.painting.planes import Pixels, Planes, blank, from_rgb, planes_over, to_rgb
from reelhouse.render.painting.sprites import Sprite, sprite_from_rgba

RED, GREEN, WHITE = (230, 30, 40), (20, 200, 60), (255, 255, 255)


def field(colour: tuple[int, ...], width: int = 16, height: int = 12) -> Pixels:
    return np.full((height, width, len(colour)), colour, np.uint8)


def shown(planes: Planes, x: int, y: int) -> list[int]:
    return [int(value) for value in to_rgb(planes)[y, x]]


@pytest.mark.parametrize("colour", [RED, GREEN, WHITE, (0, 0, 0), (128, 128, 128)])
def test_a_colour_comes_back_within_two_steps(colour: tuple[int, int, int]) -> None:
    there_and_back = to_rgb(from_rgb(field(colour)))

    assert np.abs(there_and_back.astype(int) - colour).max() <= 2


def test_white_is_235_and_black_is_16() -> None:
    assert from_rgb(field(WHITE)).y.max() == 235
    assert from_rgb(field((0, 0, 0))).y.min() == 16


def test_odd_sizes_are_refused() -> None:
    with pytest.raises(ValueError, match="even"):
        planes_over(np.zeros(100, np.uint8), 5, 4)


def test_a_sprite_covers_where_it_is_opaque_and_mixes_where_it_is_not() -> None:
    ground = from_rgb(field(WHITE))
    sprite_from_rgba(field((*RED, 255), 4, 4)).lay(ground, 2, 2)
    sprite_from_rgba(field((0, 0, 0, 128), 4, 4)).lay(ground, 8, 2)

    assert np.abs(np.subtract(shown(ground, 3, 3), RED)).max() <= 3
    assert np.abs(np.subtract(shown(ground, 9, 3), (127, 127, 127))).max() <= 3
    assert shown(ground, 0, 0) == [255, 255, 255]


@pytest.mark.parametrize(("x", "y"), [(-2, -2), (14, 10), (-40, 0), (0, 400), (15, 3)])
def test_a_sprite_over_the_edge_is_cut(x: int, y: int) -> None:
    ground = from_rgb(field(WHITE))

    sprite_from_rgba(field((*RED, 255), 4, 4)).lay(ground, x, y)

    inside = np.zeros((12, 16), bool)
    x, y = x & ~1, y & ~1
    inside[max(0, y) : max(0, y + 4), max(0, x) : max(0, x + 4)] = True
    assert (ground.y[inside] < 200).all()
    assert (ground.y[~inside] == 235).all()


def test_a_faded_sprite_lets_the_ground_through() -> None:
    ground = from_rgb(field(WHITE))
    sprite: Sprite = sprite_from_rgba(field((0, 0, 0, 255), 4, 4))

    sprite.faded(0.25).lay(ground, 0, 0)
    sprite.faded(0.0).lay(ground, 8, 0)

    assert abs(int(ground.y[0, 0]) - (235 - 219 // 4)) <= 2
    assert int(ground.y[0, 8]) == 235


def test_a_part_is_taken_from_another_picture_over_the_edge_too() -> None:
    ground, other = blank(16, 12), from_rgb(field(WHITE))

    ground.take_part(other, 12, 8, 100, 100)
    ground.take_part(other, -5, -5, 7, 7)

    assert (ground.y[8:, 12:] == 235).all()
    assert (ground.y[:2, :2] == 235).all()
    assert (ground.y[4:8] == 16).all()
