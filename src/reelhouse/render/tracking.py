"""How far a render is, told by frames, never backwards."""

from reelhouse.render.types import Progress

ENCODED = 0.92
"""Share of the work that ends with the last encoded frame."""

STAGES = {"joining": ENCODED, "checking": 0.95, "done": 1.0}


class Tracker:
    """Adds up the frames of scenes that are encoded at once."""

    def __init__(self, frames: int, progress: Progress | None) -> None:
        self._total = frames
        self._progress = progress
        self._done: dict[int, int] = {}
        self._told = 0.0

    def frames_done(self, scene: int, frames: int) -> None:
        """A scene has this many frames now."""
        self._done[scene] = max(frames, self._done.get(scene, 0))
        self._tell(ENCODED * min(1.0, sum(self._done.values()) / self._total), "rendering")

    def reach(self, stage: str) -> None:
        """A later stage begins: one of `STAGES`."""
        self._tell(STAGES[stage], stage)

    def _tell(self, share: float, stage: str) -> None:
        self._told = max(self._told, share)
        if self._progress is not None:
            self._progress(self._told, stage)
