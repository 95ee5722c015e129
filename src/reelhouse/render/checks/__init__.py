"""What a finished video is held to before anybody pays for it.

Everything is measured on the file itself: its container is read, its pictures and its sound are decoded.
Each finding has a stable name, which a job shows when its video fails.
"""

import asyncio
import re
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from reelhouse.media.composition import Composition, PresenterScene
from reelhouse.media.speech import Word
from reelhouse.media.time import Span
from reelhouse.render.errors import RenderFailed
from reelhouse.render.ffmpeg import PROTOCOLS, Ffmpeg, find_ffmpeg
from reelhouse.render.loudness import (
    CEILING_DBTP,
    SILENCE_LUFS,
    TARGET_LUFS,
    TOLERANCE_LU,
    Loudness,
    summary_of,
)
from reelhouse.render.probe import Probe, probe
from reelhouse.render.settings import RenderSettings
from reelhouse.render.types import Examination, Finding

CHECKS_VERSION = "1"
"""Goes up whenever an old result would be judged otherwise."""

SMALLER = "scale=iw/4:ih/4:flags=neighbor"
"""A sixteenth of the pixels, unsmoothed, shows as well whether a picture is black or stands still."""

BLACK = "blackdetect=d=0.01:pic_th=0.995:pix_th=0.04"
STILL = "freezedetect=n=0.0005:d={seconds}"
LONGEST_STILL = Fraction(3, 2)
"""Seconds that a presenter may stand like a photograph; they blink and sway all the time."""

LISTENING_RATE = 16_000
WINDOW = LISTENING_RATE // 50
SHORTEST_WORD = Fraction(8, 100)
QUIETEST_WORD_DBFS = -36.0
"""The loudest 20 ms of a word: below this nobody hears it in a mix of −14 LUFS."""

BT709_TV = "1-1-1-1"


class Check(StrEnum):
    """The stable names of findings."""

    READABLE = "readable"
    CONTAINER = "container"
    FASTSTART = "faststart"
    VIDEO_CODEC = "video_codec"
    PROFILE = "profile"
    PIXEL_FORMAT = "pixel_format"
    COLOUR = "colour"
    SIZE = "size"
    FRAME_RATE = "frame_rate"
    FRAME_COUNT = "frame_count"
    DURATION = "duration"
    AUDIO_CODEC = "audio_codec"
    SAMPLE_RATE = "sample_rate"
    DECODES = "decodes"
    BLACK = "black"
    FROZEN = "frozen"
    SILENT_SPEECH = "silent_speech"
    LOUDNESS = "loudness"
    TRUE_PEAK = "true_peak"


SOUND_LEVELS = frozenset({Check.LOUDNESS, Check.TRUE_PEAK})
"""What a new mix may repair without touching a picture."""


@dataclass(frozen=True, slots=True)
class _Pictures:
    """Stretches in seconds from the start of the file."""

    black: tuple[Span, ...]
    still: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class _Sound:
    loudness: Loudness
    samples: NDArray[np.float32]


async def examine(
    path: Path, composition: Composition, *, settings: RenderSettings, every_picture: bool = True
) -> Examination:
    """Measure a finished file against its composition.

    Without `every_picture` only those are decoded that others are built upon, about every second one. It
    takes half the time and misses nothing that lasts for two frames.

    A file that cannot be read at all is a finding too. Raises `FfmpegMissing` and `ProcessTimedOut`.
    """
    path, size, facts = await asyncio.to_thread(_look, path)
    if facts is None or not facts.video_codec:
        return _unreadable(size)
    findings = list(_container_findings(facts, composition))
    loudness = Loudness(SILENCE_LUFS, SILENCE_LUFS)
    try:
        ffmpeg = await find_ffmpeg(settings)
        pictures, sound = await asyncio.gather(
            _watch(ffmpeg, path, every_picture=every_picture),
            _listen(ffmpeg, path, silent=not facts.audio_codec),
        )
    except RenderFailed as failure:
        findings.append(Finding(Check.DECODES, "no error", failure.log.strip()[-200:]))
    else:
        loudness = sound.loudness
        findings += _picture_findings(pictures, composition)
        findings += _sound_findings(sound, composition)
    return Examination(
        duration=facts.duration,
        frames=facts.frames,
        width=facts.width,
        height=facts.height,
        loudness_lufs=loudness.lufs,
        true_peak_dbtp=loudness.true_peak_dbtp,
        size=size,
        findings=tuple(findings),
    )


