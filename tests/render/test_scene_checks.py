"""A scene is held to what was painted: pictures that live, words in time, and lips that move as planned."""

from __future__ import annotations

from dataclasses import dataclass, replace
from fractions import Fraction
from math import sin
from typing import TYPE_CHECKING, BinaryIO

import numpy as np
import pytest
from pydantic import TypeAdapter

from reelhouse.media.composition import Canvas, EndCard, MediaRef, PictureScene
from reelhouse.media.time import Span
from reelhouse.render.checks import (
    CaptionExpectation,
    Check,
    MouthExpectation,
    SceneExamination,
    SceneExpectation,
    examine_joined,
    examine_scene,
    expectation_of,
)
from reelhouse.render.checks.watching import watch
from reelhouse.render.encoders import Codec, codec_of
from reelhouse.render.painting.planes import BLACK, Planes, blank
from reelhouse.render.presenter.types import Box
from reelhouse.render.settings import Encoder, RenderSettings
from reelhouse.render.types import Preset

if TYPE_CHECKING:
    from pathlib import Path

    from numpy.typing import NDArray
    from tests.render.conftest import Finished

    from reelhouse.render.checks.pictures import Picture
    from reelhouse.render.ffmpeg import Ffmpeg

pytestmark = pytest.mark.anyio

CANVAS = Canvas(216, 384)
FRAMES = 120
BEAT = 12
WORDS = tuple(
    CaptionExpectation(frame, Box(26 + 56 * (number % 3), 300, 48, 20))
    for number, frame in enumerate(range(BEAT, FRAMES - BEAT, BEAT))
)
OPENNESS = tuple(max(0.0, sin(frame**1.5 / 13) * sin(frame / 5)) for frame in range(FRAMES))
EXPECTED = SceneExpectation(
    CANVAS, FRAMES, captions=WORDS, mouth=MouthExpectation(Box(80, 150, 56, 40), OPENNESS)
)
GRAIN = np.random.default_rng(5).integers(60, 180, (384, 216), np.uint8)
TAGS = "setparams=range=tv:colorspace=bt709:color_primaries=bt709:color_trc=bt709"


BOTH_WAYS = pytest.mark.parametrize(
    "expected", [EXPECTED, replace(EXPECTED, anchored=True)], ids=["", "anchored"]
)
FINAL = codec_of(Encoder.X264, RenderSettings(), 30)


