from io import BytesIO

import numpy as np
import pytest
from PIL import Image

from reelhouse.core.actors.library import LIBRARY
from reelhouse.render.presenter.portrait import draw_portrait

ALIKE = 9


def pixels(png: bytes) -> np.ndarray:
    return np.asarray(Image.open(BytesIO(png))).astype(np.int16)


@pytest.fixture(scope="module")
def portraits() -> dict[str, np.ndarray]:
    """Everybody, small, by slug."""
    return {actor.slug: pixels(draw_portrait(actor.appearance, 96)) for actor in LIBRARY}


def test_every_actor_has_a_portrait(portraits: dict[str, np.ndarray]) -> None:
    for slug, picture in portraits.items():
        assert picture.shape == (96, 96, 3), slug
        assert picture[17:33, 37:59].std() > 7, slug


def test_no_two_actors_look_alike(portraits: dict[str, np.ndarray]) -> None:
    """Heads without their backdrops; the mean difference of a channel, of 255."""
    slugs = list(portraits)
    heads = np.stack([portraits[slug][12:72, 26:70] for slug in slugs])

    for number, slug in enumerate(slugs):
        distances = np.abs(heads[number + 1 :] - heads[number]).mean(axis=(1, 2, 3))
        for other, distance in zip(slugs[number + 1 :], distances, strict=True):
            assert distance > ALIKE, (slug, other)


def test_portrait_is_the_same_every_time() -> None:
    appearance = LIBRARY[0].appearance

    assert draw_portrait(appearance, 96) == draw_portrait(appearance, 96)
