"""What video engines take and give."""

from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path

MOST_PIXELS = 4_194_304


@dataclass(frozen=True, slots=True)
class VideoRequest:
    """Film `prompt`: exactly `frames` frames of `width` x `height` pixels at `fps`.

    `start` is the first frame, `final` what the last one should come to, and `overlap` the frames with which
    the clip begins, because another clip ended on them (all encoded PNG, JPEG or WebP, decoded under limits
    before; shapes may differ from the canvas). With `overlap` and without `start`, the first of them is the
    first frame. `audio` is a WAV file (48 kHz, stereo) that movement follows; its sound is laid under the
    film by the caller. `smooth_fps` is the rate at which the film will be shown: an engine that can draw the
    frames between two frames itself may answer with ``smooth_frames`` at that rate, else the caller makes
    them. Files are written into `folder`. Equal requests give equal films on deterministic backends.
    """

    prompt: str
    width: int
    height: int
    frames: int
    fps: int
    folder: Path
    smooth_fps: int | None = None
    seed: int = 0
    start: bytes | None = None
    final: bytes | None = None
    overlap: tuple[bytes, ...] = ()
    audio: Path | None = None
    extreme_quality: bool = False

    @property
    def seconds(self) -> Fraction:
        return Fraction(self.frames, self.fps)

    @property
    def smooth_frames(self) -> int:
        """As many frames as the same time has at `smooth_fps`."""
        return round(self.seconds * (self.smooth_fps or self.fps))


@dataclass(frozen=True, slots=True)
class Film:
    """A video file that any ffmpeg reads: size, rate and sound are brought into order by the caller.

    `understood` and `notes` as with pictures.
    """

    path: Path
    understood: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
