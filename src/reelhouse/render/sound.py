"""The sound of a video: voice, music under it, and one loudness for all."""

import asyncio
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

import numpy as np

from reelhouse.media.composition import Composition
from reelhouse.render.cache import Cache, key_of, link_or_copy
from reelhouse.render.ducking import duck_gain
from reelhouse.render.errors import MediaMissing, RenderFailed
from reelhouse.render.ffmpeg import PROTOCOLS, Ffmpeg
from reelhouse.render.limiting import Curve, Levels, levels_for
from reelhouse.render.loudness import CEILING_DBTP, SAMPLE_RATE, SILENCE_LUFS, STEP, TARGET_LUFS
from reelhouse.render.mixing import Mix, Track, loudness_of
from reelhouse.render.scratch import unfinished
from reelhouse.render.types import MediaFiles

VOICE_LUFS = -18.0
MUSIC_LUFS = -25.0
"""Where nobody speaks; under the voice it is ducked by ten more."""

MOST_GAIN = 40.0
ROOM_FOR_AAC = 0.5
"""dB that the limiter leaves, because decoded AAC overshoots what was encoded."""

HEADROOM_LU = 6.0
"""A mix is seldom made louder by more; then peaks between samples are looked for lower down."""

OVERSHOOT_DB = 3.0
"""A peak between two samples stands so far above them at the most."""

BIT_RATE = "160k"
VOICE = "highpass=f=65,acompressor=threshold=0.127:ratio=2.5:attack=6:release=120:knee=4"
FADE_IN = 0.2
FADE_OUT = 1.6


@dataclass(frozen=True, slots=True)
class _Pieces:
    voice: Path
    music: Path | None


class SoundMixer:
    """Makes the AAC track of a composition."""

    def __init__(self, ffmpeg: Ffmpeg, cache: Cache) -> None:
        self._ffmpeg = ffmpeg
        self._cache = cache

    async def mix(
        self,
        composition: Composition,
        media: MediaFiles,
        *,
        correction: float = 0.0,
        headroom: float = 0.0,
        afresh: bool = False,
    ) -> Path:
        """The track as a file of the cache: −14 LUFS (plus `correction` in LU) and under −1 dBTP.

        With `headroom` the peaks stay below that by so many dB more; with `afresh` it is mixed even when it
        was mixed before. Raises `MediaMissing`, `RenderFailed` when the voice is silent, or what `Ffmpeg.run`
        raises.
        """
        pieces = _pieces(composition, media)
        key = _key(composition, self._ffmpeg, correction, headroom)
        found = None if afresh else self._cache.find(key, ".m4a")
        if found:
            return found
        target = self._cache.target(key, ".m4a")
        with unfinished(target.with_suffix("")) as folder:
            folder.mkdir()
            await self._decode(pieces, folder)
            mix = await asyncio.to_thread(_laid, composition, pieces, folder)
            ceiling = CEILING_DBTP - ROOM_FOR_AAC - headroom
            levels = await asyncio.to_thread(_levels, mix, TARGET_LUFS + correction, ceiling)
            return self._cache.keep(await self._encode(mix, levels, folder), target)

    async def _decode(self, pieces: _Pieces, folder: Path) -> None:
        """Both recordings as raw floats at 48 kHz, the voice with its tone and dynamics evened."""
        link_or_copy(pieces.voice, folder / "voice.wav")
        inputs = [*PROTOCOLS, "-i", "voice.wav"]
        mono = "aformat=sample_fmts=flt:channel_layouts=mono"
        outputs = ["-map", "0:a:0", "-af", f"aresample={SAMPLE_RATE},{mono},{VOICE},{mono}", *_raw("voice")]
        if pieces.music is not None:
            link_or_copy(pieces.music, folder / "music.wav")
            inputs += [*PROTOCOLS, "-i", "music.wav"]
            stereo = f"aresample={SAMPLE_RATE},aformat=sample_fmts=flt:channel_layouts=stereo"
            outputs += ["-map", "1:a:0", "-af", stereo, *_raw("music")]
        await self._ffmpeg.run([*inputs, *outputs], cwd=folder, stage="mixing sound")

    async def _encode(self, mix: Mix, levels: Levels, folder: Path) -> Path:
        def pour(inlet: BinaryIO) -> None:
            for block in mix.levelled(levels):
                left = memoryview(block.astype("<f4").tobytes())
                while left:
                    left = left[inlet.write(left) :]

        raw = ("-f", "f32le", "-ar", str(SAMPLE_RATE), "-ch_layout", "stereo", "-i", "pipe:0")
        codec = ("-c:a", "aac", "-aac_coder", "fast", "-b:a", BIT_RATE, "-fflags", "+bitexact")
        arguments = [*PROTOCOLS, *raw, *codec, "-flags:a", "+bitexact", "sound.m4a"]
        await self._ffmpeg.run(arguments, cwd=folder, stage="levelling sound", stdin=pour)
        return folder / "sound.m4a"


