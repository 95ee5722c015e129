"""Clips joined: pictures and sound trimmed alike, encoded again only where they must be."""

from fractions import Fraction
from pathlib import Path

import av
import numpy as np
import pytest

from clip_making import HEARD, MakeClip, ffmpeg, greys, heard, level, loudest_hertz
from reelhouse.render.clips.joining import ClipRefused, Joined, join
from reelhouse.render.clips.pictures import h264
from reelhouse.render.settings import RenderSettings

pytestmark = pytest.mark.anyio
NONE = Fraction(0)


async def joined(settings: RenderSettings, *clips: Path, trim: Fraction = NONE) -> tuple[Joined, Path]:
    out = clips[0].parent / "joined.mp4"
    made = await join(
        clips, out, trim_seconds=trim, folder=out.parent, settings=settings, progress=lambda _share: None
    )
    return made, out


def times(path: Path) -> list[float]:
    with av.open(str(path), "r") as container:
        return [frame.time or 0.0 for frame in container.decode(video=0)]


def packets(path: Path) -> list[bytes]:
    with av.open(str(path), "r") as container:
        return [bytes(packet) for packet in container.demux(video=0) if packet.size]


async def test_clips_alike_are_not_encoded_again(make_clip: MakeClip, settings: RenderSettings) -> None:
    one, two = make_clip("1.mp4", tone=400), make_clip("2.mp4", begin=100, tone=900)

    made, out = await joined(settings, one, two)

    assert not made.reencoded
    assert greys(out) == greys(one) + greys(two)
    samples = heard(out)
    assert loudest_hertz(samples[8_000:40_000]) == pytest.approx(400, abs=6)
    assert loudest_hertz(samples[56_000:88_000]) == pytest.approx(900, abs=6)


async def test_seams_leave_no_gap_between_frames(make_clip: MakeClip, settings: RenderSettings) -> None:
    clips = [make_clip(f"{number}.mp4", tone=300 + 100 * number, begin=40 * number) for number in (1, 2, 3)]

    _, copied = await joined(settings, *clips)
    copied_at = times(copied)
    _, cut = await joined(settings, *clips, trim=Fraction(3, 30))

    assert copied_at == pytest.approx([number / 30 for number in range(90)], abs=1e-4)
    assert times(cut) == pytest.approx([number / 30 for number in range(84)], abs=1e-4)


async def test_only_pictures_that_are_cut_are_encoded_again(
    make_clip: MakeClip, settings: RenderSettings
) -> None:
    options = ("-c:v", "libx264", *h264(settings, Fraction(30))[2:])
    clips = [make_clip(f"{number}.mp4", options=options, begin=40 * number) for number in (1, 2)]

    made, out = await joined(settings, *clips, trim=Fraction(4, 30))

    assert made.reencoded
    assert packets(out)[:30] == packets(clips[0])
    assert len(packets(out)) == 56


@pytest.mark.parametrize("overlap", [1, 2, 7])
@pytest.mark.parametrize("rate", [Fraction(25), Fraction(30), Fraction(30000, 1001)])
async def test_overlap_is_cut_to_the_frame(
    make_clip: MakeClip, settings: RenderSettings, overlap: int, rate: Fraction
) -> None:
    one, two = (
        make_clip(f"{name}.mp4", frames=20, rate=rate, begin=begin) for name, begin in (("1", 40), ("2", 100))
    )

    made, out = await joined(settings, one, two, trim=overlap / rate)

    shown = greys(out)
    assert made.reencoded
    assert len(shown) == 40 - overlap
    assert shown[:20] == pytest.approx(greys(one), abs=2)
    assert shown[20:] == pytest.approx(greys(two)[overlap:], abs=2)


