"""What happens around the spoken word: flames, lightning, a beam of light; drawings that change with time."""

import math
from collections.abc import Iterator
from dataclasses import dataclass
from random import Random

from reelhouse.media.captions import AnyInk, Beam, Bolts, Cycle, Effect, Flames, Ink
from reelhouse.render.captions.ass import Event, colour

HOLDS = 3
"""Frames for which one drawing of a moving thing is shown."""

TONGUE = 0.36
"""Em from one tongue of fire to the next."""

FLOW = 0.9
"""How far, in radians, a flame's sway runs on from drawing to drawing."""


@dataclass(frozen=True, slots=True)
class Place:
    """A word's box in pixels: centre, baseline, and the size of its capitals; `seed` tells words apart."""

    x: float
    baseline: float
    width: float
    height: float
    em: float
    seed: int


def reach(effect: Effect | None) -> float:
    """Em by which an effect stands out above its word."""
    match effect:
        case Flames():
            return effect.height
        case Bolts():
            return effect.reach
        case Beam():
            return effect.height
        case None:
            return 0.0


def effect_events(effect: Effect, place: Place, layer: int, first: int, end: int) -> Iterator[Event]:
    """Drawings behind a word that is spoken from frame `first` to `end`."""
    match effect:
        case Flames():
            yield from _flames(effect, place, layer, first, end)
        case Bolts():
            yield from _bolts(effect, place, layer, first, end)
        case Beam():
            yield _beam(effect, place, layer, first, end)


def plain(ink: AnyInk, number: int) -> Ink:
    """The one colour that an ink has on the word of this number."""
    return Ink(ink.colours[number % len(ink.colours)], ink.opacity) if isinstance(ink, Cycle) else ink


def _drawn(path: str, tags: str) -> str:
    return f"{{\\an7\\pos(0,0)\\shad0{tags}\\p1}}{path}"


def _steps(first: int, end: int) -> Iterator[tuple[int, int, int]]:
    for step, begin in enumerate(range(first, end, HOLDS)):
        yield step, begin, min(begin + HOLDS, end)


def _flames(effect: Flames, place: Place, layer: int, first: int, end: int) -> Iterator[Event]:
    for step, begin, stop in _steps(first, end):
        for depth, ink in enumerate(effect.inks):
            share = 1 - 0.3 * depth
            path = _tongues(place, effect.height * place.em * share, step, depth)
            tags = f"\\bord0\\blur{effect.blur * place.em:.1f}{colour(1, plain(ink, place.seed))}"
            yield Event(layer + depth, begin, stop, _drawn(path, tags))


def _tongues(place: Place, height: float, step: int, depth: int) -> str:
    """A row of flames along the word, each swaying at a pace of its own; the outer ones are lower."""
    chance = Random(f"{place.seed}/{depth}")
    wide = place.width + 0.24 * place.em
    count = max(3, round(wide / (TONGUE * place.em)))
    pitch = wide * (1 - 0.05 * depth) / count
    left = place.x - pitch * count / 2
    top = place.baseline - place.height * 0.9
    foot = 0.2 * place.em
    path = f"m {left + foot:.0f} {place.baseline:.0f} l {left:.0f} {top:.0f}"
    for number in range(count):
        phase, pace = chance.uniform(0, 2 * math.pi), chance.uniform(0.7, 1.3)
        tall = chance.uniform(0.5, 1.0)
        wave = math.sin(phase + step * FLOW * pace)
        edge = min(number + 0.5, count - number - 0.5) / (count / 2)
        up = height * tall * (0.8 + 0.2 * wave) * (0.6 + 0.4 * min(1.0, edge * 1.6))
        x0, x1 = left + pitch * number, left + pitch * (number + 1)
        tip = (x0 + x1) / 2 + pitch * 0.5 * math.sin(phase * 2 + step * FLOW * pace * 0.8)
        path += (
            f" b {x0 - pitch * 0.12:.0f} {top - up * 0.4:.0f} {tip - pitch * 0.1:.0f} {top - up * 0.55:.0f}"
            f" {tip:.0f} {top - up:.0f}"
            f" b {tip + pitch * 0.15:.0f} {top - up * 0.5:.0f} {x1 + pitch * 0.12:.0f} {top - up * 0.35:.0f}"
            f" {x1:.0f} {top:.0f}"
        )
    return path + f" l {left + pitch * count - foot:.0f} {place.baseline:.0f}"


