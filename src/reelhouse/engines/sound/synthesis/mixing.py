"""A scene as stereo samples: sounds at their moments, in their space, exactly as long as asked."""

import numpy as np
from numpy.typing import NDArray

from reelhouse.engines.sound.synthesis.reading import Cue, Scene
from reelhouse.engines.sound.synthesis.waves import RATE, Chance, Samples, convolved, count_of

PEAK = 0.85
FADE_SECONDS = 0.005
FAR_LEVEL, FAR_SAMPLES = 0.45, 9
ECHOES = {"canyon": (0.23, 0.41, 0.72), "cave": (0.09, 0.17), "hall": (), "room": ()}
TAILS = {"canyon": (1.1, 0.25), "cave": (1.6, 0.45), "hall": (1.4, 0.4), "room": (0.35, 0.3)}
"""How long a space sounds on, in seconds, and how strongly."""

PAN = 0.35


def mixed(scene: Scene, seconds: float, chance: Chance) -> NDArray[np.int16]:
    """``(frames, 2)`` samples of 16 bits."""
    length = count_of(seconds)
    mix = np.zeros((length, 2))
    turns = max(cue.turn for cue in scene.cues) + 1
    for cue in scene.cues:
        start = seconds * cue.turn / turns
        line = _line(cue, seconds - start, chance)
        pan = float(chance.uniform(-PAN, PAN)) if len(scene.cues) > 1 else 0.0
        begin = int(start * RATE)
        end = min(begin + len(line), length)
        gains = np.sqrt(np.array([0.5 - pan / 2, 0.5 + pan / 2]))
        mix[begin:end] += line[: end - begin, None] * gains
    if scene.space:
        mix = _in_space(mix, scene.space, chance)
    return _finished(mix)


def _line(cue: Cue, seconds: float, chance: Chance) -> Samples:
    """One cue on a line of its own: a bed fills it, hits come as often as asked."""
    recipe = cue.recipe
    if recipe.bed is not None:
        line = _resampled(recipe.bed(seconds * cue.speed + 0.1, chance), cue.speed)[: count_of(seconds)]
    else:
        assert recipe.hit is not None, "a recipe is a hit or a bed"  # noqa: S101
        number = cue.times or 1
        gap = min(recipe.gap, seconds / number)
        line = np.zeros(count_of(seconds))
        for place in range(number):
            hit = _resampled(recipe.hit(chance), cue.speed)
            hit = hit / (np.abs(hit).max() or 1.0)
            begin = int(place * gap * RATE)
            end = min(begin + len(hit), len(line))
            line[begin:end] += hit[: end - begin]
    level = float(np.abs(line).max()) or 1.0
    line = line / level * recipe.level
    if cue.far:
        line = np.convolve(line, np.ones(FAR_SAMPLES) / FAR_SAMPLES, mode="same") * FAR_LEVEL
    return line


def _resampled(sound: Samples, speed: float) -> Samples:
    if speed == 1.0:
        return sound
    places = np.arange(0, len(sound) - 1, speed)
    return np.asarray(np.interp(places, np.arange(len(sound)), sound))


def _in_space(mix: NDArray[np.float64], space: str, chance: Chance) -> NDArray[np.float64]:
    tail, share = TAILS[space]
    length = count_of(tail)
    wet = np.zeros_like(mix)
    for side in (0, 1):
        response = chance.standard_normal(length) * 0.5 ** (np.arange(length) / (length / 7))
        response[: count_of(0.012)] = 0
        response /= np.sqrt((response**2).sum())
        for number, delay in enumerate(ECHOES[space]):
            at = int((delay + 0.013 * side) * RATE)
            if at < length:
                response[at] += 0.9 * 0.6**number
        wet[:, side] = convolved(mix[:, side], response)[: len(mix)]
    return mix + wet * share


def _finished(mix: NDArray[np.float64]) -> NDArray[np.int16]:
    mix = mix - mix.mean(axis=0)
    peak = float(np.abs(mix).max()) or 1.0
    mix = mix * (PEAK / peak)
    fade = min(count_of(FADE_SECONDS), len(mix) // 2)
    mix[-fade:] *= np.linspace(1, 0, fade)[:, None]
    return np.rint(mix * 32767).astype("<i2")
