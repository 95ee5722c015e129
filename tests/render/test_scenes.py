"""Each kind of scene shows what its plan says, and costs nothing when it was made before."""

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
from tests.render.conftest import PRESENTER, SMALL, Frames, Studio

from reelhouse.media.composition import (
    Camera,
    Composition,
    EndCard,
    FilmedPresenter,
    Fit,
    Framing,
    Inset,
    InsetAnimation,
    InsetPosition,
    InsetSize,
    Label,
    MediaRef,
    PictureScene,
    PresenterScene,
    Scene,
    Transition,
    TransitionKind,
    VectorPresenter,
    View,
)
from reelhouse.media.time import Span
from reelhouse.render.encoders import choose_encoder
from reelhouse.render.errors import MediaMissing, MediaUnreadable
from reelhouse.render.ffmpeg import Ffmpeg
from reelhouse.render.painting.insets import inset_box

pytestmark = pytest.mark.anyio

Decode = Callable[[Path], list[NDArray[np.uint8]]]

GREEN, BLUE = (40, 160, 70), (40, 70, 190)
DRAWN = VectorPresenter(PRESENTER)
SECOND = Fraction(1)


def png(studio: Studio, colour: tuple[int, int, int], size: tuple[int, int] = (300, 500)) -> MediaRef:
    kept = BytesIO()
    Image.new("RGB", size, colour).save(kept, "PNG")
    name = hashlib.sha256(kept.getvalue()).hexdigest()
    (studio.folder / name).write_bytes(kept.getvalue())
    return MediaRef(name, "image/png")


def composed(studio: Studio, scenes: Sequence[Scene], *, style: str | None = None) -> Composition:
    """Scenes of one second each, in their order, with a voice under them."""
    laid = tuple(
        replace(scene, span=Span(number * SECOND, (number + 1) * SECOND))
        for number, scene in enumerate(scenes)
    )
    words = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"][: 3 * len(scenes)]
    composition = studio.compose(" ".join(words), style=style)
    return replace(composition, scenes=laid)


def mean(frame: Frames, part: tuple[slice, slice] = np.s_[:, :]) -> list[int]:
    return [round(value) for value in frame[part].reshape(-1, 3).mean(axis=0)]


def near(colour: Sequence[int], wanted: Sequence[int], by: int = 14) -> bool:
    return max(abs(one - two) for one, two in zip(colour, wanted, strict=True)) <= by


NOW = Span(Fraction(0), SECOND)


async def test_a_picture_fills_the_canvas_while_the_voice_goes_on(studio: Studio, decode: Decode) -> None:
    scenes: list[Scene] = [PresenterScene(NOW, DRAWN), PictureScene(NOW, png(studio, GREEN))]

    rendered = await studio.render(composed(studio, scenes))

    frames = decode(rendered.path)
    assert len(frames) == 60
    assert not near(mean(frames[29]), GREEN)
    assert near(mean(frames[30]), GREEN)
    assert near(mean(frames[59]), GREEN)


async def test_a_camera_nears_what_it_looks_at(studio: Studio, decode: Decode) -> None:
    ref = png(studio, GREEN)
    picture = Image.open(studio.media[ref.sha256]).convert("RGB")
    picture.paste(BLUE, (130, 230, 170, 270))
    picture.save(studio.media[ref.sha256], "PNG")
    scene = PictureScene(NOW, ref, camera=Camera(View(), View(0.5, 0.5, 1.6)))

    frames = decode((await studio.render(composed(studio, [scene]))).path)

    blue = [int((frame[..., 2].astype(int) - frame[..., 1] > 40).sum()) for frame in frames]
    assert blue[-1] > 2 * blue[0] > 0


