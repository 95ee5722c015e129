"""The sound of a video: voice, music under it, and one loudness for all."""

import asyncio
from dataclasses import dataclass
from pathlib import Path

from reelhouse.media.composition import Composition
from reelhouse.render.cache import Cache, key_of, link_or_copy
from reelhouse.render.ducking import duck_gain
from reelhouse.render.errors import MediaMissing, RenderFailed
from reelhouse.render.ffmpeg import PROTOCOLS, Ffmpeg
from reelhouse.render.loudness import CEILING_DBTP, TARGET_LUFS, Loudness, measure
from reelhouse.render.scratch import unfinished
from reelhouse.render.types import MediaFiles

SAMPLE_RATE = 48_000
VOICE_LUFS = -18.0
MUSIC_LUFS = -25.0
"""Where nobody speaks; under the voice it is ducked by ten more."""

MOST_GAIN = 40.0
ROOM_FOR_AAC = 0.5
"""dB that the limiter leaves, because decoded AAC overshoots what was encoded."""

NEAR_ENOUGH = 0.3
ATTEMPTS = 3
BIT_RATE = "160k"
VOICE = "highpass=f=65,acompressor=threshold=0.09:ratio=2.5:attack=6:release=120:knee=4"
STEREO = f"aresample={SAMPLE_RATE},aformat=sample_fmts=fltp:channel_layouts=stereo"
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

    async def mix(self, composition: Composition, media: MediaFiles, *, correction: float = 0.0) -> Path:
        """The track as a file of the cache: −14 LUFS (plus `correction` in LU) and under −1 dBTP.

        Raises `MediaMissing`, `RenderFailed` when the voice is silent, or what `Ffmpeg.run` raises.
        """
        pieces = _pieces(composition, media)
        key = _key(composition, self._ffmpeg, correction)
        if found := self._cache.find(key, ".m4a"):
            return found
        target = self._cache.target(key, ".m4a")
        with unfinished(target.with_suffix("")) as folder:
            folder.mkdir()
            await self._lay(composition, pieces, folder)
            made = await self._level(folder, _samples(composition), TARGET_LUFS + correction)
            return self._cache.keep(made, target)

    async def _lay(self, composition: Composition, pieces: _Pieces, folder: Path) -> None:
        """Voice and ducked music as one uncompressed file, `mix.wav`."""
        samples = _samples(composition)
        whole = f"apad=whole_len={samples},atrim=end_sample={samples}"
        link_or_copy(pieces.voice, folder / "voice.wav")
        voice = f"{STEREO},{VOICE}"
        level = await self._gain(folder / "voice.wav", voice, VOICE_LUFS)
        delay = round(composition.narration.offset * SAMPLE_RATE)
        graph = f"[0:a]{voice},volume={level:.2f}dB,adelay=delays={delay}S:all=1,{whole}[voice]"
        inputs = [*PROTOCOLS, "-i", "voice.wav"]
        if pieces.music is None:
            graph += ";[voice]anull[mix]"
        else:
            link_or_copy(pieces.music, folder / "music.wav")
            level = await self._gain(folder / "music.wav", STEREO, MUSIC_LUFS)
            await asyncio.to_thread(_write_duck, composition, folder / "duck.f32")
            inputs += [*PROTOCOLS, "-i", "music.wav", *PROTOCOLS]
            inputs += ["-f", "f32le", "-ar", str(SAMPLE_RATE), "-ch_layout", "mono", "-i", "duck.f32"]
            fade = max(0.0, float(composition.duration) - FADE_OUT)
            graph += (
                f";[1:a]{STEREO},volume={level:.2f}dB,{whole},afade=in:d={FADE_IN},"
                f"afade=out:st={fade:.3f}:d={FADE_OUT}:curve=qsin[music];"
                f"[2:a]pan=stereo|c0=c0|c1=c0,aformat=sample_fmts=fltp,{whole}[duck];"
                "[music][duck]amultiply[bed];[voice][bed]amix=inputs=2:normalize=0[mix]"
            )
        arguments = [*inputs, "-filter_complex", graph, "-map", "[mix]", "-c:a", "pcm_f32le", "mix.wav"]
        await self._ffmpeg.run(arguments, cwd=folder, stage="mixing sound")

    async def _gain(self, path: Path, through: str, target: float) -> float:
        loudness = await measure(self._ffmpeg, path, through=through)
        if loudness.silent:
            return 0.0
        return max(-MOST_GAIN, min(MOST_GAIN, target - loudness.lufs))

    async def _level(self, folder: Path, samples: int, target: float) -> Path:
        """Encode at the right loudness, and measure what came out: the encoder changes it a little."""
        loudness = await measure(self._ffmpeg, folder / "mix.wav")
        if loudness.silent:
            raise RenderFailed("levelling sound", "the mix is silent")
        gain = target - loudness.lufs
        ceiling = CEILING_DBTP - ROOM_FOR_AAC
        for _ in range(ATTEMPTS):
            heard = await self._encode(folder, samples, gain, ceiling)
            loud_enough = abs(heard.lufs - target) <= NEAR_ENOUGH
            if loud_enough and heard.true_peak_dbtp <= CEILING_DBTP:
                break
            gain += target - heard.lufs
            ceiling -= max(0.0, heard.true_peak_dbtp - CEILING_DBTP)
        return folder / "sound.m4a"

    async def _encode(self, folder: Path, samples: int, gain: float, ceiling: float) -> Loudness:
        limiter = f"alimiter=limit={10 ** (ceiling / 20):.4f}:attack=3:release=60:level=0:latency=1"
        chain = (
            f"volume={gain:.2f}dB,aresample={4 * SAMPLE_RATE},{limiter},aresample={SAMPLE_RATE},"
            f"apad=whole_len={samples},atrim=end_sample={samples}"
        )
        codec = ("-c:a", "aac", "-aac_coder", "fast", "-b:a", BIT_RATE, "-fflags", "+bitexact")
        arguments = [*PROTOCOLS, "-i", "mix.wav", "-af", chain, *codec, "-flags:a", "+bitexact", "sound.m4a"]
        await self._ffmpeg.run(arguments, cwd=folder, stage="levelling sound")
        return await measure(self._ffmpeg, folder / "sound.m4a")


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


def _key(composition: Composition, ffmpeg: Ffmpeg, correction: float) -> str:
    narration = composition.narration
    return key_of(
        "sound 1",
        narration.audio.sha256,
        str(narration.offset),
        *(f"{word.span.start} {word.span.end}" for word in narration.timing.words),
        composition.music.audio.sha256 if composition.music else "no music",
        str(composition.duration),
        f"{correction:.2f}",
        ffmpeg.version,
    )


def _write_duck(composition: Composition, path: Path) -> None:
    words = composition.narration.timing.shifted(composition.narration.offset).words
    path.write_bytes(duck_gain(words, _samples(composition), SAMPLE_RATE).tobytes())
