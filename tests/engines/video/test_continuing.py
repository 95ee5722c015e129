"""Films that go on from the last frames of another clip."""

from itertools import pairwise
from pathlib import Path

import cv2
import numpy as np
import pytest

from moving_pictures import encoded, moved, psnr, texture
from reelhouse.engines.tools import Tools
from reelhouse.engines.video.backends.builtin import BuiltinVideo
from reelhouse.engines.video.filming.continuing import course
from reelhouse.engines.video.filming.film import shoot
from reelhouse.engines.video.filming.flows import motion
from reelhouse.engines.video.types import VideoRequest
from reelhouse.render.clips.encoder import film_encoder
from reelhouse.render.settings import RenderSettings

PICTURE = np.asarray(cv2.GaussianBlur(texture(4, 480, 320), (0, 0), 2.5), np.uint8)
INNER = (slice(64, 256), slice(80, 400))
GIVEN = [moved(PICTURE, 4.0 * step)[INNER].copy() for step in range(3)]


def shifts(frames: list[np.ndarray]) -> list[float]:
    """How far to the right the picture goes from each frame to the next."""
    return [float(np.median(motion(a, b).there[..., 0])) for a, b in pairwise(frames)]


def request(folder: Path, prompt: str = "locked") -> VideoRequest:
    return VideoRequest(prompt, 320, 192, 25, 25, folder, overlap=tuple(map(encoded, GIVEN)))


def test_the_motion_seen_goes_on_and_comes_to_rest(tmp_path: Path) -> None:
    frames = list(shoot(request(tmp_path)).frames)

    steps = shifts(frames)
    assert steps[2] == pytest.approx(4.0, abs=0.9)
    assert 0.5 < steps[-1] < steps[2]
    assert all(after < before + 0.5 for before, after in pairwise(steps[2:]))


def test_growth_is_seen() -> None:
    seen = course([moved(PICTURE, 0, 0, 1.01**step)[INNER].copy() for step in range(3)])

    assert seen is not None
    assert seen.growth == pytest.approx(0.01, abs=0.002)
    assert seen.right == pytest.approx(0, abs=0.001)


def test_what_stands_still_goes_on_standing(tmp_path: Path) -> None:
    still = VideoRequest("locked", 320, 192, 12, 25, tmp_path, overlap=(encoded(GIVEN[0]),) * 3)

    frames = list(shoot(still).frames)

    assert max(map(abs, shifts(frames))) < 0.2


async def test_the_decoded_film_begins_with_the_given_frames(tmp_path: Path) -> None:
    import av  # noqa: PLC0415

    engine = BuiltinVideo(Tools(encode=film_encoder(RenderSettings())))

    film = await engine.film(request(tmp_path, "slow push-in"))

    with av.open(str(film.path)) as container:
        decoded = [
            np.asarray(frame.to_ndarray(format="rgb24"), np.uint8) for frame in container.decode(video=0)
        ]
    assert len(decoded) == 25
    assert min(psnr(made, given) for made, given in zip(decoded, GIVEN, strict=False)) > 38
