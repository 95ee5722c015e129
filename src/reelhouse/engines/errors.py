"""The two ways in which an engine may fail: ask again, or don't."""

from reelhouse.kit.errors import ReelhouseError, Unavailable


class EngineUnavailable(Unavailable):
    """The engine does not answer now; the same call may succeed later."""

    code = "engine_unavailable"

    def __init__(self, engine: str, reason: str) -> None:
        super().__init__(f"the engine {engine!r} is not available: {reason}")
        self.engine = engine
        self.reason = reason


class EngineRefused(ReelhouseError):
    """The engine will never do this; asking again does not help."""

    code = "engine_refused"

    def __init__(self, engine: str, reason: str) -> None:
        super().__init__(f"the engine {engine!r} cannot do this: {reason}")
        self.engine = engine
        self.reason = reason


class EngineNotConfigured(ReelhouseError):
    """What was asked for needs an engine, an extra or a key that this house does not have."""

    code = "engine_not_configured"

    def __init__(self, feature: str, remedy: str) -> None:
        super().__init__(f"{feature} is not available here: {remedy}")
        self.feature = feature
        self.remedy = remedy
