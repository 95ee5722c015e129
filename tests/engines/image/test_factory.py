"""Which image engine the settings give."""

import subprocess
import sys

import pytest
from pydantic import SecretStr

from reelhouse.engines.errors import EngineNotConfigured, EngineUnavailable
from reelhouse.engines.image.factory import image_engine
from reelhouse.engines.image.fake import FakeImage
from reelhouse.engines.image.settings import ImageSettings
from reelhouse.engines.image.types import ImageRequest


@pytest.mark.parametrize(
    "settings",
    [
        ImageSettings(),
        ImageSettings(backend="openai", url="http://127.0.0.1:9/v1"),
        ImageSettings(backend="openai", key=SecretStr("k")),
    ],
)
def test_the_named_backend_is_built(settings: ImageSettings) -> None:
    assert image_engine(settings, ()).name == settings.backend


def test_a_backend_without_address_and_key_says_what_to_set() -> None:
    with pytest.raises(EngineNotConfigured, match="REELHOUSE_IMAGE_KEY"):
        image_engine(ImageSettings(backend="openai"), ())


def test_an_engine_that_is_only_built_loads_nothing_heavy() -> None:
    program = (
        "import sys\n"
        "from reelhouse.engines.image.factory import image_engine\n"
        "from reelhouse.engines.image.settings import ImageSettings\n"
        "image_engine(ImageSettings(), ())\n"
        "print(sorted({'cv2', 'numpy', 'PIL', 'fontTools'} & set(sys.modules)))\n"
    )

    told = subprocess.run([sys.executable, "-c", program], check=True, capture_output=True, text=True)

    assert told.stdout.strip() == "[]"


async def test_the_fake_fails_as_told_and_remembers() -> None:
    fake = FakeImage(failures=(EngineUnavailable("fake", "asleep"),))
    request = ImageRequest("a lake", 64, 64)

    with pytest.raises(EngineUnavailable):
        await fake.draw(request)
    await fake.draw(request)

    assert fake.requests == [request, request]
