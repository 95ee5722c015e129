"""Every video backend, each with the real encoder."""

import pytest

from reelhouse.engines.settings import EngineSettings
from reelhouse.engines.tools import Tools
from reelhouse.engines.video.backends.builtin import build
from reelhouse.engines.video.base import VideoEngine
from reelhouse.engines.video.fake import FakeVideo
from reelhouse.render.clips.encoder import film_encoder
from reelhouse.render.settings import RenderSettings


def builtin() -> VideoEngine:
    return build(EngineSettings(), Tools(encode=film_encoder(RenderSettings())))


@pytest.fixture(params=[FakeVideo, builtin], ids=["fake", "builtin"])
def engine(request: pytest.FixtureRequest) -> VideoEngine:
    made: VideoEngine = request.param()
    return made