def _bolts(effect: Bolts, place: Place, layer: int, first: int, end: int) -> Iterator[Event]:
    thick = effect.width * place.em
    for step, begin, stop in _steps(first, end):
        if step % 4 == 3:  # noqa: PLR2004 - lightning is dark every fourth time
            continue
        chance = Random(f"{place.seed}/{step // 2}")
        path = " ".join(_arc(place, effect, number, chance, thick) for number in range(effect.count))
        ink, halo = plain(effect.ink, place.seed), plain(effect.halo, place.seed)
        tags = f"\\bord{thick * 1.1:.1f}\\blur{thick * 0.7:.1f}{colour(1, ink)}{colour(3, halo)}"
        yield Event(layer, begin, stop, _drawn(path, tags))


def _arc(place: Place, effect: Bolts, number: int, chance: Random, thick: float) -> str:
    """A crackling line along an edge of the word, every other one below, that forks away from it."""
    side = number % 2 * 2 - 1
    half = place.width / 2 + 0.2 * place.em
    edge = place.baseline if side > 0 else place.baseline - place.height
    left, right = -half * chance.uniform(0.5, 1.1), half * chance.uniform(0.5, 1.1)
    joints = max(3, round((right - left) / (0.3 * place.em)))
    swing = effect.reach * place.em * 0.5
    points = []
    for joint in range(joints + 1):
        away = chance.uniform(0.0, swing) if joint % 2 else chance.uniform(-0.1, 0.35) * swing
        drift = chance.uniform(-0.3, 0.3) * (right - left) / joints
        x = place.x + left + (right - left) * joint / joints + drift
        points.append((x, edge + side * (0.1 * place.em + away)))
    root = chance.randrange(1, joints)
    x, y = points[root]
    lean = chance.choice((-1, 1)) * 0.16 * place.em
    reach_out = effect.reach * place.em * chance.uniform(0.6, 1.0)
    fork = [
        (x, y),
        (x + lean * 1.6, y + side * reach_out * 0.35),
        (x + lean * 0.6, y + side * reach_out * 0.45),
        (x + lean * 2.4, y + side * reach_out),
    ]
    return f"{_zigzag(points, thick)} {_zigzag(fork, thick * 0.8)}"


def _zigzag(points: list[tuple[float, float]], thick: float) -> str:
    """A broken line as a shape that is thickest in its middle and pointed at its ends."""
    last = len(points) - 1
    widths = [thick * math.sin(math.pi * (joint + 0.15) / (last + 0.3)) for joint in range(last + 1)]
    there = [(x, y - wide) for (x, y), wide in zip(points, widths, strict=True)]
    back = [(x, y + wide) for (x, y), wide in zip(points, widths, strict=True)][::-1]
    (sx, sy), *rest = there + back
    return f"m {sx:.0f} {sy:.0f} l " + " ".join(f"{x:.0f} {y:.0f}" for x, y in rest)


def _beam(effect: Beam, place: Place, layer: int, first: int, end: int) -> Event:
    """A cone that widens from a small lamp to the width of the word."""
    half, lamp = place.width / 2 + 0.3 * place.em, 0.14 * place.em
    foot = place.baseline + 0.3 * place.em
    top = place.baseline - place.height - effect.height * place.em
    path = (
        f"m {place.x - lamp:.0f} {top:.0f} l {place.x + lamp:.0f} {top:.0f} {place.x + half:.0f} {foot:.0f}"
        f" b {place.x + half * 0.6:.0f} {foot + 0.18 * place.em:.0f} {place.x - half * 0.6:.0f}"
        f" {foot + 0.18 * place.em:.0f} {place.x - half:.0f} {foot:.0f}"
    )
    tags = f"\\bord0\\blur{effect.blur * place.em:.1f}{colour(1, plain(effect.ink, place.seed))}"
    return Event(layer, first, end, _drawn(path, tags))
