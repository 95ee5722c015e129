"""The builtin editor, by what becomes of a picture."""

from io import BytesIO
from typing import Any

import numpy as np
import pytest
from PIL import Image

from reelhouse.engines.errors import EngineRefused
from reelhouse.engines.image.backends.builtin_editor import BuiltinEditor
from reelhouse.engines.image.editing.reading import PHRASES, read_instruction
from reelhouse.engines.image.types import EditRequest, Picture


def picture(width: int = 320, height: int = 192) -> bytes:
    """A red disc before a gradient of blue and green."""
    rows, columns = np.mgrid[0:height, 0:width]
    pixels = np.stack(
        [np.full((height, width), 40), 60 + 120 * rows // height, 200 - 120 * columns // width], axis=2
    )
    pixels[(rows - height // 2) ** 2 + (columns - width // 2) ** 2 < (height // 3) ** 2] = (210, 40, 30)
    file = BytesIO()
    Image.fromarray(pixels.astype(np.uint8)).save(file, "PNG")
    return file.getvalue()


async def edited(prompt: str, **fields: Any) -> Picture:  # noqa: ANN401 - any field
    request = EditRequest(prompt, picture(), **{"width": 320, "height": 192, **fields})
    return await BuiltinEditor().edit(request)


def pixels_of(result: Picture) -> Any:  # noqa: ANN401 - numpy's many parameters
    return np.array(Image.open(BytesIO(result.png))).astype(int)


SOURCE = np.array(Image.open(BytesIO(picture()))).astype(int)


@pytest.mark.anyio
@pytest.mark.parametrize("name", [name for name, _, _ in PHRASES])
async def test_every_change_changes_the_picture_and_is_told(name: str) -> None:
    request = EditRequest(f"make it {name}", landscape(), 200, 120)

    result = await BuiltinEditor().edit(request)

    assert name in result.understood
    assert np.abs(pixels_of(result) - np.array(Image.open(BytesIO(landscape())), np.int64)).any()


@pytest.mark.anyio
async def test_the_noir_poster_of_the_document() -> None:
    result = await edited("turn this scene into a dramatic noir poster")

    assert result.understood == ("more contrast", "noir", "poster")
    assert result.notes == ()
    assert np.ptp(pixels_of(result), axis=2).mean() < 6


@pytest.mark.anyio
async def test_a_noir_poster_keeps_its_picture() -> None:
    """Neither crushed to black nor washed out, whatever the source was exposed like."""
    light = pixels_of(await edited("a dramatic noir poster"))[12:-12, 12:-12].mean(axis=2)

    assert 25 < np.percentile(light, 40) < 130
    assert np.percentile(light, 98) - np.percentile(light, 5) > 120


def landscape() -> bytes:
    """A blue sky with a cloud in it, and green land with a tree that reaches into the sky."""
    pixels = np.zeros((120, 200, 3), np.uint8)
    pixels[:70] = np.linspace((60, 120, 220), (170, 200, 240), 70)[:, None]
    pixels[70:] = (60, 110, 40)
    pixels[15:25, 120:160] = 250
    pixels[35:70, 40:52] = (70, 50, 30)
    file = BytesIO()
    Image.fromarray(pixels).save(file, "PNG")
    return file.getvalue()


@pytest.mark.anyio
@pytest.mark.parametrize(
    ("words", "darker"),
    [
        ("replace the sky with a starry night", True),
        ("change the sky to a golden sunset", True),
        ("new sky with storm clouds", True),
        ("replace the sky", False),
    ],
)
async def test_the_sky_is_replaced_and_the_land_stays(words: str, *, darker: bool) -> None:
    before = np.array(Image.open(BytesIO(landscape())), np.int64)

    result = await BuiltinEditor().edit(EditRequest(words, landscape(), 200, 120))

    after = np.array(Image.open(BytesIO(result.png)), np.int64)
    assert result.understood[0].startswith("replace the sky")
    assert (after[2:60, 100:].mean() < before[2:60, 100:].mean() - 20) or not darker
    assert np.abs(after[16:24, 125:155] - before[16:24, 125:155]).mean() > 20, "the cloud goes with the sky"
    assert np.abs(after[80:] - before[80:]).max() < 12
    assert np.abs(after[45:60, 43:49] - before[45:60, 43:49]).mean() < 12, "the tree stands"


@pytest.mark.anyio
async def test_a_picture_without_a_sky_is_not_said_to_have_another() -> None:
    noise = np.random.default_rng(1).integers(0, 255, (90, 90, 3), np.uint8)
    file = BytesIO()
    Image.fromarray(noise).save(file, "PNG")

    result = await BuiltinEditor().edit(EditRequest("replace the sky, warmer", file.getvalue(), 90, 90))

    assert result.understood == ("warmer",)
    assert result.notes == ("Without effect on this picture: replace the sky.",)
    with pytest.raises(EngineRefused, match="replace the sky"):
        await BuiltinEditor().edit(EditRequest("replace the sky", file.getvalue(), 90, 90))


@pytest.mark.anyio
async def test_cropping_brings_the_subject_closer() -> None:
    pixels = np.full((100, 150, 3), 200, np.uint8)
    pixels[40:60, 90:110] = (200, 20, 20)
    file = BytesIO()
    Image.fromarray(pixels).save(file, "PNG")

    result = await BuiltinEditor().edit(EditRequest("crop it closer", file.getvalue(), 150, 100))

    red = np.array(Image.open(BytesIO(result.png)))[..., 1] < 90
    assert red.sum() > 1.4 * 400


@pytest.mark.anyio
async def test_directions_are_right() -> None:
    warm, cool = pixels_of(await edited("warmer")), pixels_of(await edited("cooler"))
    bright, dark = pixels_of(await edited("brighten it")), pixels_of(await edited("darken it"))

    assert warm[..., 0].mean() - warm[..., 2].mean() > cool[..., 0].mean() - cool[..., 2].mean()
    assert bright.mean() > SOURCE.mean() > dark.mean()


@pytest.mark.anyio
async def test_a_blurred_background_leaves_the_subject_sharp() -> None:
    result = pixels_of(await edited("blur the background"))

    assert np.abs(result[90:102, 150:170] - SOURCE[90:102, 150:170]).max() < 12


@pytest.mark.anyio
async def test_strength_and_negation_are_heard() -> None:
    slight = np.abs(pixels_of(await edited("slightly warmer")) - SOURCE).mean()
    much = np.abs(pixels_of(await edited("very warm")) - SOURCE).mean()

    assert slight < much
    assert [step.name for step in read_instruction("warmer, but don't blur it").steps] == ["warmer"]


@pytest.mark.anyio
async def test_text_is_written_where_it_is_wanted() -> None:
    top = pixels_of(await edited("add text 'SALE 50%' at the top"))

    assert np.abs(top[:60] - SOURCE[:60]).mean() > 2
    assert np.abs(top[130:] - SOURCE[130:]).max() == 0


@pytest.mark.anyio
async def test_references_lend_their_palette() -> None:
    file = BytesIO()
    Image.new("RGB", (64, 64), (20, 200, 40)).save(file, "WEBP")

    result = pixels_of(await edited("like the reference", references=(file.getvalue(),)))

    assert result[..., 1].mean() - result[..., 2].mean() > SOURCE[..., 1].mean() - SOURCE[..., 2].mean()


@pytest.mark.anyio
async def test_sizes_are_exact_and_equal_requests_equal_bytes() -> None:
    one = await edited("rainy night", width=200, height=320, seed=3)
    again = await edited("rainy night", width=200, height=320, seed=3)

    assert pixels_of(one).shape == (320, 200, 3)
    assert one.png == again.png


@pytest.mark.anyio
@pytest.mark.parametrize("prompt", ["make the dog smile", "", "🦊", "'; DROP TABLE edits"])
async def test_nobody_pays_for_nothing(prompt: str) -> None:
    with pytest.raises(EngineRefused, match="does not know what to do"):
        await edited(prompt)


@pytest.mark.anyio
async def test_what_was_not_done_is_told() -> None:
    assert (await edited("warmer, and make the dog smile")).notes == (
        "Not understood, and not done: dog, smile.",
    )


@pytest.mark.anyio
async def test_rubbish_is_refused() -> None:
    with pytest.raises(EngineRefused, match="cannot be read"):
        await BuiltinEditor().edit(EditRequest("noir", b"\x89PNG\r\n\x1a\nrubbish", 64, 64))
