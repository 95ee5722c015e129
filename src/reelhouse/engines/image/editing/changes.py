"""What can be done to a picture: each change takes 8-bit RGB and a strength, and gives 8-bit RGB."""

import cv2
import numpy as np
from numpy.typing import NDArray

Pixels = NDArray[np.uint8]
Chance = np.random.Generator

GREY = np.array([0.299, 0.587, 0.114])
SEPIA = np.array([[0.393, 0.769, 0.189], [0.349, 0.686, 0.168], [0.272, 0.534, 0.131]])
SUBJECT_MARGIN = 0.12
CUT_ROUNDS = 3
INKS = 6
INK, PAPER = (24, 22, 20), (238, 232, 220)
CUT_SIDE = 360


def bytes_of(values: NDArray[np.floating]) -> Pixels:
    return np.asarray(np.clip(np.rint(values), 0, 255), np.uint8)


def mixed(before: Pixels, after: NDArray[np.floating], share: float) -> Pixels:
    share = min(share, 1.0)
    return bytes_of(before * (1 - share) + after * share)


def monochrome(picture: Pixels, strength: float, _chance: Chance) -> Pixels:
    grey = picture @ GREY
    return mixed(picture, np.repeat(grey[..., None], 3, axis=2), strength)


def noir(picture: Pixels, strength: float, chance: Chance) -> Pixels:
    """Deep shadows and bright lights, whatever the picture was exposed like: its middle becomes dark grey."""
    grey = picture @ GREY / 255
    low, middle, high = np.percentile(grey, (1, 50, 99))
    span = max(float(high - low), 0.05)
    spread = np.clip((grey - low) / span, 0, 1)
    gamma = np.log(0.3) / np.log(np.clip((middle - low) / span, 0.1, 0.9))
    curve = spread ** np.clip(gamma, 0.6, 2.0)
    steep = curve * curve * (3 - 2 * curve)
    toned = curve + (steep - curve) * min(0.8 * strength, 1.0)
    film = bytes_of(np.repeat(toned[..., None] * 255, 3, axis=2))
    return grain(vignette(film, strength * 0.9, chance), 0.5, chance)


def sepia(picture: Pixels, strength: float, _chance: Chance) -> Pixels:
    return mixed(picture, np.clip(picture @ SEPIA.T, 0, 255), strength)


def vintage(picture: Pixels, strength: float, chance: Chance) -> Pixels:
    faded = mixed(picture, np.clip(picture @ SEPIA.T, 0, 255), 0.45 * strength)
    lifted = bytes_of(faded * 0.86 + 26)
    return grain(vignette(lifted, 0.8 * strength, chance), 0.6 * strength, chance)


def warmer(picture: Pixels, strength: float, _chance: Chance) -> Pixels:
    return bytes_of(picture * (1 + np.array([0.14, 0.03, -0.14]) * strength))


def cooler(picture: Pixels, strength: float, _chance: Chance) -> Pixels:
    return bytes_of(picture * (1 + np.array([-0.13, -0.01, 0.14]) * strength))


def brighter(picture: Pixels, strength: float, _chance: Chance) -> Pixels:
    return bytes_of(255 * (picture / 255) ** (1 / (1 + 0.6 * strength)))


def darker(picture: Pixels, strength: float, _chance: Chance) -> Pixels:
    return bytes_of(255 * (picture / 255) ** (1 + 0.6 * strength))


def contrast(picture: Pixels, strength: float, _chance: Chance) -> Pixels:
    return bytes_of((picture.astype(float) - 128) * (1 + 0.4 * strength) + 128)


def flatter(picture: Pixels, strength: float, _chance: Chance) -> Pixels:
    return bytes_of((picture.astype(float) - 128) / (1 + 0.6 * strength) + 128)


def vivid(picture: Pixels, strength: float, _chance: Chance) -> Pixels:
    grey = np.repeat((picture @ GREY)[..., None], 3, axis=2)
    return bytes_of(grey + (picture - grey) * (1 + 0.6 * strength))


def muted(picture: Pixels, strength: float, _chance: Chance) -> Pixels:
    grey = np.repeat((picture @ GREY)[..., None], 3, axis=2)
    return mixed(picture, grey, 0.5 * strength)


def blur(picture: Pixels, strength: float, _chance: Chance) -> Pixels:
    sigma = 0.008 * max(picture.shape[:2]) * strength
    return np.asarray(cv2.GaussianBlur(picture, (0, 0), sigma), np.uint8)


def sharpen(picture: Pixels, strength: float, _chance: Chance) -> Pixels:
    soft = cv2.GaussianBlur(picture, (0, 0), 1.6)
    return np.asarray(cv2.addWeighted(picture, 1 + strength, soft, -strength, 0), np.uint8)


def smooth(picture: Pixels, strength: float, _chance: Chance) -> Pixels:
    return np.asarray(cv2.bilateralFilter(picture, 7, 30 * strength, 5), np.uint8)