def _look(path: Path) -> tuple[Path, int, Probe | None]:
    path = path.absolute()
    return path, path.stat().st_size, probe(path)


def _unreadable(size: int) -> Examination:
    finding = Finding(Check.READABLE, "a video file", "something that cannot be read as one")
    return Examination(
        duration=Fraction(0),
        frames=0,
        width=0,
        height=0,
        loudness_lufs=SILENCE_LUFS,
        true_peak_dbtp=SILENCE_LUFS,
        size=size,
        findings=(finding,),
    )


def _container_findings(facts: Probe, composition: Composition) -> Iterator[Finding]:
    canvas = composition.canvas
    wanted = (
        (Check.FASTSTART, "index first", "index first" if facts.faststart else "index last"),
        (Check.VIDEO_CODEC, "h264", facts.video_codec),
        (Check.PROFILE, "High", facts.profile),
        (Check.PIXEL_FORMAT, "yuv420p", facts.pixel_format),
        (Check.COLOUR, BT709_TV, facts.colour),
        (Check.SIZE, f"{canvas.width}x{canvas.height}", f"{facts.width}x{facts.height}"),
        (Check.FRAME_RATE, str(canvas.fps), str(facts.fps)),
        (Check.FRAME_COUNT, str(composition.frames), str(facts.frames)),
        (Check.AUDIO_CODEC, "aac", facts.audio_codec or "no sound"),
        (Check.SAMPLE_RATE, "48000", str(facts.sample_rate)),
    )
    if "mp4" not in facts.container.split(","):
        yield Finding(Check.CONTAINER, "mp4", facts.container)
    for check, expected, found in wanted:
        if expected != found:
            yield Finding(check, expected, found)
    if abs(facts.duration - composition.duration) > Fraction(1, canvas.fps):
        yield Finding(
            Check.DURATION, f"{float(composition.duration):.3f} s", f"{float(facts.duration):.3f} s"
        )


async def _watch(ffmpeg: Ffmpeg, path: Path, *, every_picture: bool) -> _Pictures:
    """Decode the pictures; the first one that is damaged ends it."""
    still = STILL.format(seconds=float(LONGEST_STILL))
    skipped = "default" if every_picture else "noref"
    arguments = [
        *PROTOCOLS, "-threads", "1", "-err_detect", "explode", "-xerror",
        "-skip_frame", skipped, "-skip_loop_filter", "all", "-i", str(path),
        "-map", "0:v:0", "-vf", f"{SMALLER},{BLACK},{still}", "-f", "null", "-",
    ]  # fmt: skip
    told = await ffmpeg.run(arguments, cwd=path.parent, stage="watching the result", level="info")
    return _Pictures(
        black=tuple(_stretches(told.log, r"black_start:(\S+)", r"black_end:(\S+)")),
        still=tuple(_stretches(told.log, r"freeze_start: (\S+)", r"freeze_end: (\S+)")),
    )


def _stretches(log: str, starts: str, ends: str) -> Iterator[Span]:
    """Pairs of times in the log; the last one may be open, and then lasts for ever."""
    begun = [Fraction(found) for found in re.findall(starts, log)]
    ended = [Fraction(found) for found in re.findall(ends, log)]
    ended += [Fraction(10**9)] * (len(begun) - len(ended))
    return (Span(begin, end) for begin, end in zip(begun, ended, strict=True))


