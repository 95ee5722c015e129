"""Braided, twisted and locked hair."""

from collections.abc import Sequence
from random import Random

from reelhouse.media.appearance import Appearance
from reelhouse.render.presenter.hair.cuts import shadow
from reelhouse.render.presenter.hair.gathered import CAP
from reelhouse.render.presenter.hair.strands import Hair, Point, along, curls, hanging, lock, ribbon, shine
from reelhouse.render.presenter.ink import ellipse, fill, line, mirrored
from reelhouse.render.presenter.palette import Palette


def cornrows(_appearance: Appearance, palette: Palette, rng: Random) -> Hair:
    """Rows braided close to the scalp, their ends at the nape."""
    rows = ""
    for number in range(-5, 6):
        x = number * 31
        points: list[Point] = [
            (x * 1.03, -150 - (1 - (x / 170) ** 2) * 34),
            (x * 1.12, -220 - (1 - (x / 190) ** 2) * 24),
            (x * 0.7, -292),
        ]
        rows += _plait(palette, points, 13, 11)
    ends = "".join(
        _plait(
            palette,
            [(side * x, 40), (side * (x + 8), 130), (side * (x + 2), 210 + rng.uniform(-14, 20))],
            9,
            14,
        )
        for side in (-1, 1)
        for x in (150, 176)
    )
    cap = lock(CAP, rows + shine(palette, "M-150,-200 Q-80,-270 20,-272", 22, 0.2), "rows")
    return Hair(behind=ends, front=shadow(palette, -96) + cap)


def locs(appearance: Appearance, palette: Palette, rng: Random) -> Hair:
    """Locs that fall to the shoulder; longer with `lashes`."""
    return _ropes(appearance, palette, rng, width=17, count=7, low=330 if appearance.lashes else 200)


def box_braids(appearance: Appearance, palette: Palette, rng: Random) -> Hair:
    """Many fine braids over the shoulders."""
    return _ropes(appearance, palette, rng, width=12, count=10, low=470 if appearance.lashes else 260)


def puffs(_appearance: Appearance, palette: Palette, rng: Random) -> Hair:
    """Two round puffs, and a parting between them."""
    balls = ""
    for side in (-1, 1):
        x, y = side * 158, -292
        places = [
            (x + rng.gauss(0, 1) * 34, y + rng.gauss(0, 1) * 32, rng.uniform(18, 27)) for _ in range(34)
        ]
        balls += ellipse(x, y, 80, 76, palette.hair_dark) + curls(rng, palette, places)
    bands = "".join(ellipse(side * 112, -246, 22, 15, palette.accent) for side in (-1, 1))
    bristle = " ".join(
        f"M{x:.0f},{y:.0f} q{x * 0.03:.0f},-9 {x * 0.05:.0f},-16"
        for x, y in ((rng.uniform(-170, 170), rng.uniform(-276, -110)) for _ in range(170))
    )
    part = line("M0,-294 L0,-188", palette.deep, 4, 0.8)
    cap = lock(CAP, line(bristle, palette.hair_shine, 1.8, 0.32) + part, "cap")
    return Hair(behind=balls, front=shadow(palette, -96) + cap + bands)


def _ropes(
    appearance: Appearance, palette: Palette, rng: Random, *, width: float, count: int, low: float
) -> Hair:
    """Ropes from a middle parting to both sides, and more of them behind."""
    sides = ""
    for side in (-1, 1):
        strands_ = ""
        for number in range(count):
            share = number / (count - 1)
            path = hanging(
                (-4 * share, -300 + 84 * share),
                (-212 + 70 * share, -316 + 118 * share),
                (-208 + 46 * share, -96 + 56 * share),
                (-226 + 74 * share + rng.uniform(-8, 8), low + rng.uniform(-34, 34)),
                5,
                rng.uniform(0, 3),
            )
            strands_ += _rope(palette, path, width)
        sides += strands_ if side < 0 else mirrored(strands_)
    back = (
        f"M0,-302 C-150,-302 -212,-210 -210,-80 C-212,60 -226,100 -204,{low - 30:g} L204,{low - 30:g} "
        "C226,100 212,60 210,-80 C212,-210 150,-302 0,-302 Z"
    )
    root = "M0,-300 C-120,-300 -190,-230 -196,-120 L-160,-70 C-140,-130 -70,-180 -2,-214 "
    root += "C70,-180 140,-130 160,-70 L196,-120 C190,-230 120,-300 0,-300 Z"
    beads = ""
    if appearance.lashes:
        beads = "".join(
            ellipse(side * rng.uniform(160, 214), low - rng.uniform(30, 110), 8, 7, palette.accent)
            for side in (-1, 1)
            for _ in range(4)
        )
    return Hair(
        behind=fill(back, palette.hair_dark),
        front=shadow(palette, -100),
        curtain=fill(root, palette.hair_dark) + sides + beads,
    )


def _rope(palette: Palette, path: Sequence[Point], width: float) -> str:
    """One rope, twisted all along."""
    outline = ribbon([*path, (path[-1][0], path[-1][1] + 6)], width * 0.62)
    turns, steps = [], round(len(path) * 0.9)
    for number in range(2, steps):
        x, y = along(path, number / steps)
        turns.append(f"M{x - width * 0.5:.1f},{y - width * 0.24:.1f} l{width:.1f},{width * 0.5:.1f}")
    return (
        fill(outline, "url(#curl)")
        + line(outline, palette.hair_dark, 2.4, 0.75)
        + line(" ".join(turns), palette.hair_dark, 2.6, 0.6)
        + line(" ".join(turns[::2]), palette.hair_shine, 1.4, 0.34)
    )


def _plait(palette: Palette, path: Sequence[Point], width: float, count: int) -> str:
    """A fine braid: chevrons along a path."""
    leaves, lights = [], []
    for number in range(count):
        x, y = along(path, number / (count - 1))
        leaves.append(
            f"M{x - width:.1f},{y - width * 0.4:.1f} L{x:.1f},{y + width * 0.4:.1f} "
            f"L{x + width:.1f},{y - width * 0.4:.1f}"
        )
        lights.append(f"M{x - width * 0.7:.1f},{y - width * 0.7:.1f} L{x:.1f},{y:.1f}")
    body = "M" + " L".join(f"{x:.1f},{y:.1f}" for x, y in path)
    return (
        line(body, palette.hair, width * 2)
        + line(" ".join(leaves), palette.hair_dark, 3.4, 0.75)
        + line(" ".join(lights), palette.hair_shine, 1.8, 0.34)
    )
