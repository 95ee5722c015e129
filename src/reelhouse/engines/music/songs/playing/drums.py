"""Drums and percussion: functions of a moment, made of sines, noise and envelopes. Mono, ending at zero."""

from collections.abc import Callable
from functools import cache

import numpy as np

from reelhouse.engines.music.songs.playing.waves import RATE, Samples, edged, noise, seconds_of


def _boom(seconds: float, low: float, sweep: float, fall: float, life: float, click: float = 0.0) -> Samples:
    """A skin: a sine that falls by `sweep` Hz to `low`."""
    at = seconds_of(int(seconds * RATE))
    turn = low * at + sweep * fall * (1 - np.exp(-at / np.float32(fall)))
    sound = np.sin(2 * np.pi * turn) * np.exp(-at / np.float32(life))
    if click:
        sound += click * noise(3, len(at), 1500, 9000) * np.exp(-at / np.float32(0.003))
    return edged(sound.astype(np.float32), 0.0008, 0.03)


def _hiss(
    seconds: float, low: float, high: float, life: float, seed: int = 5, attack: float = 0.0008
) -> Samples:
    at = seconds_of(int(seconds * RATE))
    return edged(0.4 * noise(seed, len(at), low, high) * np.exp(-at / np.float32(life)), attack, 0.02)


def _snare(body: float, life: float, wires: float, tone: float = 0.5, high: float = 9000) -> Samples:
    at = seconds_of(int(0.32 * RATE))
    skin = np.sin(2 * np.pi * (body * at + 40 * 0.02 * (1 - np.exp(-at / np.float32(0.02)))))
    skin += 0.5 * np.sin(2 * np.pi * 1.83 * body * at)
    rattle = noise(11, len(at), 1100, high) * np.exp(-at / np.float32(life)) * 0.42
    crack = noise(12, len(at), 2200, 8000) * np.exp(-at / np.float32(0.006)) * 0.3
    return edged(
        (tone * skin * np.exp(-at / np.float32(0.07)) + wires * rattle + crack).astype(np.float32),
        0.0006,
        0.03,
    )


def _clap() -> Samples:
    at = seconds_of(int(0.34 * RATE))
    bursts = sum(
        np.where(at >= late, np.exp(-(at - late) / np.float32(life)), 0)
        for late, life in ((0.0, 0.005), (0.010, 0.005), (0.021, 0.005), (0.030, 0.08))
    )
    return edged((0.45 * noise(21, len(at), 900, 6500) * bursts).astype(np.float32), 0.001, 0.03)


def _metal(seconds: float, life: float, high_pass: float, seed: int, ring: float = 0.35) -> Samples:
    """Cymbals: noise, and a crowd of tones that fit nothing."""
    at = seconds_of(int(seconds * RATE))
    dice = np.random.default_rng(seed)
    wash = noise(seed, len(at), high_pass, 15000)
    tones = sum(
        np.sin(np.float32(2 * np.pi * pitch) * at + place)
        for place, pitch in enumerate(dice.uniform(2800, 9500, 9))
    )
    decay = 0.6 * np.exp(-at / np.float32(life)) + 0.4 * np.exp(-at / np.float32(life / 4))
    return edged(((0.3 * wash + ring * 0.12 * tones) * decay).astype(np.float32), 0.001, 0.1)


def _wood(pitch: float, second: float, life: float) -> Samples:
    at = seconds_of(int(max(0.09, 6 * life) * RATE))
    knock = np.sin(2 * np.pi * pitch * at) + 0.5 * np.sin(2 * np.pi * second * at)
    return edged((0.6 * knock * np.exp(-at / np.float32(life))).astype(np.float32), 0.0006, 0.02)


def _shaken(seconds: float, low: float, attack: float) -> Samples:
    at = seconds_of(int(seconds * RATE))
    swell = np.minimum(at / np.float32(attack), 1) * np.exp(-at / np.float32(seconds / 4))
    return edged(0.3 * noise(31, len(at), low, 13000) * swell, 0.004, 0.03)


def _jingles() -> Samples:
    at = seconds_of(int(0.18 * RATE))
    tones = sum(np.sin(np.float32(2 * np.pi * pitch) * at) for pitch in (5200, 6700, 7900, 9300, 11000))
    return edged(
        (0.09 * (tones + 2 * noise(41, len(at), 6000, 14000)) * np.exp(-at / np.float32(0.045))).astype(
            np.float32
        ),
        0.002,
        0.03,
    )