async def _listen(ffmpeg: Ffmpeg, path: Path, *, silent: bool) -> _Sound:
    """Decode the sound twice at once: for its loudness, and as samples to look for the words in."""
    if silent:
        return _Sound(Loudness(SILENCE_LUFS, SILENCE_LUFS), np.zeros(0, np.float32))
    graph = (
        "[0:a:0]asplit[a][b];[a]ebur128=peak=true:framelog=quiet[loud];"
        f"[b]aresample={LISTENING_RATE},aformat=sample_fmts=flt:channel_layouts=mono[heard]"
    )
    with tempfile.TemporaryDirectory(prefix="reelhouse-listen-") as folder:
        heard = Path(folder) / "heard.f32"
        arguments = [
            *PROTOCOLS, "-xerror", "-i", str(path), "-filter_complex", graph,
            "-map", "[loud]", "-f", "null", "-", "-map", "[heard]", "-f", "f32le", str(heard),
        ]  # fmt: skip
        told = await ffmpeg.run(arguments, cwd=Path(folder), stage="listening to the result", level="info")
        return _Sound(summary_of(told.log), np.fromfile(heard, np.float32))


def _picture_findings(pictures: _Pictures, composition: Composition) -> Iterator[Finding]:
    for stretch in pictures.black:
        yield Finding(Check.BLACK, "no black picture", _told(stretch, composition))
    for scene in composition.scenes:
        if not isinstance(scene, PresenterScene):
            continue
        for stretch in pictures.still:
            begin, end = max(stretch.start, scene.span.start), min(stretch.end, scene.span.end)
            if end - begin >= LONGEST_STILL:
                yield Finding(Check.FROZEN, "a presenter who moves", _told(Span(begin, end), composition))


def _told(stretch: Span, composition: Composition) -> str:
    return f"{float(stretch.start):.2f} s to {float(min(stretch.end, composition.duration)):.2f} s"


def _sound_findings(sound: _Sound, composition: Composition) -> Iterator[Finding]:
    lufs, peak = sound.loudness.lufs, sound.loudness.true_peak_dbtp
    if abs(lufs - TARGET_LUFS) > TOLERANCE_LU:
        yield Finding(Check.LOUDNESS, f"{TARGET_LUFS:g} LUFS ± {TOLERANCE_LU:g}", f"{lufs:.1f} LUFS")
    if peak > CEILING_DBTP:
        yield Finding(Check.TRUE_PEAK, f"at most {CEILING_DBTP:g} dBTP", f"{peak:.1f} dBTP")
    unheard = [word for word in _spoken(composition) if _loudest(sound.samples, word) < QUIETEST_WORD_DBFS]
    if unheard:
        listed = ", ".join(f"{word.text!r} at {float(word.span.start):.2f} s" for word in unheard[:5])
        yield Finding(Check.SILENT_SPEECH, "every word heard", f"{len(unheard)} unheard: {listed}")


def _spoken(composition: Composition) -> Iterator[Word]:
    """Words that make a sound and are long enough to be looked for."""
    narration = composition.narration
    for word in narration.timing.shifted(narration.offset).words:
        speaks = any(character.isalnum() for character in word.text)
        if speaks and word.span.duration >= SHORTEST_WORD and word.span.end <= composition.duration:
            yield word


def _loudest(samples: NDArray[np.float32], word: Word) -> float:
    """The level of the loudest 20 ms within a word, in dBFS."""
    begin, end = (int(moment * LISTENING_RATE) for moment in (word.span.start, word.span.end))
    heard = samples[begin:end]
    windows = heard[: len(heard) // WINDOW * WINDOW].reshape(-1, WINDOW)
    if not windows.size:
        return -float("inf")
    power = float(np.max(np.mean(np.square(windows, dtype=np.float64), axis=1)))
    return 10 * float(np.log10(power + 1e-12))
