"""Sounds of strangers become WAV, whatever they come in."""

import wave
from fractions import Fraction
from pathlib import Path

import numpy as np
import pytest

from clip_making import ffmpeg, loudest_hertz
from reelhouse.media.sniffing import sniff
from reelhouse.render.clips.sound_files import SoundFacts, SoundRefused, decode_sound
from reelhouse.render.settings import RenderSettings

pytestmark = pytest.mark.anyio
KINDS = {
    "ogg": (("-c:a", "libvorbis"), "audio/ogg"),
    "opus": (("-c:a", "libopus"), "audio/ogg"),
    "wav": (("-c:a", "pcm_s16le"), "audio/wav"),
    "wav ": (("-c:a", "pcm_f32le", "-f", "wav"), "audio/wav"),
    "mp3": (("-c:a", "libmp3lame"), "audio/mpeg"),
    "mp3 bare": (
        ("-c:a", "libmp3lame", "-id3v2_version", "0", "-write_xing", "0", "-f", "mp3"),
        "audio/mpeg",
    ),
    "flac": (("-c:a", "flac"), "audio/flac"),
    "aac": (("-c:a", "aac", "-f", "adts"), "audio/aac"),
    "mp4": (("-c:a", "aac", "-f", "mp4"), "audio/mp4"),
    "webm": (("-c:a", "libopus", "-f", "webm"), "audio/webm"),
}


def sound(folder: Path, kind: str, seconds: float = 1.0) -> Path:
    """A tone of 440 Hz in that kind of file."""
    path = folder / f"sound.{kind.split(maxsplit=1)[0]}"
    ffmpeg(
        "-f",
        "lavfi",
        "-i",
        f"sine=frequency=440:sample_rate=48000:duration={seconds}",
        *KINDS[kind][0],
        str(path),
    )
    return path


async def decoded(source: Path, settings: RenderSettings, most: int = 10) -> SoundFacts:
    out = source.parent / "out.wav"
    return await decode_sound(
        source, out, rate=48_000, channels=2, most_seconds=Fraction(most), settings=settings
    )


def samples_of(path: Path) -> np.ndarray:
    with wave.open(str(path), "rb") as file:
        return np.frombuffer(file.readframes(file.getnframes()), "<i2").reshape(-1, 2)[:, 0] / 32768


@pytest.mark.parametrize("kind", KINDS)
async def test_every_kind_of_the_contract_is_heard(
    tmp_path: Path, settings: RenderSettings, kind: str
) -> None:
    source = sound(tmp_path, kind)

    facts = await decoded(source, settings)

    assert (facts.rate, facts.channels) == (48_000, 2)
    assert float(facts.seconds) == pytest.approx(1.0, abs=0.06)
    assert loudest_hertz(samples_of(tmp_path / "out.wav")[8_000:40_000]) == pytest.approx(440, abs=4)


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_is_known_by_its_first_bytes(tmp_path: Path, kind: str) -> None:
    assert sniff(sound(tmp_path, kind, 0.2).read_bytes()[:64]) == KINDS[kind][1]


@pytest.mark.parametrize(("kind", "lie"), [("mp3", "wav"), ("opus", "mp3"), ("flac", "mp4"), ("mp4", "ogg")])
async def test_lying_endings_do_not_matter(
    tmp_path: Path, settings: RenderSettings, kind: str, lie: str
) -> None:
    source = sound(tmp_path, kind).rename(tmp_path / f"lie.{lie}")

    assert float((await decoded(source, settings)).seconds) == pytest.approx(1.0, abs=0.06)


@pytest.mark.parametrize("kind", ["mp3", "opus", "flac", "wav", "aac"])
async def test_of_a_cut_file_is_heard_what_is_there(
    tmp_path: Path, settings: RenderSettings, kind: str
) -> None:
    source = sound(tmp_path, kind, 2.0)
    whole = source.read_bytes()
    source.write_bytes(whole[: len(whole) // 2])

    try:
        facts = await decoded(source, settings)
    except SoundRefused:
        return
    assert 0.3 < float(facts.seconds) < 1.7


@pytest.mark.parametrize(
    "rubbish",
    [
        b"",
        b"RIFF",
        b"OggS" + bytes(40),
        b"\xff\xfb" + bytes(200),
        b"<svg/>",
        b"#EXTM3U\nfile:///etc/passwd\n",
    ],
)
async def test_rubbish_is_refused(tmp_path: Path, settings: RenderSettings, rubbish: bytes) -> None:
    source = tmp_path / "sound.mp3"
    source.write_bytes(rubbish)

    with pytest.raises(SoundRefused):
        await decoded(source, settings)


async def test_more_than_the_limit_is_refused_and_not_decoded_to_its_end(
    tmp_path: Path, settings: RenderSettings
) -> None:
    source = sound(tmp_path, "mp3", 400)

    with pytest.raises(SoundRefused, match="longer than 10 s"):
        await decoded(source, settings)

    assert (tmp_path / "out.wav").stat().st_size < 12 * 48_000 * 4


async def test_a_film_without_sound_is_refused(tmp_path: Path, settings: RenderSettings) -> None:
    source = tmp_path / "film.mp4"
    ffmpeg("-f", "lavfi", "-i", "color=red:s=64x64:d=0.2", str(source))

    with pytest.raises(SoundRefused, match="no sound"):
        await decoded(source, settings)
