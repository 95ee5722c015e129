"""What makes clips for these tests, and settings for ffmpeg."""

from pathlib import Path

import pytest

from clip_making import SETTINGS, MakeClip, clip_maker
from reelhouse.render.settings import RenderSettings


@pytest.fixture
def settings() -> RenderSettings:
    return SETTINGS


@pytest.fixture
def make_clip(tmp_path: Path) -> MakeClip:
    return clip_maker(tmp_path)
