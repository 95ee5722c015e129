"""The steps of one order: counted for whoever waits, and the last when nobody does any more."""

from collections.abc import Callable
from typing import Any

from reelhouse.engines.diffusion.wire import Report

MORE = 1.5


class Cancelled(Exception):
    """The order is no longer wanted."""


class Steps:
    """What a pipeline calls after each of its steps (diffusers: ``callback_on_step_end``)."""

    def __init__(
        self, number: int, is_cancelled: Callable[[int], bool], tell: Callable[[Report], None]
    ) -> None:
        self._number, self._is_cancelled, self._tell = number, is_cancelled, tell

    def check(self) -> None:
        if self._is_cancelled(self._number):
            raise Cancelled

    def __call__(self, pipe: Any, step: int, _timestep: Any, tensors: dict[str, Any]) -> dict[str, Any]:  # noqa: ANN401
        """Raises `Cancelled` rather than set the pipeline's own mark, after which it would still decode."""
        steps = int(getattr(pipe, "num_timesteps", 0) or 0)
        self._tell(Report(told="step", number=self._number, step=step + 1, steps=steps))
        self.check()
        return tensors
