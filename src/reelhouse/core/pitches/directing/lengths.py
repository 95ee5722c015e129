"""How long each scene lasts: what is said in it, room to breathe, and together what was asked for.

Everything is counted in frames of 1/30 second.
"""

from dataclasses import dataclass

from reelhouse.core.pitches.directing.pace import FPS

BREATH = 15
"""Around what is said: a scene neither begins nor ends on a word."""
LEAST_CARD, LEAST_SCREEN = 54, 66
SHORT = 90
"""Of what is left over a longer scene takes no more than one of these frames."""

LONGEST_SCENE = 60 * FPS
SLACK, SLACK_SHARE = 48, 0.3
"""How much longer than its words a scene may stand: some frames, and a part of its length."""


@dataclass(frozen=True, slots=True)
class Timed:
    """A scene's frames: `needed` by its words, dictated ones where `fixed`."""

    needed: int
    weight: float
    fixed: int | None = None

    @property
    def least(self) -> int:
        return self.needed if self.fixed is None else self.fixed

    @property
    def most(self) -> int:
        if self.fixed is not None:
            return self.fixed
        return max(self.needed, min(self.needed + SLACK + int(self.needed * SLACK_SHARE), LONGEST_SCENE))


def needed_frames(spoken: int, *, is_card: bool) -> int:
    return max(LEAST_CARD if is_card else LEAST_SCREEN, spoken + BREATH if spoken else 0)


def spread(scenes: list[Timed], total: int) -> list[int]:
    """Frames of each scene that are `total` together, where their bounds allow it.

    What is left over goes to the scenes by their weights; none goes over its bound.
    """
    lengths = [scene.least for scene in scenes]
    left = total - sum(lengths)
    while left > 0:
        open_ones = [place for place, scene in enumerate(scenes) if lengths[place] < scene.most]
        if not open_ones:
            break
        left -= _handed_out(scenes, lengths, open_ones, left)
    return lengths


def _handed_out(scenes: list[Timed], lengths: list[int], places: list[int], left: int) -> int:
    weights = [scenes[place].weight * min(scenes[place].needed, SHORT) for place in places]
    whole = sum(weights)
    given = 0
    for place, weight in zip(places, weights, strict=True):
        share = min(int(left * weight / whole), scenes[place].most - lengths[place])
        lengths[place] += share
        given += share
    if not given:
        lengths[max(places, key=lambda place: (scenes[place].weight, -place))] += 1
        given = 1
    return given
