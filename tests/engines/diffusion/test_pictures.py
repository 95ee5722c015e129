"""Pictures by tiny Qwen models in a process of their own."""

from collections.abc import Callable
from io import BytesIO

import pytest
from PIL import Image

from reelhouse.engines.diffusion.host import Host
from reelhouse.engines.errors import EngineRefused
from reelhouse.engines.image.backends.diffusers import DiffusersImage
from reelhouse.engines.image.backends.diffusers_editor import DiffusersEditor
from reelhouse.engines.image.types import EditRequest, ImageRequest, Picture
from reelhouse.engines.settings import EngineSettings

Settings = Callable[..., EngineSettings]
QUICK = 'arguments = { num_inference_steps = 1, true_cfg_scale = 1.0, negative_prompt = "" }'


def size(picture: Picture) -> tuple[int, int]:
    return Image.open(BytesIO(picture.png)).size


async def test_a_picture_has_the_size_that_was_asked_for(host: Host, settings: Settings) -> None:
    engine = DiffusersImage(settings("qwen"), host)

    picture = await engine.draw(ImageRequest("a red boat", 90, 70))

    assert size(picture) == (picture.width, picture.height) == (90, 70)
    assert picture.engine == "diffusers"


async def test_the_same_seed_draws_the_same_and_another_something_else(
    host: Host, settings: Settings
) -> None:
    engine = DiffusersImage(settings("qwen"), host)

    one = await engine.draw(ImageRequest("a red boat", 64, 64, seed=1))
    again = await engine.draw(ImageRequest("a red boat", 64, 64, seed=1))
    other = await engine.draw(ImageRequest("a red boat", 64, 64, seed=2))

    assert one.png == again.png
    assert one.png != other.png


async def test_another_prompt_draws_something_else(host: Host, settings: Settings) -> None:
    engine = DiffusersImage(settings("qwen"), host)

    boat = await engine.draw(ImageRequest("a red boat", 64, 64))
    tree = await engine.draw(ImageRequest("a green tree in the wind", 64, 64))

    assert boat.png != tree.png


async def test_a_prompt_that_is_longer_than_the_model_reads_is_told(host: Host, settings: Settings) -> None:
    engine = DiffusersImage(settings("qwen"), host)

    picture = await engine.draw(ImageRequest("boats " * 100, 64, 64))

    assert any("the first 512 tokens" in note for note in picture.notes)


async def test_a_lent_picture_is_drawn_over(
    host: Host, settings: Settings, picture: Callable[..., bytes]
) -> None:
    engine = DiffusersImage(settings("qwen", "arguments = { num_inference_steps = 4 }"), host)

    red = await engine.draw(ImageRequest("a boat", 64, 64, references=(picture("red"),)))
    two = (picture("blue"), picture("red"))
    blue = await engine.draw(ImageRequest("a boat", 64, 64, references=two))

    assert red.png != blue.png
    assert any("no more than one" in note for note in blue.notes)


async def test_high_detail_takes_half_as_many_steps_again(host: Host, settings: Settings) -> None:
    two = DiffusersImage(settings("qwen"), host)
    detailed = await two.draw(ImageRequest("a red boat", 64, 64, high_detail=True))

    three = DiffusersImage(settings("qwen", "arguments = { num_inference_steps = 3 }"), host)
    plain = await three.draw(ImageRequest("a red boat", 64, 64))

    assert detailed.png == plain.png


async def test_an_edit_has_the_size_that_was_asked_for(
    host: Host, settings: Settings, picture: Callable[..., bytes]
) -> None:
    engine = DiffusersEditor(settings("qwen-edit", QUICK), host)

    noir = await engine.edit(EditRequest("make it noir", picture("red", (180, 140)), 90, 70))

    assert size(noir) == (90, 70)


async def test_an_edit_looks_at_lent_pictures(
    host: Host, settings: Settings, picture: Callable[..., bytes]
) -> None:
    engine = DiffusersEditor(settings("qwen-edit-plus", QUICK), host)
    source = picture("red")

    green = await engine.edit(EditRequest("as the other", source, 64, 64, references=(picture("green"),)))
    white = await engine.edit(EditRequest("as the other", source, 64, 64, references=(picture("white"),)))

    assert green.png != white.png


async def test_an_edit_refuses_lent_pictures_that_the_model_does_not_see(
    host: Host, settings: Settings, picture: Callable[..., bytes]
) -> None:
    plain = DiffusersEditor(settings("qwen-edit"), host)
    plus = DiffusersEditor(settings("qwen-edit-plus"), host)

    with pytest.raises(EngineRefused, match="QwenImageEditPlusPipeline"):
        await plain.edit(EditRequest("noir", picture(), 64, 64, references=(picture(),)))
    with pytest.raises(EngineRefused, match="takes 2 pictures"):
        await plus.edit(EditRequest("noir", picture(), 64, 64, references=(picture(),) * 3))


async def test_pictures_that_cannot_be_read_are_refused(host: Host, settings: Settings) -> None:
    engine = DiffusersEditor(settings("qwen-edit"), host)

    with pytest.raises(EngineRefused, match="cannot be read"):
        await engine.edit(EditRequest("noir", b"no picture", 64, 64))
