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
    path: Path
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
    bars; one without sound is silent. Of clips that are encoded alike, only pictures of those that lose
    something are encoded again. Raises `ClipRefused`, and what ffmpeg's run raises.
    """
    facts = [await _read(number, path) for number, path in enumerate(clips)]
    first = facts[0]
    parts = [
        _part(number, path, one, first.fps, trim_seconds)
        for number, (path, one) in enumerate(zip(clips, facts, strict=True))
    ]
    if sum(part.frames for part in parts) / first.fps > LONGEST:
        raise ClipRefused(len(clips) - 1, f"together the clips are longer than {LONGEST} s")
    work = _Joining(parts, first, folder, settings, progress)
    made = await work.stitched(out) if _alike(facts) else None
    reencoded = bool(trim_seconds) or made is None
    if made is None:
        made = await work.encoded(out)
    return Joined(
        Clip(made.width, made.height, made.frames, first.fps, work.has_sound),
        reencoded=reencoded,
        notes=tuple(_notes(facts)),
    )


class _Joining:
    def __init__(
        self,
        parts: Sequence[_Part],
        first: ClipFacts,
        folder: Path,
        settings: RenderSettings,
        progress: Callable[[float], None],
    ) -> None:
        self._parts = parts
        self._first = first
        self._folder = folder
        self._settings = settings
        self._progress = progress
        self._total = sum(part.frames for part in parts)
        self.has_sound = any(part.facts.sound for part in parts)

    async def stitched(self, out: Path) -> ClipFacts | None:
        """Pictures taken over as they are wherever they can be; None when they do not fit together."""
        pictures = [await self._pictures(number, part) for number, part in enumerate(self._parts)]
        if None in pictures:
            return None
        listed = self._folder / "pictures.txt"
        listed.write_text("".join(f"file '{one}'\n" for one in pictures))
        await self._run(
            [*PROTOCOLS, "-f", "concat", "-i", listed.name],
            ["-map", "0:v:0", "-c:v", "copy"],
            _graph_of_sound(self._parts, self._first.fps, first_input=1) if self.has_sound else "",
            out,
        )
        made = await read_clip(out)
        return made if made.frames == self._total else None

    async def encoded(self, out: Path) -> ClipFacts:
        """Everything encoded anew, in one run."""
        size = self._first.width // 2 * 2, self._first.height // 2 * 2
        graphs = [_graph_of_pictures(self._parts, self._first.fps, size)]
        if self.has_sound:
            graphs.append(_graph_of_sound(self._parts, self._first.fps, first_input=0))
        coding = ["-map", "[v]", *h264(self._settings, self._first.fps), "-frames:v", str(self._total)]
        await self._run([], coding, ";".join(graphs), out)
        return await read_clip(out)

    async def _pictures(self, number: int, part: _Part) -> str | None:
        """The pictures of a part alone, as the name of a file; None when they differ from the others."""
        name, fps = f"pictures{number}.mp4", self._first.fps
        if not part.start:
            coding = ["-c:v", "copy"]
        else:
            cut = f"trim=start={float(part.start):.6f},setpts=PTS-STARTPTS,fps={fps}"
            coding = ["-vf", tagged(cut), *h264(self._settings, fps), "-frames:v", str(part.frames)]
        arguments = [
            *PROTOCOLS, "-i", str(part.path), "-map", "0:v:0", *coding, "-an", *into_mp4(fps), name,
        ]  # fmt: skip
        before = sum(one.frames for one in self._parts[:number])
        ffmpeg = await find_ffmpeg(self._settings)
        await ffmpeg.run(
            arguments,
            cwd=self._folder,
            stage=STAGE,
            on_frames=lambda done: self._progress(min((before + done) / self._total, 1.0)),
        )
        if part.start:
            made = await read_clip(self._folder / name)
            if (made.parameters, made.frames) != (self._first.parameters, part.frames):
                return None
        return name

    async def _run(self, inputs: Sequence[str], pictures: Sequence[str], graph: str, out: Path) -> None:
        ffmpeg = await find_ffmpeg(self._settings)
        sources = [word for part in self._parts for word in (*PROTOCOLS, "-i", str(part.path))]
        arguments = [
            *inputs, *(sources if graph else ()), *(("-filter_complex", graph) if graph else ()),
            *pictures, *(("-map", "[a]", *SOUND) if self.has_sound else ("-an",)),
            *into_mp4(self._first.fps), str(out),
        ]  # fmt: skip
        await ffmpeg.run(
            arguments,
            cwd=self._folder,
            stage=STAGE,
            on_frames=lambda done: self._progress(min(done / self._total, 1.0)),
        )


async def _read(number: int, path: Path) -> ClipFacts:
    try:
        return await read_clip(path)
    except ClipUnreadable as refusal:
        raise ClipRefused(number, refusal.reason) from refusal


def _part(number: int, path: Path, facts: ClipFacts, fps: Fraction, trim: Fraction) -> _Part:
    start = trim if number else Fraction(0)
    left = Fraction(facts.seconds).limit_denominator(1_000_000) - start
    frames = round(left * fps)
    if frames < 1:
        raise ClipRefused(
            number, f"it lasts {facts.seconds:.3f} s, and {float(trim):.3f} s are to be trimmed from its head"
        )
    return _Part(path, facts, start, frames)


def _alike(facts: Sequence[ClipFacts]) -> bool:
    """Whether one decoder shows the pictures of all of them one after another."""
    looks = {
        (one.codec, one.pixel_format, one.parameters, one.fps, one.width, one.height, one.turned)
        for one in facts
    }
    first = facts[0]
    return len(looks) == 1 and not first.turned and (first.codec, first.pixel_format) == ("h264", "yuv420p")


def _graph_of_pictures(parts: Sequence[_Part], fps: Fraction, size: tuple[int, int]) -> str:
    width, height = size
    chains = [
        f"[{number}:v:0]setpts=PTS-STARTPTS,trim=start={float(part.start):.6f},setpts=PTS-STARTPTS,fps={fps},"
        f"scale={width}:{height}:force_original_aspect_ratio=decrease:force_divisible_by=2,"
        f"pad={width}:{height}:(ow-iw)/2:(oh-ih)/2,setsar=1,format=yuv420p,"
        f"tpad=stop_mode=clone:stop=8,trim=end_frame={part.frames},setpts=PTS-STARTPTS[v{number}]"
        for number, part in enumerate(parts)
    ]
    pads = "".join(f"[v{number}]" for number in range(len(parts)))
    return ";".join([*chains, f"{pads}concat=n={len(parts)}:v=1:a=0[j]", f"[j]{tagged()}[v]"])


def _graph_of_sound(parts: Sequence[_Part], fps: Fraction, *, first_input: int) -> str:
    chains = [f"{_sound(first_input + number, part, fps)}[a{number}]" for number, part in enumerate(parts)]
    pads = "".join(f"[a{number}]" for number in range(len(parts)))
    return ";".join([*chains, f"{pads}concat=n={len(parts)}:v=0:a=1[a]"])


def _sound(number: int, part: _Part, fps: Fraction) -> str:
    start, seconds = f"{float(part.start):.6f}", f"{float(part.seconds(fps)):.6f}"
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
