"""What is said where the extra is missing."""

import pytest

from reelhouse.engines.errors import EngineNotConfigured
from reelhouse.engines.image.families import EDIT, IMAGE
from reelhouse.engines.music.families import SONG
from reelhouse.engines.registry import Family
from reelhouse.engines.settings import EngineSettings
from reelhouse.engines.video.families import VIDEO


@pytest.mark.parametrize("family", [IMAGE, EDIT, VIDEO, SONG], ids=lambda family: family.name)
def test_a_family_says_how_to_get_diffusers(family: Family, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("reelhouse.engines.registry.find_spec", lambda _module: None)

    with pytest.raises(EngineNotConfigured) as lack:
        family.backend(EngineSettings(backend="diffusers"))

    assert lack.value.remedy == "pip install 'reelhouse[diffusers]'"
