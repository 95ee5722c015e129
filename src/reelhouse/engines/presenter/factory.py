"""Builds the presenter engine that the settings name; a backend is imported when it is chosen."""

from reelhouse.engines.errors import EngineNotConfigured
from reelhouse.engines.presenter.base import PresenterEngine
from reelhouse.engines.presenter.metered import MeteredPresenter
from reelhouse.engines.presenter.settings import PresenterSettings


def presenter_engine(settings: PresenterSettings) -> PresenterEngine | None:
    """The engine of ``settings.backend``, metered; None for ``builtin``, which the renderer draws itself.

    Raises `EngineNotConfigured` with the remedy.
    """
    if settings.backend == "builtin":
        return None
    if not settings.url:
        raise EngineNotConfigured(
            "a talking-head presenter", "set REELHOUSE_PRESENTER_URL to the address of its server"
        )
    from reelhouse.engines.presenter.backends.talking_head import TalkingHead  # noqa: PLC0415 - only when chosen

    return MeteredPresenter(TalkingHead(settings))