async def test_an_inset_speaks_over_the_picture(studio: Studio, decode: Decode) -> None:
    inset = Inset(DRAWN, InsetPosition.BOTTOM_LEFT, InsetSize.LARGE, InsetAnimation.NONE)
    scenes = [PictureScene(NOW, png(studio, GREEN), inset=inset)]

    frames = decode((await studio.render(composed(studio, scenes))).path)

    box = inset_box(SMALL, inset.position, inset.size)
    inside = np.s_[box.y + 10 : box.y + box.height - 10, box.x + 10 : box.x + box.width - 10]
    assert near(mean(frames[5], np.s_[: box.y - 10, :]), GREEN)
    assert not near(mean(frames[5], inside), GREEN)
    moved = np.abs(frames[20][inside].astype(int) - frames[8][inside]).mean()
    assert moved > 0.5


async def test_captions_keep_clear_of_an_inset(studio: Studio, decode: Decode) -> None:
    inset = Inset(DRAWN, InsetPosition.BOTTOM_CENTER, InsetSize.LARGE, InsetAnimation.NONE)
    scenes = [PictureScene(NOW, png(studio, GREEN), inset=inset)]

    with_words = decode((await studio.render(composed(studio, scenes, style="hormozi"))).path)
    without = decode((await studio.render(composed(studio, scenes), "plain.mp4")).path)

    box = inset_box(SMALL, inset.position, inset.size)
    inside = np.s_[box.y + 4 : box.y + box.height - 4, box.x + 4 : box.x + box.width - 4]
    differs = np.abs(with_words[15].astype(int) - without[15]).max(axis=2) > 60
    assert differs.any()
    assert not differs[inside].any()


async def test_a_label_stands_at_the_top_of_its_scene_only(studio: Studio, decode: Decode) -> None:
    label = Label("Before", "#ffd000")
    scenes = [PictureScene(NOW, png(studio, GREEN), label=label), PictureScene(NOW, png(studio, BLUE))]

    frames = decode((await studio.render(composed(studio, scenes))).path)

    def yellow(frame: Frames) -> NDArray[np.bool_]:
        return (frame[..., 0] > 200) & (frame[..., 1] > 160) & (frame[..., 2] < 110)

    rows = np.nonzero(yellow(frames[25]))[0]
    assert len(rows) > 200
    assert rows.max() < SMALL.height * 0.35
    assert not yellow(frames[45]).any()


@pytest.mark.parametrize("kind", TransitionKind)
async def test_a_transition_begins_where_the_last_scene_ended(
    studio: Studio, decode: Decode, kind: TransitionKind
) -> None:
    change = Transition(kind, Fraction(2, 5))
    scenes = [PictureScene(NOW, png(studio, GREEN)), PictureScene(NOW, png(studio, BLUE), transition=change)]

    frames = decode((await studio.render(composed(studio, scenes))).path)

    blue = [mean(frame)[2] for frame in frames]
    assert near(mean(frames[29]), GREEN)
    assert blue[29] <= blue[30] + 2 < blue[36] < blue[41] + 2
    assert near(mean(frames[45]), BLUE)


async def test_a_label_gives_way_to_the_next_one_at_once(studio: Studio, decode: Decode) -> None:
    old, new = Label("Before", "#ffd000"), Label("After", "#ff00c8")
    change = Transition(TransitionKind.DISSOLVE, Fraction(2, 5))
    scenes = [
        PictureScene(NOW, png(studio, GREEN), label=old),
        PictureScene(NOW, png(studio, BLUE), label=new, transition=change),
    ]

    frames = decode((await studio.render(composed(studio, scenes))).path)

    def yellow(frame: Frames) -> int:
        red, green, blue = (frame[..., channel].astype(int) for channel in range(3))
        return int(((red > 150) & (green > 130) & (blue < 110)).sum())

    assert yellow(frames[29]) > 200
    assert yellow(frames[31]) < 20


