"""Pictures for films: textures, a face, and how bright and how like they are."""

import io

import cv2
import numpy as np
from numpy.typing import NDArray
from PIL import Image

Pixels = NDArray[np.uint8]


def encoded(pixels: Pixels) -> bytes:
    file = io.BytesIO()
    Image.fromarray(pixels).save(file, "PNG")
    return file.getvalue()


def texture(
    seed: int, width: int = 320, height: int = 192, tone: tuple[int, int, int] = (90, 120, 150)
) -> Pixels:
    """Soft spots of many sizes around a tone, in which motion can be seen everywhere."""
    rng = np.random.default_rng(seed)
    total = np.zeros((height, width, 3))
    for cells in (6, 14, 40):
        grid = rng.uniform(-1, 1, (cells, cells * 2, 3)).astype(np.float32)
        total += cv2.resize(grid, (width, height), interpolation=cv2.INTER_CUBIC)
    return np.clip(np.array(tone) + total * 32, 0, 255).astype(np.uint8)


def moved(pixels: Pixels, right: float, down: float = 0.0, growth: float = 1.0) -> Pixels:
    height, width = pixels.shape[:2]
    matrix = cv2.getRotationMatrix2D((width / 2, height / 2), 0, growth)
    matrix = np.asarray(matrix) + np.array(((0, 0, right), (0, 0, down)))
    return np.asarray(
        cv2.warpAffine(pixels, matrix, (width, height), borderMode=cv2.BORDER_REFLECT_101), np.uint8
    )


def face(width: int = 320, height: int = 320, skin: tuple[int, int, int] = (214, 164, 132)) -> Pixels:
    """A head before a blue wall: eyes, brows, nose and a mouth, 120 pixels wide."""
    picture = np.full((height, width, 3), (92, 118, 150), np.uint8)
    x, y = width // 2, height // 2
    cv2.ellipse(picture, (x, y + 150), (130, 80), 0, 0, 360, (60, 70, 120), -1, cv2.LINE_AA)
    cv2.ellipse(picture, (x, y - 14), (70, 88), 0, 0, 360, (66, 44, 34), -1, cv2.LINE_AA)
    cv2.ellipse(picture, (x, y), (60, 80), 0, 0, 360, skin, -1, cv2.LINE_AA)
    for side in (-26, 26):
        cv2.ellipse(picture, (x + side, y - 16), (8, 5), 0, 0, 360, (40, 30, 34), -1, cv2.LINE_AA)
        cv2.line(picture, (x + side - 11, y - 34), (x + side + 11, y - 34), (70, 46, 36), 3, cv2.LINE_AA)
    cv2.ellipse(picture, (x, y + 40), (19, 5), 0, 0, 360, (166, 74, 74), -1, cv2.LINE_AA)
    return np.asarray(cv2.GaussianBlur(picture, (0, 0), 0.8), np.uint8)


def psnr(one: Pixels, other: Pixels) -> float:
    return float(cv2.PSNR(one, other))
