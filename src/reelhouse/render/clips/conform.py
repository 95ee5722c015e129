"""A film of any engine brought into order: size, rate, count of frames, sound, and how it is encoded."""

from collections.abc import Callable
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path

from reelhouse.render.clips.interpolation import interpolate
from reelhouse.render.clips.pictures import h264, into_mp4, tagged
from reelhouse.render.clips.reading import ClipFacts, ClipUnreadable, read_clip
from reelhouse.render.errors import RenderFailed
from reelhouse.render.ffmpeg import PROTOCOLS, find_ffmpeg
from reelhouse.render.settings import RenderSettings

STAGE = "finishing a film"
MAY_LACK = 1
"""A frame that a film may lack: its last one is then shown twice."""

SOUND = ("-c:a", "aac", "-b:a", "192k", "-ar", "48000", "-ac", "2", "-flags:a", "+bitexact")
PEAK = "alimiter=limit=0.85:level=disabled"
"""Below -1 dBTP after encoding."""


@dataclass(frozen=True, slots=True)
class Clip:
    width: int
    height: int
    frames: int
    fps: Fraction
    has_sound: bool

    @property
    def seconds(self) -> Fraction:
        return self.frames / self.fps


async def conform(
    source: Path,
    out: Path,
    *,
    width: int,
    height: int,
    frames: int,
    fps: int,
    final_fps: int | None,
    audio: Path | None,
    folder: Path,
    settings: RenderSettings,
    progress: Callable[[float], None] = lambda _share: None,
) -> Clip:
    """Write `source` as an MP4 file of exactly the canvas and ``round(frames / fps * final_fps)`` frames.

    A film at `fps` is interpolated by motion compensation; one at the final rate is taken as it is, and not
    encoded again when it fits. `audio` (WAV) is cut or filled with silence to its length. Raises
    `RenderFailed` when the film has too few frames, and what ffmpeg's run raises.
    """
    facts = await _facts(source)
    rate = final_fps or fps
    wanted = round(Fraction(frames, fps) * rate)
    final = _is_final(facts, frames, rate, wanted)
    between = not final and rate != fps
    filters = _filters(facts, width, height, None if final or between else fps)
    if final and _in_order(facts, width, height, wanted):
        filters = []
    ffmpeg = await find_ffmpeg(settings)
    sound: list[str] = ["-an"]
    heard: list[str] = []
    if audio is not None:
        heard = [*PROTOCOLS, "-i", str(audio)]
        seconds = f"{float(Fraction(wanted, rate)):.6f}"
        sound = ["-map", "1:a:0", "-af", f"apad,atrim=duration={seconds},{PEAK}", *SOUND]
    picture = (
        ["-c:v", "copy"]
        if not filters
        else ["-vf", tagged(*filters), *h264(settings, Fraction(rate)), "-r", str(rate)]
    )
    ending = [
        *heard, "-map", "0:v:0", *picture, "-frames:v", str(wanted), *sound,
        *into_mp4(Fraction(rate)), str(out),
    ]  # fmt: skip
    if between:
        await interpolate(
            source, facts, wanted, Fraction(fps, rate), Fraction(rate), ending, ffmpeg, folder, progress
        )
    else:
        await ffmpeg.run(
            [*PROTOCOLS, "-i", str(source), *ending],
            cwd=folder,
            stage=STAGE,
            on_frames=lambda done: progress(done / wanted),
        )
    made = await _facts(out)
    if (made.width, made.height, made.frames) != (width, height, wanted):
        raise RenderFailed(
            STAGE, f"the film came out with {made.frames} frames of {made.width} x {made.height}"
        )
    return Clip(width, height, wanted, Fraction(rate), audio is not None)


async def _facts(path: Path) -> ClipFacts:
    try:
        return await read_clip(path)
    except ClipUnreadable as refusal:
        raise RenderFailed(STAGE, f"the film of the engine cannot be used: {refusal.reason}") from refusal


def _is_final(facts: ClipFacts, frames: int, rate: int, wanted: int) -> bool:
    """Whether the film has its final rate already. Raises `RenderFailed` when it is too short for either."""
    if facts.frames >= wanted - MAY_LACK and facts.fps == rate:
        return True
    if facts.frames < frames - MAY_LACK:
        raise RenderFailed(STAGE, f"the engine made {facts.frames} frames of {frames}")
    return False


def _filters(facts: ClipFacts, width: int, height: int, timed: int | None) -> list[str]:
    """What must be done to the pictures, whose times are made even when `timed` is a rate."""
    filters = [] if (facts.width, facts.height) == (width, height) else [
        f"scale={width}:{height}:force_original_aspect_ratio=increase:flags=lanczos",
        f"crop={width}:{height}",
        "setsar=1",
    ]  # fmt: skip
    if timed is not None:
        filters += [f"setpts=N/({timed}*TB)", f"fps={timed}"]
    return [*filters, "tpad=stop_mode=clone:stop=2"]


def _in_order(facts: ClipFacts, width: int, height: int, wanted: int) -> bool:
    """Whether a film at its final rate needs no other encoding."""
    fits = (facts.width, facts.height) == (width, height) and not facts.turned
    return fits and (facts.codec, facts.pixel_format) == ("h264", "yuv420p") and facts.frames >= wanted