def _raw(name: str) -> Iterator[str]:
    yield from ("-f", "f32le", f"{name}.f32")


def _laid(composition: Composition, pieces: _Pieces, folder: Path) -> Mix:
    """Both recordings at the loudness that they have against each other."""
    voice = Track(folder / "voice.f32", 1)
    start = round(composition.narration.offset * SAMPLE_RATE)
    # In the middle of stereo, a mono sound has the energy of both channels: 3.01 LU more.
    voice = Track(voice.path, 1, _gain(loudness_of(voice) + 3.01, VOICE_LUFS), start)
    music = None
    if pieces.music is not None:
        music = Track(folder / "music.f32", 2)
        music = Track(music.path, 2, _gain(loudness_of(music), MUSIC_LUFS))
    return Mix(voice, music, bed_curve(composition), _samples(composition))


def _gain(lufs: float, target: float) -> float:
    if lufs <= SILENCE_LUFS:
        return 1.0
    return float(10 ** (max(-MOST_GAIN, min(MOST_GAIN, target - lufs)) / 20))


def bed_curve(composition: Composition) -> Curve:
    """How loud the music is at each millisecond: ducked under the voice, faded in and out."""
    points = -(-_samples(composition) // STEP) + 1
    words = composition.narration.timing.shifted(composition.narration.offset).words
    at = np.arange(points) / 1000
    fading = np.clip((float(composition.duration) - at) / FADE_OUT, 0, 1)
    shape = np.minimum(1, at / FADE_IN) * np.sin(np.pi / 2 * fading)
    return np.asarray(duck_gain(words, points, 1000) * shape, np.float32)


def _levels(mix: Mix, lufs: float, ceiling: float) -> Levels:
    """Raises `RenderFailed` when there is nothing to be heard."""
    room = HEADROOM_LU
    while True:
        survey = mix.survey(near=10 ** ((ceiling - OVERSHOOT_DB - room) / 20))
        levels = levels_for(survey, lufs, ceiling)
        needed = 20 * float(np.log10(levels.gain))
        if not survey.energies.any() or not survey.peaks.any():
            raise RenderFailed("levelling sound", "the mix is silent")
        if needed <= room:
            return levels
        room = needed + 1


def _pieces(composition: Composition, media: MediaFiles) -> _Pieces:
    music = composition.music
    return _Pieces(
        voice=find_media(media, composition.narration.audio.sha256),
        music=find_media(media, music.audio.sha256) if music else None,
    )


def find_media(media: MediaFiles, sha256: str) -> Path:
    """Where the bytes of a hash lie; raises `MediaMissing`."""
    path = media.get(sha256)
    if path is None or not path.is_file():
        raise MediaMissing(sha256)
    return path


def _samples(composition: Composition) -> int:
    return round(composition.duration * SAMPLE_RATE)


def _key(composition: Composition, ffmpeg: Ffmpeg, correction: float, headroom: float) -> str:
    narration = composition.narration
    return key_of(
        "sound 2",
        narration.audio.sha256,
        str(narration.offset),
        *(f"{word.span.start} {word.span.end}" for word in narration.timing.words),
        composition.music.audio.sha256 if composition.music else "no music",
        str(composition.duration),
        f"{correction:.2f} {headroom:.2f}",
        ffmpeg.version,
    )