def _ding(low: float, high: float, life: float) -> Samples:
    at = seconds_of(int(6 * life * RATE))
    tones = np.sin(2 * np.pi * low * at) + np.sin(2 * np.pi * high * at)
    return edged((0.4 * tones * np.exp(-at / np.float32(life))).astype(np.float32), 0.001, 0.03)


def _scraped() -> Samples:
    at = seconds_of(int(0.2 * RATE))
    ridges = np.maximum(np.sin(2 * np.pi * (70 * at + 120 * at * at)), 0) ** 2
    return edged((0.35 * noise(51, len(at), 2500, 7000) * ridges).astype(np.float32), 0.003, 0.03)


def _square_noise(seconds: float, life: float, hold: int) -> Samples:
    """What a game console calls a drum: noise of few steps."""
    at = seconds_of(int(seconds * RATE))
    bits = np.random.default_rng(hold).choice((-1.0, 1.0), len(at) // hold + 1)
    return edged(
        (0.3 * np.repeat(bits, hold)[: len(at)] * np.exp(-at / np.float32(life))).astype(np.float32),
        0.0008,
        0.01,
    )


def _reversed(sound: Samples) -> Samples:
    return edged(sound[::-1].copy(), 0.2, 0.004)


def _riser(seconds: float) -> Samples:
    """Noise whose brightness climbs: four bands that come in one after another."""
    at = seconds_of(int(seconds * RATE))
    turn = at / np.float32(seconds)
    bands = ((400, 1200, 0.0), (1200, 3000, 0.3), (3000, 7000, 0.55), (7000, 14000, 0.75))
    sound = sum(
        0.14 * noise(61 + place, len(at), low, high) * np.clip((turn - begin) / 0.45, 0, 1) ** 2
        for place, (low, high, begin) in enumerate(bands)
    )
    return edged((sound * turn).astype(np.float32), 0.2, 0.01)


PIECES: dict[str, Callable[[], Samples]] = {
    # kicks
    "kick": lambda: _boom(0.36, 48, 120, 0.028, 0.12, 0.12),
    "rock kick": lambda: _boom(0.3, 55, 150, 0.02, 0.09, 0.3),
    "metal kick": lambda: _boom(0.2, 60, 190, 0.012, 0.06, 0.7),
    "club kick": lambda: _boom(0.38, 47, 210, 0.022, 0.14, 0.2),
    "hard kick": lambda: np.tanh(2.4 * _boom(0.36, 46, 230, 0.026, 0.14, 0.3)) * np.float32(0.9),
    "deep kick": lambda: _boom(0.6, 42, 90, 0.03, 0.22, 0.05),
    "soft kick": lambda: _boom(0.32, 52, 60, 0.03, 0.1, 0.02),
    "dusty kick": lambda: np.tanh(1.6 * _boom(0.28, 58, 80, 0.022, 0.085, 0.06)),
    "bass drum": lambda: _boom(0.9, 52, 40, 0.04, 0.24, 0.03),
    "chip kick": lambda: (
        np.sign(_boom(0.14, 60, 260, 0.03, 0.06))
        * np.float32(0.3)
        * edged(np.ones(int(0.14 * RATE), np.float32), 0.001, 0.06)
    ),
    # snares and claps
    "snare": lambda: _snare(190, 0.1, 1.0),
    "fat snare": lambda: _snare(165, 0.14, 1.0, 0.7),
    "metal snare": lambda: _snare(210, 0.13, 1.1, 0.6, 12000),
    "tight snare": lambda: _snare(230, 0.06, 0.9, 0.45, 11000),
    "dusty snare": lambda: np.tanh(1.5 * _snare(200, 0.07, 0.9, 0.5, 5200)),
    "march snare": lambda: _snare(240, 0.055, 1.2, 0.25, 10000),
    "brush": lambda: _hiss(0.24, 1200, 7000, 0.07, attack=0.012),
    "swish": lambda: _hiss(0.4, 1500, 6000, 0.16, 6, attack=0.1),
    "clap": _clap,
    "snap": lambda: _hiss(0.1, 1600, 5200, 0.014),
    "rim": lambda: _wood(1650, 480, 0.014),
    "chip snare": lambda: _square_noise(0.16, 0.05, 4),
    # cymbals
    "hat": lambda: _metal(0.09, 0.022, 7500, 71),
    "soft hat": lambda: _metal(0.07, 0.015, 6500, 72, 0.15),
    "dusty hat": lambda: _hiss(0.07, 5000, 9500, 0.016),
    "open hat": lambda: _metal(0.42, 0.14, 6500, 73),
    "ride": lambda: _metal(0.9, 0.3, 5200, 74, 0.8),
    "crash": lambda: _metal(2.2, 0.65, 3200, 75, 0.5),
    "splash": lambda: _metal(0.8, 0.22, 5000, 76, 0.4),
    "chip hat": lambda: _square_noise(0.05, 0.014, 1),
    # toms and hands
    "high tom": lambda: _boom(0.5, 150, 70, 0.04, 0.16, 0.05),
    "tom": lambda: _boom(0.6, 105, 60, 0.05, 0.2, 0.05),
    "low tom": lambda: _boom(0.8, 72, 50, 0.05, 0.26, 0.05),
    "taiko": lambda: np.tanh(1.5 * _boom(1.2, 68, 80, 0.035, 0.28, 0.2)),
    "conga": lambda: _boom(0.35, 210, 60, 0.012, 0.09, 0.06),
    "low conga": lambda: _boom(0.45, 150, 50, 0.014, 0.12, 0.04),
    "slap conga": lambda: _boom(0.16, 320, 120, 0.01, 0.03, 0.25),
    "bongo": lambda: _boom(0.25, 380, 80, 0.01, 0.06, 0.08),
    "tabla": lambda: _boom(0.5, 290, -60, 0.08, 0.16, 0.08),
    "djembe": lambda: _boom(0.5, 85, 70, 0.02, 0.14, 0.1),
    "timbale": lambda: _boom(0.4, 330, 60, 0.03, 0.11, 0.2),
    # small things
    "shaker": lambda: _shaken(0.12, 5000, 0.03),
    "tambourine": _jingles,
    "cowbell": lambda: _ding(562, 845, 0.06),
    "agogo": lambda: _ding(910, 1370, 0.07),
    "triangle": lambda: _ding(5100, 8300, 0.3),
    "clave": lambda: _wood(2500, 5000, 0.012),
    "wood block": lambda: _wood(980, 1900, 0.02),
    "guiro": _scraped,
    "crackle": lambda: _hiss(0.02, 2000, 7000, 0.002),
    # for turning points
    "reverse crash": lambda: _reversed(_metal(1.4, 0.45, 3200, 77, 0.4)),
    "riser": lambda: _riser(3.6),
    "impact": lambda: np.tanh(1.4 * _boom(2.2, 36, 60, 0.12, 0.6, 0.05)),
}
"""Each by its name; made once and kept."""

LEVELS = {
    "hat": 0.34, "soft hat": 0.3, "dusty hat": 0.4, "open hat": 0.3, "ride": 0.26, "crash": 0.42,
    "splash": 0.35,
    "chip hat": 0.4, "shaker": 0.4, "tambourine": 0.5, "rim": 0.5, "snap": 0.7, "clap": 0.85, "cowbell": 0.28,
    "agogo": 0.3, "triangle": 0.2, "clave": 0.35, "wood block": 0.35, "guiro": 0.4, "brush": 0.5,
    "swish": 0.4,
    "crackle": 0.1, "riser": 0.5, "reverse crash": 0.4, "impact": 0.7, "conga": 0.5, "low conga": 0.55,
    "bongo": 0.4,
    "slap conga": 0.45, "tabla": 0.55, "timbale": 0.4, "chip snare": 0.7,
}  # fmt: skip
"""How loud a full stroke is beside a kick."""

PANS = {
    "hat": 0.22, "soft hat": 0.22, "dusty hat": 0.15, "open hat": 0.22, "ride": -0.3, "crash": -0.25,
    "splash": 0.35,
    "high tom": 0.35, "tom": 0.0, "low tom": -0.35, "shaker": -0.35, "tambourine": 0.4, "conga": -0.3,
    "bongo": 0.4,
    "low conga": -0.4, "slap conga": -0.25, "cowbell": 0.3, "agogo": 0.35, "clave": 0.3, "wood block": -0.3,
    "guiro": -0.4, "rim": -0.12, "triangle": 0.4, "timbale": 0.3, "snap": 0.1, "brush": -0.05, "swish": 0.2,
}  # fmt: skip


@cache
def struck(piece: str) -> Samples:
    """The whole stroke at full strength, peaking near 1 for a kick."""
    return np.asarray(PIECES[piece](), np.float32) * np.float32(LEVELS.get(piece, 0.9))