async def test_a_close_framing_shows_a_larger_face(studio: Studio, decode: Decode) -> None:
    scenes = [PresenterScene(NOW, DRAWN), PresenterScene(NOW, DRAWN, Framing.CLOSE)]

    frames = decode((await studio.render(composed(studio, scenes))).path)

    def skin(frame: Frames) -> int:
        face = frame[: frame.shape[0] // 2].astype(int)
        return int((np.abs(face - (232, 185, 143)).max(axis=2) < 40).sum())

    assert skin(frames[40]) > 1.2 * skin(frames[20])


async def test_a_filmed_presenter_plays_through_a_cut(studio: Studio, decode: Decode, ffmpeg: Ffmpeg) -> None:
    source = "color=black:size=108x192:rate=30,geq=lum='40+2*N':cb=128:cr=128"
    made = ["-f", "lavfi", "-i", source, "-frames:v", "60", "-pix_fmt", "yuv420p", "film.mp4"]
    await ffmpeg.run(made, cwd=studio.folder, stage="making a film")
    content = (studio.folder / "film.mp4").read_bytes()
    film = MediaRef(hashlib.sha256(content).hexdigest(), "video/mp4")
    (studio.folder / film.sha256).write_bytes(content)
    scenes = [PresenterScene(NOW, FilmedPresenter(film)), PresenterScene(NOW, FilmedPresenter(film))]

    frames = decode((await studio.render(composed(studio, scenes))).path)

    levels = [mean(frame)[0] for frame in frames]
    assert levels[29] < levels[30] + 3 < levels[59]
    assert levels[59] > levels[0] + 80


async def test_only_a_changed_scene_is_made_again(studio: Studio) -> None:
    scenes: list[Scene] = [
        PresenterScene(NOW, DRAWN),
        PictureScene(NOW, png(studio, GREEN)),
        EndCard(NOW, "Go", "#5b3df0"),
    ]
    first = await studio.render(composed(studio, scenes))
    again = await studio.render(composed(studio, scenes))
    scenes[1] = PictureScene(NOW, png(studio, BLUE))
    changed = await studio.render(composed(studio, scenes))

    assert (first.scenes_from_cache, again.scenes_from_cache, changed.scenes_from_cache) == (0, 3, 2)
    assert first.sha256 == again.sha256 != changed.sha256


async def test_a_scene_is_known_again_at_another_time(studio: Studio) -> None:
    green, blue = PictureScene(NOW, png(studio, GREEN)), PictureScene(NOW, png(studio, BLUE))
    await studio.render(composed(studio, [green, blue]))

    swapped = await studio.render(composed(studio, [blue, green]))

    assert swapped.scenes_from_cache == 2


async def test_a_picture_that_is_none_is_named_and_nothing_is_left(studio: Studio) -> None:
    """Promise 42."""
    (studio.folder / ("0" * 64)).write_bytes(b"GIF89a, or so it says")
    scene = PictureScene(NOW, MediaRef("0" * 64, "image/png"))

    with pytest.raises(MediaUnreadable):
        await studio.render(composed(studio, [scene]))

    assert not list(studio.folder.glob("out*"))


async def test_a_picture_nobody_handed_over_is_missing(studio: Studio) -> None:
    scene = PictureScene(NOW, MediaRef("1" * 64, "image/png"))

    with pytest.raises(MediaMissing):
        await studio.render(composed(studio, [scene]))


async def test_a_tall_picture_shown_as_a_whole_keeps_its_edges(studio: Studio, decode: Decode) -> None:
    ref = png(studio, GREEN, (100, 900))
    scene = PictureScene(NOW, ref, fit=Fit.CONTAIN)

    frames = decode((await studio.render(composed(studio, [scene]))).path)

    middle = frames[10][SMALL.height // 2]
    assert near([int(value) for value in middle[SMALL.width // 2]], GREEN)
    assert not near([int(value) for value in middle[4]], GREEN)


async def test_the_encoder_is_told_with_the_result(studio: Studio, ffmpeg: Ffmpeg) -> None:
    rendered = await studio.render(composed(studio, [PictureScene(NOW, png(studio, GREEN))]))

    assert rendered.encoder == (await choose_encoder(ffmpeg, studio.settings, 30)).codec.name
    assert rendered.warnings == ()
