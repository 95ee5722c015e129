"""A film of any engine brought into order: size, rate, count of frames, sound, and how it is encoded."""

from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path

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
) -> Clip:
    """Write `source` as an MP4 file of exactly the canvas and ``round(frames / fps * final_fps)`` frames.

    A film at `fps` is interpolated by motion compensation; one at the final rate is taken as it is, and not
    encoded again when it fits. `audio` (WAV) is cut or filled with silence to its length. Raises
    `RenderFailed` when the film has too few frames, and what ffmpeg's run raises.
    """
    facts = await _facts(source)
    rate = final_fps or fps
    wanted = round(Fraction(frames, fps) * rate)
    filters = _filters(facts, width, height, frames, fps, rate, wanted)
    ffmpeg = await find_ffmpeg(settings)
    inputs = [*PROTOCOLS, "-i", str(source)]
    sound: list[str] = ["-an"]
    if audio is not None:
        inputs += [*PROTOCOLS, "-i", str(audio)]
        seconds = f"{float(Fraction(wanted, rate)):.6f}"
        sound = ["-map", "1:a:0", "-af", f"apad,atrim=duration={seconds},{PEAK}", *SOUND]
    picture = (
        ["-c:v", "copy"]
        if not filters
        else ["-vf", tagged(*filters), *h264(settings, Fraction(rate)), "-r", str(rate)]
    )
    arguments = [
        *inputs, "-map", "0:v:0", *picture, "-frames:v", str(wanted), *sound,
        *into_mp4(Fraction(rate)), str(out),
    ]  # fmt: skip
    await ffmpeg.run(arguments, cwd=folder, stage=STAGE)
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


def _filters(
    facts: ClipFacts, width: int, height: int, frames: int, fps: int, rate: int, wanted: int
) -> list[str]:
    """What must be done to the pictures; nothing for a film that is in order."""
    final = facts.frames >= wanted - MAY_LACK and facts.fps == rate
    if not final and facts.frames < frames - MAY_LACK:
        raise RenderFailed(STAGE, f"the engine made {facts.frames} frames of {frames}")
    fits = (facts.width, facts.height) == (width, height)
    in_order = facts.codec == "h264" and facts.pixel_format == "yuv420p" and facts.frames >= wanted
    if final and fits and in_order:
        return []
    filters = [] if fits else [
        f"scale={width}:{height}:force_original_aspect_ratio=increase:flags=lanczos",
        f"crop={width}:{height}",
        "setsar=1",
    ]  # fmt: skip
    if not final:
        filters += [f"setpts=N/({fps}*TB)", f"fps={fps}", "tpad=stop_mode=clone:stop=4"]
        if rate != fps:
            filters.append(f"minterpolate=fps={rate}:mi_mode=mci:mc_mode=aobmc:me_mode=bidir:vsbmc=1")
    else:
        filters.append("tpad=stop_mode=clone:stop=2")
    return filters
