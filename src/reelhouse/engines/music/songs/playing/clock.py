"""From sixteenths on paper to seconds, with the swing of the genre."""

from dataclasses import dataclass

from reelhouse.engines.music.songs.writing.score import STEPS


@dataclass(frozen=True, slots=True)
class Clock:
    """`beat` in seconds; `swing` delays the second eighth, or with `is_fine` the second sixteenth."""

    beat: float
    swing: float = 0.0
    is_fine: bool = False

    def at(self, step: float) -> float:
        """Seconds from the beginning at which `step` sounds."""
        unit = STEPS / 2 if self.is_fine else float(STEPS)
        whole, part = divmod(step, unit)
        turn = part / unit
        middle = 0.5 + self.swing * 0.25
        bent = turn * middle / 0.5 if turn < 0.5 else middle + (turn - 0.5) * (1 - middle) / 0.5  # noqa: PLR2004
        return (whole + bent) * unit * self.beat / STEPS
