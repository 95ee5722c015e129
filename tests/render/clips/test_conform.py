"""Films of engines are brought into order: size, rate, count, sound."""

import wave
from fractions import Fraction
from pathlib import Path

import numpy as np
import pytest

from clip_making import MakeClip, greys, heard, level, loudest_hertz
from reelhouse.render.clips.conform import Clip, conform
from reelhouse.render.errors import RenderFailed
from reelhouse.render.probe import probe
from reelhouse.render.settings import RenderSettings

pytestmark = pytest.mark.anyio


def tone(path: Path, seconds: float, hertz: int = 440) -> Path:
    times = np.arange(round(seconds * 48_000)) / 48_000
    samples = (np.sin(2 * np.pi * hertz * times) * 8_000).astype("<i2")
    with wave.open(str(path), "wb") as file:
        file.setnchannels(2)
        file.setsampwidth(2)
        file.setframerate(48_000)
        file.writeframes(np.repeat(samples, 2).tobytes())
    return path


def listed(folder: Path) -> list[Path]:
    return list(folder.iterdir())


async def conformed(source: Path, settings: RenderSettings, **asked: object) -> Clip:
    wanted: dict[str, object] = {
        "width": 128, "height": 96, "frames": 30, "fps": 30, "final_fps": None, "audio": None,
    } | asked  # fmt: skip
    out = source.parent / "out.mp4"
    return await conform(source, out, folder=source.parent, settings=settings, **wanted)  # type: ignore[arg-type]


async def test_a_film_in_order_is_not_encoded_again(make_clip: MakeClip, settings: RenderSettings) -> None:
    source = make_clip()

    clip = await conformed(source, settings)

    assert clip == Clip(128, 96, 30, Fraction(30), has_sound=False)
    assert greys(source.parent / "out.mp4") == greys(source)


@pytest.mark.parametrize(
    ("fps", "final", "frames", "wanted"),
    [
        (30, 60, 17, 34),
        (25, 60, 9, 22),
        (25, 30, 25, 30),
        (24, 60, 9, 22),
        (25, 50, 257, 514),
        (30, 45, 9, 14),
    ],
)
async def test_frames_between_are_as_many_as_the_time_has(
    make_clip: MakeClip, settings: RenderSettings, fps: int, final: int, frames: int, wanted: int
) -> None:
    source = make_clip(rate=fps, frames=frames, size=(64, 48))

    clip = await conformed(source, settings, width=64, height=48, frames=frames, fps=fps, final_fps=final)

    assert (clip.frames, clip.fps) == (wanted, Fraction(final))
    facts = probe(source.parent / "out.mp4")
    assert facts is not None
    assert (facts.frames, facts.fps) == (wanted, Fraction(final))


async def test_the_films_own_frames_stay_where_they_are(
    make_clip: MakeClip, settings: RenderSettings
) -> None:
    source = make_clip(frames=17)

    await conformed(source, settings, frames=17, final_fps=60)

    shown, own = greys(source.parent / "out.mp4"), greys(source)
    assert shown[::2] == pytest.approx(own, abs=2)
    assert all(
        low - 2 <= between <= high + 2 for low, between, high in zip(own, shown[1::2], own[1:], strict=False)
    )


@pytest.mark.parametrize("size", [(96, 96), (200, 60), (64, 128)])
async def test_other_shapes_fill_the_canvas(
    make_clip: MakeClip, settings: RenderSettings, size: tuple[int, int]
) -> None:
    source = make_clip(size=size)

    clip = await conformed(source, settings)

    assert (clip.width, clip.height, clip.frames) == (128, 96, 30)
    assert min(greys(source.parent / "out.mp4")) > 30, "no bars"


@pytest.mark.parametrize("seconds", [0.4, 1.0, 3.0])
async def test_sound_is_as_long_as_the_film(
    make_clip: MakeClip, settings: RenderSettings, seconds: float
) -> None:
    source = make_clip()

    clip = await conformed(source, settings, audio=tone(source.parent / "tone.wav", seconds))

    samples = heard(source.parent / "out.mp4")
    assert clip.has_sound
    assert len(samples) / 48_000 == pytest.approx(1.0, abs=0.03)
    assert loudest_hertz(samples[2_000:15_000]) == pytest.approx(440, abs=8)
    assert (level(samples[-12_000:]) > 0.05) is (seconds >= 1.0)


async def test_the_sound_of_the_film_gives_way(make_clip: MakeClip, settings: RenderSettings) -> None:
    source = make_clip(tone=1000)

    await conformed(source, settings, audio=tone(source.parent / "tone.wav", 1.0, 300))

    assert loudest_hertz(heard(source.parent / "out.mp4")[4_000:30_000]) == pytest.approx(300, abs=8)


@pytest.mark.parametrize(
    ("name", "options"),
    [
        ("ten.mp4", ("-c:v", "libx264", "-pix_fmt", "yuv420p10le")),
        ("wide.mp4", ("-c:v", "libx264", "-pix_fmt", "yuv444p")),
        ("old.avi", ("-c:v", "mpeg4", "-q:v", "2")),
        ("web.webm", ("-c:v", "libvpx", "-b:v", "2M", "-pix_fmt", "yuv420p")),
    ],
)
@pytest.mark.parametrize("final_fps", [None, 60])
async def test_any_coding_becomes_ours(
    make_clip: MakeClip, settings: RenderSettings, name: str, options: tuple[str, ...], final_fps: int | None
) -> None:
    source = make_clip(name, options=options)

    await conformed(source, settings, final_fps=final_fps)

    facts = probe(source.parent / "out.mp4")
    assert facts is not None
    assert (facts.video_codec, facts.pixel_format, facts.frames) == (
        "h264",
        "yuv420p",
        60 if final_fps else 30,
    )
    assert greys(source.parent / "out.mp4")[0] == pytest.approx(40, abs=6)


async def test_a_lacking_frame_is_forgiven_and_two_are_not(
    make_clip: MakeClip, settings: RenderSettings
) -> None:
    clip = await conformed(make_clip(frames=29), settings)
    assert clip.frames == 30

    with pytest.raises(RenderFailed, match="28 frames of 30"):
        await conformed(make_clip(frames=28), settings)


async def test_rubbish_is_told_and_leaves_no_pipe(tmp_path: Path, settings: RenderSettings) -> None:
    source = tmp_path / "film.mp4"
    source.write_bytes(b"\0\0\0\x18ftypmp42" + b"rubbish" * 99)

    with pytest.raises(RenderFailed):
        await conformed(source, settings, final_fps=60)

    assert {path.name for path in listed(tmp_path)} <= {"film.mp4", "out.mp4"}
