"""Small clips of every kind, made by the real ffmpeg; and eyes and ears for what came out."""

import subprocess
from collections.abc import Callable
from fractions import Fraction
from pathlib import Path

import av
import imageio_ffmpeg
import numpy as np
from numpy.typing import NDArray

from reelhouse.render.settings import RenderSettings

Samples = NDArray[np.float64]
MakeClip = Callable[..., Path]
HEARD = 48_000
SETTINGS = RenderSettings(timeout_seconds=120)


def ffmpeg(*arguments: str) -> None:
    subprocess.run(
        [imageio_ffmpeg.get_ffmpeg_exe(), "-v", "error", "-y", *arguments], check=True, capture_output=True
    )


def clip_maker(tmp_path: Path) -> MakeClip:
    """Makes clips whose every frame is of one grey, four more with each, and whose sound is a tone."""

    def make(
        name: str = "clip.mp4",
        *,
        frames: int = 30,
        rate: int | Fraction = 30,
        size: tuple[int, int] = (128, 96),
        tone: int | None = None,
        begin: int = 40,
        options: tuple[str, ...] = ("-c:v", "libx264", "-qp", "6", "-pix_fmt", "yuv420p"),
        channels: int = 2,
        hertz: int = HEARD,
    ) -> Path:
        width, height = size
        raw = tmp_path / f"{name}.raw"
        raw.write_bytes(
            b"".join(bytes([min(begin + 4 * number, 235)]) * (width * height * 3) for number in range(frames))
        )
        sound: list[str] = []
        if tone is not None:
            seconds = float(frames / Fraction(rate))
            sound = [
                "-f", "lavfi", "-i", f"sine=frequency={tone}:sample_rate={hertz}:duration={seconds:.6f}",
                "-c:a", "aac", "-b:a", "192k", "-ac", str(channels), "-shortest",
            ]  # fmt: skip
        path = tmp_path / name
        inputs, rest = sound[:4], sound[4:]
        ffmpeg(
            "-f", "rawvideo", "-pix_fmt", "rgb24", "-video_size", f"{width}x{height}", "-framerate",
            str(rate), "-i", str(raw), *inputs, *options, *rest, str(path),
        )  # fmt: skip
        raw.unlink()
        return path

    return make


def greys(path: Path) -> list[int]:
    """The middle of every frame, 0 to 255."""
    with av.open(str(path)) as container:
        frames = [frame.to_ndarray(format="rgb24") for frame in container.decode(video=0)]
    return [int(frame[frame.shape[0] // 2, frame.shape[1] // 2].mean()) for frame in frames]


def heard(path: Path) -> Samples:
    """The first channel at 48 kHz, from -1 to 1."""
    with av.open(str(path)) as container:
        resampler = av.AudioResampler(format="fltp", layout="stereo", rate=HEARD)
        parts = [
            block.to_ndarray()[0]
            for frame in container.decode(audio=0)
            for block in resampler.resample(frame)
        ]
    return np.concatenate(parts).astype(np.float64)


def loudest_hertz(samples: Samples) -> float:
    spectrum = np.abs(np.fft.rfft(samples * np.hanning(len(samples))))
    return float(np.argmax(spectrum) * HEARD / len(samples))


def level(samples: Samples) -> float:
    return float(np.sqrt(np.mean(samples**2)))
