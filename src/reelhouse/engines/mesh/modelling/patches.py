"""What a picture is made of: some hundred patches of like colour, after the SLIC of Achanta and others."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

ROUNDS = 6
COMPACTNESS = 0.35
"""How much a step of one patch's width counts beside one of colour (in CIELAB, of ten)."""

Lab = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Patches:
    """`labels` (rows, columns) gives each pixel its patch; the rest has one row a patch: mean `colours` in
    CIELAB, `centres` (down, across) from 0 to 1, the number of pixels, and of those on the picture's border.
    `beside` are pairs of patches that touch.
    """

    labels: NDArray[np.int64]
    colours: NDArray[np.float64]
    centres: NDArray[np.float64]
    pixels: NDArray[np.float64]
    border: NDArray[np.float64]
    beside: NDArray[np.int64]


def patched(lab: Lab, count: int) -> Patches:
    """About `count` patches of a picture in CIELAB."""
    height, width = lab.shape[:2]
    pitch = np.sqrt(height * width / count)
    down, across = max(1, round(height / pitch)), max(1, round(width / pitch))
    rows, columns = np.mgrid[0:height, 0:width]
    features = np.dstack([lab / 10, rows / pitch * COMPACTNESS * 2, columns / pitch * COMPACTNESS * 2])
    features = features.astype(np.float32)
    home_row = np.minimum(rows * down // height, down - 1)
    home_column = np.minimum(columns * across // width, across - 1)
    labels = home_row * across + home_column
    for _ in range(ROUNDS):
        means = _means(features, labels, down * across)
        labels = _nearest(features, means.reshape(down, across, -1), home_row, home_column)
    return _described(lab, labels)


def _means(features: Lab, labels: NDArray[np.int64], count: int) -> Lab:
    flat = labels.ravel()
    pixels = np.maximum(np.bincount(flat, minlength=count), 1)
    sums = [np.bincount(flat, features[..., axis].ravel(), count) for axis in range(features.shape[2])]
    return np.asarray(np.stack(sums, 1) / pixels[:, None], np.float32)


def _nearest(
    features: Lab, means: Lab, home_row: NDArray[np.int64], home_column: NDArray[np.int64]
) -> NDArray[np.int64]:
    """Of the nine patches around each pixel."""
    down, across = means.shape[:2]
    best = np.full(home_row.shape, np.inf, np.float32)
    labels = np.zeros(home_row.shape, np.int64)
    for step_down in (-1, 0, 1):
        for step_across in (-1, 0, 1):
            row = np.clip(home_row + step_down, 0, down - 1)
            column = np.clip(home_column + step_across, 0, across - 1)
            far = ((features - means[row, column]) ** 2).sum(axis=2)
            nearer = far < best
            best[nearer] = far[nearer]
            labels[nearer] = (row * across + column)[nearer]
    return labels


def _described(lab: Lab, labels: NDArray[np.int64]) -> Patches:
    _, flat = np.unique(labels, return_inverse=True)
    labels = flat.reshape(lab.shape[:2])
    count = int(labels.max()) + 1
    height, width = lab.shape[:2]
    rows, columns = np.mgrid[0:height, 0:width]
    places = np.dstack([rows / max(height - 1, 1), columns / max(width - 1, 1)]).astype(np.float32)
    edge = np.concatenate([labels[0], labels[-1], labels[1:-1, 0], labels[1:-1, -1]])
    pairs = np.concatenate([
        np.stack([labels[:, :-1].ravel(), labels[:, 1:].ravel()], 1),
        np.stack([labels[:-1].ravel(), labels[1:].ravel()], 1),
    ])  # fmt: skip
    pairs = np.unique(np.sort(pairs[pairs[:, 0] != pairs[:, 1]], axis=1), axis=0)
    return Patches(
        labels,
        _means(lab, labels, count).astype(np.float64),
        _means(places, labels, count).astype(np.float64),
        np.bincount(labels.ravel(), minlength=count).astype(np.float64),
        np.bincount(edge, minlength=count).astype(np.float64),
        pairs,
    )
