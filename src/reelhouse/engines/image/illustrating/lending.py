"""What reference pictures lend to a drawing: their colours, and how they are laid out."""
# ruff: noqa: PLR2004 - measures of pictures are no constants

from collections.abc import Sequence
from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray

from reelhouse.engines.image.illustrating.colours import as_hex
from reelhouse.engines.image.illustrating.sheet import Pixels

Plane = NDArray[np.float32]

SMALL = 96
"""References are looked at this many pixels wide and high."""

TONES = 6
COLOURFUL = 14.0
"""A tone whose distance from grey (Lab) is less than this gives no accent."""

CELLS = 8
CLEAR_HORIZON, CLEAR_SUBJECT = 0.34, 0.26
HORIZONS = (0.42, 0.74)
"""Between these shares of the height the places look right."""

SUBJECTS = (0.32, 0.68)
STANDS_OUT = 1.8
"""How much more than the usual point of a picture its subject differs from the border."""


@dataclass(frozen=True, slots=True)
class Layout:
    """`horizon` and `subject` (from the left) are shares of the sides, None where none is clear.

    `light` has `CELLS` x `CELLS` values around 1: how bright every part is against the whole.
    """

    horizon: float | None
    subject: float | None
    light: Plane

    @property
    def sun_on_right(self) -> bool:
        upper = self.light[: CELLS // 2]
        return bool(upper[:, CELLS // 2 :].mean() > upper[:, : CELLS // 2].mean())


@dataclass(frozen=True, slots=True)
class Loan:
    """`palette` begins with the commonest tone, `accents` with the most colourful one.

    `mean` and `spread` are of all references together (Lab); the layout is of the first.
    """

    palette: tuple[str, ...]
    accents: tuple[str, ...]
    mean: Plane
    spread: Plane
    layout: Layout

    def told(self) -> tuple[str, ...]:
        """What is taken over, in words."""
        told = [f"palette of the references ({', '.join(self.palette[:4])})"]
        if self.layout.horizon is not None:
            told.append("horizon of the reference")
        if self.layout.subject is not None:
            told.append("place of its subject")
        return (*told, "its light and shade")


def lent(references: Sequence[Pixels]) -> Loan | None:
    """What `references` (RGB) lend; None without any."""
    if not references:
        return None
    small = [cv2.resize(one, (SMALL, SMALL), interpolation=cv2.INTER_AREA) for one in references]
    labs = [cv2.cvtColor(one.astype(np.float32) / 255, cv2.COLOR_RGB2LAB) for one in small]
    every = np.concatenate([lab.reshape(-1, 3) for lab in labs]).astype(np.float32)
    tones = _tones(every)
    colourful = sorted(
        (tone for tone in tones if float(np.hypot(*tone[1:])) > COLOURFUL and 22 < tone[0] < 90),
        key=lambda tone: -float(np.hypot(*tone[1:])),
    )
    return Loan(
        tuple(_hex(tone) for tone in tones),
        tuple(_hex(tone) for tone in colourful),
        every.mean(axis=0),
        every.std(axis=0),
        _layout(np.asarray(labs[0], np.float32)),
    )


def coloured(pixels: Pixels, loan: Loan, share: float = 0.62) -> Pixels:
    """The picture with colours nearer to those of the references, and their light and shade."""
    lab = cv2.cvtColor(pixels.astype(np.float32) * np.float32(1 / 255), cv2.COLOR_RGB2LAB)
    sample = lab[::8, ::8].reshape(-1, 3)
    own_mean, own_spread = sample.mean(axis=0), np.maximum(sample.std(axis=0), 1.0)
    stretch = np.clip(loan.spread / own_spread, 0.4, 1.7)
    strength = np.array((share * 0.55, share, share), np.float32)
    scale = 1 + (stretch - 1) * strength
    shift = own_mean * (1 - scale) + (loan.mean - own_mean) * strength
    lab = lab * scale.astype(np.float32) + shift.astype(np.float32)
    height, width = pixels.shape[:2]
    light = cv2.resize(loan.layout.light, (width, height), interpolation=cv2.INTER_CUBIC)
    lab[..., 0] *= 1 + (light - 1) * np.float32(0.45)
    lab[..., 0] = np.clip(lab[..., 0], 0, 100)
    back = cv2.cvtColor(lab.astype(np.float32), cv2.COLOR_LAB2RGB)
    return np.asarray(np.clip(back * 255 + 0.5, 0, 255), np.uint8)


def _tones(points: Plane) -> list[Plane]:
    """K-means in Lab that begins with the tones farthest apart, so it is the same every time."""
    middle = points.mean(axis=0)
    centres = [points[int(np.argmin(((points - middle) ** 2).sum(axis=1)))]]
    away = np.full(len(points), np.inf, np.float32)
    while len(centres) < TONES:
        away = np.minimum(away, ((points - centres[-1]) ** 2).sum(axis=1))
        centres.append(points[int(np.argmax(away))])
    means = np.stack(centres)
    nearest = np.zeros(len(points), np.intp)
    for _ in range(12):
        nearest = np.argmin(((points[:, None] - means[None]) ** 2).sum(axis=2), axis=1)
        for number in range(TONES):
            mine = points[nearest == number]
            if len(mine):
                means[number] = mine.mean(axis=0)
    counts = np.bincount(nearest, minlength=TONES)
    return [means[number] for number in np.argsort(-counts, kind="stable") if counts[number]]


def _hex(lab: Plane) -> str:
    red, green, blue = cv2.cvtColor(lab.reshape(1, 1, 3).astype(np.float32), cv2.COLOR_LAB2RGB).ravel()
    return as_hex((float(red) * 255, float(green) * 255, float(blue) * 255))


def _layout(lab: Plane) -> Layout:
    light = cv2.resize(lab[..., 0], (CELLS, CELLS), interpolation=cv2.INTER_AREA)
    bright = np.clip(light / max(float(light.mean()), 1.0), 0.35, 1.8).astype(np.float32)
    return Layout(_horizon(lab), _subject(lab), bright)


def _horizon(lab: Plane) -> float | None:
    """The row that parts the picture best into two of their own colours (Otsu's rule over rows)."""
    rows = np.median(lab, axis=1).astype(np.float64)
    whole = float(((lab - lab.mean(axis=(0, 1))) ** 2).sum(axis=2).mean())
    best, place = 0.0, 0
    for row in range(round(SMALL * 0.2), round(SMALL * 0.86)):
        above, below = rows[:row].mean(axis=0), rows[row:].mean(axis=0)
        share = row / SMALL
        between = share * (1 - share) * float(((above - below) ** 2).sum())
        if between > best:
            best, place = between, row
    if whole < 1 or best / whole < CLEAR_HORIZON:
        return None
    return float(np.clip(place / SMALL, *HORIZONS))


def _subject(lab: Plane) -> float | None:
    """Where stands what differs from the border of its own row; None when it is everywhere."""
    edge = np.concatenate([lab[:, :8], lab[:, -8:]], axis=1)
    away = np.sqrt(((lab - np.median(edge, axis=1, keepdims=True)) ** 2).sum(axis=2))
    away = cv2.GaussianBlur(away.astype(np.float32), (0, 0), 3)
    strong = np.maximum(away - max(float(np.percentile(away, 70)), 6.0), 0)
    if strong.sum() < SMALL or away.max() < STANDS_OUT * float(np.median(away)):
        return None
    columns = strong.sum(axis=0) / strong.sum()
    x = (np.arange(SMALL) + 0.5) / SMALL
    middle = float((columns * x).sum())
    spread = float(np.sqrt((columns * (x - middle) ** 2).sum()))
    return float(np.clip(middle, *SUBJECTS)) if spread < CLEAR_SUBJECT else None
