"""Hardware is used where it works, and x264 with a word about it where it does not."""

from pathlib import Path

import pytest

from reelhouse.render.encoders import choose_encoder
from reelhouse.render.ffmpeg import find_ffmpeg
from reelhouse.render.settings import Encoder, RenderSettings

pytestmark = pytest.mark.anyio

HARDWARE = [encoder for encoder in Encoder if encoder is not Encoder.X264]


async def test_x264_needs_no_trial() -> None:
    settings = RenderSettings()

    choice = await choose_encoder(await find_ffmpeg(settings), settings, 30)

    assert choice.codec.name is Encoder.X264
    assert choice.warning is None


@pytest.mark.parametrize("encoder", HARDWARE)
async def test_an_encoder_that_fails_its_trial_is_replaced_and_named(encoder: Encoder) -> None:
    settings = RenderSettings(encoder=encoder)

    choice = await choose_encoder(await find_ffmpeg(settings), settings, 30)

    if choice.codec.name is encoder:  # this machine has it
        assert choice.warning is None
    else:
        assert choice.codec.name is Encoder.X264
        assert choice.warning is not None
        assert encoder in choice.warning


async def test_a_trial_decides_not_a_list(tmp_path: Path) -> None:
    """An ffmpeg that makes whatever it is asked for passes for hardware too."""
    program = tmp_path / "ffmpeg"
    program.write_text("#!/bin/sh\necho ffmpeg version obliging\n")
    program.chmod(0o755)
    settings = RenderSettings(encoder=Encoder.NVENC, ffmpeg=str(program))

    choice = await choose_encoder(await find_ffmpeg(settings), settings, 30)

    assert choice.codec.name is Encoder.NVENC
    assert "h264_nvenc" in choice.codec.options


async def test_speed_overrides_what_a_preset_means() -> None:
    settings = RenderSettings(speed="medium")

    choice = await choose_encoder(await find_ffmpeg(settings), settings, 30)

    assert choice.codec.options[choice.codec.options.index("-preset") + 1] == "medium"
