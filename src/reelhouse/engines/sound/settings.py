"""Which sound engine makes effects."""

from reelhouse.engines.settings import EngineSettings


class SoundSettings(EngineSettings):
    pass
