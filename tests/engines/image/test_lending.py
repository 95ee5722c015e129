"""References lend palette and layout, and say so."""

from io import BytesIO

import cv2
import numpy as np
import pytest
from numpy.typing import NDArray
from PIL import Image

from reelhouse.engines.errors import EngineRefused
from reelhouse.engines.image.base import ImageEngine
from reelhouse.engines.image.illustrating.lending import lent
from reelhouse.engines.image.types import ImageRequest

Pixels = NDArray[np.uint8]


def scene(sky: str, ground: str, horizon: float = 0.5, subject: float | None = None) -> Pixels:
    picture = Image.new("RGB", (240, 160), sky)
    picture.paste(ground, (0, round(160 * horizon), 240, 160))
    if subject is not None:
        picture.paste("#d02020", (round(240 * subject) - 25, 60, round(240 * subject) + 25, 130))
    return np.array(picture)


def encoded(pixels: Pixels) -> bytes:
    file = BytesIO()
    Image.fromarray(pixels).save(file, "PNG")
    return file.getvalue()


async def lab_of(engine: ImageEngine, *references: Pixels, prompt: str = "a field") -> NDArray[np.float64]:
    request = ImageRequest(prompt, 256, 192, seed=2, references=tuple(map(encoded, references)))
    picture = np.array(Image.open(BytesIO((await engine.draw(request)).png)))
    return cv2.cvtColor(picture, cv2.COLOR_RGB2LAB).astype(np.float64)


def test_the_palette_has_the_tones_of_the_picture() -> None:
    loan = lent([scene("#f0a030", "#203060")])

    assert loan is not None
    assert {tone[:2] for tone in loan.palette} == {"#f", "#2"} or set(loan.palette[:2]) == {
        "#f0a030", "#203060"
    }  # fmt: skip


@pytest.mark.parametrize("horizon", [0.45, 0.55, 0.7])
def test_a_clear_horizon_is_found(horizon: float) -> None:
    loan = lent([scene("#9cc8f0", "#3a6a2a", horizon)])

    assert loan is not None
    assert loan.layout.horizon == pytest.approx(horizon, abs=0.03)


@pytest.mark.parametrize("subject", [0.35, 0.5, 0.65])
def test_the_place_of_the_subject_is_found(subject: float) -> None:
    loan = lent([scene("#9cc8f0", "#3a6a2a", 0.6, subject)])

    assert loan is not None
    assert loan.layout.subject == pytest.approx(subject, abs=0.04)


def test_noise_has_neither_horizon_nor_subject() -> None:
    noise = np.random.default_rng(1).integers(0, 255, (160, 240, 3), dtype=np.uint8)

    loan = lent([noise])

    assert loan is not None
    assert (loan.layout.horizon, loan.layout.subject) == (None, None)


async def test_colours_come_nearer_to_the_reference(builtin: ImageEngine) -> None:
    warm = scene("#e08030", "#803010")
    own = await lab_of(builtin)
    lent_to = await lab_of(builtin, warm)

    wanted = cv2.cvtColor(warm, cv2.COLOR_RGB2LAB).astype(float).mean(axis=(0, 1))
    before, after = (np.linalg.norm(lab.mean(axis=(0, 1))[1:] - wanted[1:]) for lab in (own, lent_to))
    assert after < 0.6 * before


async def test_the_horizon_moves_to_where_it_is_in_the_reference(builtin: ImageEngine) -> None:
    high = await lab_of(builtin, scene("#9cc8f0", "#3a6a2a", 0.45))
    low = await lab_of(builtin, scene("#9cc8f0", "#3a6a2a", 0.72))

    band = slice(105, 130)
    assert high[band, :, 0].mean() < low[band, :, 0].mean() - 15


async def test_light_falls_where_it_falls_in_the_reference(builtin: ImageEngine) -> None:
    ramp = np.tile(np.linspace(30, 230, 240).astype(np.uint8)[None, :, None], (160, 1, 3))
    right = await lab_of(builtin, ramp)
    left = await lab_of(builtin, ramp[:, ::-1])

    assert right[:, 160:, 0].mean() > right[:, :96, 0].mean()
    assert left[:, 160:, 0].mean() < left[:, :96, 0].mean()


async def test_what_is_taken_over_is_told(builtin: ImageEngine) -> None:
    reference = encoded(scene("#9cc8f0", "#3a6a2a", 0.6, 0.6))
    picture = await builtin.draw(ImageRequest("a fox", 128, 128, references=(reference,)))

    told = " ".join(picture.understood)
    assert "palette of the references (#" in told
    assert "horizon of the reference" in told
    assert "place of its subject" in told


async def test_a_reference_that_cannot_be_read_is_refused(builtin: ImageEngine) -> None:
    with pytest.raises(EngineRefused, match="reference"):
        await builtin.draw(ImageRequest("a fox", 128, 128, references=(b"rubbish",)))


@pytest.mark.parametrize("prompt", ["a forest", "fox astronaut", "a busy office", "city at night"])
async def test_high_detail_has_more_to_see(builtin: ImageEngine, prompt: str) -> None:
    plain, rich = (
        np.array(Image.open(BytesIO(picture.png)).convert("L"), np.float32)
        for picture in [
            await builtin.draw(ImageRequest(prompt, 384, 384, seed=2, high_detail=wanted))
            for wanted in (False, True)
        ]
    )

    def energy(picture: NDArray[np.float32]) -> float:
        across, down = np.diff(picture, axis=1)[1:], np.diff(picture, axis=0)[:, 1:]
        return float(np.mean(across**2 + down**2))

    assert rich.shape == plain.shape
    assert energy(rich) > 1.3 * energy(plain)
