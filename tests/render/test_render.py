"""From a composition to a file: what was planned, whole or absent, and cheap to make again."""

from __future__ import annotations

from fractions import Fraction
from hashlib import sha256
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
import pytest

from reelhouse.media.composition import CANVASES, Aspect, Canvas
from reelhouse.render.checks import Check
from reelhouse.render.probe import probe
from reelhouse.render.render import render
from reelhouse.render.settings import RenderSettings
from reelhouse.render.types import Preset

if TYPE_CHECKING:
    from collections.abc import Callable

    from numpy.typing import NDArray
    from tests.render.conftest import Finished, Studio

pytestmark = pytest.mark.anyio

LATE = Fraction(40, 1000)
"""Seconds that a highlight may be away from its word."""

LONG_SCRIPT = (
    "Most people think making videos is hard, but it really is not. Write thirty words, pick an actor,"
    " press one button, and watch your next post take off while you sleep. Try it now!"
)


def highlights(
    frames: list[NDArray[np.uint8]], shining: Callable[[NDArray[np.uint8]], NDArray[np.bool_]]
) -> list[int]:
    """The frames in which another word begins to shine."""
    changes = []
    before = np.zeros(frames[0].shape[:2], np.bool_)
    for number, frame in enumerate(frames):
        now = shining(frame)
        if now.sum() > 20 and (now & before).sum() < 0.4 * now.sum():
            changes.append(number)
        before = now
    return changes


async def test_a_full_size_video_of_ten_seconds_keeps_every_promise(
    studio: Studio,
    decode: Callable[[Path], list[NDArray[np.uint8]]],
    shining: Callable[[NDArray[np.uint8]], NDArray[np.bool_]],
) -> None:
    studio.settings = RenderSettings(preset=Preset.FINAL)
    canvas = CANVASES[Aspect.PORTRAIT]
    composition = studio.compose(LONG_SCRIPT, canvas=canvas, card="Start free at example.com", music=True)

    rendered = await studio.render(composition)

    examination = rendered.examination
    facts = probe(rendered.path)
    assert facts is not None
    assert composition.duration > 10
    assert examination.passed
    assert (examination.width, examination.height, examination.frames) == (1080, 1920, composition.frames)
    assert abs(facts.duration - composition.duration) < Fraction(1, 30)
    assert abs(facts.sound_duration - composition.duration) < Fraction(1, 30)
    assert (facts.video_codec, facts.profile, facts.pixel_format) == ("h264", "High", "yuv420p")
    assert (facts.audio_codec, facts.sample_rate, facts.faststart) == ("aac", 48_000, True)
    assert examination.loudness_lufs == pytest.approx(-14, abs=1)
    assert examination.true_peak_dbtp <= -1
    assert rendered.sha256 == sha256(rendered.path.read_bytes()).hexdigest()
    assert examination.size == rendered.path.stat().st_size

    words = composition.narration.timing.shifted(composition.narration.offset).words
    shown = [Fraction(frame, canvas.fps) for frame in highlights(decode(rendered.path), shining)]
    assert len(shown) == len(words)
    for word, at in zip(words, shown, strict=True):
        assert abs(at - word.span.start) <= LATE, word.text


@pytest.mark.parametrize("style", ["hormozi", "minimal", "clean", "karaoke", None])
@pytest.mark.parametrize("canvas", [Canvas(216, 384), Canvas(384, 216), Canvas(216, 216)], ids=str)
async def test_every_style_on_every_shape(style: str | None, canvas: Canvas, studio: Studio) -> None:
    rendered = await studio.render(studio.compose("Well, this works.", style=style, canvas=canvas))

    assert rendered.examination.passed
    assert rendered.warnings == ()


def test_highlights_follow_the_words(
    finished: Finished, shining: Callable[[NDArray[np.uint8]], NDArray[np.bool_]]
) -> None:
    composition = finished.composition
    words = composition.narration.timing.shifted(composition.narration.offset).words

    shown = [Fraction(frame, 30) for frame in highlights(list(finished.frames), shining)]

    assert len(shown) == len(words)
    for word, at in zip(words, shown, strict=True):
        assert abs(at - word.span.start) <= LATE, word.text


async def test_progress_never_goes_back_and_ends_whole(studio: Studio) -> None:
    told: list[tuple[float, str]] = []

    await studio.render(studio.compose(card="Now"), progress=lambda share, stage: told.append((share, stage)))

    assert all(one[0] <= other[0] for one, other in pairwise(told))
    assert told[-1] == (1.0, "done")
    assert list(dict.fromkeys(stage for _, stage in told)) == [
        "rendering", "joining", "checking", "done",
    ]  # fmt: skip


async def test_equal_compositions_give_equal_files(studio: Studio, tmp_path: Path) -> None:
    composition = studio.compose(card="Now", music=True)
    first = await studio.render(composition, "first.mp4")
    (tmp_path / "cache").rename(tmp_path / "forgotten")

    second = await studio.render(composition, "second.mp4")

    assert second.scenes_from_cache == 0
    assert second.sha256 == first.sha256


async def test_a_second_render_encodes_nothing(studio: Studio) -> None:
    composition = studio.compose(card="Now", music=True)
    first = await studio.render(composition, "first.mp4")

    second = await studio.render(composition, "second.mp4")

    assert (first.scenes_from_cache, second.scenes_from_cache) == (0, 2)
    assert second.sha256 == first.sha256
    assert second.examination == first.examination


async def test_an_edit_renders_only_the_scene_it_changed(studio: Studio) -> None:
    await studio.render(studio.compose(card="Now"))

    edited = await studio.render(studio.compose(card="Later"), "edited.mp4")
    restyled = await studio.render(studio.compose(card="Now", style="karaoke"), "restyled.mp4")

    assert edited.scenes_from_cache == 1
    assert restyled.scenes_from_cache == 1


async def test_names_may_be_relative(studio: Studio, monkeypatch: pytest.MonkeyPatch) -> None:
    composition, media = studio.compose("one two three"), studio.media
    monkeypatch.chdir(studio.folder)

    rendered = await render(
        composition, media, Path("a b.mp4"), settings=studio.settings, cache=Path("cache")
    )

    assert rendered.path == studio.folder / "a b.mp4"
    assert rendered.examination.passed


def test_names_of_checks_are_stable() -> None:
    assert Check.SILENT_SPEECH.value == "silent_speech"
    assert len({check.value for check in Check}) == len(Check) == 25


async def test_a_card_says_which_characters_it_leaves_out(studio: Studio) -> None:
    rendered = await studio.render(studio.compose("Hello there.", card="Jetzt \U00012000"))

    assert rendered.examination.passed
    assert [warning for warning in rendered.warnings if "\U00012000" in warning] != []
