"""A drawn presenter, painted only where something changes."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from math import cos, hypot, radians, sin
from typing import Generic, TypeVar

import numpy as np

from reelhouse.render.painting.planes import Planes
from reelhouse.render.presenter.arms import LENGTH
from reelhouse.render.presenter.pieces import Matrix, Piece, Turnable
from reelhouse.render.presenter.stage import NECK, Stage, hand, lower, upper
from reelhouse.render.presenter.torso import ELBOW
from reelhouse.render.presenter.types import REST_RIGHT, Arm, Box, Pose

Asked = TypeVar("Asked", bound=tuple[object, ...])
Made = TypeVar("Made")

HEADS_KEPT, FACES_KEPT, ARMS_KEPT = 32, 96, 24
"""How many turned pieces are kept; the oldest makes room."""

STRETCH = (0.42, 1.06)
"""The length of a forearm as it is seen: less when it points at the viewer."""

LIFT, RAISED = 0.55, 760
"""Where a picture ends above the elbows, hands raised to so many units rise by a part of what is cut."""


@dataclass(frozen=True, slots=True)
class _Part:
    """What moves as one: pieces on the canvas, all moved by (`dx`, `dy`). Equal keys look alike."""

    key: object
    pieces: tuple[Piece, ...]
    dx: float = 0
    dy: float = 0

    @property
    def box(self) -> Box:
        boxes = [piece.box for piece in self.pieces]
        left, top = min(box.x for box in boxes), min(box.y for box in boxes)
        right = max(box.x + box.width for box in boxes)
        bottom = max(box.y + box.height for box in boxes)
        dx, dy = (2 * int(distance // 2) for distance in (self.dx, self.dy))
        return Box(left + dx, top + dy, right - left, bottom - top)

    def lay(self, canvas: Planes) -> None:
        for piece in self.pieces:
            there = piece.moved(self.dx, self.dy)
            there.sprite.lay(canvas, there.x, there.y)


class _Kept(Generic[Asked, Made]):
    """The `most` things that were asked for last.

    Not `lru_cache`: around methods of its owner it makes a ring, and a painter's 100 MB would wait for
    Python to look for rings.
    """

    def __init__(self, most: int) -> None:
        self._most = most
        self._things: dict[Asked, Made] = {}

    def get(self, asked: Asked, make: Callable[..., Made]) -> Made:
        """Make it of what is asked for, unless it is here; the one not asked for longest makes room."""
        thing = self._things.pop(asked) if asked in self._things else make(*asked)
        self._things[asked] = thing
        if len(self._things) > self._most:
            del self._things[next(iter(self._things))]
        return thing


class PresenterPainter:
    """Paints one pose a frame. Of a canvas that shows an earlier pose it repaints what has changed."""

    def __init__(self, stage: Stage, poses: Sequence[Pose]) -> None:
        self._stage = stage
        self._poses = poses
        floor = (stage.grounds[0].height - stage.y) / stage.scale
        self._lift = max(0.0, ELBOW - floor) * LIFT
        self._shown: tuple[int, list[_Part], list[Box]] | None = None
        self._turnable: dict[str, Turnable] = {}
        self._heads = _Kept[tuple[str, int], Piece](HEADS_KEPT)
        self._faces = _Kept[tuple[str, int], Piece](FACES_KEPT)
        self._reaching = _Kept[tuple[Arm, int], tuple[Piece, ...]](ARMS_KEPT)

    def paint(self, frame: int, canvas: Planes) -> None:
        pose = self._poses[frame]
        parts = [self._head_part(pose), *self._arm_parts(pose)]
        boxes = [part.box for part in parts]
        ground = self._stage.grounds[pose.breath]
        if self._shown is None or self._shown[0] != pose.breath:
            canvas.take(ground)
            stale = set(range(len(parts)))
        else:
            _, before, there = self._shown
            changed = {number for number, part in enumerate(parts) if part.key != before[number].key}
            stale = _touched(changed, there, boxes)
            for number in stale:
                box = there[number]
                canvas.take_part(ground, box.x, box.y, box.width, box.height)
        for number in sorted(stale):
            parts[number].lay(canvas)
        self._shown = (pose.breath, parts, boxes)

    def _head_part(self, pose: Pose) -> _Part:
        scale = self._stage.scale
        pieces = (
            self._heads.get(("head", pose.tilt), self._tilted),
            self._faces.get((upper(pose.eyes, pose.brows), pose.tilt), self._tilted),
            self._faces.get((lower(pose.mouth), pose.tilt), self._tilted),
        )
        key = (pose.mouth, pose.eyes, pose.brows, pose.x, pose.y, pose.tilt)
        return _Part(key, pieces, pose.x * scale, pose.y * scale)

    def _turned(self, name: str, matrix: Matrix) -> Piece:
        if name not in self._turnable:
            self._turnable[name] = Turnable(self._stage.pieces[name])
        return self._turnable[name].warped(matrix)

    def _tilted(self, name: str, tilt: int) -> Piece:
        piece = self._stage.pieces[name]
        if not tilt:
            return piece
        x = self._stage.x + NECK[0] * self._stage.scale
        y = self._stage.y + NECK[1] * self._stage.scale
        along, across = cos(radians(tilt / 10)), sin(radians(tilt / 10))
        turn = np.array([[along, -across, 0], [across, along, 0]])
        turn[:, 2] = np.array((x, y)) - turn[:, :2] @ np.array((x, y))
        return self._turned(name, turn)

    def _arm_parts(self, pose: Pose) -> list[_Part]:
        if "forearm" not in self._stage.pieces:
            return []
        scale = self._stage.scale
        return [
            _Part(arm, self._reaching.get((replace(arm, beat=0), side), self._reached), 0, arm.beat * scale)
            for arm, side in ((pose.left, -1), (pose.right, 1))
        ]

    def _reached(self, arm: Arm, side: int) -> tuple[Piece, ...]:
        """Hand and forearm; the sleeve lies over the wrist."""
        elbow_x, elbow_y = self._stage.elbow
        dx, dy = arm.x - elbow_x, arm.y - self._lift * _raised(arm) - elbow_y
        far = hypot(dx, dy) or 1
        dx, dy, length = dx / far, dy / far, min(max(far / LENGTH, STRETCH[0]), STRETCH[1])
        lean = radians(arm.turn)
        wrist = (elbow_x + dx * length * LENGTH, elbow_y + dy * length * LENGTH)
        forearm = self._placed(((dy, dx * length), (-dx, dy * length)), (elbow_x, elbow_y), side)
        palm = self._placed(((cos(lean), -sin(lean)), (sin(lean), cos(lean))), wrist, side)
        return self._turned(hand(arm.hand), palm), self._turned("forearm", forearm)

    def _placed(
        self, turn: tuple[tuple[float, float], tuple[float, float]], at: tuple[float, float], side: int
    ) -> Matrix:
        """From a pivot's plane to the canvas; the left side mirrors the right one."""
        stage = self._stage
        (a, b), (c, d) = turn
        return np.array(
            [
                [side * a, side * b, stage.x + side * at[0] * stage.scale],
                [c, d, stage.y + at[1] * stage.scale],
            ]
        )


def _raised(arm: Arm) -> float:
    """How much of a gesture an arm shows, 0 (at rest) to 1."""
    return min(1.0, max(0.0, (REST_RIGHT.y - arm.y) / (REST_RIGHT.y - RAISED)))


def _touched(changed: set[int], before: Sequence[Box], now: Sequence[Box]) -> set[int]:
    """The changed parts, and those that lie where one of them was or will be, and so on."""
    stale = set(changed)
    waiting = list(changed)
    while waiting:
        number = waiting.pop()
        for other in set(range(len(now))) - stale:
            if _meet(before[number], before[other]) or _meet(now[number], before[other]):
                stale.add(other)
                waiting.append(other)
    return stale


def _meet(one: Box, other: Box) -> bool:
    return (
        one.x < other.x + other.width
        and other.x < one.x + one.width
        and one.y < other.y + other.height
        and other.y < one.y + one.height
    )
