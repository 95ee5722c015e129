"""How the pictures of every clip are encoded, so that clips can be joined without encoding them again."""

from collections.abc import Sequence
from fractions import Fraction

from reelhouse.render.encoders import SPEED, THREADS
from reelhouse.render.encoding import TAGS
from reelhouse.render.settings import RenderSettings

GOP_SECONDS = 2
CRF = 18
FINEST_TICK = 10_000
"""At least so many ticks a second, and a whole number of them a frame."""


def h264(
    settings: RenderSettings,
    fps: Fraction,
    *,
    crf: int = CRF,
    speed: str = "",
    parameters: Sequence[str] = (),
) -> list[str]:
    """High profile, 4:2:0, closed groups of at most two seconds; the same bytes on every machine.

    Always x264 on a fixed number of threads. ``stitchable`` keeps what depends on the quality out of the
    parameter sets: clips of one size and rate share them, whatever their `crf`.
    """
    most = max(1, int(GOP_SECONDS * fps))
    preset = speed or settings.speed or SPEED[settings.preset][0]
    return [
        "-c:v", "libx264", "-preset", preset, "-crf", str(crf), "-pix_fmt", "yuv420p",
        "-profile:v", "high", "-g", str(most), "-threads", str(THREADS),
        "-x264-params", ":".join(["stitchable=1", *parameters]),
    ]  # fmt: skip


def into_mp4(fps: Fraction) -> list[str]:
    """An MP4 file that plays while it loads, whose every frame begins on a tick of its clock."""
    ticks = str(ticks_of(fps))
    return [
        "-map_metadata", "-1", "-map_chapters", "-1", "-fflags", "+bitexact", "-flags:v", "+bitexact",
        "-video_track_timescale", ticks, "-movie_timescale", ticks, "-movflags", "+faststart", "-f", "mp4",
    ]  # fmt: skip


def raw(width: int, height: int, fps: Fraction) -> list[str]:
    """An input of bare yuv420p frames."""
    return [
        "-f", "rawvideo", "-pix_fmt", "yuv420p", "-video_size", f"{width}x{height}", "-framerate", str(fps),
    ]  # fmt: skip


def tagged(*filters: str) -> str:
    """A chain of filters at whose end the colours are named for what they are."""
    return ",".join((*filters, TAGS))


def ticks_of(fps: Fraction) -> int:
    """Ticks a second of a track: whole frames are whole ticks."""
    return fps.numerator * -(-FINEST_TICK // fps.numerator)
