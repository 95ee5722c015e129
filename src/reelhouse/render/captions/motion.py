"""What a spoken word does, as override tags: keyframes become transforms between them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from reelhouse.media.captions import Keyframe, Motion
from reelhouse.render.captions.ass import seen

MOST_KEYFRAMES = 80
"""Of one word; a motion that repeats for longer rests at last."""


@dataclass(frozen=True, slots=True)
class Moved:
    """What a motion acts upon: opacities by channel, and the width of a halo in pixels, if it is one.

    `most` is the size that the word's neighbours allow.
    """

    opacities: Sequence[tuple[int, float]]
    most: float
    halo: float | None = None
    turns: bool = True


def motion_tags(motion: Motion, moved: Moved, seconds: float) -> str:
    """The tags of a word that is spoken for so many seconds."""
    played = list(_played(motion, seconds))
    tags = _state(played[0][1], moved)
    for (begin, before), (end, after) in pairwise(played):
        if _state(before, moved) != _state(after, moved):
            tags += f"\\t({round(begin * 1000)},{round(end * 1000)},{_state(after, moved)})"
    return tags


def _played(motion: Motion, seconds: float) -> Iterator[tuple[float, Keyframe]]:
    """The keyframes of all rounds, with their times from the word's start."""
    rounds = 1 if motion.every is None else int(seconds / motion.every) + 1
    rounds = max(1, min(rounds, MOST_KEYFRAMES // len(motion.keyframes)))
    for number in range(rounds):
        for frame in motion.keyframes:
            yield number * (motion.every or 0.0) + frame.at, frame


def _state(frame: Keyframe, moved: Moved) -> str:
    size = min(frame.scale, max(1.0, moved.most)) * 100
    tags = f"\\fscx{size:.1f}\\fscy{size:.1f}"
    tags += f"\\frz{frame.turn:.1f}" if frame.turn or moved.turns else ""
    tags += "".join(seen(channel, opacity * frame.opacity) for channel, opacity in moved.opacities)
    if moved.halo is not None:
        tags += f"\\bord{moved.halo * frame.swell:.2f}"
    return tags
