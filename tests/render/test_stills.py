"""A still shows the very frame that the render will show, without rendering anything else."""

import hashlib
from collections.abc import Callable, Sequence
from dataclasses import replace
from fractions import Fraction
from io import BytesIO
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray
from PIL import Image
from tests.render.conftest import PRESENTER, Frames, Studio

from reelhouse.media.composition import (
    Canvas,
    Composition,
    EndCard,
    Label,
    Livery,
    MediaRef,
    PictureScene,
    PresenterScene,
    Scene,
    ScreenScene,
    TitleScene,
    Transition,
    TransitionKind,
    VectorPresenter,
)
from reelhouse.media.screens import (
    Area,
    Callout,
    Device,
    Glance,
    KineticText,
    Press,
    ScreenLayout,
    TitleKind,
)
from reelhouse.media.time import Span
from reelhouse.render.errors import MediaMissing
from reelhouse.render.stills import still
from reelhouse.render.types import Preset

pytestmark = pytest.mark.anyio

Decode = Callable[[Path], list[NDArray[np.uint8]]]

LIKE = 33
"""dB; what is lost by encoding at the quality that people post, in small pictures full of edges."""

SECOND = Fraction(1)
NOW = Span(Fraction(0), SECOND)
LIVERY = Livery("#14122b", "#2a1b5e", "#7c5cff", "#ffffff", "Inter")
MEDIUM = Canvas(432, 768)


def page(studio: Studio, size: tuple[int, int]) -> MediaRef:
    """A screenshot with something to see in every corner."""
    across, down = np.meshgrid(np.arange(size[0]), np.arange(size[1]))
    pixels = np.full((size[1], size[0], 3), 245, np.uint8)
    pixels[(across // 40 + down // 30) % 3 == 0] = (60, 90, 220)
    kept = BytesIO()
    Image.fromarray(pixels).save(kept, "PNG")
    name = hashlib.sha256(kept.getvalue()).hexdigest()
    (studio.folder / name).write_bytes(kept.getvalue())
    return MediaRef(name, "image/png")


def in_turn(studio: Studio, scenes: Sequence[Scene]) -> Composition:
    """A second each, with words that are spoken and written all the time."""
    laid = tuple(
        replace(scene, span=Span(number * SECOND, (number + 1) * SECOND))
        for number, scene in enumerate(scenes)
    )
    said = " ".join(["one", "two", "three", "four"] * len(scenes))
    return replace(studio.compose(said, canvas=MEDIUM, style="hormozi"), scenes=laid)


def every_scene(studio: Studio) -> list[Scene]:
    phone, desktop = page(studio, (390, 844)), page(studio, (1440, 900))
    area = Area(0.2, 0.3, 0.3, 0.2)
    soon = Span(Fraction(1, 5), SECOND)
    wipe = Transition(TransitionKind.WIPE, Fraction(2, 5))
    return [
        TitleScene(NOW, "Stop searching", LIVERY),
        ScreenScene(NOW, phone, Device.PHONE, ScreenLayout.FRAMED, LIVERY, (Glance(SECOND / 2, area),)),
        ScreenScene(
            NOW,
            desktop,
            Device.BROWSER,
            ScreenLayout.STACKED,
            LIVERY,
            callouts=(Callout(area, "Here", soon),),
            presses=(Press(SECOND / 2, 0.4, 0.4),),
            kinetic=KineticText("All in one place", soon),
            label=Label("1", "#ff5a3c"),
            transition=wipe,
        ),
        PresenterScene(NOW, VectorPresenter(PRESENTER)),
        PictureScene(NOW, desktop, transition=wipe),
        TitleScene(NOW, "Try it", LIVERY, TitleKind.CALL, "Acme", transition=wipe),
        EndCard(NOW, "Go", "#5b3df0"),
    ]


async def taken(studio: Studio, composition: Composition, at: Fraction, name: str = "still.png") -> Frames:
    out = studio.folder / name
    await still(composition, studio.media, at, out, settings=studio.settings, cache=studio.cache)
    return np.asarray(Image.open(out).convert("RGB"))


def likeness(one: Frames, other: Frames) -> float:
    """Peak signal to noise, in dB."""
    wrong = ((one.astype(np.float64) - other) ** 2).mean()
    return float(10 * np.log10(255**2 / max(wrong, 1e-9)))


async def test_a_still_of_every_kind_of_scene_is_the_frame_that_is_rendered(
    studio: Studio, decode: Decode
) -> None:
    composition = in_turn(studio, every_scene(studio))
    studio.settings.preset = Preset.FINAL

    frames = decode((await studio.render(composition)).path)

    found = {}
    for number in range(len(composition.scenes)):
        for frame in (number * 30 + 5, number * 30 + 24):
            shown = await taken(studio, composition, Fraction(frame, 30))
            found[frame] = likeness(shown, frames[frame])
    assert min(found.values()) > LIKE, found


async def test_a_still_needs_only_the_files_of_its_scene(studio: Studio) -> None:
    lost = MediaRef("0" * 64, "image/png")
    scenes: list[Scene] = [TitleScene(NOW, "Here", LIVERY), PictureScene(NOW, lost)]
    composition = in_turn(studio, scenes)

    shown = await taken(studio, composition, Fraction(1, 2))

    assert shown.shape == (MEDIUM.height, MEDIUM.width, 3)
    with pytest.raises(MediaMissing):
        await taken(studio, composition, Fraction(3, 2))


async def test_equal_moments_give_equal_bytes_and_nothing_stays_behind(studio: Studio) -> None:
    composition = in_turn(studio, [TitleScene(NOW, "Here", LIVERY)])

    await taken(studio, composition, SECOND / 2, "one.png")
    await taken(studio, composition, SECOND / 2, "two.png")

    assert (studio.folder / "one.png").read_bytes() == (studio.folder / "two.png").read_bytes()
    assert not [path for path in studio.folder.iterdir() if path.name.startswith(".")]


async def test_the_end_of_a_video_shows_its_last_frame(studio: Studio) -> None:
    composition = in_turn(studio, [TitleScene(NOW, "Here", LIVERY)])

    last = await taken(studio, composition, Fraction(29, 30))

    assert likeness(last, await taken(studio, composition, SECOND)) > 90
