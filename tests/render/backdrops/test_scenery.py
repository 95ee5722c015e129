from itertools import combinations

import numpy as np
import pytest
from PIL import Image

from reelhouse.core.actors.library import LIBRARY
from reelhouse.media.appearance import Backdrop
from reelhouse.render.backdrops.scenery import PLACES, paint_backdrop

PINK = "#ff5c8a"
ROOMS = [(kind, seed) for kind, rooms in PLACES.items() for seed in range(len(rooms))]


def seen(kind: Backdrop, seed: int, *, accent: str = PINK, size: tuple[int, int] = (108, 192)) -> np.ndarray:
    return np.asarray(paint_backdrop(kind, accent, *size, seed=seed).convert("RGB")).astype(np.int16)


@pytest.mark.parametrize(("kind", "seed"), ROOMS, ids=str)
def test_every_room_fills_upright_and_wide_pictures(kind: Backdrop, seed: int) -> None:
    for size in ((108, 192), (192, 108), (144, 144)):
        picture = paint_backdrop(kind, PINK, *size, seed=seed)

        assert (picture.size, picture.mode) == (size, "RGBA")
        assert picture.getchannel("A").getextrema() == (255, 255)
        assert np.asarray(picture.convert("RGB")).std() > 12


def test_same_seed_furnishes_the_same_room() -> None:
    assert (seen(Backdrop.HOME, 7) == seen(Backdrop.HOME, 7)).all()


def test_rooms_of_one_kind_differ() -> None:
    for kind in Backdrop:
        for one, other in combinations([seen(kind, seed) for seed in range(8)], 2):
            assert np.abs(one - other).mean() > 8, kind


def test_accent_is_somewhere_in_every_room() -> None:
    for kind, seed in ROOMS:
        pink, green = seen(kind, seed), seen(kind, seed, accent="#21c08b")

        assert np.abs(pink - green).max() > 25, (kind, seed)


def test_what_is_far_is_softer_than_what_is_near() -> None:
    """The workshop's bench in front has harder edges than the boards of its wall."""
    picture = Image.fromarray(seen(Backdrop.STUDIO, 3, size=(540, 960)).astype(np.uint8)).convert("L")
    steps = np.abs(np.diff(np.asarray(picture).astype(int), axis=0)).max(axis=1)

    assert steps[690:730].max() > steps[40:90].max()


def test_no_two_actors_share_a_room() -> None:
    rooms: dict[Backdrop, list[np.ndarray]] = {kind: [] for kind in Backdrop}
    for actor in LIBRARY:
        look = actor.appearance
        rooms[look.backdrop].append(seen(look.backdrop, look.seed, accent=look.accent, size=(48, 48)))

    for kind, pictures in rooms.items():
        for one, other in combinations(pictures, 2):
            assert np.abs(one - other).mean() > 3.5, kind