@dataclass(frozen=True)
class Scene:
    """A grainy wall that moves, a mouth that opens, words that turn yellow; and what is wrong with it."""

    words_late: int = 0
    mouth_late: int = 0
    still: range = range(0)
    black: range = range(0)

    def paint(self, frame: int, canvas: Planes) -> None:
        if frame in self.still:
            return
        canvas.take(blank(CANVAS.width, CANVAS.height, BLACK))
        if frame in self.black:
            return
        canvas.y[:] = np.roll(GRAIN, frame // 3, axis=1)
        half = 2 + round(14 * OPENNESS[max(0, frame - self.mouth_late)])
        canvas.y[170 - half : 170 + half, 86:130] = 40
        group = max(0, frame - BEAT) // (3 * BEAT)
        for number, word in enumerate(WORDS):
            if frame >= BEAT and number // 3 == group:
                active = 0 <= frame - self.words_late - word.frame < BEAT
                box = word.box
                canvas.y[box.y : box.y + box.height, box.x : box.x + box.width] = 200 if active else 230
                canvas.u[150:160, box.x // 2 : (box.x + box.width) // 2] = 40 if active else 128

    async def film(self, ffmpeg: Ffmpeg, folder: Path, codec: Codec = FINAL) -> Path:
        path = folder / "scene.mp4"
        raw = ("-f", "rawvideo", "-pix_fmt", "yuv420p", "-video_size", "216x384", "-framerate", "30")
        arguments = [*raw, "-i", "pipe:0", "-vf", TAGS, *codec.options, str(path)]
        await ffmpeg.run(arguments, cwd=folder, stage="filming", stdin=self._pour)
        return path

    def _pour(self, inlet: BinaryIO) -> None:
        canvas = blank(CANVAS.width, CANVAS.height)
        for frame in range(FRAMES):
            self.paint(frame, canvas)
            left = canvas.buffer.data
            while left:
                left = left[inlet.write(left) :]


class Album:
    """Keeps the luma of whatever it is shown."""

    def __init__(self) -> None:
        self.pictures: dict[int, NDArray[np.uint8]] = {}

    def wants(self, _frame: int, *, large: bool) -> bool:  # noqa: ARG002 - no matter
        return False

    def lacks(self, _frame: int) -> bool:
        return False

    def see(self, frame: int, picture: Picture) -> None:
        self.pictures[frame] = picture.y.copy()


async def names(
    scene: Scene, ffmpeg: Ffmpeg, folder: Path, expected: SceneExpectation = EXPECTED
) -> set[str]:
    examination = await examine_scene(await scene.film(ffmpeg, folder), expected)
    return {finding.check for finding in examination.findings}


@BOTH_WAYS
async def test_a_scene_as_painted_has_no_finding(
    expected: SceneExpectation, ffmpeg: Ffmpeg, tmp_path: Path
) -> None:
    examination = await examine_scene(await Scene().film(ffmpeg, tmp_path), expected)

    assert examination.findings == ()
    assert examination.frames == FRAMES
    assert len(examination.opened) > FRAMES / 3


@BOTH_WAYS
@pytest.mark.parametrize("late", [-9, -4, -2, 2, 4, 9])
async def test_captions_at_the_wrong_moment(
    late: int, expected: SceneExpectation, ffmpeg: Ffmpeg, tmp_path: Path
) -> None:
    assert await names(Scene(words_late=late), ffmpeg, tmp_path, expected) == {Check.CAPTIONS}


@BOTH_WAYS
@pytest.mark.parametrize("late", [-1, 1])
async def test_captions_may_be_off_by_a_frame(
    late: int, expected: SceneExpectation, ffmpeg: Ffmpeg, tmp_path: Path
) -> None:
    assert await names(Scene(words_late=late), ffmpeg, tmp_path, expected) == set()


async def test_captions_that_are_not_there(ffmpeg: Ffmpeg, tmp_path: Path) -> None:
    assert await names(Scene(words_late=FRAMES), ffmpeg, tmp_path) == {Check.CAPTIONS}


@BOTH_WAYS
@pytest.mark.parametrize("late", [4, 6, 20])
async def test_lips_that_move_later_than_planned(
    late: int, expected: SceneExpectation, ffmpeg: Ffmpeg, tmp_path: Path
) -> None:
    assert await names(Scene(mouth_late=late), ffmpeg, tmp_path, expected) == {Check.LIPS}


@BOTH_WAYS
async def test_lips_that_do_not_move(expected: SceneExpectation, ffmpeg: Ffmpeg, tmp_path: Path) -> None:
    assert await names(Scene(mouth_late=FRAMES), ffmpeg, tmp_path, expected) == {Check.LIPS}


@BOTH_WAYS
@pytest.mark.parametrize("frames", [*(range(at, at + 1) for at in (0, 31, 32, 33, 34, 119)), range(50, 53)])
async def test_black_pictures(
    frames: range, expected: SceneExpectation, ffmpeg: Ffmpeg, tmp_path: Path
) -> None:
    alone = replace(expected, captions=(), mouth=None)

    assert await names(Scene(black=frames), ffmpeg, tmp_path, alone) == {Check.BLACK}


async def test_a_scene_that_stands_still(ffmpeg: Ffmpeg, tmp_path: Path) -> None:
    scene = Scene(still=range(30, 90))

    assert Check.FROZEN in await names(scene, ffmpeg, tmp_path)


async def test_what_was_asked_for_may_be_black_and_still(ffmpeg: Ffmpeg, tmp_path: Path) -> None:
    free = SceneExpectation(CANVAS, FRAMES, may_freeze=True, may_be_black=True)

    assert await names(Scene(black=range(FRAMES)), ffmpeg, tmp_path, free) == set()


async def test_a_lost_frame_and_a_wrong_size(ffmpeg: Ffmpeg, tmp_path: Path) -> None:
    expected = SceneExpectation(Canvas(218, 384), FRAMES + 1)

    assert await names(Scene(), ffmpeg, tmp_path, expected) == {Check.FRAME_COUNT, Check.SIZE}


@BOTH_WAYS
@pytest.mark.parametrize("zeroed", [30, 4000])
async def test_a_damaged_scene(
    zeroed: int, expected: SceneExpectation, ffmpeg: Ffmpeg, tmp_path: Path
) -> None:
    path = await Scene().film(ffmpeg, tmp_path)
    whole = bytearray(path.read_bytes())
    at = whole.index(b"mdat") + len(whole) // 2
    whole[at : at + zeroed] = bytes(zeroed)
    path.write_bytes(whole)

    examination = await examine_scene(path, expected)

    assert {finding.check for finding in examination.findings} == {Check.DECODES}


@pytest.mark.parametrize("preset", list(Preset))
async def test_pictures_look_the_same_when_those_between_are_left_out(
    preset: Preset, ffmpeg: Ffmpeg, tmp_path: Path
) -> None:
    """What our own encoder promises of its files: B pictures carry nothing but each other."""
    codec = codec_of(Encoder.X264, RenderSettings(preset=preset), 30)
    path = await Scene().film(ffmpeg, tmp_path, codec)
    every, anchors = Album(), Album()

    watch(path, 30, [every], every_picture=True)
    watch(path, 30, [anchors], anchored=codec.anchored)

    assert len(every.pictures) == FRAMES
    assert FRAMES / 5 < len(anchors.pictures) < FRAMES / 2
    assert all(np.array_equal(luma, every.pictures[frame]) for frame, luma in anchors.pictures.items())


async def test_no_scene_at_all(tmp_path: Path) -> None:
    (tmp_path / "scene.mp4").write_bytes(b"nothing")

    examination = await examine_scene(tmp_path / "scene.mp4", EXPECTED)

    assert [finding.check for finding in examination.findings] == [Check.READABLE]


async def test_an_examination_can_be_kept(ffmpeg: Ffmpeg, tmp_path: Path) -> None:
    kept: TypeAdapter[SceneExamination] = TypeAdapter(SceneExamination)

    examination = await examine_scene(await Scene().film(ffmpeg, tmp_path), EXPECTED)

    assert kept.validate_json(kept.dump_json(examination)) == examination


def test_only_presenters_have_to_move_and_only_pictures_may_be_black(finished: Finished) -> None:
    presenter, card = finished.composition.scenes
    picture = PictureScene(Span(Fraction(0), Fraction(1)), MediaRef("0" * 64, "image/png"))
    assert isinstance(card, EndCard)

    freedoms = [
        (expected.may_freeze, expected.may_be_black)
        for expected in (expectation_of(scene, CANVAS) for scene in (presenter, picture, card))
    ]

    assert freedoms == [(False, False), (True, True), (True, False)]


async def scenes_of(finished: Finished, ffmpeg: Ffmpeg, folder: Path) -> list[SceneExamination]:
    """The finished file taken apart again, as its scenes were before they were joined."""
    examinations = []
    for number, scene in enumerate(finished.composition.scenes):
        path = folder / f"{number}.mp4"
        begin = ("-ss", f"{float(scene.span.start):.6f}", "-i", str(finished.rendered.path))
        frames = str(int(scene.span.duration * finished.composition.canvas.fps))
        await ffmpeg.run(
            [*begin, "-map", "0:v", "-c", "copy", "-frames:v", frames, str(path)], cwd=folder, stage="cutting"
        )
        examinations.append(await examine_scene(path, expectation_of(scene, finished.composition.canvas)))
    return examinations


async def test_a_joined_file_has_the_pictures_of_its_scenes(
    finished: Finished, ffmpeg: Ffmpeg, tmp_path: Path
) -> None:
    scenes = await scenes_of(finished, ffmpeg, tmp_path)

    examination = await examine_joined(finished.rendered.path, finished.composition, scenes)

    assert examination.findings == ()
    assert examination.loudness_lufs == pytest.approx(-14, abs=0.5)


async def test_a_joined_file_with_other_pictures(finished: Finished, ffmpeg: Ffmpeg, tmp_path: Path) -> None:
    scenes = await scenes_of(finished, ffmpeg, tmp_path)

    swapped = await examine_joined(finished.rendered.path, finished.composition, scenes[::-1])
    fewer = await examine_joined(finished.rendered.path, finished.composition, scenes[:1])

    assert {finding.check for finding in swapped.findings} == {Check.SCENES}
    assert {finding.check for finding in fewer.findings} == {Check.SCENES}


async def test_scenes_that_need_other_parameters_than_the_first(
    finished: Finished, ffmpeg: Ffmpeg, tmp_path: Path
) -> None:
    """Joined untouched, such pictures would be decoded under settings that are not theirs."""
    first, _ = await scenes_of(finished, ffmpeg, tmp_path)
    other = ["-c:v", "libx264", "-profile:v", "high", "-bf", "0", "-refs", "4", "-vf", TAGS]
    await ffmpeg.run(["-i", "1.mp4", *other, "other.mp4"], cwd=tmp_path, stage="encoding otherwise")
    last = await examine_scene(
        tmp_path / "other.mp4", expectation_of(finished.composition.scenes[1], finished.composition.canvas)
    )
    (tmp_path / "list.txt").write_text("ffconcat version 1.0\nfile 0.mp4\nfile other.mp4\n")
    scenes = ["-f", "concat", "-auto_convert", "0", "-i", "list.txt", "-i", str(finished.rendered.path)]
    copied = ["-map", "0:v", "-map", "1:a", "-c", "copy", "-movflags", "+faststart", "joined.mp4"]
    await ffmpeg.run([*scenes, *copied], cwd=tmp_path, stage="joining")

    examination = await examine_joined(tmp_path / "joined.mp4", finished.composition, [first, last])

    assert Check.SCENES in {finding.check for finding in examination.findings}


async def test_what_was_wrong_with_a_scene_is_wrong_with_the_whole(
    finished: Finished, ffmpeg: Ffmpeg, tmp_path: Path
) -> None:
    first, last = await scenes_of(finished, ffmpeg, tmp_path)
    bad = await examine_scene(tmp_path / "0.mp4", SceneExpectation(CANVAS, first.frames, captions=WORDS))

    examination = await examine_joined(
        finished.rendered.path, finished.composition, [replace(first, findings=bad.findings), last]
    )

    assert [finding.check for finding in examination.findings] == [Check.CAPTIONS]
