"""Films by tiny LTX models in a process of their own."""

from collections.abc import Callable
from fractions import Fraction
from pathlib import Path

import av
import pytest

from reelhouse.engines.diffusion.host import Host
from reelhouse.engines.errors import EngineRefused
from reelhouse.engines.settings import EngineSettings
from reelhouse.engines.tools import Tools
from reelhouse.engines.video.backends.diffusers import DiffusersVideo
from reelhouse.engines.video.types import Film, VideoRequest

Settings = Callable[..., EngineSettings]
QUICK = "arguments = { num_inference_steps = 2 }"
ONE_LAYER = "arguments = { num_inference_steps = 2, spatio_temporal_guidance_blocks = [0] }"
MODELS = pytest.mark.parametrize(
    ("model", "recipe"), [("ltx", QUICK), ("ltx-2", ONE_LAYER)], ids=("ltx", "ltx-2")
)


def frames(film: Film) -> list[bytes]:
    with av.open(str(film.path)) as container:
        stream = container.streams.video[0]
        return [frame.to_ndarray(format="rgb24").tobytes() for frame in container.decode(stream)]


def left_over(folder: Path) -> list[Path]:
    return list(folder.glob("reelhouse-*"))


@MODELS
async def test_a_film_has_the_frames_size_and_rate_that_were_asked_for(
    model: str, recipe: str, host: Host, settings: Settings, tools: Tools, tmp_path: Path
) -> None:
    engine = DiffusersVideo(settings(model, recipe), tools, host)

    film = await engine.film(VideoRequest("a boat sails", 80, 64, frames=12, fps=24, folder=tmp_path))

    with av.open(str(film.path)) as container:
        stream = container.streams.video[0]
        assert (stream.width, stream.height) == (80, 64)
        assert stream.average_rate == Fraction(24)
        assert stream.codec_context.pix_fmt == "yuv420p"
    assert len(frames(film)) == 12
    assert not left_over(tmp_path)


@MODELS
async def test_the_same_seed_films_the_same_and_another_something_else(
    model: str, recipe: str, host: Host, settings: Settings, tools: Tools, tmp_path: Path
) -> None:
    engine = DiffusersVideo(settings(model, recipe), tools, host)

    films = []
    for seed in (1, 1, 2):
        film = await engine.film(VideoRequest("a boat", 64, 64, 9, 24, tmp_path, seed=seed))
        films.append(frames(film))

    assert films[0] == films[1]
    assert films[0] != films[2]


@MODELS
async def test_given_frames_at_both_ends_shape_a_film(
    model: str,
    recipe: str,
    host: Host,
    settings: Settings,
    tools: Tools,
    tmp_path: Path,
    picture: Callable[..., bytes],
) -> None:
    engine = DiffusersVideo(settings(model, recipe), tools, host)
    overlap = tuple(picture(f"#{level:02x}4060") for level in range(0, 110, 10))

    films = []
    for final in (None, picture("white")):
        request = VideoRequest("a boat", 64, 64, 17, 24, tmp_path, overlap=overlap, final=final)
        films.append(await engine.film(request))
        films[-1].path.rename(tmp_path / f"{len(films)}.mp4")
        films[-1] = Film(tmp_path / f"{len(films)}.mp4", notes=films[-1].notes)

    one, other = (frames(film) for film in films)
    assert len(one) == len(other) == 17
    assert one != other


async def test_audio_is_not_heard_and_that_is_said(
    host: Host, settings: Settings, tools: Tools, tmp_path: Path
) -> None:
    engine = DiffusersVideo(settings("ltx"), tools, host)
    audio = tmp_path / "sound.wav"
    audio.touch()

    film = await engine.film(VideoRequest("a boat", 64, 64, 9, 24, tmp_path, audio=audio))

    assert any("does not hear" in note for note in film.notes)


async def test_an_older_model_takes_a_start_frame_and_refuses_others(
    host: Host, settings: Settings, tools: Tools, tmp_path: Path, picture: Callable[..., bytes]
) -> None:
    engine = DiffusersVideo(settings("ltx-first"), tools, host)
    request = VideoRequest("a boat", 64, 64, 9, 24, tmp_path, start=picture())

    started = frames(await engine.film(request))
    with pytest.raises(EngineRefused, match="takes a start frame and no others"):
        await engine.film(VideoRequest("a boat", 64, 64, 9, 24, tmp_path, final=picture()))

    assert len(started) == 9


async def test_a_recipe_can_run_the_weights_in_another_way(
    host: Host, settings: Settings, tools: Tools, tmp_path: Path, picture: Callable[..., bytes]
) -> None:
    engine = DiffusersVideo(settings("ltx-first", 'pipeline = "LTXConditionPipeline"', QUICK), tools, host)

    film = await engine.film(VideoRequest("a boat", 64, 64, 9, 24, tmp_path, final=picture()))

    assert len(frames(film)) == 9
