"""Where weights are kept on a GPU that may be too small for them."""

import pytest

from reelhouse.engines.diffusion.placing import Place, place

QWEN = {"transformer": 41 << 30, "text_encoder": 16 << 30, "vae": 1 << 28}


@pytest.mark.parametrize(
    ("gigabytes", "where"), [(80, Place.WHOLE), (64, Place.PARTS), (24, Place.LAYERS), (0, Place.LAYERS)]
)
def test_weights_are_kept_where_they_fit(gigabytes: int, where: Place) -> None:
    assert place(QWEN, gigabytes << 30) is where


def test_a_model_without_weights_fits() -> None:
    assert place({}, 8 << 30) is Place.WHOLE