async def test_sound_is_cut_with_the_picture(
    make_clip: MakeClip, settings: RenderSettings, tmp_path: Path
) -> None:
    one = make_clip("1.mp4", tone=300)
    clicks = tmp_path / "2.mp4"
    ffmpeg(
        "-i", str(make_clip("p.mp4")), "-f", "lavfi", "-i",
        f"aevalsrc='if(between(mod(t,0.25),0.1,0.1005),0.8,0)':s={HEARD}:d=1", "-c:v", "copy", "-c:a", "aac",
        "-b:a", "256k", "-ac", "2", str(clicks),
    )  # fmt: skip

    _, out = await joined(settings, one, clicks, trim=Fraction(3, 30))

    before, after = heard(clicks), heard(out)
    first = int(np.argmax(np.abs(before[HEARD // 5 : HEARD // 2]))) + HEARD // 5
    begin = HEARD + first - HEARD // 10
    found = int(np.argmax(np.abs(after[begin - 3_000 : begin + 3_000]))) - 3_000
    assert abs(found) <= 24, "half a millisecond, and that is the encoder"
    assert len(after) == pytest.approx(HEARD * 57 / 30, abs=2_100)


async def test_silent_and_sounding_clips_go_together(make_clip: MakeClip, settings: RenderSettings) -> None:
    clips = make_clip("1.mp4"), make_clip("2.mp4", tone=700), make_clip("3.mp4")

    made, out = await joined(settings, *clips)

    samples = heard(out)
    assert made.clip.has_sound
    assert level(samples[4_000:44_000]) < 0.001
    assert loudest_hertz(samples[56_000:90_000]) == pytest.approx(700, abs=6)
    assert level(samples[-40_000:-4_000]) < 0.001


async def test_without_any_sound_there_is_none(make_clip: MakeClip, settings: RenderSettings) -> None:
    made, _ = await joined(settings, make_clip("1.mp4"), make_clip("2.mp4", size=(64, 48)))

    assert not made.clip.has_sound


async def test_other_sizes_and_rates_follow_the_first(make_clip: MakeClip, settings: RenderSettings) -> None:
    one = make_clip("1.mp4", tone=300)
    two = make_clip("2.mp4", size=(60, 100), rate=25, frames=25, tone=500, hertz=44_100, channels=1)

    made, out = await joined(settings, one, two)

    assert (made.clip.width, made.clip.height, made.clip.frames, made.clip.fps) == (128, 96, 60, Fraction(30))
    assert len(made.notes) == 2
    assert len(greys(out)) == 60


@pytest.mark.parametrize(
    ("name", "options"),
    [
        ("ten.mp4", ("-c:v", "libx264", "-pix_fmt", "yuv420p10le")),
        ("odd.mkv", ("-c:v", "libx264", "-pix_fmt", "yuv444p", "-vf", "scale=127:95")),
        ("web.webm", ("-c:v", "libvpx", "-b:v", "2M", "-pix_fmt", "yuv420p")),
        (
            "hdr.mp4",
            (
                "-c:v",
                "libx264",
                "-pix_fmt",
                "yuv420p10le",
                "-color_trc",
                "smpte2084",
                "-colorspace",
                "bt2020nc",
            ),
        ),
    ],
)
@pytest.mark.parametrize("first", [True, False])
async def test_strange_clips_are_joined_too(
    make_clip: MakeClip, settings: RenderSettings, name: str, options: tuple[str, ...], first: bool
) -> None:
    strange, plain = make_clip(name, options=options), make_clip("plain.mp4")

    made, out = await joined(settings, *((strange, plain) if first else (plain, strange)))

    assert made.reencoded
    assert len(greys(out)) == 60
    assert made.clip.width % 2 == made.clip.height % 2 == 0


async def test_a_turned_clip_stands_upright(
    make_clip: MakeClip, settings: RenderSettings, tmp_path: Path
) -> None:
    turned = tmp_path / "turned.mp4"
    ffmpeg("-display_rotation", "90", "-i", str(make_clip("1.mp4")), "-c", "copy", str(turned))

    made, _ = await joined(settings, turned, make_clip("2.mp4"))

    assert (made.clip.width, made.clip.height) == (96, 128)


async def test_a_variable_rate_becomes_an_even_one(
    make_clip: MakeClip, settings: RenderSettings, tmp_path: Path
) -> None:
    uneven = tmp_path / "uneven.mkv"
    ffmpeg(
        "-i", str(make_clip("1.mp4")), "-vf", "setpts='N/30/TB+floor(N/5)*0.04/TB'", "-fps_mode", "vfr",
        "-c:v", "libx264", str(uneven),
    )  # fmt: skip

    made, out = await joined(settings, make_clip("2.mp4"), uneven)

    assert made.clip.frames == len(greys(out))
    assert made.clip.frames == pytest.approx(30 + 36, abs=2)


async def test_an_overlap_longer_than_a_clip_is_refused(
    make_clip: MakeClip, settings: RenderSettings
) -> None:
    with pytest.raises(ClipRefused) as refusal:
        await joined(settings, make_clip("1.mp4"), make_clip("2.mp4", frames=5), trim=Fraction(5, 30))

    assert refusal.value.number == 1


async def test_who_is_to_blame_is_told(make_clip: MakeClip, settings: RenderSettings, tmp_path: Path) -> None:
    broken = tmp_path / "broken.mp4"
    broken.write_bytes(make_clip("2.mp4").read_bytes()[:900])

    with pytest.raises(ClipRefused) as refusal:
        await joined(settings, make_clip("1.mp4"), broken)

    assert refusal.value.number == 1
