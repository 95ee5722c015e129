"""A video shows its best side: a face with open eyes, sharp, and a sheet of what happens in it."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from typing import TYPE_CHECKING

import numpy as np
import pytest
from PIL import Image

from reelhouse.media.composition import (
    EndCard,
    MediaRef,
    PictureScene,
    PresenterScene,
    Transition,
    TransitionKind,
    VectorPresenter,
)
from reelhouse.media.time import Span
from reelhouse.render.errors import RenderFailed
from reelhouse.render.posters import moments_of, stills_of
from reelhouse.render.presenter.performance import perform
from reelhouse.render.presenter.types import Eyes

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from numpy.typing import NDArray
    from tests.render.conftest import Finished, Studio

pytestmark = pytest.mark.anyio

STILL = MediaRef("d" * 64, "image/png")


async def test_the_poster_is_a_frame_of_the_video(
    finished: Finished, tmp_path: Path, decode: Callable[[Path], list[NDArray[np.uint8]]]
) -> None:
    poster, sheet = tmp_path / "poster.png", tmp_path / "sheet.png"

    await stills_of(finished.rendered.path, finished.composition, poster, sheet)

    picture = np.asarray(Image.open(poster)).astype(int)
    apart = [np.abs(frame.astype(int) - picture).mean() for frame in decode(finished.rendered.path)]
    moments = moments_of(finished.composition)
    assert int(np.argmin(apart)) in [moment.frame for moment in moments if moment.rank == 0]
    assert min(apart) < 3


async def test_the_sheet_shows_each_scene(finished: Finished, tmp_path: Path) -> None:
    await stills_of(
        finished.rendered.path, finished.composition, tmp_path / "poster.png", tmp_path / "sheet.png"
    )

    sheet = np.asarray(Image.open(tmp_path / "sheet.png"))
    assert len(moments_of(finished.composition)) == 2
    assert sheet.shape == (480 + 2 * 8, 2 * 270 + 3 * 8, 3)
    assert (sheet[:8] == 255).all()
    assert sheet[8:-8, 8:278].std() > 20


async def test_equal_videos_have_equal_stills(finished: Finished, tmp_path: Path) -> None:
    for name in ("one", "two"):
        await stills_of(
            finished.rendered.path,
            finished.composition,
            tmp_path / f"{name}.png",
            tmp_path / f"{name}-sheet.png",
        )

    assert (tmp_path / "one.png").read_bytes() == (tmp_path / "two.png").read_bytes()
    assert (tmp_path / "one-sheet.png").read_bytes() == (tmp_path / "two-sheet.png").read_bytes()


async def test_what_is_no_video_has_no_stills(finished: Finished, tmp_path: Path) -> None:
    broken = tmp_path / "broken.mp4"
    broken.write_bytes(finished.rendered.path.read_bytes()[:2000])

    with pytest.raises(RenderFailed):
        await stills_of(broken, finished.composition, tmp_path / "poster.png", tmp_path / "sheet.png")

    assert not (tmp_path / "poster.png").exists()


def test_nobody_is_shown_while_they_blink(studio: Studio) -> None:
    composition = studio.compose("One two three four five six seven eight nine ten eleven twelve.")
    scene = composition.scenes[0]
    assert isinstance(scene, PresenterScene)
    assert isinstance(scene.presenter, VectorPresenter)

    for seed in range(60):
        presenter = replace(scene.presenter, appearance=replace(scene.presenter.appearance, seed=seed))
        shown = replace(scene, presenter=presenter)
        moment = moments_of(replace(composition, scenes=(shown,)))[0]
        start = Fraction(moment.frame, 30)
        timing = composition.narration.timing.shifted(composition.narration.offset)
        (pose,) = perform(timing, Span(start, start + Fraction(1, 30)), 30, presenter.expression, seed)
        assert pose.eyes is Eyes.OPEN


def test_no_moment_lies_within_a_transition(studio: Studio) -> None:
    composition = studio.compose(card="Try it", card_seconds=2)
    talk, card = composition.scenes
    slide = Transition(TransitionKind.SLIDE, Fraction(1))
    show = PictureScene(Span(talk.span.end, talk.span.end + 4), STILL, transition=slide)
    assert isinstance(card, EndCard)
    shifted = replace(card, span=card.span.shifted(Fraction(4)))

    moments = moments_of(replace(composition, scenes=(talk, show, shifted)))

    assert [moment.rank for moment in moments] == sorted(moment.rank for moment in moments)
    assert moments[1].frame >= (show.span.start + 1) * 30


def test_a_long_video_is_shown_in_twelve_moments_from_all_of_it(studio: Studio) -> None:
    composition = studio.compose("Word.")
    scenes = tuple(PictureScene(Span(Fraction(at), Fraction(at + 3)), STILL) for at in range(0, 300, 3))

    moments = moments_of(replace(composition, scenes=scenes))

    assert len(moments) == 12
    assert moments[-1].frame > 270 * 30
