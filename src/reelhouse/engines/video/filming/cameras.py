"""Where a camera over a picture is, frame by frame."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from reelhouse.engines.video.filming.moments import Canvas
from reelhouse.engines.video.filming.reading import Direction

Track = NDArray[np.float64]

PACES = {
    "push-in": ("dolly", 0.045, 0.34),
    "pull-out": ("dolly", -0.022, 0.12),
    "zoom-in": ("zoom", 0.05, 0.36),
    "zoom-out": ("zoom", -0.02, 0.1),
    "pan-left": ("pan_x", -0.018, 0.1),
    "pan-right": ("pan_x", 0.018, 0.1),
    "dolly-left": ("x", -0.02, 0.11),
    "dolly-right": ("x", 0.02, 0.11),
    "tilt-up": ("pan_y", -0.016, 0.09),
    "tilt-down": ("pan_y", 0.016, 0.09),
    "crane-up": ("y", -0.018, 0.1),
    "crane-down": ("y", 0.018, 0.1),
    "orbit": ("orbit", 0.022, 0.1),
    "roll": ("roll", 0.022, 0.14),
    "flythrough": ("dolly", 0.075, 0.5),
}
"""What a move changes, how much in a second, and how much at most (shares of the width; radians)."""

SWINGS = {
    "drift": (("x", 0.012, 0.13), ("y", 0.006, 0.19), ("dolly", 0.02, 0.08)),
    "handheld": (("pan_x", 0.004, 0.9), ("pan_y", 0.004, 1.15), ("roll", 0.004, 0.7), ("x", 0.006, 0.35)),
    "locked": (),
}
"""Moves without an aim: what swings, how wide, and how often in a second."""

TRACKS = ("x", "y", "dolly", "orbit", "pan_x", "pan_y", "zoom", "roll", "swell", "bob", "light")
ROOM = 0.035
"""How much of the width may be seen beyond the picture's edge, where it was made up."""


@dataclass(frozen=True, slots=True)
class Pose:
    """Shares of the width; `dolly` and `zoom` are logarithms, `roll` radians.

    `x`, `y`, `dolly` and `orbit` move what is near more than what is far; `pan_x`, `pan_y`, `zoom` and
    `roll` move the picture as a whole; `swell` and `bob` only what is near in the middle. `light` is how much
    brighter it is.
    """

    x: float = 0.0
    y: float = 0.0
    dolly: float = 0.0
    orbit: float = 0.0
    pan_x: float = 0.0
    pan_y: float = 0.0
    zoom: float = 0.0
    roll: float = 0.0
    swell: float = 0.0
    bob: float = 0.0
    light: float = 0.0


STILL = Pose()


def path(
    canvas: Canvas,
    direction: Direction,
    *,
    restrained: bool = False,
    landing: bool = False,
    driven: Mapping[str, Track] | None = None,
) -> list[Pose]:
    """One pose a frame; the first is `STILL`.

    `restrained` keeps the camera nearly where it is. `landing` brings it to rest at the end. `driven` adds
    to the tracks.
    """
    tracks = {name: np.zeros(canvas.frames) for name in TRACKS}
    moves = moves_of(direction)
    for move in moves:
        _add(tracks, move, canvas, direction.speed, 0.35 if restrained else 1.0, landing=landing)
    for name, track in (driven or {}).items():
        tracks[name] += track
    _cover(tracks, canvas.height / canvas.width)
    return [Pose(**{name: float(tracks[name][number]) for name in TRACKS}) for number in range(canvas.frames)]


def moves_of(direction: Direction) -> Sequence[str]:
    """The moves that are made: none with a locked camera, and some when none are asked for."""
    if "locked" in direction.moves:
        return ("locked",)
    if direction.moves:
        return direction.moves
    return ("push-in", "drift")


def _add(
    tracks: dict[str, Track], move: str, canvas: Canvas, speed: float, strength: float, *, landing: bool
) -> None:
    if move in PACES:
        name, pace, most = PACES[move]
        wanted = pace * canvas.seconds * speed
        reach = np.sign(wanted) * most * (1 - np.exp(-abs(wanted) / most)) * strength
        tracks[name] += reach * _glide(canvas.frames, landing=landing)
        return
    seconds = np.arange(canvas.frames) / canvas.rate
    rng = np.random.default_rng([canvas.seed, len(move)])
    for name, width, often in SWINGS[move]:
        pace = often * (0.6 + 0.4 * speed)
        swing = sum(
            np.sin(2 * np.pi * pace * octave * seconds + phase) / octave
            for octave, phase in zip((1.0, 2.3, 4.1), rng.uniform(0, 6, 3), strict=True)
        )
        tracks[name] += width * strength * (swing - swing[0]) * (0.7 + 0.3 * speed)


def _glide(frames: int, *, landing: bool) -> Track:
    """From 0 to 1, on its way from the first frame on, and slowing down at the end."""
    share = np.linspace(0, 1, max(frames - 1, 1))
    rise = 0.3 + 0.7 * _smooth(share / 0.12)
    fall = (0.08 if landing else 0.45) + (0.92 if landing else 0.55) * _smooth((1 - share) / 0.35)
    way = np.concatenate([[0.0], np.cumsum(rise * fall)])
    glide: Track = (way / way[-1])[:frames]
    return glide


def _smooth(share: Track) -> Track:
    share = np.clip(share, 0, 1)
    return share * share * (3 - 2 * share)


def _cover(tracks: dict[str, Track], tall: float) -> None:
    """Come as much closer as it takes to see no more than `ROOM` beyond the edges."""
    wide = np.abs(tracks["pan_x"] + tracks["x"] * 0.6) + np.abs(tracks["orbit"]) * 0.7
    high = (np.abs(tracks["pan_y"] + tracks["y"] * 0.6)) / tall
    turned = np.abs(tracks["roll"]) * 0.5 * max(tall, 1 / tall)
    beyond = np.maximum(wide, high) + turned - ROOM
    need = 2 * np.maximum.accumulate(np.logaddexp(0, beyond / 0.012) * 0.012)
    tracks["zoom"] += need - need[0]
