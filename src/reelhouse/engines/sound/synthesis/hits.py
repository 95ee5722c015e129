"""Sounds that happen once: they begin, and die away."""

import numpy as np

from reelhouse.engines.sound.synthesis.waves import (
    Chance,
    Samples,
    decay,
    modes,
    noise,
    placed,
    sweep,
    tone,
)


def pistol(chance: Chance) -> Samples:
    crack = noise(0.5, 300, 12_000, chance) * decay(0.5, 0.018, 0.0003)
    body = sweep(0.5, 190, 45) * decay(0.5, 0.05)
    return crack * 1.2 + body * 1.4


def cannon(chance: Chance) -> Samples:
    return noise(2.5, 20, 900, chance) * decay(2.5, 0.3) + 1.5 * sweep(2.5, 90, 22) * decay(2.5, 0.35)


def explosion(chance: Chance) -> Samples:
    rumble = noise(3.5, 18, 500, chance) * decay(3.5, 0.6, 0.01)
    blast = noise(3.5, 200, 8_000, chance) * decay(3.5, 0.12)
    return rumble * 1.4 + blast * 0.8


def laser(chance: Chance) -> Samples:
    return sweep(0.35, 3_200 + 400 * chance.standard_normal(), 180) * decay(0.35, 0.09)


def click(chance: Chance) -> Samples:
    snap = noise(0.06, 1_500, 9_000, chance) * decay(0.06, 0.003, 0.0002)
    return snap + 0.4 * modes(0.06, (2_400, 5_100), 0.008, chance)


def knock(chance: Chance) -> Samples:
    thud = modes(0.3, (170, 310, 540, 890), 0.035, chance, 0.04)
    return thud + 0.3 * noise(0.3, 200, 2_500, chance) * decay(0.3, 0.01)


def slam(chance: Chance) -> Samples:
    return noise(0.9, 30, 1_800, chance) * decay(0.9, 0.06) + modes(0.9, (70, 112, 190, 330), 0.1, chance)


def glass(chance: Chance) -> Samples:
    shards = [
        (
            float(chance.exponential(0.14)),
            modes(0.5, tuple(chance.uniform(2_200, 9_500, 3)), 0.05, chance) * chance.uniform(0.2, 0.8),
        )
        for _ in range(26)
    ]
    return placed(shards, 1.4) + np.pad(noise(0.2, 2_000, 14_000, chance) * decay(0.2, 0.02), (0, 57_600))


def wood(chance: Chance) -> Samples:
    return modes(0.4, (420, 980, 1_730, 2_600), 0.03, chance, 0.03)


def metal(chance: Chance) -> Samples:
    return modes(1.8, (410, 1_090, 1_870, 2_940, 4_230, 5_600), 0.35, chance, 0.02)


def stone(chance: Chance) -> Samples:
    return noise(0.4, 150, 4_000, chance) * decay(0.4, 0.02) + modes(0.4, (230, 610), 0.03, chance)


def thud(chance: Chance) -> Samples:
    return sweep(0.5, 110, 40) * decay(0.5, 0.06) + 0.4 * noise(0.5, 40, 500, chance) * decay(0.5, 0.04)


def whoosh(chance: Chance) -> Samples:
    low = noise(0.9, 200, 1_200, chance)
    high = noise(0.9, 900, 5_000, chance)
    at = np.linspace(0, 1, len(low))
    swell = np.sin(np.pi * at) ** 2
    return np.asarray((low * (1 - at) + high * at) * swell)


def riser(chance: Chance) -> Samples:
    at = np.linspace(0, 1, 96_000)
    return (sweep(2.0, 110, 1_760) * 0.5 + noise(2.0, 800, 9_000, chance) * 0.5) * at**2


def splash(chance: Chance) -> Samples:
    return noise(1.2, 300, 6_000, chance) * decay(1.2, 0.14, 0.03)


def drip(chance: Chance) -> Samples:
    start = float(chance.uniform(500, 900))
    return sweep(0.2, start, start * 2.1) * decay(0.2, 0.025, 0.004)


def bark(chance: Chance) -> Samples:
    voice = sweep(0.25, 620, 300) + 0.6 * sweep(0.25, 1_240, 600) + 0.4 * sweep(0.25, 1_860, 900)
    swell = np.sin(np.linspace(0, np.pi, 12_000)) ** 0.7
    return np.asarray((voice + 0.5 * noise(0.25, 400, 2_500, chance)) * swell)


def meow(chance: Chance) -> Samples:
    bend = 1 + 0.1 * chance.standard_normal()
    up, down = sweep(0.35, 480 * bend, 760 * bend), sweep(0.45, 760 * bend, 420 * bend)
    line = np.concatenate([up, down])
    return (line + 0.5 * line**3) * np.sin(np.linspace(0, np.pi, len(line)))


def bird(chance: Chance) -> Samples:
    calls = []
    for number in range(int(chance.integers(3, 7))):
        base = float(chance.uniform(2_400, 4_800))
        turn = base * float(chance.uniform(0.7, 1.4))
        calls.append((number * 0.14, sweep(0.11, base, turn) * np.sin(np.linspace(0, np.pi, 5_280))))
    return placed(calls, 1.1)


def notification(chance: Chance) -> Samples:
    base = 880 * 2 ** (int(chance.integers(-2, 3)) / 12)
    first = tone(0.5, base, (1.0, 0.3)) * decay(0.5, 0.09, 0.004)
    second = tone(0.7, base * 1.5, (1.0, 0.3)) * decay(0.7, 0.14, 0.004)
    return placed([(0.0, first), (0.11, second)], 0.85)


def error(_chance: Chance) -> Samples:
    low = tone(0.22, 196, (1.0, 0.7, 0.5, 0.3)) * decay(0.22, 0.2, 0.004)
    return placed([(0.0, low), (0.2, low * 0.9)], 0.45)


def coin(_chance: Chance) -> Samples:
    first = tone(0.08, 988, (1.0, 0.4)) * decay(0.08, 0.2, 0.002)
    second = tone(0.6, 1_319, (1.0, 0.4)) * decay(0.6, 0.14, 0.002)
    return placed([(0.0, first), (0.08, second)], 0.7)


def bell(chance: Chance) -> Samples:
    return modes(3.5, (392, 784, 940, 1_176, 1_568, 2_090), 0.9, chance, 0.003)


def step(chance: Chance) -> Samples:
    scrape = noise(0.18, 400, 5_000, chance) * decay(0.18, 0.02, 0.006)
    return 0.7 * scrape + sweep(0.18, 120, 60) * decay(0.18, 0.025)


def beat(_chance: Chance) -> Samples:
    lub = sweep(0.25, 75, 40) * decay(0.25, 0.06, 0.006)
    return placed([(0.0, lub), (0.28, lub * 0.7)], 0.6)


def tick(chance: Chance) -> Samples:
    return modes(0.08, (1_900, 3_800, 6_100), 0.006, chance)


def shutter(chance: Chance) -> Samples:
    return placed([(0.0, click(chance)), (0.09, click(chance) * 0.8)], 0.2)


def zap(chance: Chance) -> Samples:
    return noise(0.4, 900, 9_000, chance) * decay(0.4, 0.06) * np.sign(np.sin(np.arange(19_200) / 60))


def thunder(chance: Chance) -> Samples:
    roll = noise(4.0, 18, 260, chance) * decay(4.0, 0.9, 0.05)
    crack = noise(4.0, 200, 3_500, chance) * decay(4.0, 0.12)
    return 1.4 * roll + 0.5 * crack