def vignette(picture: Pixels, strength: float, _chance: Chance) -> Pixels:
    height, width = picture.shape[:2]
    rows, columns = np.ogrid[-1 : 1 : height * 1j, -1 : 1 : width * 1j]
    shade = 1 - 0.42 * strength * np.clip(rows**2 + columns**2 - 0.35, 0, 1.3)
    return bytes_of(picture * shade[..., None])


def grain(picture: Pixels, strength: float, chance: Chance) -> Pixels:
    noise = chance.standard_normal(picture.shape[:2])[..., None]
    return bytes_of(picture + 13 * strength * noise)


def poster(picture: Pixels, strength: float, _chance: Chance) -> Pixels:
    """Printed: few inks, each for as much of the picture as the others, and paper around it."""
    calm = picture
    for _ in range(2):
        calm = np.asarray(cv2.bilateralFilter(calm, 9, 40, 9), np.uint8)
    light = calm @ GREY
    steps = np.quantile(light, np.linspace(0, 1, INKS + 1)[1:-1])
    ink = np.digitize(light, steps)
    tones = np.array([light[ink == number].mean() if (ink == number).any() else 0 for number in range(INKS)])
    printed = calm * (np.maximum(tones[ink], 1) / np.maximum(light, 1))[..., None]
    return _on_paper(mixed(calm, printed, 0.65 * strength))


