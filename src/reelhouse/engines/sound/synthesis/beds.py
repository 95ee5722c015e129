"""Sounds that go on for as long as one likes."""

import numpy as np

from reelhouse.engines.sound.synthesis.waves import (
    Chance,
    Samples,
    convolved,
    decay,
    modes,
    noise,
    scattered,
    sweep,
    times,
    tone,
    wander,
)


def rain(seconds: float, chance: Chance) -> Samples:
    drop = noise(0.02, 1_800, 9_000, chance) * decay(0.02, 0.003)
    return 0.5 * noise(seconds, 800, 11_000, chance) + scattered(seconds, drop, 240, chance)


def wind(seconds: float, chance: Chance) -> Samples:
    gusts = 0.25 + 0.75 * wander(seconds, 0.8, chance)
    whistle = noise(seconds, 420, 700, chance) * wander(seconds, 0.6, chance) ** 2
    return noise(seconds, 60, 600, chance) * gusts + 0.4 * whistle


def fire(seconds: float, chance: Chance) -> Samples:
    crackle = noise(0.012, 1_500, 12_000, chance) * decay(0.012, 0.002)
    roar = noise(seconds, 40, 350, chance) * (0.6 + 0.4 * wander(seconds, 3, chance))
    return 0.5 * roar + 1.6 * scattered(seconds, crackle, 22, chance)


def waves(seconds: float, chance: Chance) -> Samples:
    swell = 0.15 + 0.85 * (0.5 - 0.5 * np.cos(2 * np.pi * times(seconds) / 6.5)) ** 2
    return noise(seconds, 120, 4_500, chance) * swell


def stream(seconds: float, chance: Chance) -> Samples:
    bubble = sweep(0.05, 600, 1_300) * decay(0.05, 0.012, 0.004)
    return 0.35 * noise(seconds, 500, 5_000, chance) + scattered(seconds, bubble, 60, chance)


def bubbles(seconds: float, chance: Chance) -> Samples:
    return scattered(seconds, sweep(0.09, 320, 900) * decay(0.09, 0.02, 0.006), 14, chance)


def engine(seconds: float, chance: Chance) -> Samples:
    turning = tone(seconds, 38, (1.0, 0.9, 0.6, 0.5, 0.3, 0.25, 0.2))
    return turning * (0.8 + 0.2 * wander(seconds, 4, chance)) + 0.4 * noise(seconds, 50, 900, chance)


def jet(seconds: float, chance: Chance) -> Samples:
    return noise(seconds, 90, 5_500, chance) + 0.25 * tone(seconds, 2_350, (1.0, 0.3))


def helicopter(seconds: float, chance: Chance) -> Samples:
    blades = np.maximum(np.sin(2 * np.pi * 11 * times(seconds)), 0) ** 3
    return noise(seconds, 40, 1_400, chance) * (0.15 + blades)


def train(seconds: float, chance: Chance) -> Samples:
    clack = modes(0.2, (210, 470, 1_150), 0.03, chance)
    beats = np.zeros(len(times(seconds)))
    for start in (0.0, 0.18):
        beats[int(start * 48_000) :: 43_200] = 1.0
    return 0.5 * noise(seconds, 30, 500, chance) + convolved(beats, clack)[: len(beats)]


def alarm(seconds: float, _chance: Chance) -> Samples:
    at = times(seconds)
    return tone(seconds, 960, (1.0, 0.0, 0.4)) * ((at * 4) % 1 < 0.5)  # noqa: PLR2004 - half on, half off


def siren(seconds: float, _chance: Chance) -> Samples:
    pitch = 700 + 350 * np.sin(2 * np.pi * 0.35 * times(seconds))
    line = np.sin(2 * np.pi * np.cumsum(pitch) / 48_000)
    return line + 0.3 * line**3


def applause(seconds: float, chance: Chance) -> Samples:
    clap = noise(0.03, 700, 4_500, chance) * decay(0.03, 0.006)
    return scattered(seconds, clap, 160, chance)


def crickets(seconds: float, _chance: Chance) -> Samples:
    at = times(seconds)
    chirps = ((at * 2.4) % 1 < 0.45) * (0.5 + 0.5 * np.sin(2 * np.pi * 32 * at))  # noqa: PLR2004 - a chirp's share
    return tone(seconds, 4_350) * chirps


def static(seconds: float, chance: Chance) -> Samples:
    return noise(seconds, 300, 14_000, chance)


def hum(seconds: float, _chance: Chance) -> Samples:
    return tone(seconds, 50, (1.0, 0.6, 0.4, 0.2, 0.2))


def drone(seconds: float, chance: Chance) -> Samples:
    low = tone(seconds, 55, (1.0, 0.5, 0.3)) + tone(seconds, 55.4, (0.8, 0.4))
    return low * (0.6 + 0.4 * wander(seconds, 0.4, chance)) + 0.15 * noise(seconds, 200, 1_200, chance)


def city(seconds: float, chance: Chance) -> Samples:
    return noise(seconds, 40, 700, chance) * (0.6 + 0.4 * wander(seconds, 0.5, chance))


def drill(seconds: float, chance: Chance) -> Samples:
    return tone(seconds, 130, (0.6, 0.8, 1.0, 0.9, 0.7, 0.5)) + 0.5 * noise(seconds, 1_500, 7_000, chance)
