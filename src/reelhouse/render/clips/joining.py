"""Clips joined in order, each with its own sound; picture and sound are trimmed alike."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path

from reelhouse.kit.errors import ReelhouseError
from reelhouse.render.clips.conform import SOUND, Clip
from reelhouse.render.clips.pictures import h264, into_mp4, tagged
from reelhouse.render.clips.reading import ClipFacts, ClipUnreadable, read_clip
from reelhouse.render.ffmpeg import PROTOCOLS, find_ffmpeg
from reelhouse.render.settings import RenderSettings

STAGE = "joining clips"
LONGEST = 3600
SEAM_SECONDS = "0.005"
"""Sound fades so long at every seam: a cut in the middle of a wave would click."""


class ClipRefused(ReelhouseError):
    """The clip of that `number` (from 0) cannot be joined; `reason` goes on after "it cannot be used:"."""

    code = "clip_refused"

    def __init__(self, number: int, reason: str) -> None:
        super().__init__(f"The clip {number + 1} cannot be used: {reason}.")
        self.number = number
        self.reason = reason


@dataclass(frozen=True, slots=True)
class Joined:
    """`reencoded` tells whether pictures were encoded anew; `notes` what was brought into line."""

    clip: Clip
    reencoded: bool
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Part:
    facts: ClipFacts
    start: Fraction
    frames: int

    def seconds(self, fps: Fraction) -> Fraction:
        return self.frames / fps


async def join(
    clips: Sequence[Path],
    out: Path,
    *,
    trim_seconds: Fraction,
    folder: Path,
    settings: RenderSettings,
    progress: Callable[[float], None],
) -> Joined:
    """Write the clips as one MP4 file of the size and rate of the first.

    Every clip but the first loses `trim_seconds` at its head. One of another shape is fitted between black
    bars; one without sound is silent. Clips that are encoded alike and lose nothing are not encoded again.
    Raises `ClipRefused`, and what ffmpeg's run raises.
    """
    facts = [await _read(number, path) for number, path in enumerate(clips)]
    first = facts[0]
    parts = [_part(number, one, first.fps, trim_seconds) for number, one in enumerate(facts)]
    total = sum(part.frames for part in parts)
    if total / first.fps > LONGEST:
        raise ClipRefused(len(clips) - 1, f"together the clips are longer than {LONGEST} s")
    has_sound = any(one.sound for one in facts)
    width, height = first.width // 2 * 2, first.height // 2 * 2
    ffmpeg = await find_ffmpeg(settings)
    if not trim_seconds and _alike(facts):
        listed = folder / "clips.txt"
        listed.write_text("".join(f"file '{path}'\n" for path in clips))
        arguments = [
            *PROTOCOLS, "-f", "concat", "-safe", "0", "-i", str(listed), "-c", "copy",
            "-map_metadata", "-1", "-movflags", "+faststart", "-f", "mp4", str(out),
        ]  # fmt: skip
    else:
        arguments = [
            *(word for path in clips for word in (*PROTOCOLS, "-i", str(path))),
            "-filter_complex", _graph(parts, first.fps, (width, height), sound=has_sound),
            "-map", "[v]", *(("-map", "[a]", *SOUND) if has_sound else ("-an",)),
            *h264(settings, first.fps), "-frames:v", str(total), *into_mp4(first.fps), str(out),
        ]  # fmt: skip
    await ffmpeg.run(
        arguments, cwd=folder, stage=STAGE, on_frames=lambda done: progress(min(done / total, 1.0))
    )
    made = await read_clip(out)
    return Joined(
        Clip(made.width, made.height, made.frames, first.fps, has_sound),
        reencoded=bool(trim_seconds) or not _alike(facts),
        notes=tuple(_notes(facts)),
    )


async def _read(number: int, path: Path) -> ClipFacts:
    try:
        return await read_clip(path)
    except ClipUnreadable as refusal:
        raise ClipRefused(number, refusal.reason) from refusal


def _part(number: int, facts: ClipFacts, fps: Fraction, trim: Fraction) -> _Part:
    start = trim if number else Fraction(0)
    left = Fraction(facts.seconds).limit_denominator(1_000_000) - start
    frames = round(left * fps)
    if frames < 1:
        raise ClipRefused(
            number, f"it lasts {facts.seconds:.3f} s, and {float(trim):.3f} s are to be trimmed from its head"
        )
    return _Part(facts, start, frames)


def _alike(facts: Sequence[ClipFacts]) -> bool:
    """Whether one decoder plays all of them one after another."""
    looks = {
        (one.codec, one.pixel_format, one.parameters, one.fps, one.width, one.height, one.turned, one.sound)
        for one in facts
    }
    first = facts[0]
    return (
        len(looks) == 1
        and first.codec == "h264"
        and first.pixel_format == "yuv420p"
        and (first.sound is None or first.sound.startswith("aac "))
    )


def _graph(parts: Sequence[_Part], fps: Fraction, size: tuple[int, int], *, sound: bool) -> str:
    width, height = size
    chains, pads = [], ""
    for number, part in enumerate(parts):
        start, seconds = f"{float(part.start):.6f}", f"{float(part.seconds(fps)):.6f}"
        chains.append(
            f"[{number}:v:0]setpts=PTS-STARTPTS,trim=start={start},setpts=PTS-STARTPTS,fps={fps},"
            f"scale={width}:{height}:force_original_aspect_ratio=decrease:force_divisible_by=2,"
            f"pad={width}:{height}:(ow-iw)/2:(oh-ih)/2,setsar=1,format=yuv420p,"
            f"tpad=stop_mode=clone:stop=8,trim=end_frame={part.frames},setpts=PTS-STARTPTS[v{number}]"
        )
        pads += f"[v{number}]"
        if sound:
            chains.append(f"{_sound(number, part, start, seconds)}[a{number}]")
            pads += f"[a{number}]"
    chains.append(f"{pads}concat=n={len(parts)}:v=1:a={int(sound)}[j]{'[a]' if sound else ''}")
    return ";".join([*chains, f"[j]{tagged()}[v]"])


def _sound(number: int, part: _Part, start: str, seconds: str) -> str:
    if part.facts.sound is None:
        return f"anullsrc=r=48000:cl=stereo,atrim=duration={seconds}"
    out_at = f"{max(float(seconds) - float(SEAM_SECONDS), 0):.6f}"
    return (
        f"[{number}:a:0]asetpts=PTS-STARTPTS,atrim=start={start},asetpts=PTS-STARTPTS,"
        f"aresample=48000,aformat=sample_fmts=fltp:channel_layouts=stereo,apad,atrim=duration={seconds},"
        f"afade=t=in:d={SEAM_SECONDS},afade=t=out:st={out_at}:d={SEAM_SECONDS}"
    )


def _notes(facts: Sequence[ClipFacts]) -> list[str]:
    first, notes = facts[0], []
    for number, one in enumerate(facts[1:], start=2):
        if (one.width, one.height) != (first.width, first.height):
            notes.append(
                f"Clip {number} was fitted from {one.width} x {one.height} to {first.width} x {first.height}."
            )
        if one.fps != first.fps:
            notes.append(f"Clip {number} was brought from {float(one.fps):g} to {float(first.fps):g} fps.")
    return notes