def _on_paper(picture: Pixels) -> Pixels:
    height, width = picture.shape[:2]
    margin = max(round(min(height, width) * 0.035), 1)
    framed = np.full_like(picture, PAPER)
    rule = max(margin // 8, 1)
    inside = slice(margin, height - margin), slice(margin, width - margin)
    framed[margin - rule : height - margin + rule, margin - rule : width - margin + rule] = INK
    framed[inside] = picture[inside]
    return framed


def posterised(picture: Pixels, strength: float, _chance: Chance) -> Pixels:
    calm = picture
    for _ in range(3):
        calm = np.asarray(cv2.bilateralFilter(calm, 7, 45, 7), np.uint8)
    levels = max(4, round(8 - 2 * strength))
    stepped = bytes_of(np.rint(calm / 255 * (levels - 1)) / (levels - 1) * 255)
    return vivid(stepped, 0.5, _chance)


def cartoon(picture: Pixels, strength: float, chance: Chance) -> Pixels:
    flat = posterised(picture, strength, chance)
    grey = cv2.medianBlur(cv2.cvtColor(picture, cv2.COLOR_RGB2GRAY), 5)
    ink = cv2.adaptiveThreshold(grey, 255, cv2.ADAPTIVE_THRESH_MEAN_C, cv2.THRESH_BINARY, 11, 6)
    return bytes_of(flat * (0.25 + 0.75 * np.asarray(ink)[..., None] / 255))


def sketch(picture: Pixels, strength: float, _chance: Chance) -> Pixels:
    grey = cv2.cvtColor(picture, cv2.COLOR_RGB2GRAY)
    soft = cv2.GaussianBlur(255 - grey, (0, 0), 4 + 4 * strength)
    drawn = cv2.divide(grey, 255 - np.asarray(soft), scale=252)
    return np.repeat(np.asarray(drawn, np.uint8)[..., None], 3, axis=2)


def pixelated(picture: Pixels, strength: float, _chance: Chance) -> Pixels:
    height, width = picture.shape[:2]
    side = max(2, round(max(height, width) / 90 * strength))
    small = cv2.resize(picture, (max(width // side, 1), max(height // side, 1)), interpolation=cv2.INTER_AREA)
    return np.asarray(cv2.resize(small, (width, height), interpolation=cv2.INTER_NEAREST), np.uint8)


def night(picture: Pixels, strength: float, chance: Chance) -> Pixels:
    dark = darker(picture, 1.3 * strength, chance).astype(float)
    return vignette(bytes_of(dark * np.array([0.55, 0.68, 1.0])), 0.7, chance)


def sunset(picture: Pixels, strength: float, _chance: Chance) -> Pixels:
    height = picture.shape[0]
    glow = np.linspace(1, 0.25, height)[:, None, None] * strength
    tint = np.array([255.0, 140.0, 70.0])
    soft = 255 - (255 - picture) * (255 - tint * 0.4 * glow) / 255
    return bytes_of(soft * (1 + np.array([0.08, -0.05, -0.15]) * strength))


def rain(picture: Pixels, strength: float, chance: Chance) -> Pixels:
    height, width = picture.shape[:2]
    layer = np.zeros((height, width), np.uint8)
    length = max(height // 26, 6)
    for _ in range(int(width * height / 2600 * strength)):
        x, y = int(chance.integers(0, width)), int(chance.integers(-length, height))
        cv2.line(layer, (x, y), (x - length // 5, y + length), int(chance.integers(90, 200)), 1, cv2.LINE_AA)
    wet = cooler(flatter(picture, 0.4, chance), 0.6, chance)
    return bytes_of(wet + 0.55 * layer[..., None].astype(float))


def snow(picture: Pixels, strength: float, chance: Chance) -> Pixels:
    height, width = picture.shape[:2]
    layer = np.zeros((height, width), np.uint8)
    for _ in range(int(width * height / 4200 * strength)):
        spot = (int(chance.integers(0, width)), int(chance.integers(0, height)))
        radius = int(chance.integers(1, max(3, width // 260)))
        cv2.circle(layer, spot, radius, int(chance.integers(150, 255)), -1, cv2.LINE_AA)
    cold = cooler(brighter(picture, 0.25, chance), 0.5, chance)
    return bytes_of(cold + cv2.GaussianBlur(layer, (0, 0), 0.8)[..., None].astype(float))


def fog(picture: Pixels, strength: float, chance: Chance) -> Pixels:
    height, width = picture.shape[:2]
    coarse = chance.uniform(0.35, 1.0, (6, 8)).astype(np.float32)
    cloud = cv2.resize(coarse, (width, height), interpolation=cv2.INTER_CUBIC)
    veil = np.clip(np.asarray(cloud) * np.linspace(0.4, 0.9, height)[:, None], 0, 1)[..., None]
    veil = np.clip(0.75 * strength * veil, 0, 1)
    return bytes_of(picture * (1 - veil) + 222 * veil)


def closer(picture: Pixels, strength: float, _chance: Chance) -> Pixels:
    """Cropped on all sides, around the middle of what catches the eye, and brought back to its size."""
    height, width = picture.shape[:2]
    share = 1 - 0.28 * min(strength, 2.0)
    lines = np.abs(np.asarray(cv2.Laplacian(cv2.cvtColor(picture, cv2.COLOR_RGB2GRAY), cv2.CV_32F, ksize=3)))
    weight = np.asarray(cv2.GaussianBlur(lines, (0, 0), max(width, height) / 40)) ** 2 + 1e-6
    rows, columns = weight.sum(axis=1), weight.sum(axis=0)
    centre = (rows @ np.arange(height)) / rows.sum(), (columns @ np.arange(width)) / columns.sum()
    tall, wide = max(round(height * share), 2), max(round(width * share), 2)
    top = int(np.clip(centre[0] - tall / 2, 0, height - tall))
    left = int(np.clip(centre[1] - wide / 2, 0, width - wide))
    cut = picture[top : top + tall, left : left + wide]
    return np.asarray(cv2.resize(cut, (width, height), interpolation=cv2.INTER_LANCZOS4), np.uint8)


def mirrored(picture: Pixels, _strength: float, _chance: Chance) -> Pixels:
    return np.ascontiguousarray(picture[:, ::-1])


def upside_down(picture: Pixels, _strength: float, _chance: Chance) -> Pixels:
    return np.ascontiguousarray(picture[::-1, ::-1])


def inverted(picture: Pixels, _strength: float, _chance: Chance) -> Pixels:
    return 255 - picture


def subject_of(picture: Pixels) -> NDArray[np.floating]:
    """How much each pixel belongs to what stands in the middle, from 0 to 1."""
    height, width = picture.shape[:2]
    scale = CUT_SIDE / max(height, width)
    small = cv2.resize(
        picture, (max(int(width * scale), 8), max(int(height * scale), 8)), interpolation=cv2.INTER_AREA
    )
    rows, columns = small.shape[:2]
    inset = (
        int(columns * SUBJECT_MARGIN), int(rows * SUBJECT_MARGIN / 2),
        int(columns * (1 - 2 * SUBJECT_MARGIN)), int(rows * (1 - SUBJECT_MARGIN / 2)) - 1,
    )  # fmt: skip
    mask = np.zeros((rows, columns), np.uint8)
    cv2.setRNGSeed(7)
    cv2.grabCut(
        np.asarray(small, np.uint8), mask, inset, np.zeros((1, 65)), np.zeros((1, 65)), CUT_ROUNDS,
        cv2.GC_INIT_WITH_RECT,
    )  # fmt: skip
    inside = ((mask == cv2.GC_FGD) | (mask == cv2.GC_PR_FGD)).astype(np.float32)
    soft = cv2.GaussianBlur(cv2.resize(inside, (width, height), interpolation=cv2.INTER_LINEAR), (0, 0), 2)
    return np.asarray(soft, np.float64)


def blurred_ground(picture: Pixels, strength: float, chance: Chance) -> Pixels:
    share = subject_of(picture)[..., None]
    return bytes_of(picture * share + blur(picture, 1.6 * strength, chance) * (1 - share))


def like(picture: Pixels, reference: Pixels, share: float) -> Pixels:
    """Colours moved towards those of a reference, by mean and spread in Lab."""
    own = cv2.cvtColor(picture, cv2.COLOR_RGB2LAB).astype(float)
    other = cv2.cvtColor(reference, cv2.COLOR_RGB2LAB).astype(float)
    spread = np.maximum(own.std(axis=(0, 1)), 1.0)
    moved = (own - own.mean(axis=(0, 1))) / spread * other.std(axis=(0, 1)) + other.mean(axis=(0, 1))
    moved[..., 0] = own[..., 0] * 0.6 + moved[..., 0] * 0.4
    colours = cv2.cvtColor(bytes_of(moved), cv2.COLOR_LAB2RGB)
    return mixed(picture, np.asarray(colours, np.float64), share)
