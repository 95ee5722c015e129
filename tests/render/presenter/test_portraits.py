from io import BytesIO
from itertools import combinations

import numpy as np
import pytest
from PIL import Image

from reelhouse.core.actors.library import LIBRARY
from reelhouse.core.actors.types import Actor
from reelhouse.render.presenter.portrait import draw_portrait


def pixels(png: bytes) -> np.ndarray:
    return np.asarray(Image.open(BytesIO(png))).astype(int)


@pytest.mark.parametrize("actor", LIBRARY, ids=lambda actor: actor.slug)
def test_every_actor_has_a_portrait(actor: Actor) -> None:
    portrait = Image.open(BytesIO(draw_portrait(actor.appearance, 128)))

    assert portrait.format == "PNG"
    assert portrait.size == (128, 128)
    face = np.asarray(portrait.crop((50, 22, 78, 44))).reshape(-1, 3)
    assert face.std() > 8


def test_no_two_actors_look_alike() -> None:
    faces = {actor.slug: pixels(draw_portrait(actor.appearance, 96))[8:, 20:76] for actor in LIBRARY}

    for one, other in combinations(faces, 2):
        assert np.abs(faces[one] - faces[other]).mean() > 12, (one, other)


def test_portrait_is_the_same_every_time() -> None:
    appearance = LIBRARY[0].appearance

    assert draw_portrait(appearance, 96) == draw_portrait(appearance, 96)
